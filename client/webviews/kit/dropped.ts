import { isField } from './keep-undo';

/** What was dropped or pasted. */
export interface Dropped {
  /** As a `text/uri-list`; empty where there are only contents. */
  readonly list: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** What a drop names, so that a file stays where it is; else the files themselves. */
export async function dropped(data: DataTransfer): Promise<Dropped> {
  // Read before anything is awaited: the data is gone afterwards. VS Code puts all files in its own list, one in the other.
  const list = data.getData('application/vnd.code.uri-list') || data.getData('text/uri-list');
  return list === '' ? contentsOf(data) : { list, files: [] };
}

/** The files of a paste. A picture on the clipboard comes with the list of an earlier copy, which is not what is meant. */
export function pastedFiles(data: DataTransfer): Promise<Dropped> {
  return contentsOf(data);
}

/** Whether a paste is meant for the place, and not for a field in it. */
export function pasted({ target, clipboardData }: ClipboardEvent): boolean {
  return !isField(target) && (clipboardData?.files.length ?? 0) > 0;
}

async function contentsOf({ files }: DataTransfer): Promise<Dropped> {
  const read = [...files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  return { list: '', files: await Promise.all(read) };
}
