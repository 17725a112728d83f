import { say, type Locale, type Sentence } from '../../messages/say';
import type { ParcoursDeadline, ParcoursOrder, ParcoursStep } from '../../parcours/plan/parcours-view';
import { planHeads as heads } from '../../parcours/plan/plan-heads';
import type { Status } from '../../status/status';
import type { Report } from '../report';
import { statusCell } from './chart';
import { escape } from './escape';
import { htmlTable, type HtmlColumn } from './table';
import { timelineChart, timelineLegend } from './timeline-chart';

/** The way to referencing: the chart, and tables with the same dates in words. Nothing in a report for ANS. */
export function journeySection({ journey, locale }: Report): string {
  if (!journey) return '';
  const { view, timeline, at } = journey;
  const chart = timeline
    ? timelineChart(journey, timeline, locale) + timelineLegend(locale)
    : `<p class="notice">${escape(nothingKnown[locale])}</p>\n`;
  const letters = new Map((timeline?.flags ?? []).map(({ id, letter }) => [id, letter]));
  return [
    `<p>${escape(`${say(heads.at, locale, { at })} · ${view.summary}`)}</p>\n`,
    view.note === undefined ? '' : `<p class="soft">${escape(view.note)}</p>\n`,
    chart,
    stepsTable(view.steps, locale),
    deadlinesTable(view.deadlines, letters, locale),
    view.orders.length === 0 ? '' : ordersTable(view.orders, view.oldestOrder, locale),
    `<p class="soft">${escape(heads.legend[locale])}</p>\n`,
  ].join('');
}

function stepsTable(steps: readonly ParcoursStep[], locale: Locale): string {
  const columns: HtmlColumn<ParcoursStep>[] = [
    {
      header: heads.step[locale],
      rowHeader: true,
      className: 'step',
      cell: ({ number, label, critical, nextAction, delays }) => {
        const mark = critical ? ` <span class="critical">${escape(heads.critical[locale])}</span>` : '';
        const more = [nextAction, ...delays].filter((each) => each !== undefined);
        const asides = more.map((each) => `<br><span class="soft aside">${escape(each)}</span>`);
        return `${number}. ${escape(label)}${mark}${asides.join('')}`;
      },
    },
    { header: heads.actor[locale], cell: ({ actor }) => escape(actor) },
    {
      header: heads.state[locale],
      cell: ({ verdict, stateLabel, verdictLabel, slack, nextAction }) => {
        const standing = [verdictLabel, slack].filter((each) => each !== undefined).join(', ');
        return (
          statusCell(marks[verdict], locale, stateLabel) +
          (nextAction === undefined ? '' : `<br><span class="soft">${escape(standing)}</span>`)
        );
      },
    },
    { header: heads.earliestStart[locale], cell: ({ earliestStart }) => escape(earliestStart), className: 'status' },
    { header: heads.earliestEnd[locale], cell: ({ earliestEnd }) => escape(earliestEnd), className: 'status' },
    { header: heads.latestStart[locale], cell: ({ latestStart }) => escape(latestStart), className: 'status' },
    { header: heads.latestEnd[locale], cell: ({ latestEnd }) => escape(latestEnd), className: 'status' },
  ];
  return htmlTable(heads.steps[locale], columns, steps, false);
}

const marks: Readonly<Record<ParcoursStep['verdict'], Status>> = {
  done: 'provided',
  notNeeded: 'notApplicable',
  closed: 'incomplete',
  late: 'incomplete',
  tight: 'toReview',
  onTime: 'toProvide',
  unknown: 'nothingExpected',
};

function deadlinesTable(
  deadlines: readonly ParcoursDeadline[],
  letters: ReadonlyMap<string, string | undefined>,
  locale: Locale,
): string {
  const columns: HtmlColumn<ParcoursDeadline>[] = [
    { header: markHead[locale], cell: ({ id }) => escape(letters.get(id) ?? ''), className: 'id' },
    { header: heads.date[locale], cell: ({ at }) => escape(at), className: 'status' },
    { header: heads.deadline[locale], cell: ({ label }) => escape(label), rowHeader: true },
    { header: heads.when[locale], cell: ({ at, when }) => escape(when === at ? '' : when), className: 'status' },
    { header: heads.source[locale], cell: ({ provenance }) => escape(provenance ?? '') },
  ];
  return htmlTable(heads.deadlines[locale], columns, deadlines, false);
}

function ordersTable(orders: readonly ParcoursOrder[], oldest: string, locale: Locale): string {
  const columns: HtmlColumn<ParcoursOrder>[] = [
    { header: heads.client[locale], cell: ({ client }) => escape(client), rowHeader: true },
    { header: heads.signedOn[locale], cell: ({ signedOn }) => escape(signedOn), className: 'status' },
    { header: heads.lastDay[locale], cell: ({ lastDay }) => escape(lastDay), className: 'status' },
    {
      header: heads.verdict[locale],
      cell: ({ verdict, late }) => (late ? statusCell('incomplete', locale, verdict) : escape(verdict)),
    },
  ];
  return `${htmlTable(heads.orders[locale], columns, orders, false)}<p>${escape(say(heads.oldest, locale, { at: oldest }))}</p>\n`;
}

const markHead: Sentence = { fr: 'Repère', en: 'Mark' };

const nothingKnown: Sentence = {
  fr: 'Échéancier inconnu : aucune date de ce dispositif n’est connue. Écrivez celles que vous lisez dans le DSR et l’appel à financement sous « parcours.calendrier ».',
  en: 'Unknown calendar: no date of this dispositif is known. Write those that you read in the DSR and the call for financing under “parcours.calendrier”.',
};
