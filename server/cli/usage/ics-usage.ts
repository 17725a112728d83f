import { commandUsage } from './command-usage';
import { atMoment, factsOption, outputOption } from './common-options';

export const icsUsage = commandUsage({
  name: 'ics',
  group: 'follow',
  title: { fr: 'les échéances à venir, pour un agenda', en: 'the deadlines ahead, for a calendar' },
  operands: { form: { fr: '[CHEMIN…]', en: '[PATH…]' }, most: Infinity },
  options: {
    at: atMoment,
    donnees: factsOption,
    output: {
      ...outputOption({ fr: 'FICHIER.ics', en: 'FILE.ics' }, { fr: 'agenda à écrire', en: 'calendar to write' }),
      without: { fr: 'la sortie standard', en: 'standard output' },
    },
  },
  examples: ['ics -o echeances.ics'],
  ends: { ok: { fr: 'agenda écrit', en: 'calendar written' } },
});
