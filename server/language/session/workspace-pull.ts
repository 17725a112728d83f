import type { Diagnostic } from 'vscode-languageserver-types';
import type { Report } from './reports';

/** What a pull of the whole workspace says of one file. */
export interface FileReport {
  readonly uri: string;
  /** Of the open document; null when the report is about the file on disk. */
  readonly version: number | null;
  readonly resultId: string;
  /** Absent when the client has these already, by the id it told. */
  readonly items?: Diagnostic[];
}

/** A request for everything in the workspace. */
export interface WorkspacePullRequest {
  /** What the client holds already: ids of reports, by URI. */
  readonly previous: readonly { readonly uri: string; readonly value: string }[];
  /** Sends a part of the answer; absent where the client takes only whole answers. */
  readonly send?: (reports: FileReport[]) => void;
  /** Calls back once the client gives the request up. */
  readonly onGivenUp: (listener: () => void) => void;
}

/** Files in one part of an answer. The first parts are smaller: a client shows them while the others are looked at. */
const partLength = 16;

/**
 * A pull of the whole workspace that is held open. Where the client takes parts, it stays so for good, and whatever changes
 * is sent as one more part; else it is answered once there is something new to say.
 */
export class WorkspacePull {
  /** The report that the client has of each file. */
  readonly #given = new Map<string, string>();
  /** The ids that came with the request, until each file was compared with them. */
  readonly #previous = new Map<string, Set<string>>();
  #part: FileReport[] = [];
  readonly answer: Promise<FileReport[]>;
  #resolve: (reports: FileReport[]) => void = () => undefined;
  #over = false;

  constructor(readonly request: WorkspacePullRequest) {
    for (const { uri, value } of request.previous) {
      this.#previous.set(uri, (this.#previous.get(uri) ?? new Set()).add(value));
    }
    this.answer = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    request.onGivenUp(() => {
      this.end();
    });
  }

  get over(): boolean {
    return this.#over;
  }

  /** The report of a file as it is now. */
  offer(uri: string, version: number | undefined, { id, items }: Report): void {
    if (this.#given.get(uri) === id) return;
    const had = this.#previous.get(uri)?.has(id) === true;
    this.#previous.delete(uri);
    this.#given.set(uri, id);
    // Without parts, an answer that says nothing new would only be asked for again.
    if (had && !this.request.send) return;
    this.#part.push({ uri, version: version ?? null, resultId: id, ...(had ? {} : { items }) });
    if (this.request.send && this.#part.length >= Math.min(partLength, this.#given.size / 2)) this.flush();
  }

  /** Every file was offered: of those that the client still has, nothing is left to say. */
  offered(): void {
    for (const uri of this.#previous.keys()) this.gone(uri);
    this.flush();
  }

  /** A file that the client has a report of is no more. */
  gone(uri: string): void {
    const had = this.#given.delete(uri);
    if (!this.#previous.delete(uri) && !had) return;
    this.#part.push({ uri, version: null, resultId: 'gone', items: [] });
  }

  /** What the client was given of a file may not be what it shows any more. */
  forget(uri: string): void {
    this.#given.delete(uri);
  }

  /** The files that the client has a report of. */
  files(): string[] {
    return [...this.#given.keys()];
  }

  flush(): void {
    if (this.#over || this.#part.length === 0) return;
    const part = this.#part;
    this.#part = [];
    if (this.request.send) this.request.send(part);
    else {
      this.#over = true;
      this.#resolve(part);
    }
  }

  /** Answers with what is left. */
  end(): void {
    this.#over = true;
    this.#resolve(this.#part.splice(0));
  }
}
