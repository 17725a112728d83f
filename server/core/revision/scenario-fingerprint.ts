import type { Scenario } from '../catalogue/catalogue';
import { fingerprint } from '../catalogue/fingerprint';

/**
 * Fingerprint of what a core-business scenario asks: its words, its steps and its expected proofs. It stands under no
 * requirement whose fingerprint could tell that it changed.
 * @returns undefined when nothing of it is known
 */
export function scenarioFingerprint(scenario: Scenario): string | undefined {
  const words = [
    scenario.text,
    ...scenario.steps.map(({ text }) => text),
    ...scenario.proofs.map((one) => one.expected),
  ];
  if (words.every((one) => one === undefined || one.trim() === '')) return undefined;
  return fingerprint({ text: scenario.name ?? '', scenarios: [scenario] });
}
