import { commandUsage } from './command-usage';
import { atDate, factsOption, formatOption } from './common-options';

export const checkUsage = commandUsage({
  name: 'check',
  group: 'check',
  title: { fr: 'vérifie un ou plusieurs dossiers', en: 'checks one or more dossiers' },
  operands: { form: { fr: '[CHEMIN…]', en: '[PATH…]' }, most: Infinity },
  options: {
    format: formatOption('pretty', 'json', 'sarif', 'junit', 'github', 'gitlab'),
    fix: { kind: 'flag', does: { fr: 'applique d’abord les corrections sûres', en: 'applies the safe fixes first' } },
    images: {
      kind: 'flag',
      does: {
        fr: 'lit aussi le texte des images et des PDF numérisés, sans réseau ; quelques secondes par image',
        en: 'reads the text of pictures and scanned PDF too, offline; some seconds for each picture',
      },
    },
    cisis: {
      kind: 'value',
      value: { fr: 'DOSSIER', en: 'DIR' },
      does: {
        fr: 'confronte les CDA aux schémas et schématrons de ce dossier (dépôt TestContenuCDA de l’ANS)',
        en: 'holds CDA against the schemas and schematrons of this folder (ANS’s repository TestContenuCDA)',
      },
    },
    watch: {
      kind: 'flag',
      does: {
        fr: 'vérifie de nouveau à chaque changement d’un fichier du dossier, jusqu’à Ctrl+C ; avec --format pretty ou json',
        en: 'checks again whenever a file of the dossier changes, until Ctrl+C; with --format pretty or json',
      },
    },
    at: atDate,
    donnees: factsOption,
  },
  examples: ['check', 'check --watch', 'check dossiers --format sarif > constats.sarif'],
});
