import type { Effects } from '../status/compliance';
import type { Effect, Finding } from './finding';

/** The heaviest effect of a set of findings on each proof and requirement. */
export class EffectMap implements Effects {
  readonly #requirements = new Map<string, Effect>();
  readonly #proofs = new Map<string, Effect>();

  constructor(findings: Iterable<Finding>) {
    for (const { effect, target } of findings) {
      if (effect === undefined || target === undefined) continue;
      if (target.proof !== undefined) heavier(this.#proofs, proofKey(target.scenario ?? '', target.proof), effect);
      else if (target.requirement !== undefined) heavier(this.#requirements, target.requirement, effect);
    }
  }

  onRequirement(requirement: string): Effect | undefined {
    return this.#requirements.get(requirement);
  }

  onProof(scenario: string, proof: string): Effect | undefined {
    return this.#proofs.size === 0 ? undefined : this.#proofs.get(proofKey(scenario, proof));
  }
}

function proofKey(scenario: string, proof: string): string {
  return `${scenario}\n${proof}`;
}

function heavier(map: Map<string, Effect>, key: string, effect: Effect): void {
  if (map.get(key) !== 'incomplete') map.set(key, effect);
}
