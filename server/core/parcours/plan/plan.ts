import type { JourneyConfidence, JourneyDelay, JourneyStep } from '../../manifest/journey';
import { journeyData } from '../../manifest/journey-data.generated';
import type { MilestoneId, StepId, StepState } from '../../manifest/journey-ids';
import { calendarDays } from '../calendar-days';
import { delayOf } from '../../facts/known-facts';
import { addDays, daysBetween, earlier, isAfter, later, type Moment } from '../../time/moment';
import type { DeducedStep } from './deduced-step';
import type { KnownMilestone, PlanInput, WrittenStep } from './plan-input';

/** How a step stands against the calendar. */
export type Verdict =
  | 'done'
  | 'notNeeded'
  /** Its closing is over and it is not done. */
  | 'closed'
  /** With the known delays it can not be over in time. */
  | 'late'
  /** Less than a week is left over. */
  | 'tight'
  | 'onTime'
  /** No known date bounds it. */
  | 'unknown';

export interface PlanStep {
  readonly step: JourneyStep;
  /** 1 to 15. */
  readonly number: number;
  readonly state: StepState;
  /** The state is not written: a later step that is under way or done tells it. */
  readonly implied: boolean;
  readonly written?: WrittenStep;
  /** The state is not written: other sections of the dossier tell it. */
  readonly deduced?: DeducedStep;
  /** Delays known for it, all of them; the longest counts. */
  readonly delays: readonly JourneyDelay[];
  /** Calendar days that count; undefined: unknown, counted as none. */
  readonly days: number | undefined;
  /** Where `days` comes from. */
  readonly daysFrom: 'shipped' | 'manifest' | 'unknown';
  readonly earliestStart?: Moment;
  readonly earliestEnd?: Moment;
  readonly latestStart?: Moment;
  readonly latestEnd?: Moment;
  /** Latest start with the shortest of delays that contradict each other. */
  readonly latestStartShortest?: Moment;
  /** Calendar days left over; negative when it can not be done in time. */
  readonly slack?: number;
  /** The closing of the step that is over, if one is. */
  readonly closed?: KnownMilestone;
  /** True when some duration on the way is unknown: the latest dates are then too kind. */
  readonly optimistic: boolean;
  /** True when some duration up to its end is unknown: the earliest end is then too early. */
  readonly earliestTooEarly: boolean;
  /** The same for its earliest start. */
  readonly startTooEarly: boolean;
  /** The weakest datum that the latest dates rest on. */
  readonly confidence: JourneyConfidence;
  readonly verdict: Verdict;
}

/** Fewer days left over than this are few. The tool's own choice, no rule of the programme. */
const tightDays = 7;

interface Draft {
  readonly step: JourneyStep;
  readonly number: number;
  readonly written: WrittenStep | undefined;
  deduced: DeducedStep | undefined;
  state: StepState;
  implied: boolean;
  readonly delays: readonly JourneyDelay[];
  readonly days: number | undefined;
  readonly shortest: number | undefined;
  readonly daysFrom: PlanStep['daysFrom'];
  earliestStart?: Moment | undefined;
  earliestEnd?: Moment | undefined;
  latestStart?: Moment | undefined;
  latestEnd?: Moment | undefined;
  optimistic: boolean;
  earliestTooEarly: boolean;
  startTooEarly: boolean;
  confidence: JourneyConfidence;
}

/**
 * The fifteen steps, forward from now and backward from the closing dates. Latest dates come from the closing dates of
 * the step and of those that wait for it; earliest ones from now, what is done, openings and delays.
 */
export function planSteps(input: PlanInput): PlanStep[] {
  const drafts = new Map(journeyData.etapes.map((step, index) => [step.id, draft(step, index + 1, input)]));
  const inOrder = [...drafts.values()];
  for (const each of [...inOrder].reverse()) imply(each, drafts, input.wave);
  for (const each of inOrder) forward(each, drafts, input);
  for (const each of inOrder.reverse()) backward(each, drafts, input);
  return [...drafts.values()].map((each) => finish(each, input));
}

/** The first unfinished step among those with least days left over. */
export function criticalStep(steps: readonly PlanStep[]): PlanStep | undefined {
  let critical: PlanStep | undefined;
  for (const step of steps) {
    if (isOver(step.state) || step.slack === undefined) continue;
    if (critical?.slack === undefined || step.slack < critical.slack) critical = step;
  }
  return critical;
}

