import assert from 'node:assert/strict';
import { analyse, file, manifest, type KitInput } from '../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Analysis } from '../engine/analyse';
import type { Locale } from '../messages/say';
import { cellForm } from '../workbook/cell-form';
import type { Row, Workbook } from '../workbook/workbook';
import { formSheets } from './form-sheets';
import type { MergeConflict, MergePlan } from './merge-plan';
import { conflictLine, editLine, mergeNoteLine } from './merge-words';
import { aboutKey, mergeWorkbook, type MergeWishes } from './merge-workbook';
import { recordOf } from './record';

type OpenRow = { -readonly [Key in keyof Row]: Row[Key] } & { cells: string[] };
interface OpenSheet {
  name: string;
  rows: OpenRow[];
}

async function analysisOf(input: KitInput | string): Promise<Analysis> {
  return (await analyse([], typeof input === 'string' ? { main: input } : input)).analysis;
}

/** The workbook of a dossier as a program gives it back, its rows of ids third. */
function sheetsOf(analysis: Analysis, locale: Locale = 'fr'): OpenSheet[] {
  const { forms, hidden } = formSheets(analysis, locale);
  const row = (cells: readonly string[], at: number): OpenRow => ({ number: at + 1, cells: [...cells] });
  return [
    ...forms.map(({ name, note, columns, rows }) => ({
      name,
      rows: [
        [note],
        columns.map(({ id = '' }) => id),
        columns.map(({ header }) => header),
        ...rows.map((cells) => cells.map((cell) => (typeof cell === 'object' ? cell.date : cellForm(cell ?? '')))),
      ].map(row),
    })),
    ...hidden.map(({ name, rows }) => ({ name, rows: rows.map(row).filter(({ cells }) => cells.length > 0) })),
  ];
}

/** A cell of the form, by what its row says and the id of its column. */
function cellIn(sheets: readonly OpenSheet[], says: string, field: string) {
  for (const { name, rows } of sheets) {
    const column = rows[1]?.cells.indexOf(`segur:${field}`) ?? -1;
    const row = rows.slice(3).find(({ cells }) => column >= 0 && cells.slice(1).includes(says));
    if (row) return { name, row, column, set: (text: string) => (row.cells[column] = text) };
  }
  throw new Error(`There is no cell ${field} of ${says}.`);
}

