import type { DecodedText } from '../text/encoding';
import type { Cancellation } from './cancellation';

/**
 * The only door to text files. Files are named by URI (`file:///…`, or a virtual scheme), so that the same core serves
 * the desktop, the command line and the web.
 */
export interface Files {
  /**
   * The text, with the fault of its encoding where it is not UTF-8; undefined when there is no such file. Rejects on any
   * other reading error.
   */
  readText(uri: string, token: Cancellation): Promise<DecodedText | undefined>;
  /**
   * The files under `folderUri` whose path relative to it matches one of the globs (`exigences/*.preuves.yaml`),
   * as URIs sorted by code point. Never leaves the folder, never follows links out of it.
   */
  find(folderUri: string, globs: readonly string[], token: Cancellation): Promise<string[]>;
}
