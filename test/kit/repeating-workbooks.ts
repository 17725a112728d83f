import type { Row, Workbook } from '../../server/core/workbook/workbook';

/** A small workbook that prints ids again, with what an independent count must find in it. */
export interface RepeatingWorkbook {
  readonly name: string;
  readonly workbook: Workbook;
  readonly counts: { readonly requirements: number; readonly scenarios: number; readonly proofs: number };
  /** Every id of its catalogue that has a key of its own. */
  readonly keys: readonly string[];
}

const header = [
  'N° exigence',
  "Énoncé de l'exigence",
  "Nature de l'exigence",
  'Profil',
  'Chapitre',
  'N° scénario',
  'Scénario de conformité',
  'N° preuve 1',
  'Preuve 1',
  'N° preuve 2',
  'Preuve 2',
];

const must = 'Le système DOIT afficher les traits de l’identité.';
const may = 'Le système PEUT afficher le nom d’usage du patient.';
const video = 'Vidéo de la fiche du patient';
const capture = 'Capture d’écran du paramétrage';

type Cells = readonly string[];

/** A row of the requirement A.01 with its scenario A.01.01; `more` says what is different. */
function row(more: Partial<Record<number, string>> = {}): Cells {
  const plain = [
    'A.01',
    must,
    'EXIGENCE',
    'Général',
    'Identité',
    'A.01.01',
    'Ouvrir la fiche.',
    'A.01.01.01',
    video,
    '',
    '',
  ];
  return plain.map((cell, at) => more[at] ?? cell);
}

function sheetOf(rows: readonly Cells[], head: Cells = header, name = 'Exigences'): Workbook['sheets'][number] {
  return { name, rows: [head, ...rows].map((cells, i): Row => ({ number: i + 1, cells: [...cells] })) };
}

function one(
  name: string,
  rows: readonly Cells[],
  [requirements, scenarios, proofs]: readonly [number, number, number],
  keys: readonly string[],
): RepeatingWorkbook {
  return { name, workbook: { sheets: [sheetOf(rows)] }, counts: { requirements, scenarios, proofs }, keys };
}

const medecin = 'Médecin traitant';
const sante = 'Centres de santé';

const convergenceHead = [
  'Périmètre',
  'ID',
  'Chapitre',
  'Fonction',
  'Exigence',
  'Commentaire',
  'Profil',
  'N° scénario',
  'Scénario de conformité',
  'N° preuve',
  'Preuve',
];

function converged(id: string, text: string, profile: string, proof: string, expected: string): Cells {
  return ['Vague 2', id, 'Identité', '', text, '', profile, 'A.01.01', 'Ouvrir la fiche.', proof, expected];
}

const coreHead = [
  'Profil',
  'Scénario',
  'ref',
  'Priorité',
  'Situation',
  'ref étape',
  'no étape',
  "Détail de l'étape",
  'Exigence 1',
  'Numéro de preuve 1',
  'Preuve 1',
];

function core(rows: readonly Cells[], requirements: readonly Cells[]): Workbook {
  return { sheets: [sheetOf(requirements), sheetOf(rows, coreHead, 'scenarios')] };
}

const scn = (more: Partial<Record<number, string>> = {}): Cells =>
  [
    'Général',
    'Consommation',
    'SCN_DB/CO.01',
    'Obligatoire',
    'Un patient arrive.',
    'SCN_DB/CO.01.01',
    '1',
    'Ouvrir la fiche du patient.',
    'A.01',
    'SCN_DB/CO.01.01.01',
    video,
  ].map((cell, at) => more[at] ?? cell);

