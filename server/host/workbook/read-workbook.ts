import { basename } from 'node:path';
import { UnreadableFile } from '../../core/ports/file-fault';
import type { Sheet, Workbook } from '../../core/workbook/workbook';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { readGuarded } from '../files/guarded-file';
import { readCellStyles, readLinkTargets, readRelations, readSharedStrings, readWorkbookPart } from './read-parts';
import { readSheetRows, type SheetContext } from './sheet-rows';
import { WorkbookError } from './workbook-error';
import { defaultPartLimits, ZipParts, type PartLimits } from './zip-parts';
import { sha256Of } from '../files/digest-of';

/** Bytes of the .xlsx itself; real REM workbooks are under one mebibyte. */
const maxFileBytes = 128 * 2 ** 20;

export interface WorkbookWishes {
  /** Keep the colours of cells, which of them are numbers, and where they lead. */
  readonly withFills?: boolean;
}

export interface WorkbookFile {
  readonly workbook: Workbook;
  /** Name without folder. */
  readonly fileName: string;
  /** Of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads a workbook from disk.
 * @throws WorkbookError when it is no readable .xlsx; UnreadableFile or the file system's own error when the file cannot be opened
 */
export async function readWorkbookFile(
  path: string,
  cancellation: Cancellation,
  wishes: WorkbookWishes = {},
): Promise<WorkbookFile> {
  const bytes = await workbookBytes(path);
  throwIfCancelled(cancellation);
  const workbook = await readWorkbook(bytes, cancellation, defaultPartLimits, wishes);
  return { workbook, fileName: basename(path), sha256: sha256Of(bytes) };
}

async function workbookBytes(path: string): Promise<Uint8Array> {
  try {
    return (await readGuarded(path, { mostBytes: maxFileBytes })).bytes;
  } catch (error) {
    if (!(error instanceof UnreadableFile && error.fault.kind === 'tooLarge')) throw error;
    throw new WorkbookError('trop-volumineux', { detail: `> ${error.fault.mebibytes} Mio` });
  }
}

/**
 * Reads the bytes of an .xlsx into text cells with their real row numbers. Our own small reader rather than
 * read-excel-file, which turns numbers into JavaScript numbers (a displayed `12.10` becomes 12.1), leaves out the row
 * numbers, the hidden state of sheets and merged cells, and bounds nothing.
 * @throws WorkbookError
 */
export async function readWorkbook(
  bytes: Uint8Array,
  cancellation: Cancellation,
  limits: PartLimits = defaultPartLimits,
  { withFills = false }: WorkbookWishes = {},
): Promise<Workbook> {
  refuseOtherFormats(bytes);
  const zip = await ZipParts.open(bytes, limits, cancellation);
  if (zip.has('xl/workbook.bin')) throw new WorkbookError('autre-format', { format: '.xlsb' });
  if (zip.has('mimetype') && zip.has('content.xml')) throw new WorkbookError('autre-format', { format: '.ods' });

  const roots = await readRelations(zip, '', cancellation);
  const workbookName = roots.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbookBytes = await zip.read(workbookName, cancellation);
  if (workbookBytes === undefined || !/\.xml$/i.test(workbookName)) throw new WorkbookError('pas-un-classeur');
  const {
    sheets: entries,
    epoch1904,
    computedOnLoad,
  } = await readWorkbookPart(workbookName, workbookBytes, cancellation);
  if (entries.length === 0) throw new WorkbookError(zip.has('word/document.xml') ? 'pas-un-classeur' : 'sans-feuille');

  const relations = await readRelations(zip, workbookName, cancellation);
  const part = async (type: string): Promise<{ name: string; bytes: Uint8Array } | undefined> => {
    const name = relations.find((relation) => relation.type === type)?.target;
    const content = name === undefined ? undefined : await zip.read(name, cancellation);
    return name === undefined || content === undefined ? undefined : { name, bytes: content };
  };
  const strings = await part('sharedStrings');
  const styles = await part('styles');
  const context: SheetContext = {
    sharedStrings: strings === undefined ? [] : await readSharedStrings(strings.name, strings.bytes, cancellation),
    styles: styles === undefined ? [] : await readCellStyles(styles.name, styles.bytes, cancellation),
    epoch1904,
    computedOnLoad,
    withFills,
  };

  const sheets: Sheet[] = [];
  for (const entry of entries) {
    const relation = relations.find((candidate) => candidate.id === entry.relationId);
    const sheet = { name: entry.name, ...(entry.hidden ? { hidden: true } : {}) };
    if (relation !== undefined && relation.type !== 'worksheet') {
      // Chart and dialog sheets have a tab but no cells.
      sheets.push({ ...sheet, rows: [] });
      continue;
    }
    const content = relation === undefined ? undefined : await zip.read(relation.target, cancellation);
    if (relation === undefined || content === undefined) {
      throw new WorkbookError('contenu-corrompu', { part: entry.name, detail: relation?.target ?? entry.relationId });
    }
    const links = withFills ? await readLinkTargets(zip, relation.target, cancellation) : new Map<string, string>();
    sheets.push({ ...sheet, rows: await readSheetRows(relation.target, content, { ...context, links }, cancellation) });
  }
  return withFills ? { sheets, epoch: epoch1904 ? 1904 : 1900 } : { sheets };
}

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Tells apart what people take for an .xlsx, by content: names lie. */
function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookError('fichier-vide');
  if (oleSignature.every((byte, i) => bytes[i] === byte)) {
    // A protected .xlsx is an OLE container with a stream of this name (MS-OFFCRYPTO 2.3.4.4).
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      'EncryptedPackage',
      0,
      'utf16le',
    );
    throw new WorkbookError(encrypted ? 'classeur-chiffre' : 'ancien-format');
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WorkbookError('pas-un-classeur');
}
