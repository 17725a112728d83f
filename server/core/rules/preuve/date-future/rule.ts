import { evidencePath } from '../../../manifest/facts';
import { isCalendarDate } from '../../../time/calendar-date';
import type { Located } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/date-future',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La date de la pièce ou de sa relecture n’est pas encore venue.',
      en: 'The date of the evidence or of its review has not come yet.',
    },
    why: {
      fr: 'Une date impossible fait douter de la pièce, et fausse le contrôle de son ancienneté.',
      en: 'An impossible date casts doubt on the evidence, and defeats the check of its age.',
    },
    looked: {
      fr: 'Sont regardées les dates écrites dans le manifeste (pièce, revue), comparées au jour du contrôle. Celles du contenu sont l’affaire de preuve/enregistree-plus-tard.',
      en: 'What is looked at: the dates written in the manifest (piece, review), against the day of the check. Those of the content are the matter of preuve/enregistree-plus-tard.',
    },
    avoid: 'date: 2036-11-03',
    prefer: 'date: 2026-11-03',
    source: sources.format,
    messages: {
      capture: {
        fr: 'La date {date} est dans le futur (aujourd’hui : {today}) : écrivez celle de la capture.',
        en: 'Date {date} is in the future (today: {today}): write that of the capture.',
      },
      review: {
        fr: 'La relecture est datée du {date}, dans le futur (aujourd’hui : {today}) : corrigez la date.',
        en: 'The review is dated {date}, in the future (today: {today}): correct the date.',
      },
    },
  },
  evidence(item, report, context) {
    check(item.date, 'capture');
    check(item.review?.on, 'review');

    function check(date: Located<string> | undefined, message: string): void {
      const { today } = context;
      if (!date || date.value <= today || !isCalendarDate(date.value)) return;
      const target = proofTarget(context.proof, evidencePath(item)?.value);
      report(date.range, message, { date: date.value, today }, { effect: 'incomplete', target });
    }
  },
};
