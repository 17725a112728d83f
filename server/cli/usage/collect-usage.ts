import { commandUsage } from './command-usage';

export const collectUsage = commandUsage({
  name: 'collect',
  group: 'create',
  title: {
    fr: 'joint les pièces que des tests ont laissées, d’après leurs rapports',
    en: 'attaches the pieces that tests left, as their reports tell',
  },
  operands: { form: { fr: 'RAPPORT|RÉPERTOIRE…', en: 'REPORT|FOLDER…' }, most: Infinity },
  options: {
    dossier: {
      kind: 'value',
      value: { fr: 'CHEMIN', en: 'PATH' },
      does: { fr: 'le dossier de preuves', en: 'the proof dossier' },
      without: { fr: 'celui du répertoire courant', en: 'that of the current folder' },
    },
    'dry-run': { kind: 'flag', does: { fr: 'montre sans rien écrire', en: 'shows, and writes nothing' } },
  },
  examples: ['collect test-results', 'collect playwright-report.json --dry-run'],
  ends: {
    findings: {
      fr: 'un test d’une preuve a échoué, ou quelque chose n’a pas été repris',
      en: 'a test of a proof failed, or something did not come in',
    },
  },
});
