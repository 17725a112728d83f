import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { buildZip, type BuiltEntry } from '../archive/testing/build-zip';
import { readWorkbook, readWorkbookFile } from './read-workbook';
import { WorkbookError, type WorkbookErrorCode } from './workbook-error';
import { defaultPartLimits } from './zip-parts';

const fixture = (name: string): Uint8Array => readFileSync(join('test', 'fixtures', 'workbooks', name));

/** A workbook of one sheet, from the content of its `sheetData` and the parts to add or replace. */
function xlsx(sheetData: string, more: Zippable = {}): Uint8Array {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="a" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="b" Type="${types}/worksheet" Target="worksheets/s.xml"/></Relationships>`,
    ),
    'xl/worksheets/s.xml': strToU8(`<worksheet><sheetData>${sheetData}</sheetData></worksheet>`),
    ...more,
  });
}

const cells = async (sheetData: string): Promise<readonly (readonly string[])[]> => {
  const { sheets } = await readWorkbook(xlsx(sheetData), neverCancelled);
  return (sheets[0]?.rows ?? []).map((row) => row.cells);
};

const inline = (text: string): string => `<row r="1"><c t="inlineStr"><is><t>${text}</t></is></c></row>`;

async function codeOf(bytes: Uint8Array): Promise<WorkbookErrorCode> {
  try {
    await readWorkbook(bytes, neverCancelled);
  } catch (error) {
    assert.ok(error instanceof WorkbookError, String(error));
    assert.ok(error.text('fr') !== '' && error.text('en') !== '' && !/\{\w+\}/.test(error.text('fr')));
    return error.code;
  }
  assert.fail('read');
}

describe('reading a workbook', () => {
  it('gives a tab without a name its number, so that an import of it can be read', async () => {
    for (const name of ['', ' ', '_x000D_']) {
      const workbook = `<workbook><sheets><sheet name="${name}" sheetId="1" r:id="b"/></sheets></workbook>`;
      const { sheets } = await readWorkbook(xlsx('', { 'xl/workbook.xml': strToU8(workbook) }), neverCancelled);
      assert.equal(sheets[0]?.name, '#1', JSON.stringify(name));
    }
  });

  it('keeps row numbers, rich text, merged cells, displayed numbers and dates', async () => {
    const { workbook, sha256 } = await readWorkbookFile(
      join('test', 'fixtures', 'workbooks', 'vague1.xlsx'),
      neverCancelled,
    );
    assert.match(sha256, /^[0-9a-f]{64}$/);
    const [sheet, references, hidden] = workbook.sheets;
    assert.deepEqual(
      sheet?.rows.map((row) => row.number),
      [1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19],
    );
    const row = (number: number): readonly string[] => sheet.rows.find((one) => one.number === number)?.cells ?? [];
    assert.equal(row(4)[2], 'Exigence conditionnelle OUI/NON', 'runs joined, phonetic guide left out');
    assert.equal(row(5)[1], 'Le système DOIT afficher les traits.\nTous les traits.');
    assert.equal(row(10)[0], 'MSS/va1.01', 'merged with the row above');
    assert.equal(row(10)[4], '', 'not merged');
    assert.deepEqual(row(18).slice(9), ['Relu le', '2023-03-15', '12.10']);
    assert.deepEqual(references?.rows[2]?.cells, ['[DMP1]', 'Guide', 'VRAI']);
    assert.deepEqual(references.rows[2].remarks, [{ column: 3, kind: 'error', text: '#REF!' }]);
    assert.equal(hidden?.hidden, true);
    assert.equal(sheet.hidden, undefined);
  });

  it('keeps errors, formulas without a value and struck words apart from what cells show', async () => {
    const sheet = [
      '<row r="1"><c t="e"><f>X()</f><v>#N/A</v></c><c><f>A1&amp;"x"</f></c><c><f>B1</f><v></v></c><c t="str"><f>C1</f><v></v></c></row>',
      '<row r="2" hidden="1"><c t="inlineStr"><is><r><t>DOIT </t></r><r><rPr><strike/></rPr><t>imprimer</t></r><r><rPr><strike val="0"/></rPr><t xml:space="preserve"> afficher</t></r></is></c></row>',
      '<row r="3"><c t="s" s="1"><v>0</v></c><c t="s"><v>1</v></c></row>',
      '<row r="4"><c t="s" s="1"><v>0</v></c><c s="1"><v>12</v></c></row>',
    ].join('');
    const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
    const bytes = xlsx(sheet, {
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships>${relation('b', 'worksheet', 'worksheets/s.xml')}${relation('c', 'styles', 'styles.xml')}${relation('d', 'sharedStrings', 'shared.xml')}</Relationships>`,
      ),
      'xl/styles.xml': strToU8(
        '<styleSheet><fonts><font><sz/></font><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>',
      ),
      'xl/shared.xml': strToU8('<sst><si><t>vieux</t></si><si><r><rPr><b/></rPr><t>neuf</t></r></si></sst>'),
    });
    const { sheets } = await readWorkbook(bytes, neverCancelled);
    assert.deepEqual(sheets[0]?.rows, [
      {
        number: 1,
        cells: [],
        remarks: [
          { column: 0, kind: 'error', text: '#N/A' },
          { column: 1, kind: 'uncomputed', text: '=A1&"x"' },
          { column: 2, kind: 'uncomputed', text: '=B1' },
        ],
      },
      { number: 2, cells: ['DOIT afficher'], hidden: true, remarks: [{ column: 0, kind: 'struck', text: 'imprimer' }] },
      { number: 3, cells: ['', 'neuf'], remarks: [{ column: 0, kind: 'struck', text: 'vieux' }] },
      { number: 4, cells: ['vieux', '12'], struck: true },
    ]);
  });

  it('takes a formula worth 0 for none, and a written 0 for itself', async () => {
    const sheet =
      '<row r="1"><c><f>X!A1</f><v>0</v></c><c><f>X!A2</f><v>0.0</v></c><c><v>0</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>X!A3</f><v>0</v></c></row>';
    const read = async (bytes: Uint8Array) => (await readWorkbook(bytes, neverCancelled)).sheets[0]?.rows[0];
    const kinds = (row: Awaited<ReturnType<typeof read>>) => row?.remarks?.map(({ column, kind }) => [column, kind]);
    const linked = await read(xlsx(sheet));
    assert.deepEqual(linked?.cells, ['', '', '0', '2', '0']);
    assert.deepEqual(kinds(linked), [
      [0, 'zero'],
      [1, 'zero'],
    ]);
    const left = await read(
      xlsx(sheet, {
        'xl/workbook.xml': strToU8(
          '<workbook><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets><calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>',
        ),
      }),
    );
    assert.deepEqual(kinds(left), [
      [0, 'uncomputed'],
      [1, 'uncomputed'],
    ]);
  });

  it('reads inline strings and any namespace prefix', async () => {
    const { sheets } = await readWorkbook(fixture('vague2.xlsx'), neverCancelled);
    assert.equal(sheets[0]?.name, 'Exigences REM vague 2');
    assert.equal(sheets[0].rows[1]?.cells[1], 'SC.PSC.01');
  });

  it('decodes escapes and entities', async () => {
    assert.deepEqual(await cells(inline('a_x000D_\nb_x005F_x000D_ &amp;&#233;&#x1F600;<![CDATA[<x>]]>')), [
      ['a\nb_x000D_ &é😀<x>'],
    ]);
    assert.deepEqual(await cells(inline('_x000d__x000A_z_x0007_')), [['\nz']]);
  });

  it('counts rows and cells that do not say where they are', async () => {
    const { sheets } = await readWorkbook(
      xlsx(
        '<row><c><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c><c><v>3.50</v></c></row><row/><row><c t="str"><v>x</v></c></row>',
      ),
      neverCancelled,
    );
    assert.deepEqual(sheets[0]?.rows, [
      { number: 1, cells: ['1'] },
      { number: 5, cells: ['', '', '2', '3.5'] },
      { number: 7, cells: ['x'] },
    ]);
  });

  it('leaves out rows of spaces', async () => {
    assert.deepEqual(await cells(inline('  ')), []);
  });

  it('does not make rows for a merge down to the end of the sheet', async () => {
    const bytes = xlsx('', {
      'xl/worksheets/s.xml': strToU8(
        '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>x</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells></worksheet>',
      ),
    });
    assert.equal((await readWorkbook(bytes, neverCancelled)).sheets[0]?.rows.length, 1);
  });
});

