import type { JourneyFacts, MilestoneFacts, StepFacts } from '../../manifest/journey-facts';
import type { ParsedManifest } from '../../manifest/parse-manifest';
import type { JourneyMilestone } from '../../manifest/journey';
import type { MilestoneId, StepId, StepState } from '../../manifest/journey-ids';
import { stepStates } from '../../manifest/journey-ids';
import { dispositifOf, type KnownFacts } from '../../facts/known-facts';
import { moment, type Moment } from '../../time/moment';
import { deduceSteps } from './deduce-steps';
import type { DeducedStep } from './deduced-step';
import type { ProofFacts } from './proof-facts';

/** A milestone as it counts for one dossier: the user's date when there is one, else the one that ships. */
export type KnownMilestone = {
  readonly id: MilestoneId;
  /** What ships, also when the user's date wins. */
  readonly shipped?: JourneyMilestone;
  readonly written?: MilestoneFacts;
} & (
  | { readonly origin: 'manifest'; readonly at: Moment; readonly written: MilestoneFacts }
  | { readonly origin: 'shipped'; readonly at: Moment; readonly shipped: JourneyMilestone }
  | { readonly origin: 'unknown'; readonly at: undefined }
);

export interface WrittenStep {
  readonly state: StepState;
  readonly startedOn?: Moment;
  readonly doneOn?: Moment;
  readonly plannedOn?: Moment;
  readonly facts: StepFacts;
}

export interface PlanOrder {
  readonly client: string;
  readonly signedOn: Moment;
  readonly reference?: string;
  readonly cancelled: boolean;
  /** Place among the manifest's orders. */
  readonly index: number;
}

/** All that a plan is computed from. */
export interface PlanInput {
  /** The facts that it rests on. */
  readonly known: KnownFacts;
  readonly dispositif: string | undefined;
  /** Name and version: what tells two dossiers for one dispositif apart. */
  readonly software?: string;
  /** Undefined when the dispositif is unknown: prerequisites that depend on it are then left out. */
  readonly wave: number | undefined;
  readonly milestones: ReadonlyMap<MilestoneId, KnownMilestone>;
  readonly steps: ReadonlyMap<StepId, WrittenStep>;
  /** What the other sections tell of steps, also of those that are written. */
  readonly deduced: ReadonlyMap<StepId, DeducedStep>;
  /** Calendar days, by step. */
  readonly delays: ReadonlyMap<string, number>;
  readonly orders: readonly PlanOrder[];
  readonly plannedFiling: Moment | undefined;
  readonly marketedOn: Moment | undefined;
  readonly intrusionTestOn: Moment | undefined;
  readonly exchanges: readonly { readonly receivedOn: Moment; readonly answered: boolean; readonly subject?: string }[];
  readonly now: Moment;
}

/**
 * Reads what a main manifest says for the plan. Values that are no date are left out: other rules report them.
 * @param proofs what the proofs tell, where the whole dossier was read
 */
export function planInput(
  parsed: ParsedManifest,
  now: Moment,
  milestoneIds: readonly MilestoneId[],
  facts: KnownFacts,
  proofs?: ProofFacts,
): PlanInput {
  const dispositif = parsed.dossier?.facts.dispositif?.value;
  const known = dispositifOf(facts, dispositif);
  const journey = parsed.journey?.facts;
  const test = parsed.administrative?.facts.values.find(({ key }) => key === 'test_intrusion.date');
  const software = [parsed.software?.facts.name?.value, parsed.software?.facts.version?.value];
  return {
    known: facts,
    dispositif,
    ...(software[0] === undefined ? {} : { software: software.filter(Boolean).join(' ') }),
    wave: known?.vague,
    milestones: new Map(milestoneIds.map((id) => [id, knownMilestone(id, known?.jalons ?? [], journey)])),
    steps: new Map((journey?.steps ?? []).flatMap((facts) => writtenStep(facts))),
    deduced: deduceSteps(parsed, now, proofs),
    delays: new Map(
      (journey?.delays ?? []).flatMap(({ id, days }) =>
        /^\d{1,4}$/.test(days.value) ? [[id, Number(days.value)]] : [],
      ),
    ),
    orders: parsed.orders.flatMap(({ facts }, index) => {
      const signedOn = read(facts.signedOn?.value);
      if (!signedOn) return [];
      const value = (key: string) => facts.values.find((each) => each.key === key)?.value;
      const reference = value('reference');
      return [
        {
          client: facts.client?.value ?? '',
          signedOn,
          cancelled: value('annulee_le') !== undefined,
          index,
          ...(reference === undefined ? {} : { reference }),
        },
      ];
    }),
    plannedFiling: read(parsed.dossier?.facts.plannedFiling?.value),
    marketedOn: read(journey?.marketedOn?.value),
    intrusionTestOn: read(test?.value),
    exchanges: (journey?.exchanges ?? []).flatMap(({ receivedOn, answeredOn, subject }) => {
      const at = read(receivedOn?.value);
      if (!at) return [];
      return [{ receivedOn: at, answered: answeredOn !== undefined, ...(subject ? { subject: subject.value } : {}) }];
    }),
    now,
  };
}

function knownMilestone(
  id: MilestoneId,
  shippedOnes: readonly JourneyMilestone[],
  journey: JourneyFacts | undefined,
): KnownMilestone {
  const shipped = shippedOnes.find((each) => each.id === id);
  const written = journey?.milestones.find((each) => each.id === id);
  const both = { id, ...(shipped ? { shipped } : {}), ...(written ? { written } : {}) };
  const own = written && read(written.date?.value, written.time?.value);
  if (own) return { ...both, at: own, origin: 'manifest', written };
  const at = shipped && !shipped.a_confirmer ? read(shipped.date ?? undefined, shipped.heure) : undefined;
  return at && shipped ? { ...both, at, origin: 'shipped', shipped } : { ...both, at: undefined, origin: 'unknown' };
}

function writtenStep(facts: StepFacts): [StepId, WrittenStep][] {
  const state = stepStates.find((each) => each === facts.state?.value);
  if (state === undefined) return [];
  const [startedOn, doneOn, plannedOn] = [facts.startedOn, facts.doneOn, facts.plannedOn].map((at) => read(at?.value));
  const dates = { ...(startedOn && { startedOn }), ...(doneOn && { doneOn }), ...(plannedOn && { plannedOn }) };
  return [[facts.id, { state, ...dates, facts }]];
}

function read(date: string | undefined, time?: string): Moment | undefined {
  return date === undefined ? undefined : moment(date, time);
}
