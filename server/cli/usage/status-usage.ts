import { commandUsage } from './command-usage';
import { atDate, formatOption } from './common-options';

export const statusUsage = commandUsage({
  name: 'status',
  group: 'check',
  title: { fr: 'dit où en est le dossier', en: 'says where the dossier stands' },
  operands: { form: { fr: '[CHEMIN…]', en: '[PATH…]' }, most: Infinity },
  options: { format: formatOption('pretty', 'json', 'md'), at: atDate },
  examples: ['status', 'status dossier --format md'],
  ends: { ok: { fr: 'avancement dit', en: 'progress told' } },
});
