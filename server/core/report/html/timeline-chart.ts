import type { Locale } from '../../messages/say';
import type { ParcoursStep } from '../../parcours/plan/parcours-view';
import { planHeads } from '../../parcours/plan/plan-heads';
import type { Timeline, TimelineLane } from '../../parcours/plan/timeline';
import { html, joined, type Html, type HtmlValue } from '../../text/html';
import { shorten } from '../../text/shorten';
import type { Journey } from '../report';

/** Units of the drawing: pixels on a screen wide enough. */
const width = 1160;
const plot = { left: 425, right: 1000 };
const laneHeight = 24;
const letterRow = 15;
/** Letters nearer than this to each other stand above each other. */
const letterGap = 17;

/**
 * The steps of the way under each other and time from left to right, with a title and a description for those who do not
 * see it: the tables below have every figure. A state is told by shape, pattern and words; colour only helps.
 */
export function timelineChart({ view, at }: Journey, timeline: Timeline, locale: Locale): Html {
  const x = (day: number) =>
    round(plot.left + ((day - timeline.from) / (timeline.to - timeline.from)) * (plot.right - plot.left));
  const { letters, rows } = letterMarks(timeline, x);
  const top = rows * letterRow + 32;
  const bottom = top + timeline.lanes.length * laneHeight;
  const parts = [
    ...timeline.ticks.map(
      ({ day, label }) =>
        html`<path class="t-grid" d="M${x(day)} ${top}V${bottom}"/><text class="t-soft" x="${x(day)}" y="${bottom + 15}" text-anchor="middle">${label}</text>`,
    ),
    ...timeline.lanes.map((lane, index) => {
      const step = view.steps[index];
      return step && laneParts(lane, step, top + index * laneHeight, x);
    }),
    ...letters.map(
      ({ letter, at: left, row, ahead }) =>
        html`<path class="t-flag${ahead ? '' : ' t-past'}" d="M${left} ${(row + 1) * letterRow + 2}V${bottom}"/><text class="t-letter" x="${left}" y="${(row + 1) * letterRow - 2}" text-anchor="middle">${letter}</text>`,
    ),
    ...timeline.flags
      .filter(({ letter }) => letter === undefined)
      .map(
        ({ day, state }) =>
          html`<path class="t-order${state === 'ahead' ? '' : ' t-past'}" d="M${x(day)} ${top - 2}l-4.5 -8h9z"/>`,
      ),
    today(timeline, x(timeline.today), top, bottom, locale),
  ];
  const description = `${planHeads.at[locale].replace('{at}', at)}. ${view.summary}. ${words.seeTables[locale]}`;
  return html`<div class="scroll" tabindex="0"><svg class="timeline" viewBox="0 0 ${width} ${bottom + 22}" role="img" aria-labelledby="parcours-t parcours-d">
<title id="parcours-t">${words.title[locale]}</title><desc id="parcours-d">${description}</desc>
${joined(parts, '\n')}
</svg></div>
`;
}

/** What the shapes of the chart mean. */
export function timelineLegend(locale: Locale): Html {
  const items = legend.map(
    ([shape, word]) =>
      html`<li><svg class="t-key" viewBox="0 0 28 14" aria-hidden="true" focusable="false">${shape}</svg>${word[locale]}</li>`,
  );
  return html`<ul class="t-legend">${items}</ul>\n`;
}

function laneParts(lane: TimelineLane, step: ParcoursStep, y: number, x: (day: number) => number): Html {
  const middle = y + laneHeight / 2;
  const label = html`<text class="t-label${step.critical ? ' t-critical' : ''}" x="4" y="${middle + 4}">${step.number}. ${shorten(step.label, longestLabel)}<tspan class="t-soft" dx="5">${step.actor}</tspan></text>`;
  const left = step.slack ?? step.verdictLabel;
  const right = html`<text class="t-${step.verdict}${step.critical ? ' t-critical' : ''}" x="${plot.right + 10}" y="${middle + 4}">${left}</text>`;
  const band = html`${step.critical && html`<rect class="t-band" x="0" y="${y}" width="${width}" height="${laneHeight}"/>`}<path class="t-grid" d="M0 ${y + laneHeight}H${width}"/>`;
  return html`${band}${label}${right}${bars(lane, step, middle, x)}`;
}

