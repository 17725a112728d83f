import { shippedFacts, type KnownFacts } from '../../facts/known-facts';
import type { ParsedManifest } from '../../manifest/parse-manifest';
import { deadlines, type Deadline } from './deadlines';
import { milestoneIds } from '../../manifest/journey-ids';
import { moment, type Moment } from '../../time/moment';
import {
  completeFile,
  oldestAdmissibleOrder,
  orderWindows,
  type CompleteFile,
  type OrderWindow,
} from './order-windows';
import { criticalStep, planSteps, type PlanStep } from './plan';
import { planInput, type PlanInput } from './plan-input';
import type { Regime } from '../../regimes/regime';
import type { ProofFacts } from './proof-facts';

/** The way of one dossier as it stands at a moment. */
export interface Plan {
  readonly input: PlanInput;
  readonly steps: readonly PlanStep[];
  /** The regime of the dossier, where nobody told its steps: those that the dossier writes are all there are. */
  readonly unknownSteps?: Regime;
  readonly critical: PlanStep | undefined;
  readonly deadlines: readonly Deadline[];
  readonly orders: readonly OrderWindow[];
  readonly completeFile: CompleteFile | undefined;
  readonly oldestAdmissibleOrder: Moment | undefined;
}

/**
 * Computes the plan of a main manifest. A moment without hour is the beginning of that day.
 * @param proofs what the proofs of the dossier tell of its steps; absent where only the main manifest was read
 * @param facts with the data packages of the team; what ships, where there are none
 */
export function makePlan(
  parsed: ParsedManifest,
  now: Moment,
  proofs?: ProofFacts,
  facts: KnownFacts = shippedFacts,
): Plan {
  const input = planInput(parsed, now, milestoneIds, facts, proofs);
  const all = planSteps(input);
  const regime = input.dispositif === undefined ? undefined : facts.regimes.regimeOf(input.dispositif);
  const unknownSteps = regime?.etapes === 'inconnues' ? regime : undefined;
  // The steps of another regime are not those of this one: only what the dossier itself writes is shown.
  const steps = unknownSteps ? all.filter(({ written }) => written) : all;
  const dates = deadlines(input, (id) => all.find(({ step }) => step.id === id)?.state);
  return {
    input,
    ...(unknownSteps ? { unknownSteps } : {}),
    steps,
    critical: criticalStep(steps),
    deadlines: unknownSteps ? dates.filter(({ at }) => at !== undefined) : dates,
    orders: orderWindows(input),
    completeFile: completeFile(input),
    oldestAdmissibleOrder: oldestAdmissibleOrder(input),
  };
}

interface Kept {
  readonly facts: KnownFacts;
  readonly today: string;
  readonly plan: Plan;
}
const kept = new WeakMap<ParsedManifest, Kept>();

/** The plan as rules see it: once for each text, day and set of facts. @param today `YYYY-MM-DD` */
export function planOn(parsed: ParsedManifest, today: string, facts: KnownFacts): Plan | undefined {
  const known = kept.get(parsed);
  if (known?.today === today && known.facts === facts) return known.plan;
  const now = moment(today);
  if (!now) return undefined;
  const plan = makePlan(parsed, now, undefined, facts);
  kept.set(parsed, { today, plan, facts });
  return plan;
}
