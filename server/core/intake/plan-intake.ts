import { namedSlot } from '../attach/find-slot';
import type { PieceSaid } from '../attach/piece';
import { keyOf, piecesBySlot, slotsOf, type Slot } from '../attach/slots';
import type { Dossier } from '../dossier/dossier';
import type { EvidenceItem } from '../manifest/facts';
import { fileNameOf } from '../text/file-name';
import type { Row, Workbook } from '../workbook/workbook';
import { isSame, namesakePath } from './cited-source';
import { FollowUps, subjectId, type FollowField, type FollowTarget } from './follow-ups';
import type { IntakeNote, RowPlace } from './intake-notes';
import { labelOf, type IntakeFollow, type IntakePiece, type IntakePlan, type IntakeSource } from './intake-plan';
import { RowReader, type RowContext, type Subject } from './row-reader';
import { SheetFiles, type FoundFile } from './sheet-files';
import { SlotIds } from './slot-ids';
import { readTracking, type ColumnChoice, type TrackingBook, type TrackingSheet } from './tracking-sheet';
import type { WorkState } from './work-words';

/** How the user has a sheet read, where that differs from what its words say. */
export interface IntakeChoices {
  readonly sheet?: string;
  readonly columns?: ColumnChoice;
  /** Words of the state column, by `plainWords`. */
  readonly states?: ReadonlyMap<string, WorkState>;
}

export interface IntakeInput {
  readonly dossier: Dossier;
  readonly workbook: Workbook;
  /** Files that rows may name. */
  readonly files: readonly FoundFile[];
  readonly choices?: IntakeChoices;
}

/**
 * What a tracking sheet brings to a dossier: pieces to their slots, and who does what. Nothing is written, nothing that is
 * there is replaced, and what may mean two things is told instead.
 */
export function planIntake({ dossier, workbook, files, choices = {} }: IntakeInput): IntakePlan {
  const slots = slotsOf(dossier);
  const known = new SlotIds(slots);
  const book = readTracking(workbook, known, choices.columns, choices.sheet);
  const { states } = choices;
  const context = { slots, known, files: new SheetFiles(files), ...(states ? { states } : {}) };
  const intake = new Intake(dossier, context);
  for (const sheet of book.sheets) intake.read(sheet, workbook);
  return intake.plan(book);
}

/** Takes in what rows bring, row by row. */
class Intake {
  readonly #pieces: IntakePiece[] = [];
  readonly #follows: IntakeFollow[] = [];
  readonly #notes: IntakeNote[] = [];
  readonly #context: RowContext;
  readonly #used = new Set<string>();
  readonly #cited: ReadonlyMap<string, readonly EvidenceItem[]>;
  readonly #present: FollowUps;
  /** Files by the slot that their name says. */
  readonly #named = new Map<string, FoundFile[]>();
  /** What was taken in of each slot, so that two rows bring a piece once. */
  readonly #brought = new Map<string, IntakePiece>();
  #rows = 0;
  #already = 0;

  constructor(dossier: Dossier, context: RowContext) {
    this.#context = context;
    this.#cited = piecesBySlot(dossier);
    this.#present = new FollowUps(dossier);
    for (const file of context.files.files) {
      const choice = namedSlot(fileNameOf(file.inside), context.slots);
      if (choice.kind !== 'one') continue;
      const key = keyOf(choice.slot);
      this.#named.set(key, [...(this.#named.get(key) ?? []), file]);
    }
  }

  plan(book: TrackingBook): IntakePlan {
    return {
      book,
      pieces: this.#pieces,
      follows: this.#follows,
      notes: this.#notes,
      rows: this.#rows,
      already: this.#already,
      unused: this.#context.files.files.filter(({ path }) => !this.#used.has(path)),
    };
  }

