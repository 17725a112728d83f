import { commandUsage } from './command-usage';
import { formatOption } from './common-options';

export const verifyUsage = commandUsage({
  name: 'verify',
  group: 'file',
  title: {
    fr: 'vérifie un dépôt, et dit ce qui diffère du dossier',
    en: 'checks a package, and says what differs from the dossier',
  },
  operands: { form: { fr: 'FICHIER.zip [DOSSIER]', en: 'FILE.zip [DOSSIER]' }, most: 2 },
  options: { format: formatOption('pretty', 'json') },
  examples: ['verify depot.zip', 'verify depot.zip dossier'],
  ends: {
    ok: {
      fr: 'dépôt intact, qui dit la même chose que le dossier',
      en: 'package intact, and it says the same as the dossier',
    },
    findings: { fr: 'dépôt abîmé, ou différent du dossier', en: 'package damaged, or different from the dossier' },
  },
});
