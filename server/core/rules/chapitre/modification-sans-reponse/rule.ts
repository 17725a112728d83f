import { openInChapter } from '../../../instruction/open-items';
import { shift } from '../../../text/offset-range';
import { daysBetweenDates } from '../../../time/calendar-days';
import type { Rule } from '../../rule';

/** Calendar days: ANS advises to answer within 24 hours, and dates have no hour. */
const patience = 2;

export const rule: Rule = {
  meta: {
    id: 'chapitre/modification-sans-reponse',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une demande de modification attend depuis plus de 24 heures.',
      en: 'A request for change has been waiting for more than 24 hours.',
    },
    why: {
      fr: 'Les échanges ne comptent pas dans le délai d’instruction : chaque jour sans réponse retarde le référencement.',
      en: 'Exchanges are not counted in the time of instruction: each day without an answer delays the referencing.',
    },
    avoid: 'chapitres:\n  Pro Santé Connect: { statut: modification demandée, le: 2026-11-02 }   # nous sommes le 10',
    prefer: 'chapitres:\n  Pro Santé Connect: { statut: soumis, le: 2026-11-03 }',
    source: {
      fr: 'Feuille de route de l’ANS : répondre à ses demandes sous 24 heures (conseil).',
      en: 'ANS roadmap: answer its requests within 24 hours (advice).',
    },
    messages: {
      waiting: {
        fr: 'La demande de modification du chapitre « {chapter} » date de {days, plural, one {# jour} other {# jours}} : répondez, puis notez « soumis » avec la date.',
        en: 'The request for change of chapter “{chapter}” is {days, plural, one {# day} other {# days}} old: answer it, then write “soumis” with the date.',
      },
    },
  },
  dossier({ main }, report, { today }) {
    for (const { base, facts } of main.parsed.chapters) {
      const { state, on, name } = facts;
      if (state?.value !== 'modification demandée' || !on) continue;
      const days = daysBetweenDates(on.value, today);
      // A request that the history tells of is for instruction/demande-ouverte, which quotes it.
      const isOpen = openInChapter(facts).some((open) => !facts.history?.includes(open));
      if (days === undefined || days < patience || !isOpen) continue;
      report(main.uri, shift(on.range, base), 'waiting', { chapter: name.value, days });
    }
  },
};
