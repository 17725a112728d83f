import { trackingColumn } from '../intake/tracking-columns';
import { idIn, type IdRole } from '../intake/tracking-sheet';
import { plainWords } from '../workbook/cell-text';
import type { Row, Sheet, Workbook } from '../workbook/workbook';
import type { KnownSubjects } from './answer-subjects';
import type { AnswerPlace, AnswerSubject, ReadAnswers, SaidAnswer } from './said-answer';
import { readAnswerText } from './read-answer-text';
import type { Verdict } from './verdict-words';

export const answerRoles = ['preuve', 'scenario', 'exigence', 'chapitre', 'avis', 'date', 'commentaire'] as const;
export type AnswerRole = (typeof answerRoles)[number];

/** How the user has a table read, where that differs from what its words say. */
export interface AnswerChoices {
  readonly sheet?: string;
  /** The header of each role. */
  readonly columns?: ReadonlyMap<AnswerRole, string>;
  /** Other words for a verdict, by `plainWords`. */
  readonly verdicts?: ReadonlyMap<string, Verdict>;
}

const by = '(?: (?:de |de l |de la |d |du |par l |par )?(?:ans|agence|examinateur|instructeur|verificateur|examiner))?';
const names: readonly (readonly [AnswerRole, RegExp])[] = [
  ['avis', new RegExp(`^(?:avis|verdict|decision|conclusion|statut|etat|resultat|reponse|instruction)s?${by}$`)],
  ['chapitre', /^(?:(?:n|no|nom|name) (?:du |of )?)?(?:chapitres?|chapters?)(?: (?:du |of the )?rem)?$/],
  [
    'date',
    new RegExp(
      `^(?:date(?: (?:de |de la |de l |du |d )?(?:reponse|avis|retour|decision|examen|instruction|demande))?|le|recue? le|repondu le)${by}$`,
    ),
  ],
  [
    'commentaire',
    new RegExp(
      `^(?:commentaires?|remarques?|observations?|motifs?|comments?|modifications? (?:demandees?|a apporter)|demandes?)${by}$`,
    ),
  ],
];
/** A column that names ANS wins over one that does not. */
const namesAns = /\b(?:ans|agence|examinateur|instructeur|verificateur|examiner)\b/;

const mostAbove = 30;

/**
 * Reads a table of answers: a workbook, a CSV, what was copied from a spreadsheet program. A sheet without headers is read as
 * a text, cell after cell.
 */
export function readAnswerTable({ sheets }: Workbook, known: KnownSubjects, choices: AnswerChoices = {}): ReadAnswers {
  const answers: SaidAnswer[] = [];
  const left: { at: AnswerPlace; text: string }[] = [];
  const unclear: { sheet: string; role: string; headers: readonly string[] }[] = [];
  for (const sheet of sheets) {
    if (choices.sheet === undefined ? sheet.hidden === true : plainWords(sheet.name) !== plainWords(choices.sheet))
      continue;
    const header = headerOf(sheet, choices);
    const read = header ? readRows(sheet, header, known) : readBare(sheet, known, choices);
    // One by one: a sheet has more rows than a call takes arguments.
    for (const one of read.answers) answers.push(one);
    for (const one of read.left) left.push(one);
    unclear.push(...(header?.unclear ?? []).map((one) => ({ sheet: sheet.name, ...one })));
  }
  return { answers, left, unclear };
}

/** Whether some sheet has a row of headers that names ids and verdicts. */
export function hasAnswerHeader({ sheets }: Workbook, choices: AnswerChoices = {}): boolean {
  return sheets.some((sheet) => headerOf(sheet, choices) !== undefined);
}

interface Header {
  readonly index: number;
  readonly columns: ReadonlyMap<AnswerRole, readonly number[]>;
  readonly unclear: readonly { readonly role: string; readonly headers: readonly string[] }[];
}

function headerOf({ rows }: Sheet, { columns: chosen }: AnswerChoices): Header | undefined {
  for (const [index, row] of rows.slice(0, mostAbove).entries()) {
    const columns = new Map<AnswerRole, number[]>();
    for (const [column, cell] of row.cells.entries()) {
      const role = roleOf(cell, chosen);
      if (role !== undefined) columns.set(role, [...(columns.get(role) ?? []), column]);
    }
    const hasId = (['preuve', 'scenario', 'exigence', 'chapitre'] as const).some((role) => columns.has(role));
    if (!hasId || !columns.has('avis')) continue;
    const unclear: { role: string; headers: readonly string[] }[] = [];
    for (const role of ['avis', 'date', 'commentaire'] as const) {
      const all = columns.get(role) ?? [];
      const ofAns = all.filter((column) => namesAns.test(plainWords(row.cells[column] ?? '')));
      const kept = ofAns.length > 0 ? ofAns : all;
      columns.set(role, kept.length > 1 ? [] : kept);
      if (kept.length > 1) unclear.push({ role, headers: kept.map((column) => (row.cells[column] ?? '').trim()) });
    }
    return { index, columns, unclear };
  }
  return undefined;
}

