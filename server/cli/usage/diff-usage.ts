import { commandUsage } from './command-usage';
import { formatOption } from './common-options';

export const diffUsage = commandUsage({
  name: 'diff',
  group: 'file',
  title: {
    fr: 'compare deux dépôts ou dossiers, preuve par preuve',
    en: 'compares two packages or dossiers, proof by proof',
  },
  operands: { form: { fr: 'AVANT APRÈS', en: 'BEFORE AFTER' }, most: 2 },
  options: { format: formatOption('text', 'md', 'html', 'json') },
  examples: ['diff depot-1.zip depot-2.zip', 'diff depot.zip dossier --format html > comparaison.html'],
  ends: {
    ok: { fr: 'aucune différence', en: 'no difference' },
    findings: { fr: 'quelque chose diffère', en: 'something differs' },
  },
});
