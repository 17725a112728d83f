import assert from 'node:assert/strict';
import { basename } from 'node:path';
import fc from 'fast-check';
import type { Analysis } from '../../server/core/engine/analyse';
import { writeCells } from '../../server/core/cells/write-cells';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { editableRows } from '../../server/core/roundtrip/editable-rows';
import type { MergePlan } from '../../server/core/roundtrip/merge-plan';
import { mergeWorkbook } from '../../server/core/roundtrip/merge-workbook';
import { recordOf } from '../../server/core/roundtrip/record';
import { renderReport } from '../../server/host/operations/write-report';
import { readWorkbook } from '../../server/host/workbook/read-workbook';
import { defaultPartLimits } from '../../server/host/workbook/zip-parts';
import { CorpusChecker } from '../kit/corpus/check-corpus';
import { corpusDossier } from '../kit/corpus/corpus-dossier';
import { SampleEvidence } from '../kit/corpus/sample-evidence';
import { catalogueOf, ourWorkbooks, realWorkbooks, workbooksIn } from '../kit/corpus/workbooks';
import { dayNumber, SpreadsheetProgram, type SaveWishes } from '../kit/spreadsheet-program';
import type { Cell } from '../../server/core/cells/cell';
import type { EditableRow } from '../../server/core/roundtrip/editable-rows';
import type { Field } from '../../server/core/roundtrip/fields';
import type { Locale } from '../../server/core/messages/say';

export function workbookOf(analysis: Analysis, locale: Locale = 'fr'): Uint8Array {
  const evidenceFile = (path: string) => analysis.evidenceFile(path);
  const content = renderReport({ analysis, evidenceFile, format: 'xlsx', forAns: false, locale });
  assert.ok(content instanceof Uint8Array);
  return content;
}

export async function merged(analysis: Analysis, bytes: Uint8Array, locale: Locale = 'fr'): Promise<MergePlan> {
  const workbook = await readWorkbook(bytes, neverCancelled, defaultPartLimits, { withFills: true });
  const found = recordOf(workbook);
  assert.ok(found.kind === 'record', found.kind);
  return mergeWorkbook(analysis, workbook, found.record, { locale });
}

/** Every third piece with a review, comments and so on, so that each kind of value is there. */
function withValues(text: string): string {
  let piece = 0;
  return text.replace(/^( *)- fichier: .*$/gm, (line, margin: string) => {
    piece += 1;
    const inside = `\n${margin}  `;
    if (piece % 3 === 0)
      return `${line}${inside}revue: { par: AM, le: 2026-11-03, avis: suffisante }${inside}note_interne: "=1+1"`;
    return piece % 3 === 1 ? `${line}${inside}commentaire: "  007 \\n deux\\tlignes à é 🩺 _x0041_"` : line;
  });
}

const ways: Readonly<Record<string, SaveWishes>> = {
  'shared strings': {},
  'inline strings, no styles, texts that look like numbers as numbers': { shared: false, styles: false, numbers: true },
  'no blanks at the ends, days counted from 1904': { blanks: false, epoch: 1904 },
};

describe('the report workbook of every workbook’s dossier', () => {
  let samples: SampleEvidence;
  before(async () => {
    samples = await SampleEvidence.read();
  });

  for (const path of [...workbooksIn(ourWorkbooks), ...workbooksIn(realWorkbooks)]) {
    it(`comes back without an edit, whichever program saved it: ${basename(path)}`, async () => {
      const catalogue = await catalogueOf(path);
      const dossier = corpusDossier({ catalogue }, samples);
      const analysis = await new CorpusChecker(catalogue).check({ ...dossier, main: withValues(dossier.main) });
      const bytes = workbookOf(analysis);
      assertUntouched(await merged(analysis, bytes), analysis, 'as it is');
      for (const [way, wishes] of Object.entries(ways)) {
        const program = new SpreadsheetProgram(bytes);
        program.sheets.reverse();
        for (const sheet of program.sheets) if (sheet.state === undefined) sheet.rows.splice(3, Infinity, ...sheet.rows.slice(3).reverse()); // prettier-ignore
        assertUntouched(await merged(analysis, program.save(wishes)), analysis, way);
      }
    });
  }
});