/** Every way in which a workbook may print an id again. */
export const repeatingWorkbooks: readonly RepeatingWorkbook[] = [
  one('a proof twice in one scenario, same text', [row(), row({ 4: 'Identité ', 8: `${video} ` })], [1, 1, 1], []),
  one(
    'a proof twice in one scenario, other text',
    [row(), row({ 8: capture })],
    [1, 1, 2],
    ['A.01.01.01~7888', 'A.01.01.01~e9ac'],
  ),
  one(
    'a proof twice in one row, other text',
    [row({ 9: 'A.01.01.01', 10: capture })],
    [1, 1, 2],
    ['A.01.01.01~7888', 'A.01.01.01~e9ac'],
  ),
  one(
    'a proof in two scenarios',
    [row(), row({ 5: 'A.01.02', 6: 'Fermer la fiche.' })],
    [1, 2, 2],
    ['A.01.01.01~a-01-01', 'A.01.01.01~a-01-02'],
  ),
  one(
    'a scenario on two rows, other text',
    [row(), row({ 6: 'Fermer la fiche.', 7: 'A.01.01.02', 8: capture })],
    [1, 2, 2],
    ['A.01.01~be03', 'A.01.01~dda4'],
  ),
  one(
    'a scenario under two requirements',
    [row(), row({ 0: 'A.02', 1: may })],
    [2, 2, 2],
    ['A.01.01.01~a-01', 'A.01.01.01~a-02', 'A.01.01~a-01', 'A.01.01~a-02'],
  ),
  one(
    'a requirement on two rows, other statement',
    [row(), row({ 1: may, 5: 'A.01.02', 7: 'A.01.02.01' })],
    [2, 2, 2],
    ['A.01~01', 'A.01~02'],
  ),
  one(
    'a requirement on two rows, other statement without scenario',
    [row(), row({ 1: may, 5: '', 6: '', 7: '', 8: '' })],
    [2, 1, 1],
    ['A.01~01', 'A.01~64b5'],
  ),
  one(
    'a requirement on two rows, other nature',
    [row({ 2: 'PRECONISATION', 5: '', 6: '', 7: '', 8: '' }), row()],
    [2, 1, 1],
    ['A.01~01', 'A.01~75fd'],
  ),
  one(
    'a requirement on two rows, other statement, nature and profile',
    [row({ 1: may, 2: 'PRECONISATION' }), row({ 3: medecin, 5: 'A.01.02', 7: 'A.01.02.01' })],
    [2, 2, 2],
    ['A.01~general', 'A.01~medecin-traitant'],
  ),
  one(
    'a requirement on two rows, other chapter',
    [row(), row({ 4: 'Messagerie', 5: 'A.01.02', 7: 'A.01.02.01' })],
    [2, 2, 2],
    ['A.01~identite', 'A.01~messagerie'],
  ),
  one(
    'all of a requirement repeated with another profile',
    [row(), row({ 1: may, 3: medecin })],
    [2, 2, 2],
    [
      'A.01.01.01~general',
      'A.01.01.01~medecin-traitant',
      'A.01.01~general',
      'A.01.01~medecin-traitant',
      'A.01~general',
      'A.01~medecin-traitant',
    ],
  ),
  one(
    'three namesakes',
    [
      row(),
      row({ 1: may, 3: medecin, 4: 'Messagerie', 5: 'A.01.02', 7: 'A.01.02.01' }),
      row({ 1: `${may} Et son prénom.`, 3: medecin, 4: 'Portabilité', 5: 'A.01.03', 7: 'A.01.03.01' }),
    ],
    [3, 3, 3],
    ['A.01~general', 'A.01~messagerie', 'A.01~portabilite'],
  ),
  one(
    'ids that differ by case and spaces, same content',
    [row(), row({ 0: 'a. 01', 5: 'a.01.01', 7: 'A.01. 01.01' })],
    [1, 1, 1],
    [],
  ),
  one(
    'ids that differ by case and spaces, other content',
    [row(), row({ 0: 'a. 01', 1: may, 3: medecin, 5: 'A.01.02', 7: 'A.01.02.01' })],
    [2, 2, 2],
    ['A.01~general', 'a. 01~medecin-traitant'],
  ),
  one(
    'profiles of one requirement by scenario',
    [
      row(),
      row({ 3: medecin, 5: 'A.01.02', 6: 'Fermer.', 7: 'A.01.02.01' }),
      row({ 3: `${sante}\n${medecin}`, 5: 'A.01.03', 6: 'Imprimer.', 7: 'A.01.03.01' }),
    ],
    [3, 3, 3],
    ['A.01~centres-de-sante-medecin', 'A.01~general', 'A.01~medecin-traitant'],
  ),
  {
    name: 'the Convergence layout',
    workbook: {
      sheets: [
        sheetOf(
          [
            converged('A.01', must, 'Général', 'A.01.01.01', video),
            converged('A.01', must, 'Général', 'A.01.01.01', capture),
            converged('A.01', may, medecin, 'A.01.01.01', video),
            converged('A.01', must, 'Général', 'A.01.01.01', `${video} `),
          ],
          convergenceHead,
        ),
      ],
    },
    counts: { requirements: 2, scenarios: 2, proofs: 3 },
    keys: [
      'A.01.01.01~7888',
      'A.01.01.01~e9ac',
      'A.01.01.01~medecin-traitant',
      'A.01.01~general',
      'A.01.01~medecin-traitant',
      'A.01~general',
      'A.01~medecin-traitant',
    ],
  },
  {
    name: 'the sheet of core-business scenarios: other content',
    workbook: core(
      [scn(), scn({ 0: medecin, 4: 'Un patient part.', 7: 'Fermer la fiche.', 10: capture })],
      [row(), row({ 0: 'A.02', 1: may, 5: 'A.02.01', 7: 'A.02.01.01' })],
    ),
    counts: { requirements: 2, scenarios: 4, proofs: 4 },
    keys: [
      'SCN_DB/CO.01.01.01~general',
      'SCN_DB/CO.01.01.01~medecin-traitant',
      'SCN_DB/CO.01~general',
      'SCN_DB/CO.01~medecin-traitant',
    ],
  },
  {
    name: 'the sheet of core-business scenarios: rows that repeat',
    workbook: core(
      [
        scn(),
        scn({
          0: '',
          1: '',
          3: '',
          4: '',
          5: 'SCN_DB/CO.01.02',
          6: '2',
          7: 'Lire.',
          9: 'SCN_DB/CO.01.01.01',
          10: capture,
        }),
        scn({ 2: 'SCN_DB/CO.02', 4: 'Un autre.', 5: 'SCN_DB/CO.02.01', 9: 'SCN_DB/CO.02.01.01' }),
        scn({ 6: '3' }),
      ],
      [row()],
    ),
    counts: { requirements: 1, scenarios: 3, proofs: 4 },
    keys: ['SCN_DB/CO.01.01.01~7888', 'SCN_DB/CO.01.01.01~e9ac'],
  },
];
