import { relative } from 'node:path';
import { isTeamFile } from '../../core/merge/merged-files';
import type { PlacedConflict, SideNames } from '../../core/merge/merged-text';
import type { Cancellation } from '../../core/ports/cancellation';
import { isInside, readGuarded } from '../files/guarded-file';
import { mostTextBytes } from '../files/node-files';
import { unmergedFiles, type UnmergedFile } from '../git/unmerged-files';
import { isAbsent } from './is-absent';
import { mergeFiles } from './merge-files';

/** What becomes of a file that git left unmerged. */
export type FinishedMerge =
  | {
      readonly kind: 'merged';
      readonly file: UnmergedFile;
      /** As it is in the folder; undefined where it is not there. */
      readonly present: Buffer | undefined;
      readonly bytes: Buffer;
      readonly conflicts: readonly PlacedConflict[];
    }
  /** One side removed the file. */
  | { readonly kind: 'removed'; readonly file: UnmergedFile }
  /** Somebody wrote in it since: that is not thrown away. */
  | { readonly kind: 'edited'; readonly file: UnmergedFile; readonly line: number }
  | { readonly kind: 'noText'; readonly file: UnmergedFile };

/**
 * Merges again, entry by entry, what git left unmerged of the files that a team writes together. Nothing is written.
 * @param place file or folder of a repository: what is outside of it is left alone
 * @param shown what an editor has of the one file that `place` is, in place of what is in the folder
 * @throws GitError, UnreadableFile, or the system's error
 */
export async function finishMerge(
  folder: string,
  place: string,
  names: SideNames,
  cancellation: Cancellation,
  shown?: Buffer,
): Promise<FinishedMerge[]> {
  const files = await unmergedFiles(folder, isTeamFile, cancellation);
  const results: FinishedMerge[] = [];
  for (const file of files) {
    if (relative(place, file.absolute) !== '' && !isInside(place, file.absolute)) continue;
    if (!file.versions) {
      results.push({ kind: 'removed', file });
      continue;
    }
    const present = shown ?? (await presentBytes(file.absolute));
    const merged = mergeFiles(file.versions, file.path, names);
    if (merged.kind === 'noText') {
      results.push({ kind: 'noText', file });
      continue;
    }
    const { base, ours, theirs } = file.versions;
    const line = present && strangeLine(present, [base, ours, theirs, merged.bytes]);
    if (line !== undefined) results.push({ kind: 'edited', file, line });
    else {
      const bytes = withLineEndsOf(merged.bytes, present);
      results.push({ kind: 'merged', file, present, bytes, conflicts: merged.conflicts });
    }
  }
  return results;
}

async function presentBytes(path: string): Promise<Buffer | undefined> {
  try {
    return (await readGuarded(path, { mostBytes: mostTextBytes })).bytes;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** The first line that stands in none of these, and that is no marker of git: somebody wrote it. 1-based. */
function strangeLine(present: Buffer, versions: readonly Uint8Array[]): number | undefined {
  const known = new Set(versions.flatMap((bytes) => linesOf(Buffer.from(bytes))));
  const index = linesOf(present).findIndex((line) => !known.has(line) && !/^(?:<{7}|\|{7}|={7}|>{7})/.test(line));
  return index < 0 ? undefined : index + 1;
}

/** Without margins: a merge moves lines further in or out where one side did. */
function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString('latin1')
    .split(/\r?\n/)
    .map((line) => line.trim());
}

/** Git may write another line end in the folder than it keeps. */
function withLineEndsOf(bytes: Buffer, present: Buffer | undefined): Buffer {
  if (present === undefined || bytes.includes('\r\n') || !present.includes('\r\n')) return bytes;
  return Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
}
