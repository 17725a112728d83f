import { commandUsage } from './command-usage';
import { formatOption } from './common-options';

export const eligibilityUsage = commandUsage({
  name: 'eligibility',
  group: 'file',
  title: {
    fr: 'écrit le formulaire d’éligibilité comme une fiche à recopier, et nomme ce qui est vide',
    en: 'writes the eligibility form as a sheet to copy from, and names what is empty',
  },
  operands: { form: { fr: '[CHEMIN]', en: '[PATH]' }, most: 1 },
  options: {
    champs: {
      kind: 'value',
      value: { fr: 'FICHIER.yaml', en: 'FILE.yaml' },
      does: {
        fr: 'les champs que demande votre DSR, et d’où vient leur valeur',
        en: 'the fields that your DSR asks for, and where their value comes from',
      },
      without: { fr: 'ce qui est connu de la vague', en: 'what is known of the wave' },
    },
    format: formatOption('text', 'json', 'html', 'csv'),
  },
  examples: ['eligibility', 'eligibility dossier --champs dsr.yaml --format html > eligibilite.html'],
  ends: {
    ok: { fr: 'aucun champ obligatoire connu n’est vide', en: 'no required field that is known is empty' },
    findings: { fr: 'un champ obligatoire est vide', en: 'a required field is empty' },
  },
});
