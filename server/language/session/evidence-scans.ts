import { commonPath } from '../../core/evidence/evidence-path';
import { evidenceFolderOf, touchesFolder, type EvidenceFolder } from '../../core/evidence/evidence-folders';
import { CancelledError, type Cancellation } from '../../core/ports/cancellation';
import { SafePaths } from './safe-paths';
import type { Editor, WatchedEvidence } from './ports';

interface Slice {
  readonly rootUri: string;
  readonly paths: readonly string[];
  readonly folders: readonly EvidenceFolder[];
}

/** Paths looked at before the most urgent dossier is chosen again. */
const sliceLength = 500;

interface Waiting {
  readonly paths: Set<string>;
  readonly folders: Set<EvidenceFolder>;
}

/**
 * Looks at evidence and at what lies beside it in the background, one dossier after the other, the urgent ones first; each
 * path and folder once until it is told to have changed.
 */
export class EvidenceScans {
  readonly #paths = new SafePaths();
  readonly #cited = new Map<string, Set<string>>();
  /** The cited paths at and under each path in lower case, since a change elsewhere may be one of thousands. */
  readonly #under = new Map<string, Map<string, string[]>>();
  /** Folders of the cited files, by path. */
  readonly #folders = new Map<string, Map<string, EvidenceFolder>>();
  /** Folders of schemas that the evidence of each dossier was held against. */
  readonly #controls = new Map<string, string | undefined>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #cancellation = { isCancellationRequested: false };
  #running: Promise<void> | undefined;

  constructor(
    readonly evidence: WatchedEvidence,
    readonly editor: Pick<Editor, 'watch' | 'logError'>,
    /** Whether the user looks at something of this dossier now. */
    readonly isUrgent: (rootUri: string) => boolean,
  ) {}

  /** The paths that a dossier cites, as they are written. Those not looked at yet are. */
  cite(rootUri: string, written: readonly string[]): void {
    const cited = this.#cited.get(rootUri) ?? new Set();
    const before = cited.size;
    const unknown: string[] = [];
    for (const one of written) {
      const path = this.#paths.of(one);
      if (path === undefined || cited.has(path)) continue;
      cited.add(path);
      unknown.push(path);
    }
    const control = this.evidence.controlFolderOf?.(rootUri);
    const otherControl = before > 0 && this.#controls.get(rootUri) !== control;
    this.#controls.set(rootUri, control);
    // What is known was held against other schemas, or against none.
    if (otherControl) this.#queue(rootUri, [...cited], []);
    if (cited.size === before) return;
    this.#cited.set(rootUri, cited);
    this.#index(rootUri, unknown);
    this.editor.watch(rootUri, watchGlobs(cited));
    this.#queue(rootUri, unknown, this.#newFolders(rootUri, unknown));
  }

  /**
   * A file or a folder changed, came or went.
   * @param path relative to the dossier's folder
   * @param stays what is there under this name is only another content
   */
  changed(rootUri: string, path: string, stays = false): void {
    // A DVC stub says something of the file or folder beside it.
    const named = path.toLowerCase().replace(/\.dvc$/, '');
    const touched = this.#under.get(rootUri)?.get(named) ?? [];
    const folders = stays ? [] : this.#foldersOf(rootUri).filter((folder) => touchesFolder(folder, path));
    this.#queue(rootUri, touched, folders);
  }

