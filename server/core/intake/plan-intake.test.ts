import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import type { CellRemark, Row, Sheet, Workbook } from '../workbook/workbook';
import { noteLine } from './intake-words';
import { labelOf, type IntakePlan } from './intake-plan';
import { planIntake, type IntakeChoices } from './plan-intake';
import { readChoices } from './read-choices';
import { sheetDate, orderOf } from './sheet-dates';

const rowsOf = (rows: readonly (readonly string[])[], first = 1): Row[] =>
  rows
    .map((cells, index) => ({ number: index + first, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
const book = (...sheets: readonly Sheet[]): Workbook => ({ sheets });
const sheet = (rows: readonly (readonly string[])[], name = 'Suivi'): Sheet => ({ name, rows: rowsOf(rows) });

async function planOf(
  workbook: Workbook,
  {
    files = [],
    main = manifest('exigences:\n'),
    choices = {},
  }: { files?: readonly string[]; main?: string; choices?: IntakeChoices } = {},
): Promise<IntakePlan> {
  const { analysis } = await analyse([], { main });
  const found = files.map((inside) => ({ inside, path: `/captures/${inside}` }));
  return planIntake({ dossier: analysis.dossier, workbook, files: found, choices });
}

const brought = ({ pieces }: IntakePlan): string[] =>
  pieces.map(({ slot, source }) => `${slot.proof} ${labelOf(source)}`);
const followed = ({ follows }: IntakePlan): string[] =>
  follows.map(({ target, field, value }) => `${target.slot[target.level] ?? ''} ${field} ${value}`);
const told = ({ notes }: IntakePlan): string[] => notes.map(({ kind, at }) => `${at.row} ${kind}`);

describe('a tracking sheet', () => {
  it('of one row a proof gives file, date, version, note, person, due date and state', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['Suivi des preuves', ''],
          [
            'N° preuve',
            'Preuve attendue',
            'Fichier',
            'Date',
            'Version',
            'Commentaire',
            'Responsable',
            'Échéance',
            'Statut',
          ],
          [
            'INS/va1.56.01.01',
            'Une capture',
            'ecran.png',
            '12/11/2026',
            '12.4.0',
            'à relire',
            'AM',
            '30/11/2026',
            'En cours',
          ],
        ]),
      ),
      { files: ['ecran.png'] },
    );
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 ecran.png']);
    assert.deepEqual(plan.pieces[0]?.said, { date: '2026-11-12', version: '12.4.0', note: 'à relire' });
    assert.deepEqual(followed(plan), [
      'INS/va1.56.01.01 responsable AM',
      'INS/va1.56.01.01 pour_le 2026-11-30',
      'INS/va1.56.01.01 travail en cours',
    ]);
    assert.deepEqual(told(plan), []);
  });

  it('only takes for the examiner what is said to be for the examiner', async () => {
    const rows = (header: string) =>
      book(
        sheet([
          ['N° preuve', 'Fichier', header],
          ['INS/va1.56.01.01', 'a.png', 'Vu avec la cheffe'],
        ]),
      );
    const said = async (header: string) => (await planOf(rows(header), { files: ['a.png'] })).pieces[0]?.said;
    assert.deepEqual(await said('Commentaires'), { note: 'Vu avec la cheffe' });
    assert.deepEqual(await said('Remarque'), { note: 'Vu avec la cheffe' });
    assert.deepEqual(await said('Commentaire pour l’examinateur'), { comment: 'Vu avec la cheffe' });
    assert.deepEqual(await said('Comment for ANS'), { comment: 'Vu avec la cheffe' });
  });

  it('of one row a requirement finds the proof of each file by the id in its name, and asks for the others', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['Exigence', 'Fichiers', 'Qui'],
          ['INS/va1.56', 'INS-va1.56.01.01-ecran.png\nINS-va1.56.02.01 film.mp4; consultation.mp4', 'Léa'],
        ]),
      ),
      { files: ['INS-va1.56.01.01-ecran.png', 'INS-va1.56.02.01 film.mp4', 'consultation.mp4'] },
    );
    assert.deepEqual(brought(plan), [
      'INS/va1.56.01.01 INS-va1.56.01.01-ecran.png',
      'INS/va1.56.02.01 INS-va1.56.02.01 film.mp4',
    ]);
    assert.deepEqual(told(plan), ['2 severalSlots']);
    assert.deepEqual(followed(plan), ['INS/va1.56 responsable Léa']);
  });

  it('that names no files gets those that are named after its proofs', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['Id preuve', 'État'],
          ['INS/va1.56.01.01', 'OK'],
          ['INS/va1.56.02.01', 'KO'],
        ]),
      ),
      {
        files: ['lot 1/INS-va1.56.01.01.png', 'lot 1/autre.png'],
      },
    );
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 lot 1/INS-va1.56.01.01.png']);
    assert.deepEqual(plan.pieces[0]?.source.kind === 'file' && plan.pieces[0].source.by, 'name');
    assert.deepEqual(followed(plan), ['INS/va1.56.01.01 travail fait', 'INS/va1.56.02.01 travail à faire']);
    assert.deepEqual(
      plan.unused.map(({ inside }) => inside),
      ['lot 1/autre.png'],
    );
  });

  it('that is a REM with added columns keeps the numbers of its columns together', async () => {
    const plan = await planOf(
      book(
        sheet([
          [
            'N° exigence',
            'Exigence',
            'N° scénario',
            'N° preuve 1',
            'Preuve 1',
            'N° preuve 2',
            'Preuve 2',
            'Fichier 1',
            'Fichier 2',
          ],
          [
            'INS/va1.56',
            'Énoncé',
            'INS/va1.56.02',
            'INS/va1.56.02.01',
            'Film',
            'INS/va1.56.02.02',
            'Lien',
            'film.mp4',
            'https://exemple.fr/r/12',
          ],
        ]),
      ),
      { files: ['film.mp4'] },
    );
    assert.deepEqual(brought(plan), ['INS/va1.56.02.01 film.mp4', 'INS/va1.56.02.02 https://exemple.fr/r/12']);
    assert.deepEqual(told(plan), []);
  });

  it('in English is read as well, its dates only where their order is certain', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['Proof ID', 'File name', 'Recording date', 'Assignee', 'Due date', 'Status'],
          ['INS/va1.56.01.01', 'a.png', '03/04/2026', 'Bob', 'December 5, 2026', 'In progress'],
          ['INS/va1.56.02.01', 'b.mp4', '2026-11-02', 'Bob', '', 'Done'],
        ]),
      ),
      { files: ['a.png', 'b.mp4'] },
    );
    assert.deepEqual(
      plan.pieces.map(({ said }) => said.date),
      [undefined, '2026-11-02'],
    );
    assert.deepEqual(told(plan), ['2 badDate']);
    assert.ok(followed(plan).includes('INS/va1.56.01.01 pour_le 2026-12-05'));
  });

  it('whose columns have no known names is read by what its cells are', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['INS/va1.56.01.01', 'écran', 'a.png'],
          ['INS/va1.56.02.01', 'film', 'b.mp4'],
        ]),
      ),
      {
        files: ['a.png', 'b.mp4'],
      },
    );
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 a.png', 'INS/va1.56.02.01 b.mp4']);
  });

  it('says states by the colours that its legend explains, and nothing by others', async () => {
    const fills = (colour: string) => [{ column: 0, colour }];
    const rows: Row[] = [
      { number: 1, cells: ['', '', '', 'Vert : fait'], fills: [{ column: 3, colour: '00ff00' }] },
      { number: 2, cells: ['', '', '', 'Orange = en cours'], fills: [{ column: 3, colour: 'ffa500' }] },
      { number: 4, cells: ['N° preuve', 'Fichier'] },
      { number: 5, cells: ['INS/va1.56.01.01', ''], fills: fills('00ff00') },
      { number: 6, cells: ['INS/va1.56.02.01', ''], fills: fills('ffa500') },
      { number: 7, cells: ['INS/va1.56.02.02', ''], fills: fills('0000ff') },
    ];
    assert.deepEqual(followed(await planOf(book({ name: 'S', rows }))), [
      'INS/va1.56.01.01 travail fait',
      'INS/va1.56.02.01 travail en cours',
    ]);
    const untold = await planOf(book({ name: 'S', rows: rows.slice(2) }));
    assert.deepEqual(followed(untold), []);
    assert.deepEqual(told(untold), ['4 colours']);
  });

  it('finds a file by the path of another machine, and asks where two have the name', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['N° preuve', 'Fichier'],
          ['INS/va1.56.01.01', 'C:\\Preuves\\lot2\\ecran.PNG'],
          ['INS/va1.56.02.01', 'film'],
          ['INS/va1.56.02.02', 'ecran.png'],
          ['PSC.01.01.01', 'absent.mp4'],
        ]),
      ),
      { files: ['lot1/ecran.png', 'lot2/ecran.png', 'film.mp4'] },
    );
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 lot2/ecran.png', 'INS/va1.56.02.01 film.mp4']);
    assert.deepEqual(told(plan), ['4 severalFiles', '5 noFile']);
  });

  it('leaves what is there, and tells where it says otherwise', async () => {
    const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        suivi:
          preuves:
            INS/va1.56.01.01: { responsable: AM }
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/ecran.png
              date: 2026-11-01
`);
    const plan = await planOf(
      book(
        sheet([
          ['N° preuve', 'Fichier', 'Date', 'Responsable'],
          ['INS/va1.56.01.01', 'ecran.png', '12/11/2026', 'BL'],
        ]),
      ),
      { files: ['ecran.png'], main },
    );
    assert.deepEqual([brought(plan), followed(plan), plan.already], [[], [], 1]);
    assert.deepEqual(
      plan.notes.map((note) => noteLine(note, 'fr')),
      [
        'INS/va1.56.01.01 : date vaut « 2026-11-01 » dans le dossier et « 2026-11-12 » dans la feuille ; le dossier est gardé.',
        'INS/va1.56.01.01 : responsable vaut « AM » dans le dossier et « BL » dans la feuille ; le dossier est gardé.',
      ],
    );
  });

  it('tells ids that the dossier has not, states that are none, and what is said not to apply', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['N° preuve', 'Statut', 'Note'],
          ['INS/va1.56.01.99', 'OK', ''],
          ['INS/va1.56.01.01', 'bof', ''],
          ['INS/va1.56.02.01', 'N/A', ''],
          ['INS/va1.56.02.02', '', 'voir Léa'],
          ['', '', ''],
        ]),
      ),
    );
    assert.deepEqual(told(plan), ['2 unknownId', '3 unknownState', '4 notApplicable', '5 wordsWithoutPiece']);
    assert.deepEqual(followed(plan), []);
  });

  it('can be read as the user says', async () => {
    const { choices, problems } = readChoices(
      'feuille: Preuves\ncolonnes: { preuve: Réf. interne, fichier: [Doc A, Doc B] }\netats: { "Go": fait }\n',
    );
    assert.deepEqual(problems, []);
    const rows = [
      ['Réf. interne', 'Doc A', 'Doc B', 'Statut'],
      ['INS/va1.56.01.01', 'a.png', 'b.png', 'go'],
    ];
    const plan = await planOf(
      book(
        sheet(
          [
            ['x', 'y'],
            ['1', '2'],
          ],
          'Autre',
        ),
        sheet(rows, 'Preuves'),
      ),
      {
        files: ['a.png', 'b.png'],
        choices,
      },
    );
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 a.png', 'INS/va1.56.01.01 b.png']);
    assert.deepEqual(followed(plan), ['INS/va1.56.01.01 travail fait']);
    const wrong = readChoices('colonnes: { preuv: A }\netats: { X: parfait }\nautre: 1\n');
    assert.deepEqual(
      wrong.problems.map(({ line }) => line),
      [1, 2, 3],
    );
  });

  it('is read twice to the same end: what came in is there already', async () => {
    const rows = book(
      sheet([
        ['N° preuve', 'Lien'],
        ['INS/va1.56.02.02', 'https://exemple.fr/r/1'],
        ['INS/va1.56.02.02', 'https://exemple.fr/r/1'],
      ]),
    );
    const first = await planOf(rows);
    assert.deepEqual(brought(first), ['INS/va1.56.02.02 https://exemple.fr/r/1']);
    const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.02: [ { lien: "https://exemple.fr/r/1" } ]
`);
    const second = await planOf(rows, { main });
    assert.deepEqual([brought(second), second.already], [[], 2]);
  });

  it('that lists requirements with their scenarios and proofs below them in one column reads each as what it is', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['Id', 'Fichier', 'Qui'],
          ['INS/va1.56', '', 'AM'],
          ['INS/va1.56.01', '', 'QA'],
          ['INS/va1.56.01.01', 'a.log', ''],
        ]),
      ),
      { files: ['a.log'] },
    );
    assert.deepEqual(told(plan), []);
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 a.log']);
    assert.deepEqual(followed(plan), ['INS/va1.56 responsable AM', 'INS/va1.56.01 responsable QA']);
  });

  it('takes the id of a requirement among those of proofs for none of them, and says that it is known', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['N° preuve', 'Fichier'],
          ['INS/va1.56.01.01', 'a.log'],
          ['INS/va1.56', 'b.log'],
        ]),
      ),
      { files: ['a.log', 'b.log'] },
    );
    assert.deepEqual(told(plan), ['3 widerId']);
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 a.log']);
  });

  it('tells the cells that show nothing of what is in them, but not those of a row of totals', async () => {
    const remark = (column: number, kind: CellRemark['kind'], text: string): CellRemark => ({ column, kind, text });
    const rows: readonly Row[] = [
      { number: 1, cells: ['N° preuve', 'Fichier', 'Libellé', 'Date'] },
      { number: 2, cells: ['INS/va1.56.01.01', 'a.log'], remarks: [remark(2, 'error', '#REF!')] },
      { number: 3, cells: ['INS/va1.56.01.01', ''], remarks: [remark(1, 'uncomputed', '="b"&".log"')] },
      { number: 4, cells: ['INS/va1.56.01.01', ''], remarks: [remark(1, 'struck', 'c.log')] },
      { number: 5, cells: ['INS/va1.56.01.01', '', '', ''], remarks: [remark(3, 'error', '#N/A')] },
      { number: 6, cells: ['', 'd.log'], remarks: [remark(0, 'uncomputed', '=A2')] },
      { number: 7, cells: ['Total', '', '', ''], remarks: [remark(1, 'uncomputed', '=COUNTA(B2:B6)')] },
      { number: 8, cells: ['INS/va1.56.01.01', '', '', ''], remarks: [remark(3, 'zero', '=Feuil2!A1')] },
    ];
    const plan = await planOf(book({ name: 'Suivi', rows }), { files: ['a.log'] });
    assert.deepEqual(told(plan), ['3 uncomputed', '4 struckWords', '5 unreadError', '6 uncomputed']);
    assert.match(plan.notes.map((note) => noteLine(note, 'fr')).join('\n'), /cellule B .*« ="b"&"\.log" »/);
  });

  it('finds a file whatever characters without width were pasted with its name', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['N° preuve', 'Fichier'],
          ['INS/va1.56.01.01', '\u200ba.log\u200b'],
        ]),
      ),
      {
        files: ['a.log'],
      },
    );
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 a.log']);
  });
});

describe('the dates of a sheet', () => {
  it('are read in the order that one of them settles', () => {
    assert.equal(orderOf(['03/04/2026', '25/12/2026'], false), 'dayFirst');
    assert.equal(orderOf(['03/04/2026', '12/25/2026'], true), 'monthFirst');
    assert.equal(orderOf(['13/04/2026', '12/25/2026'], true), 'unknown');
    assert.equal(sheetDate('12/25/26', 'unknown'), '2026-12-25');
    assert.equal(sheetDate('03/04/2026', 'unknown'), undefined);
    assert.equal(sheetDate('04/04/2026', 'unknown'), '2026-04-04');
    assert.equal(sheetDate('1er décembre 2026', 'dayFirst'), '2026-12-01');
    assert.equal(sheetDate('lundi 30 novembre 2026', 'dayFirst'), '2026-11-30');
    assert.equal(sheetDate('31/02/2026', 'dayFirst'), undefined);
    assert.equal(sheetDate('semaine 48', 'dayFirst'), undefined);
    assert.equal(sheetDate('2026-11-02 14:05', 'dayFirst'), '2026-11-02');
  });
});
