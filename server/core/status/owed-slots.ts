import type { ProofCompliance, RequirementCompliance, ScenarioCompliance } from './compliance';
import { sumCounts, type Status } from './status';

/** Whether something is still to be done: it is to be provided, to be put right, or to be looked at again. */
export function isOwed(status: Status): boolean {
  return status === 'toProvide' || status === 'incomplete' || status === 'toReview';
}

/** A scenario for which something is owed. */
export interface OwedScenario {
  readonly state: ScenarioCompliance;
  readonly slots: readonly OwedSlot[];
  /** Another of the same requirement would do instead. */
  readonly isAlternative: boolean;
}

export interface OwedSlot {
  readonly proof: ProofCompliance;
  /** As it is owed: a proof of a choice of which nothing is begun is to be provided. */
  readonly status: Status;
  /** It is one of several of which one is enough, and none is begun. */
  readonly isOneOf: boolean;
}

/** What is owed for a requirement, by scenario. */
export function owedScenarios({ status, scenarios, counts }: RequirementCompliance): OwedScenario[] {
  if (!isOwed(status)) return [];
  // What the requirement owes beside its scenarios is one of those of which one is enough: each of them may be played.
  const isChoiceOwed = counts.toProvide > sumCounts(scenarios.map((one) => one.counts)).toProvide;
  return scenarios.flatMap((state) => {
    const own = owedScenario(state);
    if (own.length > 0 || !isChoiceOwed || state.scenario.mode !== 'au_moins_un') return own;
    return owedScenario({ ...state, status: 'toProvide' }, true);
  });
}

/** What is owed for a scenario; none where nothing is. */
export function owedScenario(state: ScenarioCompliance, isAlternative = false): OwedScenario[] {
  const { status, proofs } = state;
  if (!isOwed(status)) return [];
  const owed = proofs.filter((one) => isOwed(one.status));
  // One of several cases is owed, and none is begun: all of them are told.
  const told = owed.length > 0 ? owed : proofs.filter((one) => one.status === 'nothingExpected');
  const slots = told.map((proof) => ({
    proof,
    status: proof.status === 'nothingExpected' ? 'toProvide' : proof.status,
    isOneOf: owed.length === 0,
  }));
  return slots.length === 0 ? [] : [{ state, slots, isAlternative }];
}
