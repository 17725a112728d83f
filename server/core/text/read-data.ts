import type { Document } from 'yaml';
import { parseBoundedDocument } from './bounded-yaml';
import { mostItems } from './most-items';
import { unreadOf, type Unread } from './unread';

/** A YAML text in which every scalar is a text, as it is written. */
export interface DataText {
  /** The first document, with its errors; undefined for a text that is not read. */
  readonly document: Document.Parsed | undefined;
  /** There are more documents than one. */
  readonly several: boolean;
  /** Where the second one begins. */
  readonly secondAt?: number;
  /** Why nothing of the text is read: it is deeper, longer or more broken than any file of ours. */
  readonly unread?: Unread;
}

/** Reads a text from anywhere: nothing in it makes this throw. */
export function readData(text: string): DataText {
  try {
    const document = parseBoundedDocument(text, { schema: 'failsafe' }, mostItems);
    const last = document.errors.at(-1);
    const several = last?.code === 'MULTIPLE_DOCS';
    if (several) document.errors.pop();
    // A text of comments, or of nothing, has no document: the library makes one for what it has to say.
    const isNone = (document as Document).contents === null && document.errors.length === 0;
    return { document: isNone ? undefined : document, several, ...(several ? { secondAt: last.pos[0] } : {}) };
  } catch (error) {
    return { document: undefined, several: false, unread: unreadOf(error) };
  }
}
