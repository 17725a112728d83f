import type { Cancellation } from '../../core/ports/cancellation';
import { shownText } from './cell-escapes';
import { isOn, RunReader, type CellTextRuns } from './cell-text-runs';
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
  /** Formulas are to be computed anew when the workbook is opened (`fullCalcOnLoad`). */
  readonly computedOnLoad: boolean;
}

export interface Relation {
  readonly id: string;
  /** Last segment of the type URI (`worksheet`, `sharedStrings`), the same in transitional and strict files. */
  readonly type: string;
  /** Part name, resolved against the part that declares it. */
  readonly target: string;
}

/** Relations of `part` (`''` for the package itself); external ones are left out, nothing outside the file is read. */
export async function readRelations(zip: ZipParts, part: string, cancellation: Cancellation): Promise<Relation[]> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/')) : '';
  const name = relationsOf(part);
  const bytes = await zip.read(name, cancellation);
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
    cancellation,
  );
  return relations;
}

/** Where the links of a sheet lead out of the workbook, by the id of their relation. Nothing is read from there. */
export async function readLinkTargets(
  zip: ZipParts,
  part: string,
  cancellation: Cancellation,
): Promise<ReadonlyMap<string, string>> {
  const name = relationsOf(part);
  const bytes = await zip.read(name, cancellation);
  const targets = new Map<string, string>();
  if (bytes === undefined) return targets;
  await readXml(
    name,
    bytes,
    {
      open(element, attribute) {
        if (element !== 'Relationship' || attribute('TargetMode') !== 'External') return;
        if (attribute('Type')?.endsWith('/hyperlink')) targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
      },
    },
    cancellation,
  );
  return targets;
}

/** Name of the part that holds the relations of another. */
function relationsOf(part: string): string {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/')) : '';
  return `${folder}/_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`.replace(/^\//, '');
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
export async function readWorkbookPart(
  name: string,
  bytes: Uint8Array,
  cancellation: Cancellation,
): Promise<WorkbookPart> {
  const sheets: SheetEntry[] = [];
  let epoch1904 = false;
  let computedOnLoad = false;
  await readXml(
    name,
    bytes,
    {
      open(element, attribute) {
        if (element === 'workbookPr') epoch1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
        if (element === 'calcPr') computedOnLoad = ['1', 'true'].includes(attribute('fullCalcOnLoad') ?? '');
        if (element !== 'sheet') return;
        const state = attribute('state');
        const shown = shownText(attribute('name') ?? '');
        sheets.push({
          // Spreadsheet programs let no tab be without a name; others do. It has its number then.
          name: shown.trim() === '' ? `#${sheets.length + 1}` : shown,
          // The prefix of the relationships namespace is `r` by habit only.
          relationId: attribute(':id') ?? '',
          hidden: state === 'hidden' || state === 'veryHidden',
        });
      },
    },
    cancellation,
  );
  return { sheets, epoch1904, computedOnLoad };
}

/** Texts of the shared string table: phonetic guides left out, struck runs told apart. */
export async function readSharedStrings(
  name: string,
  bytes: Uint8Array,
  cancellation: Cancellation,
): Promise<CellTextRuns[]> {
  const strings: CellTextRuns[] = [];
  const reader = new RunReader();
  await readXml(
    name,
    bytes,
    {
      open(element, attribute) {
        if (element === 'si') reader.take();
        else reader.open(element, attribute);
      },
      close(element) {
        if (element === 'si') strings.push(reader.take());
        else reader.close(element);
      },
      text(text) {
        reader.text(text);
      },
    },
    cancellation,
  );
  return strings;
}

/** How cells of one style look. */
export interface CellStyle {
  readonly format: NumberFormat;
  readonly struck: boolean;
  /** Of the cell; absent where it has none, or white. */
  readonly fill?: string;
}

/** The cell styles, by index. */
export async function readCellStyles(
  name: string,
  bytes: Uint8Array,
  cancellation: Cancellation,
): Promise<CellStyle[]> {
  const codes = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: CellStyle[] = [];
  const fills: (string | undefined)[] = [];
  let inCellStyles = false;
  let inFonts = false;
  let inFills = false;
  let isSolid = false;
  await readXml(
    name,
    bytes,
    {
      open(element, attribute) {
        switch (element) {
          case 'numFmt':
            codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
            break;
          case 'fonts':
            inFonts = true;
            break;
          case 'font':
            if (inFonts) struckFonts.push(false);
            break;
          case 'strike':
            if (inFonts) struckFonts[struckFonts.length - 1] = isOn(attribute('val'));
            break;
          case 'fills':
            inFills = true;
            break;
          case 'fill':
            if (inFills) fills.push(undefined);
            break;
          case 'patternFill':
            // Without a pattern of its own a fill shows nothing.
            isSolid = inFills && !['none', undefined].includes(attribute('patternType'));
            break;
          case 'fgColor':
            if (isSolid) fills[fills.length - 1] = colourOf(attribute);
            break;
          case 'cellXfs':
            inCellStyles = true;
            break;
          case 'xf':
            if (inCellStyles) {
              const id = Number(attribute('numFmtId') ?? '0');
              const struck = struckFonts[Number(attribute('fontId') ?? '0')] === true;
              const fill = fills[Number(attribute('fillId') ?? '0')];
              const format = parseNumberFormat(id, codes.get(id));
              styles.push({ format, struck, ...(fill === undefined ? {} : { fill }) });
            }
            break;
          default:
        }
      },
      close(element) {
        if (element === 'cellXfs') inCellStyles = false;
        else if (element === 'fonts') inFonts = false;
        else if (element === 'fills') inFills = false;
        else if (element === 'patternFill') isSolid = false;
      },
    },
    cancellation,
  );
  return styles;
}

/** A colour as the part writes it: by value, of the theme with its tint, or of the old palette. White is no colour. */
function colourOf(attribute: (name: string) => string | undefined): string | undefined {
  const rgb = attribute('rgb');
  // The first two digits are opacity, which writers leave at 00 or FF as they like.
  if (rgb !== undefined) return /ffffff$/i.test(rgb) ? undefined : rgb.slice(-6).toLowerCase();
  const theme = attribute('theme');
  if (theme !== undefined)
    return theme === '0' && attribute('tint') === undefined ? undefined : `theme ${theme} ${attribute('tint') ?? ''}`;
  const indexed = attribute('indexed');
  return indexed === undefined || ['9', '64', '65'].includes(indexed) ? undefined : `palette ${indexed}`;
}
