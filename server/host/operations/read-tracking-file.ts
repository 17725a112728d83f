import { basename, extname } from 'node:path';
import Papa from 'papaparse';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { Workbook } from '../../core/workbook/workbook';
import { decodeBytes } from '../files/decode-bytes';
import { readGuarded } from '../files/guarded-file';
import { readWorkbookFile } from '../workbook/read-workbook';
import { WorkbookError } from '../workbook/workbook-error';

/** Bytes of a text table; a sheet of ten thousand rows has some two. */
const mostTextBytes = 32 * 2 ** 20;
const mostRows = 200_000;
/** Columns of a sheet of Excel. */
const mostColumns = 16_384;
/** Excel's line that names the delimiter. */
const separatorLine = /^\uFEFF?"?sep=([^\r\n"])"?(?:\r\n?|\n)/i;

/**
 * Reads a tracking sheet: a workbook with its colours, or a text table in whatever encoding a spreadsheet program writes.
 * @throws WorkbookError, UnreadableFile, CancelledError, or the system's error
 */
export async function readTrackingFile(path: string, cancellation: Cancellation): Promise<Workbook> {
  const isText = /^\.(?:csv|tsv|txt)$/i.test(extname(path));
  if (!isText) return (await readWorkbookFile(path, cancellation, { withFills: true })).workbook;
  const { bytes } = await readGuarded(path, { mostBytes: mostTextBytes });
  throwIfCancelled(cancellation);
  return readTrackingText(decodeBytes(bytes).text.replace(/^\uFEFF/, ''), basename(path));
}

/**
 * The same of a text with separators between its cells.
 * @param name what its one sheet is called
 * @throws WorkbookError when it is no such text, or too large
 */
export function readTrackingText(text: string, name: string): Workbook {
  if (text.includes('\0')) throw new WorkbookError('pas-un-classeur');
  if (text.trim() === '') throw new WorkbookError('fichier-vide');
  const named = separatorLine.exec(text)?.[1];
  const body = text.replace(separatorLine, '');
  const delimiter =
    named ?? Papa.parse(body.slice(0, 64 * 1024), { preview: 20, skipEmptyLines: 'greedy' }).meta.delimiter;
  const { data } = Papa.parse<string[]>(body, { delimiter, preview: mostRows + 1 });
  if (data.length > mostRows) throw new WorkbookError('trop-volumineux', { detail: `> ${mostRows}` });
  if (data.some((cells) => cells.length > mostColumns))
    throw new WorkbookError('trop-volumineux', { detail: `> ${mostColumns}` });
  const before = named === undefined ? 1 : 2;
  const rows = data
    .map((cells, index) => ({ number: index + before, cells: cells.map((cell) => cell.replace(/\r\n?/g, '\n')) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { sheets: [{ name, rows }] };
}
