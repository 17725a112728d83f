import { commandUsage } from './command-usage';

export const convertUsage = commandUsage({
  name: 'convert',
  group: 'create',
  title: {
    fr: 'convertit en UTF-8 un manifeste, un catalogue ou une configuration, sans rien perdre',
    en: 'converts a manifest, catalogue or configuration to UTF-8, without loss',
  },
  operands: { form: { fr: 'FICHIER…', en: 'FILE…' }, most: Infinity },
  options: {
    depuis: {
      kind: 'choice',
      choices: ['windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'],
      does: {
        fr: 'encodage du fichier, quand il ne se reconnaît pas',
        en: 'encoding of the file, when it cannot be told',
      },
    },
    'dry-run': { kind: 'flag', does: { fr: 'montre sans rien écrire', en: 'shows, and writes nothing' } },
  },
  examples: ['convert dossier.preuves.yaml --dry-run'],
  ends: {
    ok: { fr: 'tout est en UTF-8', en: 'all is UTF-8' },
    findings: { fr: 'un fichier n’a pas été converti', en: 'a file was not converted' },
  },
});