function planOf(analysis: Analysis, sheets: readonly OpenSheet[], wishes: Partial<MergeWishes> = {}): MergePlan {
  const workbook: Workbook = { sheets };
  const found = recordOf(workbook);
  assert.ok(found.kind === 'record', found.kind);
  return mergeWorkbook(analysis, workbook, found.record, { locale: 'fr', ...wishes });
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const notes = ({ notes: all }: MergePlan, locale: Locale = 'fr'): string[] =>
  all.map((note) => plain(mergeNoteLine(note, locale)));

const proofs = (body: string, more = ''): string =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
${body}${more}`);
const block = `            - fichier: a.png
              commentaire: vu
`;

describe('a workbook that comes back', () => {
  it('changes nothing that nobody edited, and knows pieces of every kind and cited twice', async () => {
    const body = `${block}            - fichier: b.png
            - fichier: b.png
              version: "01"
            - lien: https://a.fr
            - execution: 12
            - declaration: na.pdf
            - titre: rien
`;
    const analysis = await analysisOf(proofs(body, '          X.01.01:\n            - fichier: x.png\n'));
    for (const locale of ['fr', 'en'] as const) {
      const sheets = sheetsOf(analysis, locale);
      const plan = planOf(analysis, sheets);
      assert.deepEqual([plan.edits, plan.conflicts, plan.notes, plan.files], [[], [], [], []], locale);
      const kinds = sheets[1]?.rows.slice(3).map(({ cells }) => cells.slice(4, 6));
      assert.equal(kinds?.length, 8);
      assert.deepEqual(
        kinds.slice(3, 6).map(([, value]) => value),
        ['https://a.fr', '12', 'na.pdf'],
      );
    }
  });

  it('brings what was edited of proofs, entries and pieces', async () => {
    const analysis = await analysisOf(proofs(block));
    const sheets = sheetsOf(analysis);
    cellIn(sheets, 'INS/va1.56.02.01', 'responsable').set('AM');
    cellIn(sheets, 'a.png', 'date').set('2026-11-02');
    cellIn(sheets, 'a.png', 'commentaire').set('');
    cellIn(sheets, 'Scénario', 'note_interne').set('voir');
    const plan = planOf(analysis, sheets);
    assert.deepEqual(
      plan.edits.map((edit) => plain(editLine(edit, 'fr')).replace(/^[^:]* : /, '')),
      [
        'INS/va1.56.01 : Note interne « (vide) » → « voir »',
        'INS/va1.56.02.01 : Responsable « (vide) » → « AM »',
        'INS/va1.56.02.01 (a.png) : Date « (vide) » → « 2026-11-02 »',
        'INS/va1.56.02.01 (a.png) : Commentaire pour l’instructeur « vu » → « (vide) »',
      ],
    );
    const [changed] = plan.files;
    assert.match(changed?.after ?? '', /- fichier: a\.png\n {14}date: 2026-11-02\n/);
    assert.match(changed?.after ?? '', /INS\/va1\.56\.02\.01:\n {14}responsable: AM\n/);
  });

  it('reads words, states and numbers as people and programs write them, and says what is none', async () => {
    const analysis = await analysisOf(proofs(`${block}              version: "12,50"\n`));
    const sheets = sheetsOf(analysis);
    const work = cellIn(sheets, 'INS/va1.56.02.01', 'travail');
    for (const [said, value] of [
      ['To do', 'à faire'],
      ['EN COURS', 'en cours'],
      ['terminé', 'fait'],
    ] as const) {
      work.set(said);
      assert.deepEqual(
        planOf(analysis, sheets).edits.map(({ theirs }) => theirs),
        [[value]],
        said,
      );
    }
    work.set('bientôt peut-être');
    const version = cellIn(sheets, 'a.png', 'version');
    version.set('12.5');
    version.row.numbers = [version.column];
    cellIn(sheets, 'a.png', 'date').set('03/04');
    const plan = planOf(analysis, sheets);
    assert.deepEqual(plan.edits, [], 'a number that a program made of a text is the same');
    assert.match(
      notes(plan)[0] ?? '',
      /« bientôt peut-être » n’est pas une valeur de « Avancement » : choisissez parmi à faire, en cours, à vérifier, fait\.$/,
    );
    assert.match(notes(plan)[1] ?? '', /« 03\/04 » n’est pas une date du calendrier/);
  });

  it('counts what the dossier alone changed, and what both changed alike', async () => {
    const sheets = sheetsOf(await analysisOf(proofs(block)));
    cellIn(sheets, 'a.png', 'commentaire').set('neuf');
    const now = await analysisOf(proofs(`${block.replace('vu', 'neuf')}              version: 1.0\n`));
    const { edits, conflicts, same, kept } = planOf(now, sheets);
    assert.deepEqual([edits, conflicts, same, kept], [[], [], 1, 1]);
  });

  it('takes no text that a cell had cut, and shows what is inherited', async () => {
    const long = proofs(
      block.replace('vu', 'mot '.repeat(10_000).trim()),
      '    suivi:\n      responsable: AM\n      travail: en cours\n',
    );
    const analysis = await analysisOf(long);
    const sheets = sheetsOf(analysis);
    assert.deepEqual(planOf(analysis, sheets).notes, []);
    const row = sheets[0]?.rows.find(({ cells }) => cells[4] === 'INS/va1.56.02.01');
    assert.equal(row?.cells[7], 'AM · en cours');
    cellIn(sheets, 'a.png', 'commentaire').set('court');
    const plan = planOf(analysis, sheets);
    assert.deepEqual(plan.edits, []);
    assert.match(
      notes(plan)[0] ?? '',
      /le texte du dossier est plus long qu’une cellule : modifiez-le dans le dossier\.$/,
    );
  });

  it('follows none of two pieces that had one content', async () => {
    const [one] = [file({ sha256: '1'.repeat(64) })];
    const two = `${block}            - fichier: b.png\n`;
    const sheets = sheetsOf(await analysisOf({ main: proofs(two), evidence: { 'a.png': one, 'b.png': one } }));
    cellIn(sheets, 'a.png', 'commentaire').set('du classeur');
    const now = await analysisOf({ main: proofs(block.replace('a.png', 'z.png')), evidence: { 'z.png': one } });
    const plan = planOf(now, sheets);
    assert.deepEqual(plan.edits, []);
    assert.match(notes(plan).join('\n'), /\(a\.png\) n’est plus dans le dossier/);
  });

  it('asks where the dossier changed too, and takes the side that is chosen', async () => {
    const sheets = sheetsOf(await analysisOf(proofs(block)));
    cellIn(sheets, 'a.png', 'commentaire').set('du classeur');
    cellIn(sheets, 'INS/va1.56.02.01', 'travail').set('to do');
    const now = await analysisOf(proofs(block.replace('vu', 'du dossier')));
    const [asked] = [planOf(now, sheets)];
    assert.equal(asked.conflicts.length, 1);
    const lines = (of: readonly MergeConflict[], locale: Locale) => of.map((one) => plain(conflictLine(one, locale)));
    assert.match(
      lines(asked.conflicts, 'fr')[0] ?? '',
      /INS\/va1\.56\.02\.01 \(a\.png\) : Commentaire pour l’instructeur valait « vu » ; vaut « du dossier » dans le dossier et « du classeur » dans le classeur\.$/,
    );
    assert.match(
      lines(planOf(now, sheets, { choose: () => 'ours' }).conflicts, 'en')[0] ?? '',
      /in the workbook: the dossier stays\.$/,
    );
    const taken = planOf(now, sheets, { choose: () => 'theirs' });
    assert.match(taken.files[0]?.after ?? '', /commentaire: du classeur\n/);
    assert.match(lines(taken.conflicts, 'fr')[0] ?? '', /le classeur est repris\.$/);
  });

  it('keeps out what cannot be written, and the rest comes in', async () => {
    const sheets = sheetsOf(await analysisOf(proofs(block)));
    const shared = await analysisOf(
      proofs(
        `            - &p\n${block.replace('- fichier', '  fichier')}`,
        '          INS/va1.56.02.02:\n            - *p\n',
      ),
    );
    const comment = cellIn(sheets, 'a.png', 'commentaire');
    comment.set('du classeur');
    cellIn(sheets, 'INS/va1.56.02.01', 'responsable').set('AM');
    const plan = planOf(shared, sheets);
    assert.equal(plan.edits.length, 1);
    assert.match(notes(plan).join('\n'), /repris ailleurs par un alias YAML/);
    const other = await analysisOf(
      proofs(
        `            - &p\n${block.replace('- fichier', '  fichier').replace('vu', 'autre')}`,
        '          INS/va1.56.02.02:\n            - *p\n',
      ),
    );
    const settled = planOf(other, sheets, { choose: () => 'theirs' });
    assert.deepEqual(settled.conflicts, [], 'one that cannot be written is told as such, not as settled');
    assert.match(notes(settled).join('\n'), /repris ailleurs par un alias YAML/);
    const merging = await analysisOf(`${proofs(block)}<<<<<<< a\n=======\n>>>>>>> b\n`);
    const kept = planOf(merging, sheets);
    assert.deepEqual([kept.edits, kept.files], [[], []]);
    assert.ok(
      notes(kept).length >= 1 && notes(kept).every((line) => line.includes('conflit de fusion git')),
      notes(kept).join('\n'),
    );
  });

  it('says what is struck, copied, added, foreign, lost or nowhere any more', async () => {
    const analysis = await analysisOf(proofs(`${block}            - fichier: b.png\n`));
    const sheets = sheetsOf(analysis);
    const [follow, pieces] = sheets;
    assert.ok(follow && pieces);
    const [, ids] = pieces.rows;
    const [first, second] = pieces.rows.slice(3);
    assert.ok(ids && first && second);
    const at = pieces.rows.length;
    const copy = (row: OpenRow, number: number): OpenRow => ({ ...row, number, cells: [...row.cells] });
    const [same, unlike, added, foreign, blank] = [1, 2, 3, 4, 5].map((more) => copy(first, at + more));
    assert.ok(same && unlike && added && foreign && blank);
    unlike.cells[ids.cells.indexOf('segur:commentaire')] = 'autre';
    added.cells[0] = '';
    foreign.cells[0] = '["piece","X"]';
    blank.cells.fill(' ');
    pieces.rows.push(same, unlike, added, foreign, blank);
    second.struck = true;
    const gone = follow.rows.splice(3, 2);
    assert.equal(gone.length, 2);
    const work = follow.rows[1]?.cells.indexOf('segur:travail') ?? -1;
    for (const row of follow.rows) row.cells.splice(work, 1);
    const plan = planOf(analysis, sheets);
    assert.deepEqual(plan.edits, []);
    const told = notes(plan).join('\n');
    for (const part of [
      'copie de la ligne de Pièces à compléter, ',
      'ligne ajoutée, qui n’est d’aucune preuve : « ',
      'ligne venue d’un autre classeur : rien n’en est repris.',
      'ligne barrée : rien n’en est repris.',
      'Suivi à compléter : la colonne « Avancement » n’y est plus, rien n’en change.',
      '2 lignes ne sont plus dans le classeur (dont INS/va1.56) : le dossier n’en perd rien.',
    ])
      assert.ok(told.includes(part), `${part}\n${told}`);
    assert.match(notes(plan, 'en').join('\n'), /2 rows are no longer in the workbook \(INS\/va1\.56 among them\)/);
  });

  it('takes no cell that is struck or a formula, nor a value that the row does not have', async () => {
    const analysis = await analysisOf(proofs(block));
    const sheets = sheetsOf(analysis);
    const comment = cellIn(sheets, 'a.png', 'commentaire');
    comment.row.remarks = [{ column: comment.column, kind: 'struck', text: 'x' }];
    comment.set('');
    const version = cellIn(sheets, 'a.png', 'version');
    version.row.remarks = [...(version.row.remarks ?? []), { column: version.column, kind: 'uncomputed', text: '=A1' }];
    const proof = cellIn(sheets, 'INS/va1.56.02.01', 'commentaire');
    proof.set('ici');
    const plan = planOf(analysis, sheets);
    assert.deepEqual(plan.edits, []);
    assert.equal(plan.notes.filter(({ kind }) => kind === 'cell').length, 2);
    assert.ok(
      notes(plan).some((line) => line.includes('cette ligne n’a pas de « Commentaire pour l’instructeur »')),
      notes(plan).join('\n'),
    );
  });

  it('follows a renamed file by its content, but takes no review of another one', async () => {
    const [one, other] = [file({ sha256: '1'.repeat(64) }), file({ sha256: '2'.repeat(64) })];
    const sheets = sheetsOf(await analysisOf({ main: proofs(block), evidence: { 'a.png': one } }));
    cellIn(sheets, 'a.png', 'commentaire').set('du classeur');
    for (const [field, text] of [
      ['par', 'AM'],
      ['le', '2026-11-20'],
      ['avis', 'sufficient'],
    ] as const)
      cellIn(sheets, 'a.png', `revue.${field}`).set(text);
    const renamed = planOf(
      await analysisOf({ main: proofs(block.replace('a.png', 'z.png')), evidence: { 'z.png': one } }),
      sheets,
    );
    assert.match(
      renamed.files[0]?.after ?? '',
      /z\.png\n {14}commentaire: du classeur\n {14}revue: \{ par: AM, le: 2026-11-20, avis: suffisante \}\n/,
    );
    const replaced = planOf(await analysisOf({ main: proofs(block), evidence: { 'a.png': other } }), sheets);
    assert.doesNotMatch(replaced.files[0]?.after ?? '', /revue/);
    assert.match(notes(replaced).join('\n'), /le fichier n’est plus celui qui était là/);
    const lost = planOf(
      await analysisOf({ main: proofs(block.replace('a.png', 'z.png')), evidence: { 'z.png': other } }),
      sheets,
    );
    assert.deepEqual(lost.edits, []);
    assert.match(notes(lost).join('\n'), /INS\/va1\.56\.02\.01 \(a\.png\) n’est plus dans le dossier/);
  });

  it('says that it is of another dossier, where the software or the dispositif is', async () => {
    const sheets = sheetsOf(await analysisOf(proofs(block)));
    assert.equal(planOf(await analysisOf(proofs(block)), sheets).other, undefined);
    const renamed = proofs(block).replace(/^ {2}nom: .*$/m, '  nom: Un autre');
    assert.notEqual(renamed, proofs(block));
    assert.ok(planOf(await analysisOf(renamed), sheets).other);
    const bare = await analysisOf('version: 1\n');
    assert.deepEqual(formSheets(bare, 'fr').forms, []);
    assert.ok(planOf(bare, sheets).other);
  });

  it('has no form without a catalogue, nor for a scenario that says nothing but its id', async () => {
    assert.deepEqual(formSheets(await analysisOf({ main: proofs(block), catalogue: null }), 'fr'), {
      forms: [],
      hidden: [],
    });
    const [scenario, ...others] = smallCatalogue.coreScenarios;
    assert.ok(scenario);
    const catalogue = { ...smallCatalogue, coreScenarios: [{ ...scenario, steps: [] }, ...others] };
    const [follow] = formSheets(await analysisOf({ main: manifest(''), catalogue }), 'fr').forms;
    const row = follow?.rows.find((cells) => cells[1] === 'Scénario' && cells[3] === scenario.id);
    assert.equal(row?.[5], '');
  });
});

describe('recordOf', () => {
  it('tells another version and damage from a workbook that is none of ours', async () => {
    const sheets = sheetsOf(await analysisOf(proofs(block)));
    const record = sheets.at(-1);
    assert.ok(record);
    const read = (change: (rows: OpenRow[]) => void): string => {
      const rows = record.rows.map((row) => ({ ...row, cells: [...row.cells] }));
      change(rows);
      return recordOf({ sheets: [...sheets.slice(0, -1), { name: 'x', rows }] }).kind;
    };
    assert.equal(
      read(() => undefined),
      'record',
    );
    assert.equal(
      read((rows) => rows.splice(0, Infinity)),
      'none',
    );
    assert.equal(
      read((rows) => rows.splice(1, Infinity)),
      'damaged',
    );
    assert.equal(
      read((rows) => rows[1]?.cells.splice(0, Infinity)),
      'damaged',
    );
    assert.equal(
      read((rows) => rows[3]?.cells.splice(4, 1)),
      'damaged',
    );
    assert.equal(
      read((rows) => rows.pop()),
      'damaged',
    );
    assert.equal(
      read((rows) => rows[0]?.cells.splice(1, 1, 'format 2')),
      'otherVersion',
    );
    assert.equal(
      read((rows) => rows[0]?.cells.splice(1, 1)),
      'otherVersion',
    );
  });
});

describe('aboutKey', () => {
  it('names the nearest of proof, scenario and requirement, and the piece', () => {
    for (const [key, about] of [
      [JSON.stringify(['requirement', 'R', '', '']), 'R'],
      [JSON.stringify(['scenario', 'R', 'S', '']), 'S'],
      [JSON.stringify(['proof', 'R', 'S', 'P']), 'P'],
      [JSON.stringify(['piece', 'R', 'S', 'P', 'fichier', 'a.png']), 'P (a.png)'],
      [JSON.stringify([JSON.stringify(['piece', 'R', 'S', 'P', 'fichier', 'a.png']), 1, 2]), 'P (a.png)'],
      [JSON.stringify(['piece', 'R', 'S', 'P', '', '']), 'P'],
      ['["piece","R', ''],
      ['12', ''],
    ] as const)
      assert.equal(aboutKey(key), about, key);
  });
});
