import { accepted, dateOf } from '../../../instruction/open-items';
import type { ChapterFacts } from '../../../manifest/facts';
import type { ExaminationFacts } from '../../../manifest/instruction-facts';
import { isCalendarDate } from '../../../time/calendar-date';
import { shift } from '../../../text/offset-range';
import type { Report, Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'instruction/retour-en-arriere',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'L’historique de l’instruction revient en arrière.',
      en: 'The history of the instruction goes backwards.',
    },
    why: {
      fr: 'Un chapitre ou une preuve validés qui ne le sont plus, ou des dates en désordre, sont le plus souvent une faute de saisie : l’état affiché serait faux.',
      en: 'A chapter or proof that was accepted and is not any more, or dates out of order, are mostly a typing mistake: the state shown would be wrong.',
    },
    avoid: 'historique:\n  - { le: 2026-11-20, statut: validé }\n  - { le: 2026-11-24, statut: soumis }',
    prefer: 'historique:\n  - { le: 2026-11-18, statut: soumis }\n  - { le: 2026-11-20, statut: validé }',
    source: sources.instruction,
    messages: {
      afterAccepted: {
        fr: '« {state} » vient après « validé ». Si l’ANS est bien revenue sur son avis, dites-le par « # segur-ignore ».',
        en: '“{state}” comes after “validé”. If ANS did change its mind, say so with “# segur-ignore”.',
      },
      order: {
        fr: 'La date {date} est avant {before}, de la ligne précédente : l’historique va du plus ancien au plus récent.',
        en: 'Date {date} is before {before}, of the line above: the history goes from the oldest to the latest.',
      },
      answered: {
        fr: 'La réponse du {date} est antérieure à la demande du {before}.',
        en: 'The answer of {date} is earlier than the request of {before}.',
      },
      present: {
        fr: 'Le statut du chapitre est « {state} », mais son historique finit par « {last} ».',
        en: 'The status of the chapter is “{state}”, but its history ends with “{last}”.',
      },
    },
  },
  scenario({ facts }, report) {
    for (const { opinions } of facts.instruction ?? []) lookAt(opinions, report);
  },
  file({ parsed }, report) {
    for (const { base, facts } of parsed.chapters) {
      const placed: Report = (range, ...rest) => {
        report(shift(range, base), ...rest);
      };
      // What is said of one proof does not speak for the chapter.
      lookAt(
        (facts.history ?? []).filter(({ proof }) => !proof),
        placed,
      );
      lookAtPresent(facts, placed);
    }
  },
};

function lookAt(history: readonly ExaminationFacts[], report: Report): void {
  history.forEach((one, at) => {
    const before = history[at - 1];
    const [date, previous] = [dateOf(one), before && dateOf(before)];
    const range = one.on?.range ?? one.range;
    if (date !== undefined && previous !== undefined && date < previous) {
      report(range, 'order', { date, before: previous });
    } else if (before?.opinion?.value === accepted && one.opinion && one.opinion.value !== accepted) {
      report(one.opinion.range, 'afterAccepted', { state: one.opinion.value });
    }
    const { answeredOn } = one;
    if (date !== undefined && answeredOn && isCalendarDate(answeredOn.value) && answeredOn.value < date) {
      report(answeredOn.range, 'answered', { date: answeredOn.value, before: date });
    }
  });
}

/** Only where the dates do not say that the status is the later of the two. */
function lookAtPresent({ state, on, history = [] }: ChapterFacts, report: Report): void {
  const last = history.filter(({ proof }) => !proof).at(-1);
  if (!last?.opinion || !state || last.opinion.value === state.value) return;
  const [date, present] = [dateOf(last), dateOf(on ? { on } : {})];
  if (date !== undefined && present !== undefined && present > date && last.opinion.value !== accepted) return;
  report(state.range, 'present', { state: state.value, last: last.opinion.value });
}
