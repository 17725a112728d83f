import { isAscii, isUtf8 } from 'node:buffer';
import { mergeLedgers } from '../../core/collect/merge-ledgers';
import { isLedger, isMergedByEntries } from '../../core/merge/merged-files';
import type { PlacedConflict, SideNames } from '../../core/merge/merged-text';
import { mergeEmptied } from '../../core/merge/merge-emptied';
import { mergePlainText } from '../../core/merge/merge-plain-text';
import { mergeYaml } from '../../core/merge/merge-yaml';

/** The bytes of a file as it was, and as each of two people left it. */
export interface FileVersions {
  /** Empty where both added the file. */
  readonly base: Uint8Array;
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
}

export type FileMerge =
  | {
      readonly kind: 'merged';
      readonly bytes: Buffer;
      readonly conflicts: readonly PlacedConflict[];
      readonly by: 'entries' | 'lines';
    }
  /** It is no text, or not in one encoding: both versions are whole, and one is to be chosen. */
  | { readonly kind: 'noText' };

/**
 * Merges three versions of a file. One that is not UTF-8 is merged line by line, its bytes as they are.
 * @param path tells what is merged entry by entry
 */
export function mergeFiles(versions: FileVersions, path: string, names: SideNames): FileMerge {
  const buffers = [versions.base, versions.ours, versions.theirs].map((bytes) => Buffer.from(bytes));
  if (buffers.some((bytes) => bytes.includes(0)) || areOfTwoEncodings(versions)) return { kind: 'noText' };
  const encoding = buffers.every((bytes) => isUtf8(bytes)) ? 'utf8' : 'latin1';
  const [base = '', ours = '', theirs = ''] = buffers.map((bytes) => bytes.toString(encoding));
  const ledger = isLedger(path) && ours !== theirs ? mergeLedgers({ base, ours, theirs }) : undefined;
  if (ledger !== undefined) return { kind: 'merged', bytes: Buffer.from(ledger, 'utf8'), conflicts: [], by: 'entries' };
  const merged =
    encoding === 'utf8' && isMergedByEntries(path) && !isLedger(path)
      ? (mergeEmptied({ base, ours, theirs }, names) ?? mergeYaml({ base, ours, theirs }, names))
      : mergePlainText(base, ours, theirs, names);
  const { text, conflicts, by } = merged;
  return { kind: 'merged', bytes: Buffer.from(text, encoding), conflicts, by };
}

/** Lines of one beside those of the other would be read in neither encoding. */
function areOfTwoEncodings({ base, ours, theirs }: FileVersions): boolean {
  // One of them stays whole.
  if ([ours, theirs].some((side) => Buffer.compare(side, base) === 0)) return false;
  return isUtf8(ours) !== isUtf8(theirs) && [ours, theirs].some((side) => isUtf8(side) && !isAscii(side));
}
