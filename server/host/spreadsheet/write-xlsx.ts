import { strToU8, zipSync, type Zippable } from 'fflate';
import { cellForm } from '../../core/workbook/cell-form';
import { columnLetters } from '../../core/workbook/workbook';

/** A sheet of a workbook to write. */
export interface XlsxSheet {
  /** Shown on the tab; what a tab cannot show is replaced. */
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  /** Under the header row, one cell a column. A string is written as text (`12.10` stays `12.10`), never as a formula. */
  readonly rows: readonly (readonly XlsxCell[])[];
  /**
   * Makes a form of it: this text and the ids of the columns stand above the header, the ids in a row that is not shown; the
   * sheet is locked, without a password, but for the cells of columns with an `input`.
   */
  readonly note?: string;
  /** Programs show no tab of it, nor offer to. It has no header. */
  readonly isHidden?: true;
}

/** A day is written as one, that programs count and sort by. */
export type XlsxCell = string | number | { readonly date: string } | undefined;

export interface XlsxColumn {
  readonly header: string;
  /** In characters of the default font. */
  readonly width?: number;
  readonly id?: string;
  readonly hidden?: true;
  /** What its cells take; those that are undefined stay locked. */
  readonly input?:
    | { readonly kind: 'text' }
    | { readonly kind: 'date'; readonly fault: string }
    | { readonly kind: 'list'; readonly values: readonly string[]; readonly fault: string };
}

const maxTabLength = 31;
const defaultWidth = 18;

/**
 * The bytes of an Office Open XML workbook: a bold frozen header with filters, wrapped text, columns as wide as asked.
 * The same sheets give the same bytes, on any machine: what no library we looked at does (they stamp the present time).
 */
export function writeXlsx(sheets: readonly XlsxSheet[]): Uint8Array {
  const names = tabNames(sheets.map(({ name }) => name));
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(names, sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)]),
  ];
  const files: Zippable = {};
  for (const [name, text] of parts) files[name] = strToU8(text);
  // ZIP dates are local time: this one reads the same in every zone.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageBase = 'http://schemas.openxmlformats.org/package/2006';
const typeBase = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${typeBase}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, index) => part(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'));
  return `${declaration}<Types xmlns="${packageBase}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${each.join('')}</Types>`;
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeRelations}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageBase}/relationships">${each.join('')}</Relationships>`;
}

function workbook(names: readonly string[], sheets: readonly XlsxSheet[]): string {
  const each = names.map((name, index) => {
    const state = sheets[index]?.isHidden ? ' state="veryHidden"' : '';
    return `<sheet name="${xml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  // Filters of a sheet are a hidden defined name too; spreadsheets repair a file without it.
  const filters = sheets.flatMap((sheet, index) => {
    if (!isFiltered(sheet)) return [];
    const { first, last } = tableOf(sheet);
    const name = xml((names[index] ?? '').replaceAll("'", "''"));
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${name}'!$A$${first}:$${columnLetters(sheet.columns.length - 1)}$${last}</definedName>`,
    ];
  });
  const defined = filters.length > 0 ? `<definedNames>${filters.join('')}</definedNames>` : '';
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${each.join('')}</sheets>${defined}</workbook>`;
}

function isFiltered({ columns, isHidden }: XlsxSheet): boolean {
  return columns.length > 0 && !isHidden;
}

/** Rows of the header and of the last line, 1-based. */
function tableOf({ note, rows, isHidden }: XlsxSheet): { readonly first: number; readonly last: number } {
  const first = isHidden ? 0 : note === undefined ? 1 : 3;
  return { first, last: first + rows.length };
}

const fonts = ['', '<b/>', '<i/>'].map(
  (look) => `<font>${look}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`,
);
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  ...['FFE8EDF3', 'FFFFF9DB', 'FFFFE680', 'FFEFEFEF'].map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  ),
];

/** `numFmt` 49 is text; what is typed into such a cell stays as it is. */
const looks = {
  text: look({ format: 49 }),
  header: look({ format: 49, font: 1, fill: 2 }),
  number:
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  inputText: look({ format: 49, fill: 3, isOpen: true }),
  inputDate: look({ format: 164, fill: 3, isOpen: true }),
  inputHeader: look({ format: 49, font: 1, fill: 4 }),
  noInput: look({ format: 49, fill: 5 }),
  note: '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
};
type Look = keyof typeof looks;
const lookNames = Object.keys(looks);

function look({
  format,
  font = 0,
  fill = 0,
  isOpen = false,
}: {
  readonly format: number;
  readonly font?: number;
  readonly fill?: number;
  readonly isOpen?: boolean;
}): string {
  const applied = `${font > 0 ? ' applyFont="1"' : ''}${fill > 0 ? ' applyFill="1"' : ''}`;
  const [protection, open] = isOpen ? [' applyProtection="1"', '<protection locked="0"/>'] : ['', ''];
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1"${applied} applyAlignment="1"${protection}><alignment vertical="top" wrapText="1"/>${open}</xf>`;
}

