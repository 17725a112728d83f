import { commandUsage } from './command-usage';

const id = { fr: 'ID', en: 'ID' };

export const attachUsage = commandUsage({
  name: 'attach',
  group: 'create',
  title: {
    fr: 'met une pièce en place et l’écrit sous sa preuve : empreinte, date, version',
    en: 'puts a piece in place and writes it under its proof: digest, date, version',
  },
  operands: { form: { fr: '[FICHIER…]', en: '[FILE…]' }, most: Infinity },
  options: {
    preuve: {
      kind: 'value',
      value: id,
      does: { fr: 'preuve attendue que la pièce fournit', en: 'expected proof that the piece provides' },
      without: { fr: 'l’identifiant lu dans le nom du fichier', en: 'the id read in the name of the file' },
    },
    scenario: { kind: 'value', value: id, does: { fr: 'scénario de la preuve', en: 'scenario of the proof' } },
    exigence: { kind: 'value', value: id, does: { fr: 'exigence de la preuve', en: 'requirement of the proof' } },
    lien: {
      kind: 'value',
      value: { fr: 'URL', en: 'URL' },
      many: true,
      does: { fr: 'un lien permanent comme pièce', en: 'a permanent link as the piece' },
    },
    execution: {
      kind: 'value',
      value: { fr: 'N', en: 'N' },
      many: true,
      does: { fr: 'un numéro d’exécution comme pièce', en: 'an execution number as the piece' },
    },
    declaration: {
      kind: 'flag',
      does: { fr: 'le fichier est une déclaration', en: 'the file is a statement' },
    },
    dossier: {
      kind: 'value',
      value: { fr: 'CHEMIN', en: 'PATH' },
      does: { fr: 'le dossier de preuves', en: 'the proof dossier' },
      without: {
        fr: 'celui du répertoire courant, ou du dossier au-dessus le plus proche',
        en: 'that of the current folder, or of the nearest one above it',
      },
    },
    'dry-run': { kind: 'flag', does: { fr: 'montre sans rien écrire', en: 'shows, and writes nothing' } },
  },
  examples: ['attach captures/consommation.mp4 --preuve INS/va1.56.02.01', 'attach captures/*.png --dry-run'],
  ends: { findings: { fr: 'ce qui est joint aura des erreurs', en: 'what is attached will have errors' } },
});
