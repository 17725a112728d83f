import type { Inspection, UnreadReason } from '../../../core/evidence/inspection';

/** A content inside another one: an entry, an attachment, a document in base64. */
export interface Part {
  /** Its name, or words that say where it stands (`OBX-5`); the extension is a hint of what it is. */
  readonly name: string;
  readonly content: Uint8Array;
  /** Line of the file where it stands, 1-based; absent when the file has none. */
  readonly line?: number;
}

/** Opens the parts of one content. What is found in them is kept by the opener, each sighting under the part's name. */
export interface PartOpener {
  /** Whether a part of that name is worth decompressing. */
  isWanted(name: string): boolean;
  /** Inspects a part as if it were a file of its own; gives its facts. Nothing when a bound keeps it shut. */
  open(part: Part): Promise<Inspection>;
  /**
   * Searches a text that is no part of its own for identities and secrets: names of entries, titles, comments.
   * @param where what holds it, in words that need no translation: `tEXt`, `filename`
   */
  search(where: string, text: string): void;
  /** Records a part that the caller does not even extract. */
  leave(where: string | undefined, reason: UnreadReason): void;
}

/** For an inspection that keeps to the content itself. */
export const closedParts: PartOpener = {
  isWanted: () => false,
  open: () => Promise.resolve({}),
  search: () => undefined,
  leave: () => undefined,
};
