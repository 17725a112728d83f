import { buildZip } from '../../../server/host/archive/testing/build-zip';
import { writeXlsx } from '../../../server/host/spreadsheet/write-xlsx';
import { fill, mebibyte } from './fill';

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const rels =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';

interface Parts {
  readonly sheets?: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string>>;
}

function workbook({ sheets = [], strings, styles, more = {} }: Parts): Buffer {
  const names = sheets.map((_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('');
  const targets = sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('');
  const kinds = [strings === undefined ? '' : '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>', styles === undefined ? '' : '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'].join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': types,
    '_rels/.rels': rels,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets}${kinds}</Relationships>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
    ...Object.fromEntries(sheets.map((text, index) => [`xl/worksheets/sheet${index + 1}.xml`, text])),
    ...more,
  };
  return buildZip(Object.entries(parts).map(([name, content]) => ({ name, content, deflate: true })));
}

const sheet = (rows: string, after = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** Enough repeated markup that a workbook of it is far larger than a mebibyte once it is opened. */
const repeated = (mebibytes: number, unit: string): string => unit.repeat(Math.ceil((mebibytes * mebibyte) / unit.length));

/** Workbooks of at most a mebibyte that are hard to read. */
export function hostileWorkbooks(): Readonly<Record<string, Uint8Array>> {
  const small = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>');
  const rows = (count: number, cells: string): string => Array.from({ length: count }, (_, index) => `<row r="${index + 1}">${cells}</row>`).join('');
  return {
    'many sheets': workbook({ sheets: Array.from({ length: 3000 }, () => small) }),
    'a bomb of a sheet': workbook({ sheets: [sheet(repeated(400, '<row><c t="inlineStr"><is><t>a</t></is></c></row>'))] }),
    'a bomb of spaces': workbook({ sheets: [sheet(repeated(400, '        '))] }),
    'many rows': workbook({ sheets: [sheet(rows(200_000, '<c t="inlineStr"><is><t>a</t></is></c>'))] }),
    'many columns': workbook({ sheets: [sheet(`<row r="1">${repeated(8, '<c t="inlineStr"><is><t>a</t></is></c>')}</row>`)] }),
    'sparse cells': workbook({ sheets: [sheet(Array.from({ length: 20_000 }, (_, index) => `<row r="${(index + 1) * 50}"><c r="XFD${(index + 1) * 50}" t="inlineStr"><is><t>a</t></is></c></row>`).join(''))] }),
    'a row far away': workbook({ sheets: [sheet('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>a</t></is></c></row>')] }),
    'a row beyond all': workbook({ sheets: [sheet('<row r="99999999999"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>')] }),
    'many shared strings': workbook({ sheets: [sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')], strings: `<sst>${repeated(60, '<si><t>a</t></si>')}</sst>` }),
    'a long shared string': workbook({ sheets: [sheet(rows(50_000, '<c t="s"><v>0</v></c>'))], strings: `<sst><si><t>${repeated(8, 'abcdefgh ')}</t></si></sst>` }),
    'rich shared strings': workbook({ sheets: [sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')], strings: `<sst><si>${repeated(40, '<r><rPr><b/></rPr><t>a</t></r>')}</si></sst>` }),
    'many merged cells': workbook({ sheets: [sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>', `<mergeCells>${Array.from({ length: 100_000 }, (_, index) => `<mergeCell ref="A${index + 1}:C${index + 2}"/>`).join('')}</mergeCells>`)] }),
    'huge merged cells': workbook({ sheets: [sheet(rows(2000, '<c t="inlineStr"><is><t>a</t></is></c>'), `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2000)}</mergeCells>`)] }),
    'many links': workbook({ sheets: [sheet(rows(1000, '<c t="inlineStr"><is><t>a</t></is></c>'), `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" location="a"/>'.repeat(50_000)}</hyperlinks>`)] }),
    'many styles': workbook({ sheets: [sheet('<row r="1"><c r="A1" s="1"><v>1</v></c></row>')], styles: `<styleSheet><numFmts>${repeated(20, '<numFmt numFmtId="200" formatCode="yyyy"/>')}</numFmts><cellXfs>${repeated(20, '<xf numFmtId="200"/>')}</cellXfs></styleSheet>` }),
    'a long number format': workbook({ sheets: [sheet(rows(1000, '<c s="0"><v>45000</v></c>'))], styles: `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'[a"\\'.repeat(200_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>` }),
    'formulas': workbook({ sheets: [sheet(rows(2000, `<c t="str"><f>HYPERLINK("${'a'.repeat(400)}","b")</f><v>b</v></c>`))] }),
    'a long formula': workbook({ sheets: [sheet(`<row r="1"><c r="A1" t="str"><f>HYPERLINK(${'"'.repeat(900_000)}</f><v>b</v></c></row>`)] }),
    'deep markup': workbook({ sheets: [sheet(repeated(8, '<a>'))] }),
    'attributes': workbook({ sheets: [sheet(`<row ${Array.from({ length: 200_000 }, (_, index) => `a${index}="b"`).join(' ')}/>`)] }),
    'entities': workbook({ sheets: [`<!DOCTYPE a [${Array.from({ length: 40 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]>${sheet('<row r="1"><c t="inlineStr"><is><t>&a40;</t></is></c></row>')}`] }),
    'many comments': workbook({ sheets: [small], more: { 'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>', 'xl/comments1.xml': `<comments><commentList>${repeated(30, '<comment ref="A1"><text><t>a</t></text></comment>')}</commentList></comments>` } }),
    'many parts': workbook({ sheets: [small], more: Object.fromEntries(Array.from({ length: 7000 }, (_, index) => [`xl/media/${index}.png`, 'a'])) }),
    'escapes': workbook({ sheets: [sheet(rows(1000, `<c t="inlineStr"><is><t>${'_x0041_'.repeat(1000)}</t></is></c>`))] }),
    'requirements, again and again': writeXlsx([{ name: 'REM', columns: ['Numéro', 'Exigence', 'Scénario', 'Preuve', 'Statut', 'Fichier', 'Lien'].map((header) => ({ header })), rows: Array.from({ length: 30_000 }, (_, index) => ['INS/va1.56', `Exigence ${index}`, 'INS/va1.56.01', 'INS/va1.56.01.01', 'Validé', `preuves/${index}.png`, 'https://a.fr']) }]),
    'proofs that nobody knows': writeXlsx([{ name: 'Suivi', columns: ['Preuve', 'Fichier', 'Commentaire'].map((header) => ({ header })), rows: Array.from({ length: 30_000 }, (_, index) => [`X/va1.${index}.01.01`, `${index}.png`, `c${index}`]) }]),
    'not one': Buffer.from(fill('PK\u0003\u0004', 'PK\u0001\u0002')),
  };
}
