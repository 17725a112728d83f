import { trackingColumn } from '../intake/tracking-columns';
import { idIn, idRoles, type IdRole } from '../intake/tracking-sheet';
import { plainWords } from '../workbook/cell-text';
import type { Row, Sheet, Workbook } from '../workbook/workbook';
import type { KnownSubjects } from './answer-subjects';
import type { AnswerPlace, AnswerSubject, LeftLine, ReadAnswers, SaidAnswer, UnclearRole } from './said-answer';
import { readAnswerLines } from './read-answer-text';
import type { Verdict } from './verdict-words';

export const answerRoles = ['preuve', 'scenario', 'exigence', 'chapitre', 'avis', 'date', 'commentaire'] as const;
export type AnswerRole = (typeof answerRoles)[number];
const subjectRoles: readonly AnswerRole[] = [...idRoles, 'chapitre'];

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
export function readAnswerTable({ sheets }: Workbook, known: KnownSubjects, choices: AnswerChoices): ReadAnswers {
  const answers: SaidAnswer[] = [];
  const left: LeftLine[] = [];
  const unclear: UnclearRole[] = [];
  for (const sheet of sheets) {
    if (choices.sheet === undefined ? sheet.hidden === true : !isSheet(sheet.name, choices.sheet)) continue;
    const header = headerOf(sheet, choices);
    const read = header ? readRows(sheet, header, known) : readBare(sheet, known, choices);
    // One by one: a sheet has more rows than a call takes arguments.
    for (const one of read.answers) answers.push(one);
    for (const one of read.left) left.push(one);
    unclear.push(...(header?.unclear ?? []).map((one) => ({ sheet: sheet.name, ...one })));
  }
  return { answers, left, unclear };
}

/** Whether a sheet is the one that the user names, whatever its case and accents. */
export function isSheet(name: string, wanted: string): boolean {
  return plainWords(name) === plainWords(wanted);
}

/** What stands where headers are sought. */
export function headersAbove({ rows }: Sheet): readonly string[] {
  return rows
    .slice(0, mostAbove)
    .flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
}

/** Whether some sheet has a row of headers that names ids and verdicts. */
export function hasAnswerHeader({ sheets }: Workbook, choices: AnswerChoices): boolean {
  return sheets.some((sheet) => headerOf(sheet, choices) !== undefined);
}

type CellsOf = (row: Row, role: AnswerRole) => readonly string[];

interface Header {
  readonly index: number;
  /** The cells of a row in the columns of a role. */
  readonly cellsOf: CellsOf;
  readonly unclear: readonly UnclearRole[];
}

function headerOf({ rows }: Sheet, { columns: chosen }: AnswerChoices): Header | undefined {
  for (const [index, row] of rows.slice(0, mostAbove).entries()) {
    const headers = row.cells.map((cell, column) => ({ cell, column, role: roleOf(cell, chosen) }));
    const roles = new Set(headers.map(({ role }) => role));
    if (!subjectRoles.some((role) => roles.has(role)) || !roles.has('avis')) continue;
    const taken = new Map<number, AnswerRole>();
    const unclear: UnclearRole[] = [];
    for (const role of answerRoles) {
      const isSubject = subjectRoles.includes(role);
      const all = headers.filter((one) => one.role === role);
      const ofAns = all.filter(({ cell }) => namesAns.test(plainWords(cell)));
      const kept = isSubject || ofAns.length === 0 ? all : ofAns;
      if (kept.length > 1 && !isSubject) unclear.push({ role, headers: kept.map(({ cell }) => cell.trim()) });
      else for (const { column } of kept) taken.set(column, role);
    }
    const cellsOf: CellsOf = ({ cells }, role) => cells.filter((_, column) => taken.get(column) === role);
    return { index, cellsOf, unclear };
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

function readRows(sheet: Sheet, { index, cellsOf }: Header, known: KnownSubjects): Omit<ReadAnswers, 'unclear'> {
  const answers: SaidAnswer[] = [];
  const left: LeftLine[] = [];
  for (const row of sheet.rows.slice(index + 1)) {
    const at = { sheet: sheet.name, line: row.number };
    const text = (role: AnswerRole) =>
      cellsOf(row, role)
        .map((cell) => cell.trim())
        .join('');
    const [verdict, on, comment] = [text('avis'), text('date'), text('commentaire')];
    const said = {
      ...(verdict === '' ? {} : { verdict }),
      ...(on === '' ? {} : { on }),
      ...(comment === '' ? {} : { comment }),
    };
    if (verdict === '' && comment === '') continue;
    if (row.struck === true) {
      left.push(struckLine(at, row));
      continue;
    }
    const subjects = subjectsOf((role) => cellsOf(row, role), known);
    for (const subject of subjects) answers.push({ at, subject, ...said });
    if (subjects.length === 0) left.push({ at, text: textOf(row) });
  }
  return { answers, left };
}

/** Whoever struck out an answer took it back. */
function struckLine(at: AnswerPlace, row: Row): LeftLine {
  return { at, text: textOf(row), isStruck: true };
}

function textOf({ cells }: Row): string {
  return cells.filter((cell) => cell.trim() !== '').join(' · ');
}

/** What a row is about: its proofs, else its scenarios, else its requirements, else its chapter; each with those above it that it names. */
function subjectsOf(cellsOf: (role: AnswerRole) => readonly string[], known: KnownSubjects): readonly AnswerSubject[] {
  const ids = (role: IdRole) => [...new Set(cellsOf(role).flatMap((cell) => idsOf(cell, role, known)))];
  const narrowest = idRoles.find((role) => ids(role).length > 0);
  if (narrowest !== undefined) {
    // Of several scenarios or requirements, none is said to be the one above.
    const above = idRoles
      .slice(idRoles.indexOf(narrowest) + 1)
      .flatMap((role) => only(ids(role)).map((id) => ({ role, id })));
    // The same id in two columns says nothing of what it stands in.
    return ids(narrowest).map((id) => ({ role: narrowest, id, above: above.filter((one) => !isSameId(one.id, id)) }));
  }
  // Words where an id would stand (« toutes ») say something that is not known: such a row is about no chapter.
  if (idRoles.some((role) => cellsOf(role).some((cell) => cell.trim() !== ''))) return [];
  const chapters = cellsOf('chapitre')
    .map((cell) => cell.trim())
    .filter((name) => name !== '');
  return only([...new Set(chapters.map((name) => known.chapter(name) ?? name))]).map((id) => ({
    role: 'chapitre',
    id,
  }));
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

function isSameId(one: string, other: string): boolean {
  return plainWords(one) === plainWords(other);
}

function only(ids: readonly string[]): readonly string[] {
  return ids.length === 1 ? ids : [];
}

/** Rows without headers, as lines of a text. */
function readBare(
  { name, rows }: Sheet,
  known: KnownSubjects,
  { verdicts }: AnswerChoices,
): Omit<ReadAnswers, 'unclear'> {
  const placed = rows.map((row) => ({ row, at: { sheet: name, line: row.number } }));
  const lines = placed
    .filter(({ row }) => row.struck !== true)
    .flatMap(({ row, at }) =>
      row.cells
        .join('\t')
        .split('\n')
        .map((text) => ({ at, text })),
    );
  const { answers, left } = readAnswerLines(lines, known, verdicts);
  const struck = placed.filter(({ row }) => row.struck === true && textOf(row) !== '');
  return { answers, left: [...left, ...struck.map(({ row, at }) => struckLine(at, row))] };
}
