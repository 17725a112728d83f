import { CancelledError, type Cancellation } from '../../core/ports/cancellation';
import { normalisePath, pathFault } from '../../core/workspace/evidence-path';
import type { Editor, WatchedEvidence } from './ports';

/** Looks at evidence in the background, one dossier after the other; each path once until it is told to have changed. */
export class EvidenceScans {
  readonly #cited = new Map<string, Set<string>>();
  readonly #waiting = new Map<string, Set<string>>();
  readonly #token = { isCancellationRequested: false };
  #running: Promise<void> | undefined;

  constructor(
    readonly evidence: WatchedEvidence,
    readonly editor: Pick<Editor, 'watch' | 'logError'>,
  ) {}

  /** The paths that a dossier cites, as they are written. Those not looked at yet are. */
  cite(rootUri: string, written: readonly string[]): void {
    const cited = this.#cited.get(rootUri) ?? new Set();
    const before = cited.size;
    const unknown: string[] = [];
    for (const one of written) {
      if (pathFault(one) !== undefined) continue;
      const path = normalisePath(one);
      if (cited.has(path)) continue;
      cited.add(path);
      unknown.push(path);
    }
    if (cited.size === before) return;
    this.#cited.set(rootUri, cited);
    this.editor.watch(rootUri, watchGlobs(cited));
    this.#queue(rootUri, unknown);
  }

  /** A file or a folder changed, came or went; `path` is relative to the dossier's folder. */
  changed(rootUri: string, path: string): void {
    const key = path.toLowerCase();
    const touched = [...(this.#cited.get(rootUri) ?? [])].filter((one) => {
      const cited = one.toLowerCase();
      return cited === key || cited.startsWith(`${key}/`);
    });
    this.#queue(rootUri, touched);
  }

  /** Looks at everything again, in the background. */
  all(): void {
    for (const [rootUri, cited] of this.#cited) this.#queue(rootUri, [...cited]);
  }

  /** Looks at everything that a dossier cites again, and waits for it. */
  async again(rootUri: string, token: Cancellation): Promise<void> {
    await this.evidence.scan(rootUri, [...(this.#cited.get(rootUri) ?? [])], token);
  }

  knows(rootUri: string): boolean {
    return this.#cited.has(rootUri);
  }

  roots(): string[] {
    return [...this.#cited.keys()];
  }

  /** Resolves when nothing waits to be looked at. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  dispose(): void {
    this.#token.isCancellationRequested = true;
    this.#waiting.clear();
  }

  #queue(rootUri: string, paths: readonly string[]): void {
    if (paths.length === 0 || this.#token.isCancellationRequested) return;
    const waiting = this.#waiting.get(rootUri) ?? new Set();
    for (const path of paths) waiting.add(path);
    this.#waiting.set(rootUri, waiting);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    for (;;) {
      const [next] = this.#waiting;
      if (!next) return;
      const [rootUri, paths] = next;
      this.#waiting.delete(rootUri);
      try {
        await this.evidence.scan(rootUri, [...paths], this.#token);
      } catch (error) {
        if (!(error instanceof CancelledError)) this.editor.logError(error);
      }
    }
  }
}

/** The folders at the top that hold evidence, and evidence that lies at the top itself. */
function watchGlobs(paths: Iterable<string>): string[] {
  const globs = new Set<string>();
  for (const path of paths) {
    const slash = path.indexOf('/');
    // Characters that a glob takes for its own stand for any one character.
    const first = (slash < 0 ? path : path.slice(0, slash)).replace(/[*?[\]{}!()]/g, '?');
    globs.add(slash < 0 ? first : `${first}/**`);
  }
  return [...globs].sort();
}
