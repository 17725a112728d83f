import type { Cell } from '../cells/cell';
import type { CellRefusal } from '../cells/cell-refusal';
import { writeCells } from '../cells/write-cells';
import type { EditedFile } from '../attach/draft';
import type { Analysis } from '../engine/analyse';
import type { Locale } from '../messages/say';
import type { Workbook } from '../workbook/workbook';
import { editableRows, type EditableRow, type Values } from './editable-rows';
import { reviewFields, type Field } from './fields';
import type { MergeConflict, MergeEdit, MergeNote, MergePlan, Side } from './merge-plan';
import { readCell } from './read-cell';
import { returnedForms, type CellPlace, type ReturnedRow } from './read-forms';
import { baseForm, identityOfDossier, type BaseRecord, type BaseRow } from './record';

export interface MergeWishes {
  readonly locale: Locale;
  /** Whose value is kept of a conflict, by {@link conflictId}; nothing is written of one that is not settled. */
  readonly choose?: (id: string) => Side | undefined;
}

/** Names a conflict for who settles it: the address of its first cell. */
export function conflictId({ at: { sheet, cell } }: Pick<MergeEdit, 'at'>): string {
  return `${sheet}!${cell}`;
}

/**
 * Merges what colleagues changed in a workbook into the dossier as it is now. What it said when it was written tells who
 * changed what. Nothing is written.
 */
export function mergeWorkbook(
  analysis: Analysis,
  workbook: Workbook,
  record: BaseRecord,
  { locale, choose = () => undefined }: MergeWishes,
): MergePlan {
  const merger = new Merger(analysis, record);
  const { plan, found } = merger.merge(returnedForms(workbook, record.locale));
  const conflicts = found.map((one): MergeConflict => {
    const choice = choose(conflictId(one));
    return choice ? { ...one, choice } : one;
  });
  const wanted = [...plan.edits, ...conflicts.filter(({ choice }) => choice === 'theirs')];
  const { edits, files, refused } = writable(analysis, wanted, locale);
  const current = identityOfDossier(analysis);
  const { identity } = record;
  const isOther = identity.dispositif !== current.dispositif || identity.software !== current.software;
  return {
    kind: 'merge',
    ...plan,
    ...{ edits, files, conflicts: conflicts.filter((one) => one.choice !== 'theirs' || !isIn(one, refused)) },
    notes: [...plan.notes, ...refused],
    ...(isOther ? { other: identity } : {}),
  };
}

function isIn({ at }: MergeEdit, notes: readonly MergeNote[]): boolean {
  return notes.some((note) => note.kind === 'refused' && note.at === at);
}

interface Writable {
  readonly edits: readonly MergeEdit[];
  readonly files: readonly EditedFile[];
  readonly refused: readonly MergeNote[];
}

/** What of the edits can be written together; one that cannot must not keep the others out. */
function writable(analysis: Analysis, wanted: readonly MergeEdit[], locale: Locale): Writable {
  let edits = wanted;
  const refused: MergeNote[] = [];
  const refuse = (edit: MergeEdit, refusal: CellRefusal) => refused.push({ kind: 'refused', at: edit.at, refusal });
  while (edits.length > 0) {
    const outcome = writeCells(analysis, edits.map(({ cell }) => cell), locale); // prettier-ignore
    if (outcome.kind === 'planned') return { edits, files: outcome.files, refused };
    if (outcome.kind === 'readOnly') {
      for (const edit of edits) refuse(edit, outcome.reason);
      break;
    }
    const out = new Map(outcome.cells.map(({ cell, refusal }) => [cell, refusal]));
    for (const [index, edit] of edits.entries()) {
      const refusal = out.get(index);
      if (refusal) refuse(edit, refusal);
    }
    edits = edits.filter((_, index) => !out.has(index));
  }
  return { edits: [], files: [], refused };
}

type Unit = readonly Field[];

/** Values that are one: a review is who, when and what, or it is none. */
function unitsOf(values: Values): readonly Unit[] {
  const all = Object.keys(values) as Field[];
  const isReview = (field: Field) => (reviewFields as readonly Field[]).includes(field);
  const review = all.some(isReview) ? [reviewFields] : [];
  return [...all.filter((field) => !isReview(field)).map((field) => [field]), ...review];
}

