import { isField } from '../kit/keep-undo';

/** What was dropped or pasted: what it names, else the files themselves. */
export async function dropped(
  data: DataTransfer,
): Promise<{ list: string; files: { name: string; bytes: Uint8Array }[] }> {
  // Read before anything is awaited: the data is gone afterwards. VS Code puts all files in its own list, one in the other.
  const list = data.getData('application/vnd.code.uri-list') || data.getData('text/uri-list');
  const files = [...data.files];
  const read = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  // A picture on the clipboard comes with the list of an earlier copy.
  return { list: files.length > 0 ? '' : list, files: await Promise.all(read) };
}

/** Whether a paste is meant for the place, and not for a field in it. */
export function pasted({ target, clipboardData }: ClipboardEvent): boolean {
  return !isField(target) && (clipboardData?.files.length ?? 0) > 0;
}