export function isOver(state: StepState): boolean {
  return state === 'faite' || state === 'sans objet';
}

function draft(step: JourneyStep, number: number, input: PlanInput): Draft {
  const written = input.steps.get(step.id);
  const deduced = written ? undefined : input.deduced.get(step.id);
  const delays = (step.delais ?? []).map((id) => delayOf(input.known, id));
  const own = input.delays.get(step.id);
  const known = delays.flatMap((each) => calendarDays(each) ?? []);
  const days = own ?? (known.length > 0 ? Math.max(...known) : undefined);
  return {
    step,
    number,
    written,
    deduced,
    state: written?.state ?? deduced?.state ?? 'à faire',
    implied: false,
    delays,
    days,
    shortest: own === undefined && known.length > 1 ? Math.min(...known) : undefined,
    daysFrom: own !== undefined ? 'manifest' : days === undefined ? 'unknown' : 'shipped',
    optimistic: false,
    earliestTooEarly: false,
    startTooEarly: false,
    confidence: 'vu',
  };
}

/** What comes before a step that has begun is over, unless the manifest says otherwise. */
function imply({ step, state, deduced }: Draft, drafts: ReadonlyMap<StepId, Draft>, wave: number | undefined): void {
  if (state !== 'faite' && state !== 'en cours') return;
  // Evidence is gathered, and orders are signed, long before what comes first is over.
  if (deduced && state === 'en cours') return;
  const ended = state === 'faite' ? prerequisites(step.finit_apres, wave) : [];
  for (const { etape } of [...prerequisites(step.apres, wave), ...ended]) {
    const before = drafts.get(etape);
    if (!before || before.written) continue;
    // What a section says of the very step is worth more than what another step lets one think.
    if (before.deduced && !before.deduced.atLeast) continue;
    before.state = 'faite';
    before.implied = true;
    before.deduced = undefined;
  }
}

function forward(draft: Draft, drafts: ReadonlyMap<StepId, Draft>, input: PlanInput): void {
  const { step, written, deduced, state, days } = draft;
  const startedOn = written?.startedOn ?? deduced?.startedOn;
  if (state === 'sans objet') return;
  if (state === 'faite') {
    draft.earliestStart = startedOn;
    draft.earliestEnd = written?.doneOn ?? deduced?.doneOn;
    return;
  }
  let start = input.now;
  for (const { etape } of prerequisites(step.apres, input.wave)) start = later(start, drafts.get(etape)?.earliestEnd);
  start = later(start, at(input, step.ouvre));
  // That something of it is there says neither when it began nor how much is left.
  const under = state === 'en cours' && (!deduced || startedOn !== undefined);
  if (under) start = startedOn ?? input.now;
  // Of a step under way since nobody knows when, nobody knows what is left either.
  const left = under && !startedOn ? 0 : (days ?? 0);
  let end = later(addDays(start, left), input.now);
  for (const { etape } of prerequisites(step.finit_apres, input.wave)) end = later(end, drafts.get(etape)?.earliestEnd);
  draft.earliestStart = start;
  draft.earliestEnd = end;
  const tooEarly = (list: JourneyStep['apres']) =>
    !under && prerequisites(list, input.wave).some(({ etape }) => drafts.get(etape)?.earliestTooEarly);
  draft.startTooEarly = tooEarly(step.apres);
  draft.earliestTooEarly =
    days === undefined || (under && !startedOn) || draft.startTooEarly || tooEarly(step.finit_apres);
}

