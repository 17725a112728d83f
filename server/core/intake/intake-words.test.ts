import assert from 'node:assert/strict';
import type { Slot } from '../attach/slots';
import type { IntakeNote } from './intake-notes';
import type { IntakePlan } from './intake-plan';
import { columnLines, followLine, intakeSummary, noteLine, pieceLine, placedNote, roleLabels } from './intake-words';

const at = { sheet: 'Suivi', row: 12 };
const slot: Slot = { requirement: 'A', scenario: 'A.01', proof: 'A.01.01', pieces: 0 };
const core: Slot = { scenario: 'SCN.01', proof: 'P.01', pieces: 0 };
const file = (inside: string) => ({ inside, path: `/captures/${inside}` });

/** Without the spaces that French puts before its signs. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const notes: readonly (readonly [IntakeNote, string, string])[] = [
  [
    { kind: 'severalSlots', at, about: 'film.mp4', slots: [slot, core, slot] },
    '« film.mp4 » peut aller à plusieurs preuves (A.01.01, SCN.01 / P.01)',
    '“film.mp4” may go to several proofs (A.01.01, SCN.01 / P.01)',
  ],
  [
    { kind: 'severalFiles', at, name: 'a.png', files: ['1/a.png', '2/a.png'].map(file) },
    '« a.png » désigne plusieurs fichiers (1/a.png, 2/a.png)',
    '“a.png” names several files (1/a.png, 2/a.png)',
  ],
  [
    { kind: 'twice', at, label: 'a.png', first: { sheet: 'Suivi', row: 3 } },
    '« a.png » vient déjà de la ligne 3',
    '“a.png” comes from row 3 already',
  ],
  [
    { kind: 'unknownId', at, id: 'A.01.02', near: [] },
    '« A.01.02 » n’est pas un identifiant de ce dossier : rien n’en est repris.',
    '“A.01.02” is no id of this dossier: nothing of it comes in.',
  ],
  [{ kind: 'unknownId', at, id: 'A.01.02', near: ['A.01.01'] }, 'Vouliez-vous dire A.01.01 ?', 'Did you mean A.01.01?'],
  [{ kind: 'widerId', at, id: 'A.01' }, '« A.01 » est dans ce dossier, mais', '“A.01” is in this dossier, but'],
  [
    { kind: 'unreadError', at, column: 'B', text: '#REF!' },
    'la cellule B contient l’erreur #REF!',
    'cell B holds the error #REF!',
  ],
  [
    { kind: 'otherContent', at, name: 'a.png', there: 'preuves/a.png' },
    '« a.png » : la preuve cite déjà preuves/a.png',
    '“a.png”: the proof cites preuves/a.png already',
  ],
  [{ kind: 'noSubject', at, text: 'a.png' }, 'a.png : la ligne ne dit pas', 'a.png: the row does not say'],
  [{ kind: 'noFile', at, name: 'a.png' }, '« a.png » n’est dans aucun', '“a.png” is in none'],
  [
    { kind: 'cutLink', at, text: 'https://x.fr/r…' },
    '« https://x.fr/r… » est une adresse dont une partie manque',
    '“https://x.fr/r…” is an address of which a part is missing',
  ],
  [{ kind: 'badLink', at, text: 'ftp://x' }, '« ftp://x » n’est pas une adresse', '“ftp://x” is no whole address.'],
  [{ kind: 'badExecution', at, text: 'a\nb' }, '« a b » n’est pas un numéro', '“a b” is no execution number.'],
  [{ kind: 'badDate', at, text: '3/4' }, '« 3/4 » ne se lit pas comme une date', '“3/4” does not read as a date'],
  [{ kind: 'unknownState', at, text: 'bof' }, '« bof » n’est pas un état connu', '“bof” is no known state'],
  [
    { kind: 'wordsWithoutPiece', at, text: 'voir' },
    'Ce texte n’accompagne aucune pièce, il n’est pas repris : « voir ».',
    'This text goes with no piece and does not come in: “voir”.',
  ],
  [
    { kind: 'otherTarget', at, text: 'a.png', target: 'b.png' },
    'la cellule montre « a.png », et son lien mène à « b.png »',
    'the cell shows “a.png”, and its link leads to “b.png”',
  ],
  [
    { kind: 'linkElsewhere', at, column: 'C', target: 'b.png' },
    'des cellules de la colonne C mènent à des fichiers (« b.png »)',
    'cells of column C lead to files (“b.png”)',
  ],
  [{ kind: 'notApplicable', at, about: 'A' }, 'A est dite non applicable', 'A is said not to apply'],
  [
    { kind: 'conflict', at, about: 'A', field: 'date', sheet: '2026-01-02', there: '2026-01-01' },
    'A : date vaut « 2026-01-01 » dans le dossier et « 2026-01-02 » dans la feuille',
    'A: date is “2026-01-01” in the dossier and “2026-01-02” in the sheet',
  ],
  [
    { kind: 'conflict', at, about: 'A', field: 'date', sheet: '2026-01-02', there: '' },
    'A, déjà citée : la feuille donne date = « 2026-01-02 », que le dossier n’a pas',
    'A, cited already: the sheet gives date = “2026-01-02”, which the dossier has not',
  ],
  [{ kind: 'struck', at }, 'barrée', 'struck'],
  [{ kind: 'colours', at }, 'couleur', 'colour'],
];

describe('what does not come in of a tracking sheet', () => {
  for (const [note, fr, en] of notes)
    it(`is told in both languages: ${note.kind}`, () => {
      const [french, english] = [plain(noteLine(note, 'fr')), noteLine(note, 'en')];
      assert.ok(french.includes(fr), french);
      assert.ok(english.includes(en), english);
      assert.doesNotMatch(french + english, /[{}]|undefined/);
    });

  it('names six candidates at most', () => {
    const slots = Array.from({ length: 8 }, (_, index) => ({ ...slot, proof: `A.01.0${String(index)}` }));
    const line = plain(noteLine({ kind: 'severalSlots', at, about: 'a', slots }, 'fr'));
    assert.ok(line.includes('A.01.05') && !line.includes('A.01.06'), line);
  });
});

describe('what comes in of a tracking sheet', () => {
  it('is told by proof, or by what a follow-up is of', () => {
    const piece = { at, slot, said: {} };
    const named = { kind: 'file', by: 'name', file: file('lot/a.png') } as const;
    assert.equal(pieceLine({ ...piece, source: named }, 'fr'), 'A.01.01 ← lot/a.png (trouvé par son nom)');
    assert.equal(pieceLine({ ...piece, source: named }, 'en'), 'A.01.01 ← lot/a.png (found by its name)');
    assert.equal(pieceLine({ ...piece, source: { ...named, by: 'cell' } }, 'fr'), 'A.01.01 ← lot/a.png');
    assert.equal(pieceLine({ ...piece, source: { kind: 'execution', number: '12' } }, 'fr'), 'A.01.01 ← 12');
    const follow = (level: 'requirement' | 'scenario', of: Slot) =>
      followLine({ at, target: { level, slot: of }, field: 'travail', value: 'fait' }, 'en');
    assert.equal(follow('requirement', slot), 'A: travail = fait');
    assert.equal(follow('scenario', slot), 'A.01: travail = fait');
    assert.equal(follow('requirement', core), 'P.01: travail = fait');
  });

  it('names its row before what does not come in', () => {
    const note: IntakeNote = { kind: 'badLink', at, text: 'ftp://x' };
    assert.equal(plain(placedNote(note, 'fr')), 'Suivi, ligne 12 : « ftp://x » n’est pas une adresse complète.');
    assert.equal(placedNote(note, 'en'), 'Suivi, row 12: “ftp://x” is no whole address.');
  });

  it('is told by column, with those left alone, but not those that are nothing', () => {
    const columns = [
      { column: 0, header: 'N°\npreuve 1', said: { role: 'preuve', index: 1 } },
      { column: 1, header: '', said: { role: 'fichier' } },
      { column: 2, header: '' },
      { column: 26, header: 'Humeur' },
    ] as const;
    const book = { sheets: [{ name: 'Suivi', columns, rows: [], above: [] }], hidden: [], notFound: [] };
    const plan: IntakePlan = { book, pieces: [], follows: [], notes: [], rows: 1, already: 0, unused: [] };
    const labels = new Map(roleLabels('fr').map(({ key, label }) => [key, label]));
    assert.deepEqual(
      columnLines(plan, 'fr').map(({ sheet, lines }) => [sheet, lines.map(plain)]),
      [
        [
          'Suivi',
          [
            `A « N° preuve 1 » : ${labels.get('preuve') ?? ''} (preuve 1)`,
            `B «  » : ${labels.get('fichier') ?? ''} (fichier)`,
            'AA « Humeur » : –',
          ],
        ],
      ],
    );
    assert.equal(columnLines(plan, 'en')[0]?.lines.at(-1), 'AA “Humeur”: –');
    assert.match(intakeSummary(plan, 'en'), /1 row/);
  });
});