function roleOf(cell: string, chosen: AnswerChoices['columns']): AnswerRole | undefined {
  const plain = plainWords(cell);
  if (plain === '') return undefined;
  for (const [role, header] of chosen ?? []) if (plainWords(header) === plain) return role;
  const own = names.find(([, pattern]) => pattern.test(plain))?.[0];
  const named = own ?? trackingColumn(cell)?.role;
  const role = answerRoles.find((one) => one === named);
  // A role for which the user chose a column has no other.
  return role !== undefined && chosen?.has(role) === true ? undefined : role;
}

function readRows(sheet: Sheet, { index, columns }: Header, known: KnownSubjects): Omit<ReadAnswers, 'unclear'> {
  const answers: SaidAnswer[] = [];
  const left: { at: AnswerPlace; text: string }[] = [];
  for (const row of sheet.rows.slice(index + 1)) {
    const at = { sheet: sheet.name, line: row.number };
    const text = (role: AnswerRole) =>
      (columns.get(role) ?? []).map((column) => row.cells[column]?.trim() ?? '').join('');
    const [verdict, on, comment] = [text('avis'), text('date'), text('commentaire')];
    const said = {
      ...(verdict === '' ? {} : { verdict }),
      ...(on === '' ? {} : { on }),
      ...(comment === '' ? {} : { comment }),
    };
    if (verdict === '' && comment === '') continue;
    if (row.struck === true) {
      left.push({ at, text: row.cells.filter((cell) => cell.trim() !== '').join(' · ') });
      continue;
    }
    const subjects = subjectsOf(row, columns, known);
    for (const subject of subjects) answers.push({ at, subject, ...said });
    if (subjects.length === 0) left.push({ at, text: row.cells.filter((cell) => cell.trim() !== '').join(' · ') });
  }
  return { answers, left };
}

/** What a row is about: its proofs, else its scenarios, else its requirements, else its chapter; each with those above it that it names. */
function subjectsOf(
  row: Row,
  columns: ReadonlyMap<AnswerRole, readonly number[]>,
  known: KnownSubjects,
): AnswerSubject[] {
  const ids = (role: IdRole) => {
    const cells = (columns.get(role) ?? []).map((column) => row.cells[column] ?? '');
    return [...new Set(cells.flatMap((cell) => idsOf(cell, role, known)))];
  };
  const [proofs, scenarios, requirements] = [ids('preuve'), ids('scenario'), ids('exigence')];
  const [scenario, requirement] = [only(scenarios), only(requirements)];
  const above = requirement === undefined ? {} : { requirement };
  if (proofs.length > 0)
    return proofs.map((proof) => ({ proof, ...(scenario === undefined ? {} : { scenario }), ...above }));
  if (scenarios.length > 0) return scenarios.map((one) => ({ scenario: one, ...above }));
  if (requirements.length > 0) return requirements.map((one) => ({ requirement: one }));
  // Words where an id would stand (« toutes ») say something that is not known: such a row is about no chapter.
  const isEmpty = (['preuve', 'scenario', 'exigence'] as const).every((role) =>
    (columns.get(role) ?? []).every((column) => (row.cells[column] ?? '').trim() === ''),
  );
  const chapters = (columns.get('chapitre') ?? [])
    .map((column) => (row.cells[column] ?? '').trim())
    .filter((name) => name !== '');
  const chapter = only([...new Set(chapters.map((name) => known.chapter(name) ?? name))]);
  return isEmpty && chapter !== undefined ? [{ chapter }] : [];
}

/** Ids of a cell; a cell of one word that is none of them stays as it is, to be told. A cell of words has none. */
function idsOf(cell: string, role: IdRole, known: KnownSubjects): string[] {
  if (cell.trim() === '') return [];
  const whole = idIn(cell, role, known);
  if (whole !== undefined) return [whole];
  const parts = cell
    .split(/[\n;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = parts.map(
    (part) => idIn(part, role, known) ?? (/^\S+$/.test(part) && /\d/.test(part) ? part : undefined),
  );
  return found.filter((id) => id !== undefined);
}

function only(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}

/** Rows without headers, as lines of a text. */
function readBare(
  { name, rows }: Sheet,
  known: KnownSubjects,
  { verdicts }: AnswerChoices,
): Omit<ReadAnswers, 'unclear'> {
  const lines: number[] = [];
  const text: string[] = [];
  for (const row of rows) {
    if (row.struck === true) continue;
    for (const line of row.cells.join('\t').split('\n')) {
      text.push(line);
      lines.push(row.number);
    }
  }
  const placed = ({ line }: AnswerPlace): AnswerPlace => ({ sheet: name, line: lines[line - 1] ?? line });
  const read = readAnswerText(text.join('\n'), known, verdicts);
  return {
    answers: read.answers.map((one) => ({ ...one, at: placed(one.at) })),
    left: read.left.map((one) => ({ ...one, at: placed(one.at) })),
  };
}
