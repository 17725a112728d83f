import type { Requirement, Scenario } from '../../core/catalogue/catalogue';
import { yamlText } from '../yaml-text';
import { caret } from './offer';

/**
 * The lines to write for an entry, the cursor on the first expected proof. Proofs are left empty: they are *à fournir*.
 * @param column column at which the entry's key stands
 */
export function requirementStub(requirement: Requirement, column: number, newline: string): string {
  const lines = [`${yamlText(requirement.id)}:`];
  if (requirement.fingerprint !== undefined) lines.push(`  empreinte: ${fingerprintText(requirement.fingerprint)}`);
  if (requirement.scenarios.length > 0) {
    lines.push('  scenarios:');
    for (const scenario of requirement.scenarios) lines.push(...scenarioLines(scenario).map((line) => `    ${line}`));
  }
  return joined(lines, column, newline);
}

/** The same for a scenario. */
export function scenarioStub(scenario: Scenario, column: number, newline: string): string {
  return joined(scenarioLines(scenario), column, newline);
}

function scenarioLines(scenario: Scenario): string[] {
  if (scenario.proofs.length === 0) return [`${yamlText(scenario.id)}:`];
  return [`${yamlText(scenario.id)}:`, '  preuves:', ...scenario.proofs.map(({ id }) => `    ${yamlText(id)}:`)];
}

/** Digits alone are quoted, so that no other reader takes them for a number. */
export function fingerprintText(fingerprint: string): string {
  return yamlText(fingerprint);
}

function joined(lines: readonly string[], column: number, newline: string): string {
  const margin = ' '.repeat(column);
  const deepest = Math.max(...lines.map(indentOf));
  const first = lines.findIndex((line) => indentOf(line) === deepest);
  return lines.map((line, index) => (index === first ? line + caret : line)).join(newline + margin);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
