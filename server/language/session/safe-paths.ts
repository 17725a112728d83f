import { safePiecePath } from '../../core/evidence/evidence-path';

/** Paths kept; every state of a path being typed is one. */
const mostKept = 100_000;

/** Normal forms of written paths, each worked out once: a dossier has thousands, and they are looked up at every batch. */
export class SafePaths {
  readonly #kept = new Map<string, string | undefined>();

  /** The normal form of a path as it is written, or undefined when it is refused (see `pathFault`). */
  of(written: string): string | undefined {
    const kept = this.#kept.get(written);
    if (kept !== undefined || this.#kept.has(written)) return kept;
    const path = safePiecePath(written);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(written, path);
    return path;
  }
}