describe('random edits of a report workbook', () => {
  const texts = fc.constantFrom(
    '',
    'AM',
    'é à vérifier',
    '007',
    '=1+1',
    'a: b # c',
    '- x',
    '"q"',
    "l'un",
    '12.10',
    'vrai',
  );
  const days = fc.constantFrom('', '2026-11-02', '2026-12-31', '2027-02-01');
  const works = fc.constantFrom('', 'à faire', 'en cours', 'à vérifier', 'fait');
  const edit = fc.record({
    row: fc.nat(),
    field: fc.nat(),
    text: texts,
    day: days,
    work: works,
    isNumber: fc.boolean(),
  });

  it('leave the manifests as the same edits in the dossier do', async () => {
    const catalogue = await catalogueOf(workbooksIn(ourWorkbooks)[0] ?? '');
    const dossier = corpusDossier({ catalogue }, await SampleEvidence.read());
    const analysis = await new CorpusChecker(catalogue).check({ ...dossier, main: withValues(dossier.main) });
    const bytes = workbookOf(analysis);
    const rows = editableRows(analysis);
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const program = new SpreadsheetProgram(bytes);
        const cells = new Map<string, Cell>();
        for (const { row: at, field: nth, text, day, work, isNumber } of edits) {
          const row = rows[at % rows.length];
          const fields = Object.keys(row?.values ?? {}) as Field[];
          const field = fields[nth % fields.length];
          assert.ok(row && field);
          const value = field === 'travail' ? work : field === 'date' || field === 'pour_le' ? day : text;
          const sheet = row.target.kind === 'piece' ? 'Pièces à compléter' : 'Suivi à compléter';
          if (field.startsWith('revue.')) {
            const [par, le, avis] = text === '' ? ['', '', ''] : [text, '2026-11-04', 'insuffisante'];
            assert.ok(row.target.kind === 'piece');
            const { slot, piece } = row.target;
            cells.set(`${row.key} revue`, { kind: 'review', slot, piece, par, le, avis });
            program.set(sheet, row.key, 'revue.par', par);
            program.set(sheet, row.key, 'revue.le', le === '' ? undefined : isNumber ? dayNumber(le) : '04/11/2026');
            program.set(sheet, row.key, 'revue.avis', avis);
            continue;
          }
          cells.set(`${row.key} ${field}`, cellOf(row, field, value));
          const isDay = field === 'date' || field === 'pour_le';
          program.set(sheet, row.key, field, isDay && isNumber && value !== '' ? dayNumber(value) : value);
        }
        const { files, conflicts, notes } = await merged(analysis, program.save());
        assert.deepEqual({ conflicts, notes }, { conflicts: [], notes: [] });
        const direct = writeCells(
          analysis,
          inOrder(cells, rows).filter((cell) => !isAsIs(cell, rows)),
          'fr',
        );
        assert.ok(direct.kind === 'planned', JSON.stringify(direct));
        assert.deepEqual(
          new Map(files.map((one) => [one.uri, one.after])),
          new Map(direct.files.map((one) => [one.uri, one.after])),
        );
        changed += files.length;
      }),
      { seed: 15, numRuns: 60 },
    );
    assert.ok(changed > 30, `${changed}`);
  }).timeout(120_000);
});

function cellOf({ target }: EditableRow, field: Field, value: string): Cell {
  const { slot } = target;
  if (target.kind === 'piece') {
    assert.ok(field === 'date' || field === 'version' || field === 'commentaire' || field === 'note_interne');
    return { kind: 'piece', slot, piece: target.piece, field, value };
  }
  const { level } = target;
  if (field === 'responsable' || field === 'pour_le' || field === 'travail')
    return { kind: 'follow', slot, level, field, value };
  assert.ok(level !== 'proof');
  return { kind: 'entry', slot, level, field, value };
}

/** By row, then by field, as the dossier has them. */
function inOrder(cells: ReadonlyMap<string, Cell>, rows: readonly EditableRow[]): Cell[] {
  return rows.flatMap(({ key, values }) =>
    [...Object.keys(values).filter((field) => !field.startsWith('revue.')), 'revue'].flatMap(
      (field) => cells.get(`${key} ${field}`) ?? [],
    ),
  );
}

/** A review that says what is there already: writing it anew would judge the file again. */
function isAsIs(cell: Cell, rows: readonly EditableRow[]): boolean {
  if (cell.kind !== 'review') return false;
  return rows.some(
    ({ target, values }) =>
      target.slot === cell.slot &&
      target.kind === 'piece' &&
      target.piece === cell.piece &&
      values['revue.par'] === cell.par &&
      values['revue.le'] === cell.le &&
      values['revue.avis'] === cell.avis,
  );
}

function assertUntouched(
  { edits, conflicts, notes, kept, same, unchanged, files, other }: MergePlan,
  analysis: Analysis,
  way: string,
): void {
  assert.deepEqual({ edits, conflicts, notes, kept, same, files, other }, { edits: [], conflicts: [], notes: [], kept: 0, same: 0, files: [], other: undefined }, way); // prettier-ignore
  assert.ok(unchanged > 0 && unchanged <= editableRows(analysis).length * 7, way);
}
