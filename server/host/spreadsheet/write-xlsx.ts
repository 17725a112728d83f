import { withoutHidden } from '../../core/text/hidden-characters';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { columnLetters } from '../../core/workbook/workbook';

/** A sheet of a workbook to write. */
export interface XlsxSheet {
  /** Shown on the tab; what a tab cannot show is replaced. */
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  /** Under the header row, one cell a column. A string is written as text (`12.10` stays `12.10`), never as a formula. */
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

export interface XlsxColumn {
  readonly header: string;
  /** In characters of the default font. */
  readonly width?: number;
}

/** Excel's own limit; a longer text would make the whole file unreadable to it. */
const maxCellLength = 32_767;
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
  const each = names.map((name, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  // Filters of a sheet are a hidden defined name too; spreadsheets repair a file without it.
  const filters = sheets.flatMap(({ columns, rows }, index) =>
    columns.length === 0
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${xml((names[index] ?? '').replaceAll("'", "''"))}'!$A$1:$${columnLetters(columns.length - 1)}$${rows.length + 1}</definedName>`,
        ],
  );
  const defined = filters.length > 0 ? `<definedNames>${filters.join('')}</definedNames>` : '';
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${each.join('')}</sheets>${defined}</workbook>`;
}

/** Cell styles 0 (text), 1 (header) and 2 (number). */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function worksheet({ columns, rows }: XlsxSheet): string {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width ?? defaultWidth}" customWidth="1"/>`,
  );
  const body = [
    row(
      1,
      columns.map(({ header }) => header),
      1,
    ),
    ...rows.map((cells, index) => row(index + 2, cells, 0)),
  ];
  const filter =
    columns.length === 0 ? '' : `<autoFilter ref="A1:${columnLetters(columns.length - 1)}${rows.length + 1}"/>`;
  return [
    `${declaration}<worksheet xmlns="${main}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    `<sheetData>${body.join('')}</sheetData>`,
    filter,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

function row(number: number, cells: readonly (string | number | undefined)[], style: 0 | 1): string {
  const each = cells.map((value, index) => cell(`${columnLetters(index)}${number}`, value, style));
  return `<row r="${number}">${each.join('')}</row>`;
}

function cell(at: string, value: string | number | undefined, style: 0 | 1): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${at}" s="2"><v>${value}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(String(value))}</t></is></c>`;
}

function cellText(text: string): string {
  const cut =
    text.length > maxCellLength ? `${text.slice(0, maxCellLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  // `_x0041_` is how the format escapes a character: a text that looks like it would be read as another one.
  return withoutHidden(xml(cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')));
}

/** Text of an element or an attribute; what XML 1.0 cannot hold becomes U+FFFD. */
function xml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- exactly the characters that XML refuses
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
      .replaceAll('\r\n', '\n')
      .replaceAll('\r', '\n')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** Tab names that spreadsheets accept: 31 characters, none of `\ / ? * [ ] :`, no quote at the ends, each once. */
function tabNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((wanted) => {
    const clean =
      wanted
        .replace(/[\\/?*[\]:]/g, ' ')
        .replace(/^'+|'+$/g, '')
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