  read(sheet: TrackingSheet, workbook: Workbook): void {
    const reader = new RowReader(sheet, workbook, this.#context, this.#notes);
    for (const row of sheet.rows) this.#readRow(row, reader);
    reader.tellColours();
    reader.tellOtherLinks();
  }

  #readRow(row: Row, reader: RowReader): void {
    const at = reader.placeOf(row);
    const subjects = reader.subjectsOf(row);
    reader.tellUnread(row, subjects.length > 0);
    if (subjects.length === 0) {
      reader.tellLeft(row);
      return;
    }
    if (row.struck === true) {
      this.#notes.push({ kind: 'struck', at });
      return;
    }
    this.#rows += 1;
    const said = reader.saidOf(row);
    const sources = reader.sourcesOf(row);
    const before = this.#pieces.length + this.#already;
    for (const { source, index } of sources) {
      const own = subjects.filter((one) => index === undefined || one.index === undefined || one.index === index);
      for (const subject of own) this.#place(source, subject, said, at);
    }
    for (const subject of subjects) {
      const own = sources.some(
        ({ index }) => index === undefined || subject.index === undefined || index === subject.index,
      );
      if (!own) this.#placeNamed(subject, said, at);
    }
    const words = said.comment ?? said.note;
    if (words !== undefined && this.#pieces.length + this.#already === before)
      this.#notes.push({ kind: 'wordsWithoutPiece', at, text: words });
    const values = reader.followOf(row, subjects);
    for (const {
      level,
      slots: [slot],
    } of subjects)
      for (const [field, value] of values) this.#followOne({ level, slot }, field, value, at);
  }

  #place(source: IntakeSource, { slots }: Subject, said: PieceSaid, at: RowPlace): void {
    const [only, ...others] = slots;
    if (others.length === 0) {
      this.#bring(source, only, said, at);
      return;
    }
    if (source.kind === 'file') {
      const named = namedSlot(fileNameOf(source.file.inside), slots);
      if (named.kind === 'one') {
        this.#bring(source, named.slot, said, at);
        return;
      }
    }
    this.#notes.push({ kind: 'severalSlots', at, about: labelOf(source), slots });
  }

  /** Files named after the slots of a row that names no file. */
  #placeNamed({ slots }: Subject, said: PieceSaid, at: RowPlace): void {
    for (const slot of slots)
      for (const file of this.#named.get(keyOf(slot)) ?? [])
        this.#bring({ kind: 'file', file, by: 'name' }, slot, said, at);
  }

  #bring(source: IntakeSource, slot: Slot, said: PieceSaid, at: RowPlace): void {
    if (source.kind === 'file') this.#used.add(source.file.path);
    const items = this.#cited.get(keyOf(slot)) ?? [];
    const cited = items.find((item) => isSame(item, source));
    if (cited) {
      this.#already += 1;
      this.#compare(cited, slot, said, at);
      return;
    }
    const [namesake] = items.flatMap((item) => namesakePath(item, source) ?? []);
    if (namesake !== undefined) {
      this.#notes.push({ kind: 'otherContent', at, name: labelOf(source), there: namesake });
      return;
    }
    const key = `${keyOf(slot)}\n${labelOf(source)}`;
    const other = this.#brought.get(key);
    if (other) {
      if (JSON.stringify(other.said) !== JSON.stringify(said))
        this.#notes.push({ kind: 'twice', at, label: labelOf(source), first: other.at });
      return;
    }
    const piece = { at, slot, source, said };
    this.#brought.set(key, piece);
    this.#pieces.push(piece);
  }

  /** What a row says otherwise than the dossier: the dossier stays. */
  #compare(item: EvidenceItem, slot: Slot, said: PieceSaid, at: RowPlace): void {
    const pairs: readonly [string, string | undefined, string | undefined][] = [
      ['date', said.date, item.date?.value],
      ['version', said.version, item.version?.value],
      ['commentaire', said.comment, item.comment?.value],
      ['note_interne', said.note, item.internalNote?.value],
    ];
    for (const [field, sheet, there = ''] of pairs)
      if (sheet !== undefined && sheet !== there.trim())
        this.#notes.push({ kind: 'conflict', at, about: slot.proof, field, sheet, there });
  }

  #followOne(target: FollowTarget, field: FollowField, value: string, at: RowPlace): void {
    const there = this.#present.of(target, field);
    if (there === value) return;
    if (there !== undefined && there.trim() !== '') {
      const about = subjectId(target);
      this.#notes.push({ kind: 'conflict', at, about, field, sheet: value, there });
      return;
    }
    this.#present.set(target, field, value);
    this.#follows.push({ at, target, field, value });
  }
}
