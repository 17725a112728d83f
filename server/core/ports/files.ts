import type { DecodedText } from '../text/encoding';
import type { Cancellation } from './cancellation';
import type { FileFault } from './file-fault';

/** A text that was read, and where the file that was opened is. */
export interface TextFile extends DecodedText {
  /** Past all links; of the very file that was read, whatever its name leads to by now. */
  readonly realUri: string;
}

/**
 * The only door to text files. Files are named by URI (`file:///…`, or a virtual scheme), so that the same core serves
 * the desktop, the command line and the web.
 */
export interface Files {
  /**
   * The text, with the fault of its encoding where it is not UTF-8; undefined when there is no such file.
   * @throws UnreadableFile when there is one and it was not read
   */
  readText(uri: string, cancellation: Cancellation): Promise<TextFile | undefined>;
  /** Where a file or a folder is, past all links; undefined when nothing is there. */
  realUri(uri: string, cancellation: Cancellation): Promise<string | undefined>;
  /** Why the files in a folder cannot be found; undefined when they can, or when there is no such folder. */
  folderFault(folderUri: string, cancellation: Cancellation): Promise<FileFault | undefined>;
  /**
   * The files under `folderUri` whose path relative to it matches one of the globs (`exigences/*.preuves.yaml`),
   * as URIs sorted by code point. Never leaves the folder, never follows links out of it.
   */
  find(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]>;
  /**
   * The same by name alone: also links that lead nowhere, folders and pipes of such a name. Reading them says what they are,
   * so that none is passed over in silence.
   */
  findNamed(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]>;
}
