import type { Requirement, Scenario } from '../catalogue/catalogue';
import { keyText } from './scalar-text';

/** A key to be written: with a value, with keys under it, or empty (to be filled). */
export interface Stub {
  readonly key: string;
  /** YAML source of a scalar value. */
  readonly value?: string;
  readonly children?: readonly Stub[];
  /** Lines of comment under the key. */
  readonly comment?: readonly string[];
}

/** A scenario with a place for each of its proofs. */
export function scenarioStub(scenario: Scenario): Stub {
  return { key: scenario.id, children: [{ key: 'preuves', children: scenario.proofs.map(({ id }) => ({ key: id })) }] };
}

/** A requirement with a place for each of its proofs, and its statement as a comment. */
export function requirementStub(requirement: Requirement): Stub {
  const scenarios = requirement.scenarios.filter((scenario) => scenario.proofs.length > 0).map(scenarioStub);
  return {
    key: requirement.id,
    comment: wrap(requirement.text ?? ''),
    ...(scenarios.length > 0 ? { children: [{ key: 'scenarios', children: scenarios }] } : {}),
  };
}

/** Lines of block YAML, indented by `indent` spaces and `step` more a level. */
export function blockLines(stub: Stub, indent: number, step: number): string[] {
  const margin = ' '.repeat(indent);
  const inner = ' '.repeat(indent + step);
  return [
    `${margin}${keyText(stub.key)}:${stub.value === undefined ? '' : ` ${stub.value}`}`,
    ...(stub.comment ?? []).map((line) => `${inner}# ${line}`),
    ...(stub.children ?? []).flatMap((child) => blockLines(child, indent + step, step)),
  ];
}

/** The same in one line, for flow collections, where a comment has no place. */
export function flowText(stub: Stub): string {
  const value = stub.value ?? (stub.children ? `{ ${stub.children.map(flowText).join(', ')} }` : '[]');
  return `${keyText(stub.key)}: ${value}`;
}

const lineLength = 100;
/** A statement may run over a page; its beginning is enough to know it. */
const longest = 500;

function wrap(text: string): string[] {
  const words = text.replace(/\s+/g, ' ').trim();
  const lines: string[] = [];
  let line = '';
  for (const word of (words.length > longest ? `${words.slice(0, longest)}…` : words).split(' ')) {
    if (line !== '' && line.length + word.length >= lineLength) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