interface Taken {
  readonly at: CellPlace;
  readonly base: BaseRow;
  readonly now: EditableRow;
  readonly theirs: readonly string[];
}

class Merger {
  readonly #record: BaseRecord;
  readonly #rows: ReadonlyMap<string, EditableRow>;
  readonly #edits: MergeEdit[] = [];
  readonly #conflicts: MergeEdit[] = [];
  readonly #notes: MergeNote[] = [];
  #unchanged = 0;
  #kept = 0;
  #same = 0;

  constructor(analysis: Analysis, record: BaseRecord) {
    this.#record = record;
    this.#rows = new Map(editableRows(analysis).map((row) => [row.key, row]));
  }

  merge(rows: readonly ReturnedRow[]): {
    readonly plan: Pick<MergePlan, 'edits' | 'notes' | 'unchanged' | 'kept' | 'same'>;
    readonly found: readonly MergeEdit[];
  } {
    const byKey = new Map<string, ReturnedRow>();
    const contradicted = new Set<string>();
    for (const row of rows) {
      if (row.key === '') {
        this.#notes.push({ kind: 'added', at: row.at, text: textOf(row) });
        continue;
      }
      if (!this.#record.rows.has(row.key)) {
        this.#notes.push({ kind: 'foreign', at: row.at });
        continue;
      }
      const first = byKey.get(row.key);
      if (!first) byKey.set(row.key, row);
      else if (!isSame(first, row)) {
        contradicted.add(row.key);
        this.#notes.push({ kind: 'copies', at: row.at, other: first.at });
      }
    }
    this.#tellLost(byKey);
    // In the order of the dossier, however the rows were sorted: the same edits make the same text.
    for (const [key, base] of this.#record.rows) {
      const row = byKey.get(key);
      if (row && !contradicted.has(key)) this.#mergeRow(row, base);
    }
    const plan = { edits: this.#edits, notes: this.#notes, unchanged: this.#unchanged, kept: this.#kept, same: this.#same }; // prettier-ignore
    return { plan, found: this.#conflicts };
  }

  #tellLost(byKey: ReadonlyMap<string, ReturnedRow>): void {
    const gone = [...this.#record.rows.keys()].filter((key) => !byKey.has(key));
    const [first] = gone;
    if (first !== undefined) this.#notes.push({ kind: 'lostRows', count: gone.length, first: aboutKey(first) });
    const told = new Set<string>();
    for (const [key, { at, cells }] of byKey) {
      for (const field of Object.keys(this.#record.rows.get(key)?.values ?? {}) as Field[]) {
        const name = JSON.stringify([at.sheet, field]);
        if (cells[field] || told.has(name)) continue;
        told.add(name);
        this.#notes.push({ kind: 'lostColumn', sheet: at.sheet, field });
      }
    }
  }

  #mergeRow(row: ReturnedRow, base: BaseRow): void {
    if (row.isStruck) {
      this.#notes.push({ kind: 'struck', at: row.at });
      return;
    }
    for (const [field, cell] of Object.entries(row.cells)) {
      if (base.values[field as Field] === undefined && cell.text !== '')
        this.#notes.push({ kind: 'notHere', at: cell.at, field: field as Field });
    }
    const ours = this.#rowNow(row.key, base);
    for (const unit of unitsOf(base.values)) this.#mergeUnit(unit, row, base, ours);
  }

  /** The row as it is now; a piece whose file was renamed is known by its content, where one alone has it. */
  #rowNow(key: string, { digest }: BaseRow): EditableRow | undefined {
    const own = this.#rows.get(key);
    if (own || digest === '') return own;
    const slot = slotOfKey(key);
    const alike = [...this.#record.rows].filter(([one, base]) => base.digest === digest && slotOfKey(one) === slot);
    if (alike.length > 1) return undefined;
    const moved = [...this.#rows.values()].filter(
      (one) =>
        one.target.kind === 'piece' &&
        one.digest === digest &&
        slotOfKey(one.key) === slot &&
        !this.#record.rows.has(one.key),
    );
    return moved.length === 1 ? moved[0] : undefined;
  }

  #mergeUnit(unit: Unit, row: ReturnedRow, base: BaseRow, now: EditableRow | undefined): void {
    const parts = unit.map((field) => ({ field, said: base.values[field] ?? '' }));
    const was = parts.map(({ said }) => said);
    const theirs: string[] = [];
    let at: CellPlace | undefined;
    let hasFault = false;
    for (const { field, said } of parts) {
      const cell = row.cells[field];
      // A column that is not there changes nothing.
      if (!cell) {
        theirs.push(said);
        continue;
      }
      const read = readCell(field, cell, said, this.#record.locale);
      if (read.kind === 'fault') {
        hasFault = true;
        this.#notes.push({ kind: 'cell', at: cell.at, sentence: read.sentence, args: read.args });
        continue;
      }
      if (read.value !== said) at ??= cell.at;
      theirs.push(read.value);
    }
    if (hasFault) return;
    const written = now && unit.map((field) => now.values[field] ?? '');
    const ours = written?.map(baseForm);
    if (at === undefined) {
      if (ours && !isEqual(ours, was)) this.#kept += 1;
      else this.#unchanged += 1;
      return;
    }
    if (!now || !ours || !written) {
      this.#notes.push({ kind: 'gone', at, about: aboutKey(row.key) });
      return;
    }
    if (isEqual(ours, theirs)) {
      this.#same += 1;
      return;
    }
    const note = this.#cannotTake(unit, { at, base, now, theirs });
    if (note) {
      this.#notes.push(note);
      return;
    }
    const edit: MergeEdit = { at, row: now, fields: unit, base: was, ours, theirs, cell: cellOf(now, unit, theirs) };
    if (isEqual(ours, was)) this.#edits.push(edit);
    else this.#conflicts.push(edit);
  }

  #cannotTake(unit: Unit, { at, base, now, theirs }: Taken): MergeNote | undefined {
    // Cut by the cell: what would be written has lost its end.
    if (unit.some((field) => isCut(now.values[field] ?? ''))) return { kind: 'tooLong', at };
    const isReviewed = unit === reviewFields && theirs.some((value) => value !== '');
    // What was looked at is not what would be said to be sufficient.
    return isReviewed && base.digest !== now.digest ? { kind: 'fileChanged', at, about: aboutKey(now.key) } : undefined;
  }
}

function isCut(value: string): boolean {
  const form = baseForm(value);
  return form.endsWith('…') && form.length < value.trim().length && form.length >= 32_766;
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

function isSame({ cells: one }: ReturnedRow, { cells: other }: ReturnedRow): boolean {
  return Object.entries(one).every(([field, { text }]) => {
    const second = other[field as Field];
    return second === undefined || second.text === text;
  });
}

function textOf({ cells }: ReturnedRow): string {
  return Object.values(cells).map(({ text }) => text).filter(Boolean).join(' · '); // prettier-ignore
}

/** The proof of a piece's key, whichever piece it is. */
function slotOfKey(key: string): string {
  return JSON.stringify(partsOf(key).slice(0, 4));
}

function partsOf(key: string): readonly string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(key);
  } catch {
    // Longer than a cell: it names nothing that is looked for here.
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  const [first] = parsed as readonly unknown[];
  // Of the same file cited several times.
  if (typeof first === 'string' && first.startsWith('[')) return partsOf(first);
  return (parsed as readonly unknown[]).map(String);
}

/** What a row is about, in as few ids as it takes. */
export function aboutKey(key: string): string {
  const [level = '', requirement = '', scenario = '', proof = '', , value = ''] = partsOf(key);
  const id = [proof, scenario, requirement].find((one) => one !== '') ?? '';
  return level === 'piece' && value !== '' ? `${id} (${value})` : id;
}

function cellOf({ target }: EditableRow, unit: Unit, values: readonly string[]): Cell {
  const [field] = unit;
  const [value = '', on = '', opinion = ''] = values;
  const { slot } = target;
  if (target.kind === 'piece') {
    const { piece } = target;
    switch (field) {
      case 'date':
      case 'version':
      case 'commentaire':
      case 'note_interne':
        return { kind: 'piece', slot, piece, field, value };
      default:
        return { kind: 'review', slot, piece, par: value, le: on, avis: opinion };
    }
  }
  const { level } = target;
  switch (field) {
    case 'responsable':
    case 'pour_le':
    case 'travail':
      return { kind: 'follow', slot, level, field, value };
    default:
      return { kind: 'entry', slot, level: level === 'requirement' ? level : 'scenario', field: field ?? '', value };
  }
}
