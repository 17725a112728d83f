import { commandUsage } from './command-usage';

export const migrateUsage = commandUsage({
  name: 'migrate',
  group: 'follow',
  title: {
    fr: 'fait suivre le dossier sur un nouveau REM, sans perdre une pièce',
    en: 'moves the dossier to a new REM without losing evidence',
  },
  operands: { form: { fr: '[CHEMIN]', en: '[PATH]' }, most: 1 },
  needs: { fr: '(--catalogue NOUVEAU | --annuler)', en: '(--catalogue NEW | --annuler)' },
  options: {
    catalogue: {
      kind: 'value',
      value: { fr: 'NOUVEAU', en: 'NEW' },
      does: {
        fr: 'REM à suivre : un fichier .rem.yaml, ou un dispositif intégré',
        en: 'REM to follow: a .rem.yaml file, or a built-in dispositif',
      },
    },
    depuis: {
      kind: 'value',
      value: { fr: 'ANCIEN', en: 'OLD' },
      without: { fr: 'celui du dossier', en: 'that of the dossier' },
      does: { fr: 'REM suivi jusqu’ici', en: 'REM followed until now' },
    },
    'sans-probables': {
      kind: 'flag',
      does: {
        fr: 'ne suit pas les identifiants qui ne se reconnaissent qu’au texte',
        en: 'does not follow ids that only the text tells',
      },
    },
    'dry-run': {
      kind: 'flag',
      does: { fr: 'montre ce qui changerait, sans rien écrire', en: 'shows what would change, and writes nothing' },
    },
    annuler: {
      kind: 'flag',
      does: { fr: 'remet le dossier comme avant la mise à jour', en: 'puts the dossier back as it was' },
    },
  },
  examples: ['migrate --catalogue nouveau.rem.yaml --dry-run', 'migrate --annuler'],
  ends: { ok: { fr: 'dossier mis à jour, ou remis comme avant', en: 'dossier updated, or put back' } },
});
