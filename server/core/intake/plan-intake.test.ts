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

  it('brings links and executions, and tells those that are none', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['N° preuve', 'Lien', "N° d'exécution"],
          ['INS/va1.56.02.02', 'https://exemple.fr/r/1\nftp://exemple.fr/r', 'exécution n° 12; – ;, 13 et douze'],
        ]),
      ),
    );
    assert.deepEqual(brought(plan), [
      'INS/va1.56.02.02 https://exemple.fr/r/1',
      'INS/va1.56.02.02 12',
      'INS/va1.56.02.02 13',
    ]);
    assert.deepEqual(told(plan), ['2 badLink', '2 badExecution']);
  });

  it('takes no address that is cut off', async () => {
    const cut = ['https://exemple.fr/rapp…', 'https://exemple.fr/r/12...', 'https://exemple.fr/[...]/12'];
    cut.push('https://exemple.fr/…/12', 'https://exemple.fr/r%E2%80%A6', 'https://exemple.fr/.../12?a=b');
    const whole = ['https://exemple.fr/compare/v1...v2', 'https://exemple.fr/r/1.'];
    const rows = [...cut, ...whole].map((url) => ['INS/va1.56.02.02', url]);
    const plan = await planOf(book(sheet([['N° preuve', 'Lien'], ...rows])));
    assert.deepEqual(
      brought(plan),
      whole.map((url) => `INS/va1.56.02.02 ${url}`),
    );
    assert.deepEqual(
      told(plan),
      cut.map((_, index) => `${index + 2} cutLink`),
    );
  });

  it('leaves a struck row, and says so only where it is about something', async () => {
    const rows: readonly Row[] = [
      { number: 1, cells: ['N° preuve', 'Fichier'] },
      {
        number: 2,
        cells: ['INS/va1.56.01.01', 'a.log'],
        struck: true,
        remarks: [{ column: 1, kind: 'error', text: '#N/A' }],
      },
      { number: 3, cells: ['', 'b.log'], struck: true },
      { number: 4, cells: ['', 'b.log'] },
    ];
    const plan = await planOf(book({ name: 'Suivi', rows }), { files: ['a.log', 'b.log'] });
    assert.deepEqual([brought(plan), told(plan)], [[], ['2 struck', '4 noSubject']]);
  });

  it('tells once a column the links to files that it does not take', async () => {
    const links = (column: number, target: string) => [{ column, target }];
    const rows: readonly Row[] = [
      { number: 1, cells: ['N° preuve', 'Fichier', 'Libellé', 'Voir'] },
      { number: 2, cells: ['INS/va1.56.01.01', 'a.log', 'x', 'y'], links: links(2, 'b.log') },
      { number: 3, cells: ['INS/va1.56.02.01', 'a.log', 'x', 'y'], links: links(2, 'a.log') },
      { number: 4, cells: ['INS/va1.56.02.02', 'a.log', 'x', 'y'], links: links(3, 'https://exemple.fr/a.log') },
      { number: 5, cells: ['INS/va1.30.01.01', 'a.log', 'x', 'y'], links: links(3, 'mailto:x@exemple.fr') },
      { number: 6, cells: ['PSC.01.01.01', 'a.log', 'x', 'y'], links: links(3, 'absent.log') },
      { number: 7, cells: ['PSC.01.01.02', 'voir'], links: links(1, 'b.log') },
      { number: 8, cells: ['SSI/GEN.06.01.01', 'a.log'], links: links(1, 'b.log') },
    ];
    const plan = await planOf(book({ name: 'Suivi', rows }), { files: ['a.log', 'b.log'] });
    assert.ok(brought(plan).includes('PSC.01.01.02 b.log'));
    assert.deepEqual(told(plan), ['8 otherTarget', '2 linkElsewhere']);
  });

  it('narrows the proofs of a scenario by its requirement, and those of core scenarios by nothing', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['N° exigence', 'N° scénario', 'Qui'],
          ['INS/va1.56', 'INS/va1.56.01', 'AM'],
          ['CO.48', 'SCN_DB/CO.01', 'BL'],
          ['INS/va1.56', 'SCN_DB/CO.01', 'BL'],
          ['PSC.01', 'INS/va1.56.02', 'CD'],
          ['PSC.01', '', 'DE'],
        ]),
      ),
    );
    assert.deepEqual(followed(plan), [
      'INS/va1.56.01 responsable AM',
      'SCN_DB/CO.01 responsable BL',
      'PSC.01 responsable DE',
    ]);
    assert.deepEqual(told(plan), ['3 unknownId']);
  });

  it('keeps the first of two rows that bring the same, and tells where the second says otherwise', async () => {
    const plan = await planOf(
      book(
        sheet([
          ['N° preuve', 'Fichier', 'Version'],
          ['INS/va1.56.01.01', 'a.log', '1.0'],
          ['INS/va1.56.01.01', 'a.log', '1.0'],
          ['INS/va1.56.01.01', 'a.log', '2.0'],
        ]),
      ),
      { files: ['a.log'] },
    );
    assert.deepEqual([brought(plan), told(plan)], [['INS/va1.56.01.01 a.log'], ['4 twice']]);
  });

  it('takes no file of another content for one that is cited, and no word for one that is not', async () => {
    const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/a.log
              sha256: ${'a'.repeat(64)}
  HORS.01:
    suivi: { responsable: AM }
    scenarios:
      HORS.01.01:
        suivi: { preuves: { HORS.01.01.01: { travail: fait } } }
        preuves:
          HORS.01.01.01: [ { fichier: preuves/b.log } ]
`);
    const rows = sheet([
      ['N° preuve', 'Fichier', 'Version', 'Qui', 'Statut'],
      ['INS/va1.56.01.01', 'a.log', '', '', ''],
      ['HORS.01.01.01', 'b.log', '2.0', 'BL', 'en cours'],
    ]);
    const { analysis } = await analyse([], { main });
    const files = ['a.log', 'b.log'].map((inside) => ({ inside, path: `/captures/${inside}`, sha256: 'b'.repeat(64) }));
    const plan = planIntake({ dossier: analysis.dossier, workbook: book(rows), files, choices: {} });
    assert.deepEqual(brought(plan), []);
    assert.deepEqual(followed(plan), ['HORS.01.01.01 responsable BL']);
    assert.deepEqual(
      plan.notes.map((note) => [note.kind, noteLine(note, 'en')]),
      [
        [
          'otherContent',
          '“a.log”: the proof cites preuves/a.log already, of the same name and another content; the dossier stays.',
        ],
        [
          'conflict',
          'HORS.01.01.01, cited already: the sheet gives version = “2.0”, which the dossier has not; write it yourself if it is right.',
        ],
        ['conflict', 'HORS.01.01.01: travail is “fait” in the dossier and “en cours” in the sheet; the dossier stays.'],
      ],
    );
  });

  it('asks where two scenarios have a proof of one id, and takes the one that the row names', async () => {
    const main = manifest(`exigences:
  HORS.01:
    scenarios:
      HORS.01.01: { preuves: { P.01: [ { fichier: preuves/x.log } ] } }
      HORS.01.02: { preuves: { P.01: [ { fichier: preuves/x.log } ] } }
`);
    const plan = await planOf(
      book(
        sheet([
          ['N° preuve', 'N° scénario', 'Fichier'],
          ['P.01', '', 'a.log'],
          ['P.01', 'HORS.01.02', 'a.log'],
        ]),
      ),
      { files: ['a.log'], main },
    );
    assert.deepEqual(told(plan), ['2 severalSlots']);
    assert.deepEqual(
      plan.pieces.map(({ at, slot }) => [at.row, slot.scenario]),
      [[3, 'HORS.01.02']],
    );
  });

  it('finds ids and files in the columns where they stand, whatever those are called', async () => {
    const files = ['a.log', 'b.log', 'c.log'];
    const misnamed = book({
      name: 'Suivi',
      rows: [
        { number: 1, cells: ['Preuve', 'Qui', ''] },
        { number: 2, cells: ['INS/va1.56.01', 'AM', 'voir'], links: [{ column: 2, target: 'lot\\a.log' }] },
        { number: 3, cells: ['PSC.01.01', 'BL', 'b.log'] },
        { number: 4, cells: ['Preuve', 'Qui'] },
        { number: 5, cells: ['INS/va1.30.01', 'CD', ''], links: [{ column: 2, target: 'lot/c.log' }] },
      ],
    });
    const plan = await planOf(misnamed, { files });
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 a.log', 'PSC.01.01.01 b.log', 'INS/va1.30.01.01 c.log']);
    assert.deepEqual(followed(plan)[0], 'INS/va1.56.01 responsable AM');
    const empty = await planOf(
      book(
        { name: 'Vide', rows: [] },
        sheet([
          ['Preuve', 'Qui'],
          ['une capture', 'AM'],
        ]),
      ),
    );
    assert.deepEqual([empty.book.sheets, empty.rows], [[], 0]);
  });

  it('reads colours by a legend in a sheet of its own, a colour of two meanings by none', async () => {
    const fill = (column: number, colour: string) => [{ column, colour }];
    const legend: Sheet = {
      name: 'Légende',
      rows: [
        { number: 1, cells: ['', 'fait'], fills: fill(0, '00ff00') },
        { number: 2, cells: ['à faire'], fills: fill(0, 'ff0000') },
        { number: 3, cells: ['en cours'], fills: fill(0, 'ff0000') },
        { number: 4, cells: ['terminé'], fills: fill(0, '00ff00') },
        { number: 5, cells: ['joli'], fills: fill(0, '0000ff') },
      ],
    };
    const other: Sheet = { name: 'Autre', rows: [{ number: 1, cells: ['en cours'], fills: fill(0, '00ff00') }] };
    const rows: Row[] = [
      { number: 1, cells: ['Humeur', '', 'N° preuve', 'Fichier', 'Statut'] },
      { number: 2, cells: ['', 'fait', 'INS/va1.56.01.01'], fills: [...fill(1, '0000ff'), ...fill(4, '00ff00')] },
      { number: 3, cells: ['fait', '', 'INS/va1.56.02.01'], fills: [...fill(0, '0000ff'), ...fill(4, 'ff0000')] },
    ];
    const plan = await planOf(book({ name: 'Suivi', rows }, legend, other));
    assert.deepEqual(followed(plan), ['INS/va1.56.01.01 travail fait']);
    const wordy = rows.map((row, at) => (at === 1 ? { ...row, cells: [...row.cells, '', 'en cours'] } : row));
    assert.deepEqual(followed(await planOf(book({ name: 'Suivi', rows: wordy }, legend))), [
      'INS/va1.56.01.01 travail en cours',
    ]);
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
    assert.equal(sheetDate('12 brumaire 2026', 'dayFirst'), undefined);
    assert.equal(sheetDate('brumaire 12 2026', 'dayFirst'), undefined);
    assert.equal(sheetDate('2 déc. 26', 'unknown'), '2026-12-02');
    assert.equal(sheetDate('20261102', 'unknown'), '2026-11-02');
    assert.equal(sheetDate('46328', 'dayFirst', 1900), '2026-11-02');
    assert.equal(sheetDate('44866', 'dayFirst', 1904), '2026-11-02');
    assert.equal(sheetDate('46328', 'dayFirst'), undefined);
  });
});
