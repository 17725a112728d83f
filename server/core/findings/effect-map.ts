import type { Effects } from '../status/compliance';
import type { Effect, Finding } from './finding';

/** The heaviest effect of a set of findings on each proof and requirement. */
export class EffectMap implements Effects {
  readonly #requirements = new Map<string, Effect>();
  readonly #proofs = new Map<string, Effect>();
  #scenarios: ReadonlyMap<string, string> | undefined;

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

  onScenario(scenario: string): string {
    this.#scenarios ??= byScenario(this.#proofs);
    return this.#scenarios.get(scenario) ?? '';
  }
}

/** The effects by scenario, each as one text. */
function byScenario(proofs: ReadonlyMap<string, Effect>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [key, effect] of [...proofs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const scenario = key.slice(0, key.indexOf('\n'));
    texts.set(scenario, `${texts.get(scenario) ?? ''}${key.slice(scenario.length)}:${effect}`);
  }
  return texts;
}

function proofKey(scenario: string, proof: string): string {
  return `${scenario}\n${proof}`;
}

function heavier(map: Map<string, Effect>, key: string, effect: Effect): void {
  if (map.get(key) !== 'incomplete') map.set(key, effect);
}