function bars(lane: TimelineLane, step: ParcoursStep, middle: number, x: (day: number) => number): HtmlValue {
  const { kind, start, end, latestEnd, open } = lane;
  // Of what is over one of both days may not be known: it is drawn on the other.
  const [from, to] = [start ?? end, end ?? start];
  if (from === undefined || to === undefined) return undefined;
  const shapes: Html[] = [];
  if (kind === 'ahead' && latestEnd !== undefined) {
    // Between what is possible and what is allowed: days left over, or days that are missing.
    const late = latestEnd < to;
    const [a, b] = [x(Math.min(to, latestEnd)), x(Math.max(to, latestEnd))];
    if (b > a)
      shapes.push(
        html`<rect class="${late ? 't-missing' : 't-left'}" x="${a}" y="${middle - 4}" width="${round(b - a)}" height="8"/>`,
      );
  }
  const [a, b] = [x(from), x(to)];
  if (b - a < 3) shapes.push(html`<circle class="t-${kind}" cx="${b}" cy="${middle}" r="4"/>`);
  else
    shapes.push(html`<rect class="t-${kind}" x="${a}" y="${middle - 6}" width="${round(b - a)}" height="12" rx="2"/>`);
  if (open) shapes.push(html`<path class="t-open" d="M${round(b + 5)} ${middle - 4}l4 4l-4 4"/>`);
  if (kind === 'ahead' && latestEnd !== undefined) {
    const at = x(latestEnd);
    shapes.push(
      html`<path class="t-end${step.critical ? ' t-strong' : ''}" d="M${round(at - 4)} ${middle - 8}h4v16h-4"/>`,
    );
  }
  return shapes;
}

function today({ today: day, from, to }: Timeline, at: number, top: number, bottom: number, locale: Locale): Html {
  const anchor = day - from < (to - from) * 0.06 ? 'start' : to - day < (to - from) * 0.06 ? 'end' : 'middle';
  return html`<path class="t-today" d="M${at} ${top - 13}V${bottom}"/><text class="t-now" x="${at}" y="${top - 17}" text-anchor="${anchor}">${words.today[locale]}</text>`;
}

interface LetterMark {
  readonly letter: string;
  readonly at: number;
  readonly row: number;
  readonly ahead: boolean;
}

/** Letters over the chart, in as few rows as they need. */
function letterMarks({ flags }: Timeline, x: (day: number) => number): { letters: LetterMark[]; rows: number } {
  const last: number[] = [];
  const letters = flags.flatMap(({ letter, day, state }): LetterMark[] => {
    if (letter === undefined) return [];
    const at = x(day);
    const free = last.findIndex((before) => at - before >= letterGap);
    const row = free === -1 ? last.length : free;
    last[row] = at;
    return [{ letter, at, row, ahead: state === 'ahead' }];
  });
  return { letters, rows: last.length };
}

/** The longest labels are cut between words; the table below has them whole. */
const longestLabel = 56;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const words = {
  title: {
    fr: 'Parcours : étapes et échéances dans le temps',
    en: 'Way to referencing: steps and deadlines over time',
  },
  seeTables: { fr: 'Les tableaux qui suivent donnent chaque date.', en: 'The tables below give every date.' },
  today: { fr: 'aujourd’hui', en: 'today' },
  done: { fr: 'fait', en: 'done' },
  ahead: { fr: 'au plus tôt', en: 'at the earliest' },
  open: { fr: 'plus tard, d’une durée inconnue', en: 'later, nobody knows by how much' },
  left: { fr: 'marge', en: 'left over' },
  missing: { fr: 'retard', en: 'late' },
  end: { fr: 'fin au plus tard', en: 'latest end' },
  flag: { fr: 'ouverture ou clôture, nommée plus bas', en: 'opening or closing, named below' },
  order: { fr: 'fenêtre d’une commande, obligation', en: 'window of an order, obligation' },
} as const;

const legend: readonly (readonly [Html, { fr: string; en: string }])[] = [
  [html`<rect class="t-done" x="1" y="1" width="26" height="12" rx="2"/>`, words.done],
  [html`<rect class="t-ahead" x="1" y="1" width="26" height="12" rx="2"/>`, words.ahead],
  [html`<circle class="t-ahead" cx="9" cy="7" r="4"/><path class="t-open" d="M14 3l4 4l-4 4"/>`, words.open],
  [html`<rect class="t-left" x="1" y="3" width="26" height="8"/>`, words.left],
  [html`<rect class="t-missing" x="1" y="3" width="26" height="8"/>`, words.missing],
  [html`<path class="t-end" d="M10 0h4v14h-4"/>`, words.end],
  [
    html`<path class="t-flag" d="M10 0V14"/><text class="t-letter" x="20" y="11" text-anchor="middle">A</text>`,
    words.flag,
  ],
  [html`<path class="t-order" d="M14 11l-4.5 -8h9z"/>`, words.order],
];
