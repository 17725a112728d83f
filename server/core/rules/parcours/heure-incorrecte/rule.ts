import { minuteOf } from '../../../time/moment';
import { shift } from '../../../text/offset-range';
import { clip } from '../../clip';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'parcours/heure-incorrecte',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'L’heure d’un jalon ne se lit pas.', en: 'The hour of a milestone can not be read.' },
    why: {
      fr: 'Un guichet ferme à une heure précise : sans elle, le plan ne compte que le jour.',
      en: 'A counter closes at a precise hour: without it the plan counts the day only.',
    },
    avoid: 'parcours:\n  calendrier:\n    avance: { date: 2026-11-10, heure: midi }',
    prefer: 'parcours:\n  calendrier:\n    avance: { date: 2026-11-10, heure: "12:00" }',
    source: { fr: 'Format du dossier de preuves, version 1.', en: 'Proof dossier format, version 1.' },
    messages: {
      unreadable: {
        fr: '« {time} » n’est pas une heure : écrivez-la HH:MM, heure de Paris, entre guillemets. Elle compte pour inconnue.',
        en: '“{time}” is no time: write it HH:MM, Paris time, between quotes. It counts as unknown.',
      },
    },
  },
  dossier({ main }, report) {
    const journey = main.parsed.journey;
    for (const { time } of journey?.facts.milestones ?? []) {
      if (time && minuteOf(time.value) === undefined)
        report(main.uri, shift(time.range, journey?.base ?? 0), 'unreadable', { time: clip(time.value, 40) });
    }
  },
};
