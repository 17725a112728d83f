import { ArchiveError, type ArchiveErrorCode } from './archive-error';
import { CancelledError } from '../../core/ports/cancellation';
import { UnreadableFile, type FileFault } from '../../core/ports/file-fault';

const targetCodes: Readonly<Record<string, ArchiveErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  // FAT32 (USB sticks) refuses files of 4 GiB and more.
  EFBIG: 'file-too-large',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  // Windows, when another program holds the previous archive open.
  EBUSY: 'permission-denied',
  EROFS: 'read-only',
  EISDIR: 'target-is-directory',
  ENOENT: 'target-folder-missing',
  ENOTDIR: 'target-folder-missing',
  ENAMETOOLONG: 'name-too-long',
};

const evidenceCodes: Readonly<Record<string, ArchiveErrorCode>> = {
  ENOENT: 'evidence-missing',
  ENOTDIR: 'evidence-missing',
  EISDIR: 'evidence-not-a-file',
  // What O_NOFOLLOW answers on a symbolic link: Linux and macOS, then FreeBSD.
  ELOOP: 'evidence-not-a-file',
  EMLINK: 'evidence-not-a-file',
  // A socket, or a device without a driver.
  ENXIO: 'evidence-not-a-file',
};

const faultCodes: Readonly<Record<FileFault['kind'], ArchiveErrorCode>> = {
  outside: 'evidence-outside',
  directory: 'evidence-not-a-file',
  special: 'evidence-not-a-file',
  brokenLink: 'evidence-missing',
  tooLarge: 'evidence-unreadable',
  unreadable: 'evidence-unreadable',
  // Said of manifests alone.
  conflictCopy: 'evidence-unreadable',
};

/** The system's name of an error (`ENOSPC`), or undefined when it is not an error of the system. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Gives an error met while writing or replacing the archive at `path` its stable code. Errors that already have one,
 * and those that do not come from the system (a caller's own), are returned as they are.
 */
export function targetError(error: unknown, path: string): unknown {
  if (error instanceof ArchiveError || error instanceof CancelledError) return error;
  const code = systemCode(error);
  if (code === undefined) return error;
  return new ArchiveError(targetCodes[code] ?? 'io-error', `Cannot write the archive ${path}: ${code}`, {
    path,
    cause: error,
  });
}

/** The same for an error met while reading the evidence at `path`, which is to become `entry`. */
export function evidenceError(error: unknown, path: string, entry: string): unknown {
  if (error instanceof UnreadableFile) {
    return new ArchiveError(faultCodes[error.fault.kind], error.message, { path, entry, cause: error });
  }
  if (error instanceof ArchiveError || error instanceof CancelledError) return error;
  const code = systemCode(error);
  if (code === undefined) return error;
  return new ArchiveError(evidenceCodes[code] ?? 'evidence-unreadable', `Cannot read ${path}: ${code}`, {
    path,
    entry,
    cause: error,
  });
}
