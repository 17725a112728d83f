import type { Cancellation } from '../ports/cancellation';
import { UnreadableFile } from '../ports/file-fault';
import type { Files, TextFile } from '../ports/files';
import { relativeTo } from '../text/uri';

/**
 * Reads a text that has to be in a folder, links followed.
 * @returns undefined when there is no such file
 * @throws UnreadableFile, also when a link leads out of the folder
 */
export async function readWithin(
  files: Pick<Files, 'readText' | 'realUri'>,
  folderUri: string,
  uri: string,
  cancellation: Cancellation,
): Promise<TextFile | undefined> {
  const file = await files.readText(uri, cancellation);
  if (!file) return undefined;
  const folder = await files.realUri(folderUri, cancellation);
  if (folder === undefined || relativeTo(folder, file.realUri) === undefined)
    throw new UnreadableFile(uri, { kind: 'outside' });
  return file;
}
