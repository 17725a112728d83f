import type { Locale } from '../../messages/say';
import type { Plan } from './make-plan';
import { dateText } from '../../time/moment';
import type { PlanStep } from './plan';

/** Where the dates of a plan stand beside each other. Days are counted since 1970-01-01, in the calendar of Paris. */
export interface Timeline {
  readonly from: number;
  readonly to: number;
  readonly today: number;
  /** First days of months, far enough from each other to be read. */
  readonly ticks: readonly { readonly day: number; readonly label: string }[];
  /** One for each step, in order. */
  readonly lanes: readonly TimelineLane[];
  /** Every known date of the way, in the order of time. */
  readonly flags: readonly TimelineFlag[];
}

/** A day is absent when it is unknown. */
export interface TimelineLane {
  /** Place of the step: 1 to 15. */
  readonly number: number;
  /** `done`: what was; `ahead`: what comes at the earliest; `none`: nothing to draw. */
  readonly kind: 'done' | 'ahead' | 'none';
  readonly start?: number;
  readonly end?: number;
  /** It ends later than `end`: some duration is unknown. */
  readonly open: boolean;
  readonly latestEnd?: number;
}

export interface TimelineFlag {
  /** Id of the deadline. */
  readonly id: string;
  readonly day: number;
  readonly state: 'met' | 'passed' | 'ahead';
  /** `A`, `B`…: closings and openings, which cross the chart and are named in the table below it. */
  readonly letter?: string;
}

/** Days around today that are drawn: a year typed wrong must not squeeze the others into one line. */
const farthest = { behind: 3 * 366, ahead: 6 * 366 };

const mostTicks = 14;

/** @returns undefined when no date of the way is known: there is nothing to draw */
export function timelineOf(plan: Plan, locale: Locale): Timeline | undefined {
  const today = plan.input.now.day;
  const bounds = { from: today - farthest.behind, to: today + farthest.ahead };
  const drawn = (day: number | undefined): number | undefined =>
    day === undefined ? undefined : Math.min(Math.max(day, bounds.from), bounds.to);
  const flags = plan.deadlines.flatMap(({ id, at, state }) => {
    const day = drawn(at?.day);
    return day === undefined || state === 'unknown' ? [] : [{ id, day, state }];
  });
  const written = plan.steps.some(({ written }) => written?.startedOn ?? written?.doneOn ?? written?.plannedOn);
  if (flags.length === 0 && !written) return undefined;
  const lanes = plan.steps.map((step) => lane(step, drawn));
  const days = [
    ...flags.map(({ day }) => day),
    ...lanes.flatMap(({ start, end, latestEnd }) => [start, end, latestEnd]),
  ];
  const known = days.filter((day) => day !== undefined);
  const [first, last] = [Math.min(today, ...known), Math.max(today, ...known)];
  // A little air on both sides, so that no mark stands on the frame.
  const air = Math.max(7, Math.ceil((last - first) * 0.02));
  const [from, to] = [first - air, last + air];
  return { from, to, today, ticks: ticks(from, to, locale), lanes, flags: lettered(flags) };
}

function lane(step: PlanStep, drawn: (day: number | undefined) => number | undefined): TimelineLane {
  const [start, end, latestEnd] = [step.earliestStart, step.earliestEnd, step.latestEnd].map((at) => drawn(at?.day));
  const kind = start === undefined && end === undefined ? 'none' : step.state === 'faite' ? 'done' : 'ahead';
  const days = {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(latestEnd === undefined ? {} : { latestEnd }),
  };
  return { number: step.number, kind, ...days, open: kind === 'ahead' && step.earliestTooEarly };
}

/** Openings and closings are few, one of each milestone; orders may be hundreds and get no letter. */
function lettered(flags: readonly Omit<TimelineFlag, 'letter'>[]): TimelineFlag[] {
  let next = 0;
  return flags.map((flag) =>
    flag.id.startsWith('jalon:') ? { ...flag, letter: String.fromCharCode(65 + next++) } : flag,
  );
}

function ticks(from: number, to: number, locale: Locale): Timeline['ticks'] {
  const [first, last] = [yearOf(from), yearOf(to)];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const months = years
    .flatMap((year) =>
      monthNames[locale].map((name, month) => ({ name, month, year, day: Date.UTC(year, month) / 86_400_000 })),
    )
    .filter(({ day }) => day >= from && day <= to);
  const step = [1, 2, 3, 6].find((each) => months.length / each <= mostTicks) ?? 12;
  return months
    .filter(({ month }) => month % step === 0)
    .map(({ day, name, month, year }, index) => ({
      day,
      label: index === 0 || month === 0 ? `${name} ${year}` : name,
    }));
}

function yearOf(day: number): number {
  return Number(dateText({ day }).slice(0, 4));
}

const monthNames: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