describe('packages that no folder takes', () => {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationships><Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/></Relationships>`;
  const parts = (more: Partial<BuiltEntry> = {}): BuiltEntry[] => [
    { name: '_rels\\.rels', content: relation('a', 'officeDocument', 'xl/workbook.xml') },
    { name: '/xl/Workbook.xml', content: '<workbook><sheets><sheet name="S" r:id="b"/></sheets></workbook>' },
    { name: 'xl\\_rels\\workbook.xml.rels', content: relation('b', 'worksheet', 'sheet.xml') },
    {
      name: 'xl/sheet.xml',
      content: `<worksheet><sheetData>${inline('lu')}</sheetData></worksheet>`,
      deflate: true,
      ...more,
    },
  ];

  it('are read whatever their names and modes are', async () => {
    const picture = { name: 'xl/../media\\a.png', content: 'x', mode: 0o120777, flags: 0x801 };
    const { sheets } = await readWorkbook(buildZip([...parts(), picture]), neverCancelled);
    assert.deepEqual(sheets[0]?.rows, [{ number: 1, cells: ['lu'] }]);
  });

  it('are not where a part that is needed is encrypted, damaged, or not alone', async () => {
    assert.equal(await codeOf(buildZip(parts({ flags: 0x801 }))), 'classeur-chiffre');
    assert.equal(await codeOf(buildZip(parts({ crc32: 1, localCrc32: 1 }))), 'archive-corrompue');
    assert.equal(await codeOf(buildZip([...parts(), ...parts()])), 'archive-corrompue');
    assert.equal(await codeOf(buildZip(parts()).subarray(0, -10)), 'archive-corrompue');
    assert.equal(await codeOf(buildZip(parts(), { between: Buffer.from('x') })), 'archive-corrompue');
  });
});

describe('refusing what is no workbook', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

  it('tells why', async () => {
    assert.equal(await codeOf(new Uint8Array()), 'fichier-vide');
    assert.equal(await codeOf(strToU8('id;texte\n')), 'pas-un-classeur');
    assert.equal(await codeOf(Uint8Array.from([...ole, ...Buffer.from('Workbook', 'utf16le')])), 'ancien-format');
    assert.equal(
      await codeOf(Uint8Array.from([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')])),
      'classeur-chiffre',
    );
    assert.equal(await codeOf(zipSync({ 'word/document.xml': strToU8('<a/>') })), 'pas-un-classeur');
    assert.equal(await codeOf(zipSync({ 'xl/workbook.bin': strToU8('x') })), 'autre-format');
    assert.equal(await codeOf(zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') })), 'autre-format');
    assert.equal(
      await codeOf(xlsx('', { 'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>') })),
      'sans-feuille',
    );
  });

  it('refuses broken XML, entities and document types', async () => {
    assert.equal(await codeOf(xlsx('<row>')), 'contenu-corrompu');
    assert.equal(await codeOf(xlsx(inline('&eacute;'))), 'contenu-corrompu');
    assert.equal(await codeOf(xlsx('<row r="0"/>')), 'contenu-corrompu');
    assert.equal(await codeOf(xlsx('<row r="1"><c t="s"><v>3</v></c></row>')), 'contenu-corrompu');
    const entity = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet/>';
    assert.equal(await codeOf(xlsx('', { 'xl/worksheets/s.xml': strToU8(entity) })), 'contenu-corrompu');
    assert.equal(
      await codeOf(xlsx('', { 'xl/worksheets/s.xml': Uint8Array.of(0x3c, 0xff, 0xff) })),
      'contenu-corrompu',
    );
  });

  it('refuses a part that unpacks to too much', async () => {
    const bomb = xlsx('', { 'xl/worksheets/s.xml': new Uint8Array(4 * 2 ** 20) });
    assert.equal(await codeOf(bomb), 'trop-volumineux');
    await assert.rejects(
      readWorkbook(fixture('vague1.xlsx'), neverCancelled, { ...defaultPartLimits, totalBytes: 2000 }),
      (error) => error instanceof WorkbookError && error.code === 'trop-volumineux',
    );
    // The directory says 10 bytes, the stream holds 200,000.
    const lying = zipSync({ 'xl/workbook.xml': new Uint8Array(200_000) });
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    assert.equal(await codeOf(lying), 'archive-corrompue');
  });

  it('stops when cancelled', async () => {
    await assert.rejects(readWorkbook(fixture('vague1.xlsx'), { isCancellationRequested: true }), CancelledError);
    let asked = 0;
    const later = {
      get isCancellationRequested() {
        return ++asked > 6;
      },
    };
    await assert.rejects(readWorkbook(fixture('vague1.xlsx'), later), CancelledError);
  });
});