function backward(draft: Draft, drafts: ReadonlyMap<StepId, Draft>, input: PlanInput): void {
  const { step, state } = draft;
  let end: Moment | undefined;
  const limit = (bound: Moment | undefined, confidence: JourneyConfidence, optimistic: boolean) => {
    if (!bound) return;
    if (earlier(end, bound) !== end) {
      end = bound;
      draft.confidence = confidence;
      draft.optimistic = optimistic;
    }
  };
  const closing = step.clot_fin && input.milestones.get(step.clot_fin);
  if (closing) limit(closing.at, confidenceOf(closing), false);
  for (const next of drafts.values()) {
    if (isOver(next.state)) continue;
    for (const [list, bound] of [
      [next.step.apres, next.state === 'en cours' ? next.latestEnd : next.latestStart],
      [next.step.finit_apres, next.latestEnd],
    ] as const) {
      const link = prerequisites(list, input.wave).find(({ etape }) => etape === step.id);
      if (link) limit(bound, weakest(link.confiance, next.confidence), next.optimistic || next.days === undefined);
    }
  }
  draft.latestEnd = end;
  const opening = step.clot_debut && input.milestones.get(step.clot_debut);
  const fromEnd = end && addDays(end, -(draft.days ?? 0));
  draft.latestStart = earlier(fromEnd, opening?.at);
  if (opening?.at && draft.latestStart !== fromEnd) {
    draft.confidence = confidenceOf(opening);
    draft.optimistic = false;
  }
  if (isOver(state)) {
    draft.latestStart = undefined;
    draft.latestEnd = undefined;
  }
}

function finish(draft: Draft, input: PlanInput): PlanStep {
  const { step, number, state, implied, written, deduced, delays, days, shortest, daysFrom, latestStart, latestEnd } =
    draft;
  const { earliestStart, earliestEnd, optimistic, earliestTooEarly, startTooEarly, confidence } = draft;
  const closed = isOver(state) ? undefined : closedMilestone(draft, input);
  const slack = slackOf(draft);
  const latestStartShortest =
    shortest !== undefined && latestEnd
      ? earlier(addDays(latestEnd, -shortest), at(input, step.clot_debut))
      : undefined;
  const dates = {
    ...(earliestStart && { earliestStart }),
    ...(earliestEnd && { earliestEnd }),
    ...(latestStart && { latestStart }),
    ...(latestEnd && { latestEnd }),
    ...(latestStartShortest && { latestStartShortest }),
    ...(slack !== undefined && { slack }),
    ...(closed && { closed }),
    ...(written && { written }),
    ...(deduced && { deduced }),
  };
  const verdict = verdictOf(state, closed !== undefined, slack);
  return {
    step,
    number,
    state,
    implied,
    delays,
    days,
    daysFrom,
    optimistic,
    earliestTooEarly,
    startTooEarly,
    confidence,
    verdict,
    ...dates,
  };
}

function slackOf({ state, earliestStart, earliestEnd, latestStart, latestEnd }: Draft): number | undefined {
  if (isOver(state) || !earliestStart || !earliestEnd) return undefined;
  const bounds: number[] = [];
  // A step under way has met what closes its start.
  if (latestStart && state !== 'en cours') bounds.push(daysBetween(earliestStart, latestStart));
  if (latestEnd) bounds.push(daysBetween(earliestEnd, latestEnd));
  return bounds.length > 0 ? Math.min(...bounds) : undefined;
}

function closedMilestone({ step, state }: Draft, input: PlanInput): KnownMilestone | undefined {
  const ids = [state === 'en cours' ? undefined : step.clot_debut, step.clot_fin];
  for (const id of ids) {
    const milestone = id && input.milestones.get(id);
    if (milestone?.at && isAfter(input.now, milestone.at)) return milestone;
  }
  return undefined;
}

function verdictOf(state: StepState, closed: boolean, slack: number | undefined): Verdict {
  if (state === 'faite') return 'done';
  if (state === 'sans objet') return 'notNeeded';
  if (closed) return 'closed';
  if (slack === undefined) return 'unknown';
  if (slack < 0) return 'late';
  return slack < tightDays ? 'tight' : 'onTime';
}

/** Without a known wave, only what holds in every wave. */
function prerequisites(list: JourneyStep['apres'], wave: number | undefined): NonNullable<JourneyStep['apres']> {
  return (list ?? []).filter(({ vagues }) => !vagues || (wave !== undefined && vagues.includes(wave)));
}

function at(input: PlanInput, id: MilestoneId | undefined): Moment | undefined {
  return id && input.milestones.get(id)?.at;
}

/** A date that the user wrote is theirs to vouch for. */
function confidenceOf(milestone: KnownMilestone): JourneyConfidence {
  return milestone.origin === 'shipped' ? milestone.shipped.confiance : 'vu';
}

const strength: readonly JourneyConfidence[] = ['tierce', 'deduit', 'vu'];

function weakest(a: JourneyConfidence, b: JourneyConfidence): JourneyConfidence {
  return strength.indexOf(a) < strength.indexOf(b) ? a : b;
}
