import { commandUsage } from './command-usage';
import { formatOption } from './common-options';

export const remDiffUsage = commandUsage({
  name: 'rem-diff',
  group: 'follow',
  title: { fr: 'dit ce qu’un REM change à un autre', en: 'says what one REM changes of another' },
  operands: { form: { fr: 'ANCIEN NOUVEAU', en: 'OLD NEW' }, most: 2 },
  options: { format: formatOption('text', 'md', 'html', 'json') },
  examples: ['rem-diff ancien.rem.yaml nouveau.rem.yaml', 'rem-diff MDV-LGC-Va2 nouveau.rem.yaml --format md'],
  ends: { ok: { fr: 'comparaison faite', en: 'comparison made' } },
});