  /** Looks at everything again, in the background. */
  all(): void {
    for (const [rootUri, cited] of this.#cited) this.#queue(rootUri, [...cited], this.#foldersOf(rootUri));
  }

  /** Looks again at the pieces of common folders, in the background. */
  shared(): void {
    for (const [rootUri, cited] of this.#cited)
      this.#queue(
        rootUri,
        [...cited].filter((path) => commonPath(path) !== undefined),
        [],
      );
  }

  /** Looks at everything that a dossier cites again, and waits for it. */
  async again(rootUri: string, cancellation: Cancellation): Promise<void> {
    await this.evidence.scan(rootUri, [...(this.#cited.get(rootUri) ?? [])], cancellation);
    await this.evidence.list(rootUri, this.#foldersOf(rootUri), cancellation);
  }

  /** Looks again at some paths, as they are written, and waits for it. */
  async look(rootUri: string, written: readonly string[], cancellation: Cancellation): Promise<void> {
    await this.evidence.scan(
      rootUri,
      written.flatMap((one) => this.#paths.of(one) ?? []),
      cancellation,
    );
  }

  /** How many paths wait to be looked at. */
  get remaining(): number {
    let count = 0;
    for (const { paths } of this.#waiting.values()) count += paths.size;
    return count;
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
    this.#cancellation.isCancellationRequested = true;
    this.#waiting.clear();
  }

  #foldersOf(rootUri: string): EvidenceFolder[] {
    return [...(this.#folders.get(rootUri)?.values() ?? [])];
  }

  #newFolders(rootUri: string, paths: readonly string[]): EvidenceFolder[] {
    const known = this.#folders.get(rootUri) ?? new Map<string, EvidenceFolder>();
    this.#folders.set(rootUri, known);
    const before = known.size;
    for (const path of paths) {
      const folder = evidenceFolderOf(path);
      if (folder && !known.has(folder.path)) known.set(folder.path, folder);
    }
    return [...known.values()].slice(before);
  }

  #queue(rootUri: string, paths: readonly string[], folders: readonly EvidenceFolder[]): void {
    if ((paths.length === 0 && folders.length === 0) || this.#cancellation.isCancellationRequested) return;
    const waiting = this.#waiting.get(rootUri) ?? { paths: new Set(), folders: new Set() };
    for (const path of paths) waiting.paths.add(path);
    for (const folder of folders) waiting.folders.add(folder);
    this.#waiting.set(rootUri, waiting);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    for (let slice = this.#nextSlice(); slice; slice = this.#nextSlice()) {
      const { rootUri, paths, folders } = slice;
      try {
        if (paths.length > 0) await this.evidence.scan(rootUri, paths, this.#cancellation);
        if (folders.length > 0) await this.evidence.list(rootUri, folders, this.#cancellation);
      } catch (error) {
        if (!(error instanceof CancelledError)) this.editor.logError(error);
      }
    }
  }

  /** Some paths of the most urgent dossier; its folders with the last of them. */
  #nextSlice(): Slice | undefined {
    const waiting = [...this.#waiting];
    const next = waiting.find(([root]) => this.isUrgent(root)) ?? waiting[0];
    if (!next) return undefined;
    const [rootUri, { paths, folders }] = next;
    const slice = [...paths].slice(0, sliceLength);
    for (const path of slice) paths.delete(path);
    if (paths.size > 0) return { rootUri, paths: slice, folders: [] };
    this.#waiting.delete(rootUri);
    return { rootUri, paths: slice, folders: [...folders] };
  }

  #index(rootUri: string, paths: readonly string[]): void {
    const under = this.#under.get(rootUri) ?? new Map<string, string[]>();
    this.#under.set(rootUri, under);
    for (const path of paths) {
      const key = path.toLowerCase();
      for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1)) {
        const at = key.slice(0, end);
        const there = under.get(at);
        if (there) there.push(path);
        else under.set(at, [path]);
      }
    }
  }
}

/** The folders at the top that hold evidence, and evidence that lies at the top itself. */
function watchGlobs(paths: Iterable<string>): string[] {
  const globs = new Set<string>();
  for (const path of paths) {
    // The common folder is watched by itself.
    if (commonPath(path) !== undefined) continue;
    const slash = path.indexOf('/');
    // Characters that a glob takes for its own stand for any one character.
    const first = (slash < 0 ? path : path.slice(0, slash)).replace(/[*?[\]{}!()]/g, '?');
    globs.add(slash < 0 ? first : `${first}/**`);
  }
  return [...globs].sort();
}