const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${lookNames.length}">${Object.values(looks).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function worksheet(sheet: XlsxSheet): string {
  const { columns, rows, note } = sheet;
  const { first, last } = tableOf(sheet);
  const isForm = note !== undefined;
  const widths = columns.map(
    ({ width, hidden }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width ?? defaultWidth}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`,
  );
  const body = [
    ...(isForm ? formHead(note, columns) : []),
    ...(sheet.isHidden ? [] : [headerRow(first, columns)]),
    ...rows.map((cells, index) => row(first + 1 + index, cells.map((value, at) => cell(value, columns[at]?.input)))),
  ]; // prettier-ignore
  const frozen = `<pane ySplit="${first}" topLeftCell="A${first + 1}" activePane="bottomLeft" state="frozen"/>`;
  return [
    `${declaration}<worksheet xmlns="${main}">`,
    `<sheetPr>${isForm ? '<tabColor rgb="FFFFE680"/>' : ''}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${first > 0 ? frozen : ''}</sheetView></sheetViews>`,
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    `<sheetData>${body.join('')}</sheetData>`,
    isForm ? protection : '',
    isFiltered(sheet) ? `<autoFilter ref="A${first}:${columnLetters(columns.length - 1)}${last}"/>` : '',
    isForm && rows.length > 0 ? validations(sheet) : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

/** « 0 » is what stays allowed (ECMA-376 part 1, 18.3.1.85). */
const protection =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

/** The text above the table, in the first column that is shown, and the row of ids. */
function formHead(note: string, columns: readonly XlsxColumn[]): string[] {
  const shown = columns.findIndex(({ hidden }) => !hidden);
  return [
    row(1, columns.map((_, index) => (index === shown ? { value: note, look: 'note' } : undefined))),
    row(2, columns.map(({ id }) => (id === undefined ? undefined : { value: id, look: 'text' })), ' hidden="1"'),
  ]; // prettier-ignore
}

function headerRow(number: number, columns: readonly XlsxColumn[]): string {
  const cells = columns.map(({ header, input }): WrittenCell => ({ value: header, look: input ? 'inputHeader' : 'header' })); // prettier-ignore
  return row(number, cells);
}

/** Days that are taken: from 2000 to 2099, as a sheet counts them. */
const [firstDay, lastDay] = [serialOf('2000-01-01'), serialOf('2099-12-31')];

function validations(sheet: XlsxSheet): string {
  const { first, last } = tableOf(sheet);
  const each = sheet.columns.flatMap(({ input }, index) => {
    if (!input || input.kind === 'text') return [];
    const letters = columnLetters(index);
    const rule =
      input.kind === 'date'
        ? `type="date" allowBlank="1" showErrorMessage="1" error="${xml(input.fault)}" sqref="${letters}${first + 1}:${letters}${last}"><formula1>${firstDay}</formula1><formula2>${lastDay}</formula2>`
        : `type="list" allowBlank="1" showErrorMessage="1" error="${xml(input.fault)}" sqref="${letters}${first + 1}:${letters}${last}"><formula1>"${xml(input.values.join(','))}"</formula1>`;
    return [`<dataValidation ${rule}</dataValidation>`];
  });
  return each.length === 0 ? '' : `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

interface WrittenCell {
  readonly value: XlsxCell;
  readonly look: Look;
}

function cell(value: XlsxCell, input: XlsxColumn['input']): WrittenCell | undefined {
  if (input) return value === undefined ? { value, look: 'noInput' } : { value, look: input.kind === 'date' ? 'inputDate' : 'inputText' }; // prettier-ignore
  if (value === undefined || value === '') return undefined;
  return { value, look: typeof value === 'number' ? 'number' : 'text' };
}

function row(number: number, cells: readonly (WrittenCell | undefined)[], attributes = ''): string {
  const each = cells.map((one, index) => (one ? cellXml(`${columnLetters(index)}${number}`, one) : ''));
  return `<row r="${number}"${attributes}>${each.join('')}</row>`;
}

function cellXml(at: string, { value, look: name }: WrittenCell): string {
  const style = lookNames.indexOf(name);
  if (value === undefined || value === '') return `<c r="${at}" s="${style}"/>`;
  if (typeof value === 'object') return `<c r="${at}" s="${style}"><v>${serialOf(value.date)}</v></c>`;
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(String(value))}</t></is></c>`;
}

/** The number of a day, counted from 1900; only for days after the 29 February of that year, which never was. */
function serialOf(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function cellText(text: string): string {
  // `_x0041_` is how the format escapes a character: a text that looks like it would be read as another one.
  return markup(cellForm(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

/** Text of an element or an attribute. */
function xml(text: string): string {
  return markup(cellForm(text));
}

/** @param text that XML can hold */
function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Tab names that spreadsheets accept: 31 characters, none of `\ / ? * [ ] :`, no quote at the ends, each once. */
function tabNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((wanted) => {
    const clean =
      wanted
        .replace(/[\\/?*[\]:]/g, ' ')
        .replace(/^'+|(?<!')'+$/g, '')
        .trim() || 'Feuille';
    for (let attempt = 1; ; attempt++) {
      const suffix = attempt === 1 ? '' : ` (${attempt})`;
      const name = clean.slice(0, maxTabLength - suffix.length) + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
