import type { CdaUnverified, CdaUnverifiedReason } from '../../core/evidence/cda-control';

/** Names that one reason gives. */
const mostNames = 20;

/** What a control could not tell of a document, and why. */
export class Unverified {
  readonly #names = new Map<CdaUnverifiedReason, Set<string>>();

  add(reason: CdaUnverifiedReason, ...names: readonly string[]): void {
    const known = this.#names.get(reason) ?? new Set<string>();
    for (const name of names) known.add(name);
    this.#names.set(reason, known);
  }

  list(): CdaUnverified[] {
    return [...this.#names].map(([reason, names]) => ({
      reason,
      names: [...names].slice(0, mostNames).map((name) => name.slice(0, 300)),
    }));
  }
}
