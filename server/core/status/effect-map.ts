import type { Effects } from './compliance';
import type { Effect, Finding } from '../findings/finding';

/** The heaviest effect of a set of findings on each proof, scenario and requirement, by what each finding is about. */
export class EffectMap implements Effects {
  readonly #requirements = new Map<string, Effect>();
  readonly #scenarios = new Map<string, Effect>();
  readonly #proofs = new Map<string, Effect>();
  #texts: ReadonlyMap<string, string> | undefined;

  constructor(findings: Iterable<Finding>) {
    for (const { effect, target } of findings) {
      if (effect === undefined || target === undefined) continue;
      const { requirement, scenario, proof } = target;
      if (proof !== undefined) heavier(this.#proofs, proofKey(scenario ?? '', proof), effect);
      else if (scenario !== undefined) heavier(this.#scenarios, scenario, effect);
      else if (requirement !== undefined) heavier(this.#requirements, requirement, effect);
    }
  }

  onRequirement(requirement: string): Effect | undefined {
    return this.#requirements.get(requirement);
  }

  onScenario(scenario: string): Effect | undefined {
    return this.#scenarios.get(scenario);
  }

  onProof(scenario: string, proof: string): Effect | undefined {
    return this.#proofs.size === 0 ? undefined : this.#proofs.get(proofKey(scenario, proof));
  }

  textOfScenario(scenario: string): string {
    this.#texts ??= byScenario(this.#scenarios, this.#proofs);
    return this.#texts.get(scenario) ?? '';
  }
}

/** The effects by scenario, each as one text. */
function byScenario(
  scenarios: ReadonlyMap<string, Effect>,
  proofs: ReadonlyMap<string, Effect>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>(scenarios);
  for (const [key, effect] of [...proofs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const scenario = key.slice(0, key.indexOf('\n'));
    texts.set(scenario, `${texts.get(scenario) ?? ''}${key.slice(scenario.length)}:${effect}`);
  }
  return texts;
}

export function proofKey(scenario: string, proof: string): string {
  return `${scenario}\n${proof}`;
}

function heavier(map: Map<string, Effect>, key: string, effect: Effect): void {
  if (map.get(key) !== 'incomplete') map.set(key, effect);
}
