import { evidencePath } from '../../../manifest/facts';
import { isCalendarDate } from '../../../time/calendar-date';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/relue-trop-tot',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La relecture est d’avant la pièce qu’elle juge.',
      en: 'The review is of before the evidence that it judges.',
    },
    why: {
      fr: 'La pièce a été refaite depuis, ou l’une des deux dates est fausse : personne n’a relu celle-ci. Sont comparées les dates écrites, « date » et « revue.le », non le contenu ; le même jour convient.',
      en: 'The evidence was made again since, or one of the two dates is wrong: nobody reviewed this one. The dates as written are compared, “date” and “revue.le”, not the content; the same day is fine.',
    },
    avoid: 'date: 2026-11-04\nrevue: { par: A. Martin, le: 2026-11-03, avis: suffisante }',
    prefer: 'date: 2026-11-04\nrevue: { par: A. Martin, le: 2026-11-05, avis: suffisante }',
    source: sources.format,
    messages: {
      before: {
        fr: 'Relecture du {review}, alors que la pièce est du {date} : faites relire cette pièce, ou corrigez la date qui est fausse.',
        en: 'Review of {review}, while the evidence is of {date}: have this evidence reviewed, or correct the date that is wrong.',
      },
    },
  },
  evidence(item, report, context) {
    const { date, review } = item;
    const on = review?.on;
    if (!date || !on || on.value >= date.value) return;
    // A date that has not come yet is what preuve/date-future speaks of.
    if (date.value > context.today) return;
    if (!isCalendarDate(date.value) || !isCalendarDate(on.value)) return;
    const target = proofTarget(context.proof, evidencePath(item)?.value);
    report(on.range, 'before', { date: date.value, review: on.value }, { effect: 'review', target });
  },
};
