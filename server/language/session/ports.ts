import type { Diagnostic } from 'vscode-languageserver-types';
import type { EvidenceFiles } from '../../core/ports/evidence-files';
import type { WorkspacePorts } from '../../core/workspace/workspace';

/** Evidence that tells when its facts change. */
export interface WatchedEvidence extends EvidenceFiles {
  /** The file may have changed without its size and times telling: it is read again at the next scan. */
  invalidate(rootUri: string, path: string): void;
  /** Called after facts in a dossier's folder changed, possibly many times during one scan. */
  onDidChange(listener: (rootUri: string, path?: string) => void): void;
}

export interface SessionPorts extends WorkspacePorts {
  readonly evidence: WatchedEvidence;
  readonly timers: Timers;
}

/** Delays, so that the language layer holds no clock of its own. */
export interface Timers {
  /** Calls `action` once after about `milliseconds`; returns a function that prevents it. */
  after(milliseconds: number, action: () => void): () => void;
}

/** What the session says to the editor, beside answers. */
export interface Editor {
  /** Whether the editor pulls the diagnostics of open files. If not, they are pushed like those of closed ones. */
  readonly pulls: boolean;
  publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void;
  /** Asks the editor to pull again. */
  refreshDiagnostics(): void;
  /** Asks the editor to ask again for all that shows where something stands: lenses, colours, hints. */
  refreshStates(): void;
  complianceChanged(): void;
  /** Folders and files whose changes matter, relative to the folder of a dossier; replaces what was said for it before. */
  watch(rootUri: string, globs: readonly string[]): void;
  /** Something went wrong that no request is waiting for. */
  logError(error: unknown): void;
}
