import type { Random } from './random';

/** One kind of input, what makes cases of it, and what has to hold of each. */
export interface FuzzTarget {
  readonly name: string;
  /** Share of the time, beside those of the others. */
  readonly weight: number;
  prepare(): Promise<PreparedTarget> | PreparedTarget;
}

export interface PreparedTarget {
  /**
   * Makes the case that these numbers give, and tries it.
   * @returns what came of it: the same for the same case
   * @throws anything, where something that has to hold does not
   */
  run(random: Random): unknown;
  /** The input of a case, to be looked at and kept. */
  input?(random: Random): string | Uint8Array;
  dispose?(): Promise<void> | void;
}

/** Something that has to hold of every case and did not. */
export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
}

export function hold(condition: boolean, rule: string): asserts condition {
  if (!condition) throw new BrokenRule(rule);
}
