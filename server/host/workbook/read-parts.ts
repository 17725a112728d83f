import type { Cancellation } from '../../core/ports/cancellation';
import { shownText } from './cell-escapes';
import { parseNumberFormat, type NumberFormat } from './number-format';
import { readXml } from './xml-events';
import type { ZipParts } from './zip-parts';

/** One `<sheet>` of the workbook part. */
export interface SheetEntry {
  readonly name: string;
  readonly relationId: string;
  readonly hidden: boolean;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly epoch1904: boolean;
}

export interface Relation {
  readonly id: string;
  /** Last segment of the type URI (`worksheet`, `sharedStrings`), the same in transitional and strict files. */
  readonly type: string;
  /** Part name, resolved against the part that declares it. */
  readonly target: string;
}

/** Relations of `part` (`''` for the package itself); external ones are left out, nothing outside the file is read. */
export async function readRelations(zip: ZipParts, part: string, token: Cancellation): Promise<Relation[]> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/')) : '';
  const name = `${folder}/_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`.replace(/^\//, '');
  const bytes = await zip.read(name, token);
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  await readXml(
    name,
    bytes,
    {
      open(element, attribute) {
        if (element !== 'Relationship' || attribute('TargetMode') === 'External') return;
        const type = attribute('Type') ?? '';
        relations.push({
          id: attribute('Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: resolveTarget(folder, attribute('Target') ?? ''),
        });
      },
    },
    token,
  );
  return relations;
}

function resolveTarget(folder: string, target: string): string {
  const segments: string[] = target.startsWith('/') ? [] : folder.split('/').filter((segment) => segment !== '');
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The sheets declared by the workbook part, in the order of their tabs. */
export async function readWorkbookPart(name: string, bytes: Uint8Array, token: Cancellation): Promise<WorkbookPart> {
  const sheets: SheetEntry[] = [];
  let epoch1904 = false;
  await readXml(
    name,
    bytes,
    {
      open(element, attribute) {
        if (element === 'workbookPr') epoch1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
        if (element !== 'sheet') return;
        const state = attribute('state');
        sheets.push({
          name: shownText(attribute('name') ?? ''),
          // The prefix of the relationships namespace is `r` by habit only.
          relationId: attribute(':id') ?? '',
          hidden: state === 'hidden' || state === 'veryHidden',
        });
      },
    },
    token,
  );
  return { sheets, epoch1904 };
}

/** Texts of the shared string table: rich text joined, phonetic guides left out. */
export async function readSharedStrings(name: string, bytes: Uint8Array, token: Cancellation): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(
    name,
    bytes,
    {
      open(element) {
        if (element === 'si') current = '';
        else if (element === 'rPh') inPhonetic = true;
        else if (element === 't') inText = !inPhonetic;
      },
      close(element) {
        if (element === 'si') strings.push(shownText(current));
        else if (element === 'rPh') inPhonetic = false;
        else if (element === 't') inText = false;
      },
      text(text) {
        if (inText) current += text;
      },
    },
    token,
  );
  return strings;
}

/** The number format of each cell style, by style index. */
export async function readCellFormats(name: string, bytes: Uint8Array, token: Cancellation): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  await readXml(
    name,
    bytes,
    {
      open(element, attribute) {
        if (element === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
        else if (element === 'cellXfs') inCellStyles = true;
        else if (element === 'xf' && inCellStyles) {
          const id = Number(attribute('numFmtId') ?? '0');
          formats.push(parseNumberFormat(id, codes.get(id)));
        }
      },
      close(element) {
        if (element === 'cellXfs') inCellStyles = false;
      },
    },
    token,
  );
  return formats;
}
