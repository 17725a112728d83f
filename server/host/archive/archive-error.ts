/**
 * What went wrong with an archive. The codes are stable; the sentences that users read are made elsewhere, from the
 * code, the path and the entry.
 */
export type ArchiveErrorCode =
  // Names and evidence, when writing.
  | 'unsafe-name'
  | 'duplicate-name'
  | 'evidence-changed'
  | 'evidence-missing'
  | 'evidence-not-a-file'
  | 'evidence-unreadable'
  /** A link leads out of the dossier. */
  | 'evidence-outside'
  /** A link leads to a file that the tool keeps the dossier in. */
  | 'evidence-own'
  /** Its content is kept elsewhere (Git LFS, DVC); the message is the command that fetches it. */
  | 'evidence-not-fetched'
  // The target, when writing.
  | 'disk-full'
  | 'file-too-large'
  | 'permission-denied'
  | 'read-only'
  | 'name-too-long'
  | 'target-is-directory'
  | 'target-folder-missing'
  | 'verification-failed'
  | 'io-error'
  // The archive, when reading (also `unsafe-name`, `duplicate-name` and `io-error`).
  | 'not-a-zip'
  | 'truncated'
  | 'corrupt'
  | 'unsupported'
  | 'unsafe-entry'
  | 'limit-exceeded';

/** What an error is about. */
export interface ArchiveErrorDetails {
  /** File on disk: the evidence or the target, as the caller named it. */
  readonly path?: string | undefined;
  /** Name inside the archive. */
  readonly entry?: string | undefined;
  readonly cause?: unknown;
}

/** An error with a stable code. The message is for developers and logs. */
export class ArchiveError extends Error {
  override readonly name: string = 'ArchiveError';
  readonly code: ArchiveErrorCode;
  readonly path: string | undefined;
  readonly entry: string | undefined;

  constructor(code: ArchiveErrorCode, message: string, details: ArchiveErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.path = details.path;
    this.entry = details.entry;
  }
}

/**
 * A piece of evidence changed, grew, shrank, was replaced or vanished while it was copied, or is not the content that
 * its digest was taken of.
 */
export class EvidenceChangedError extends ArchiveError {
  override readonly name = 'EvidenceChangedError';
  declare readonly path: string;

  constructor(path: string, entry: string, cause?: unknown) {
    super('evidence-changed', `The file changed: ${path}`, { path, entry, cause });
  }
}
