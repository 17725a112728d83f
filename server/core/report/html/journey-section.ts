import { say, type Locale, type Sentence } from '../../messages/say';
import type { ParcoursDeadline, ParcoursOrder, ParcoursStep } from '../../parcours/plan/parcours-view';
import { planHeads as heads } from '../../parcours/plan/plan-heads';
import type { Status } from '../../status/status';
import { html, type Html, type HtmlValue } from '../../text/html';
import type { Report } from '../report';
import { statusCell } from './chart';
import { htmlTable, type HtmlColumn } from '../../text/html-table';
import { timelineChart, timelineLegend } from './timeline-chart';

/** The way to referencing: the chart, and tables with the same dates in words. Nothing in a report for ANS. */
export function journeySection({ journey, locale }: Report): HtmlValue {
  if (!journey) return undefined;
  const { view, timeline, at } = journey;
  const chart = timeline
    ? [timelineChart(journey, timeline, locale), timelineLegend(locale)]
    : html`<p class="notice">${nothingKnown[locale]}</p>\n`;
  const letters = new Map((timeline?.flags ?? []).map(({ id, letter }) => [id, letter]));
  return [
    html`<p>${say(heads.at, locale, { at })} · ${view.summary}</p>\n`,
    view.note !== undefined && html`<p class="soft">${view.note}</p>\n`,
    chart,
    stepsTable(view.steps, locale),
    deadlinesTable(view.deadlines, letters, locale),
    view.orders.length > 0 && ordersTable(view.orders, view.oldestOrder, locale),
    html`<p class="soft">${heads.legend[locale]}</p>\n`,
  ];
}

function stepsTable(steps: readonly ParcoursStep[], locale: Locale): Html {
  const columns: HtmlColumn<ParcoursStep>[] = [
    {
      header: heads.step[locale],
      rowHeader: true,
      className: 'step',
      cell: ({ number, label, critical, nextAction, delays }) => {
        const mark = critical && html` <span class="critical">${heads.critical[locale]}</span>`;
        const more = [nextAction, ...delays].filter((each) => each !== undefined);
        const asides = more.map((each) => html`<br><span class="soft aside">${each}</span>`);
        return html`${number}. ${label}${mark}${asides}`;
      },
    },
    { header: heads.actor[locale], cell: ({ actor }) => actor },
    {
      header: heads.state[locale],
      cell: ({ verdict, stateLabel, verdictLabel, slack, nextAction }) => {
        const standing = [verdictLabel, slack].filter((each) => each !== undefined).join(', ');
        return [
          statusCell(marks[verdict], locale, stateLabel),
          nextAction !== undefined && html`<br><span class="soft">${standing}</span>`,
        ];
      },
    },
    { header: heads.earliestStart[locale], cell: ({ earliestStart }) => earliestStart, className: 'status' },
    { header: heads.earliestEnd[locale], cell: ({ earliestEnd }) => earliestEnd, className: 'status' },
    { header: heads.latestStart[locale], cell: ({ latestStart }) => latestStart, className: 'status' },
    { header: heads.latestEnd[locale], cell: ({ latestEnd }) => latestEnd, className: 'status' },
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
): Html {
  const columns: HtmlColumn<ParcoursDeadline>[] = [
    { header: markHead[locale], cell: ({ id }) => letters.get(id), className: 'id' },
    { header: heads.date[locale], cell: ({ at }) => at, className: 'status' },
    { header: heads.deadline[locale], cell: ({ label }) => label, rowHeader: true },
    { header: heads.when[locale], cell: ({ at, when }) => when !== at && when, className: 'status' },
    { header: heads.source[locale], cell: ({ provenance }) => provenance },
  ];
  return htmlTable(heads.deadlines[locale], columns, deadlines, false);
}

function ordersTable(orders: readonly ParcoursOrder[], oldest: string, locale: Locale): Html {
  const columns: HtmlColumn<ParcoursOrder>[] = [
    { header: heads.client[locale], cell: ({ client }) => client, rowHeader: true },
    { header: heads.signedOn[locale], cell: ({ signedOn }) => signedOn, className: 'status' },
    { header: heads.lastDay[locale], cell: ({ lastDay }) => lastDay, className: 'status' },
    {
      header: heads.verdict[locale],
      cell: ({ verdict, late }) => (late ? statusCell('incomplete', locale, verdict) : verdict),
    },
  ];
  return html`${htmlTable(heads.orders[locale], columns, orders, false)}<p>${say(heads.oldest, locale, { at: oldest })}</p>\n`;
}

const markHead: Sentence = { fr: 'Repère', en: 'Mark' };

const nothingKnown: Sentence = {
  fr: 'Échéancier inconnu : aucune date de ce dispositif n’est connue. Écrivez celles que vous lisez dans le DSR et l’appel à financement sous « parcours.calendrier ».',
  en: 'Unknown calendar: no date of this dispositif is known. Write those that you read in the DSR and the call for financing under “parcours.calendrier”.',
};
