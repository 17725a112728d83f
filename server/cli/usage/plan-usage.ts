import { commandUsage } from './command-usage';
import { atMoment, factsOption, formatOption } from './common-options';

export const planUsage = commandUsage({
  name: 'plan',
  group: 'follow',
  title: {
    fr: 'les quinze étapes du parcours : dates au plus tôt et au plus tard, marge, échéances, commandes',
    en: 'the fifteen steps of the way: earliest and latest dates, days left over, deadlines, orders',
  },
  operands: { form: { fr: '[CHEMIN…]', en: '[PATH…]' }, most: Infinity },
  options: { at: atMoment, donnees: factsOption, format: formatOption('pretty', 'json', 'md', 'ics') },
  examples: ['plan', 'plan dossier --format md'],
  ends: { ok: { fr: 'plan dit', en: 'plan told' } },
});
