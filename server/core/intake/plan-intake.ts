import { closestIds } from '../catalogue/closest-ids';
import { comparable } from '../catalogue/id-in-name';
import { plainWords } from '../workbook/cell-text';
import { namedSlot, wantedSlot } from '../attach/find-slot';
import type { PieceSaid } from '../attach/piece';
import { keyOf, namesOf, piecesBySlot, slotsOf, type Slot } from '../attach/slots';
import type { Dossier } from '../dossier/dossier';
import { normalisePath } from '../evidence/evidence-path';
import { evidencePath, type EvidenceItem } from '../manifest/facts';
import { scalarProblem } from '../manifest/scalar-format';
import { scalar } from '../manifest/shape';
import type { Row, Workbook } from '../workbook/workbook';
import type { IntakeNote, RowPlace } from './intake-notes';
import { FollowUps, type FollowField, type FollowLevel, type FollowTarget } from './follow-ups';
import { legendOf, stateOfRow, type StateLegend } from './state-colours';
import { orderOf, sheetDate, type DateOrder } from './sheet-dates';
import { looksWhole, piecesIn, SheetFiles, type FoundFile } from './sheet-files';
import { isFrenchSheet } from './sheet-language';
import type { TrackingRole } from './tracking-columns';
import {
  idIn,
  idWords,
  readTracking,
  type ColumnChoice,
  type IdRole,
  type KnownIds,
  type TrackingBook,
  type TrackingSheet,
} from './tracking-sheet';
import { workSaid, type WorkState } from './work-words';
import { fileNameOf } from '../text/file-name';

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

export type IntakeSource =
  | { readonly kind: 'file'; readonly file: FoundFile; readonly by: 'cell' | 'name' }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'execution'; readonly number: string };

/** A piece that a row brings to a slot. */
export interface IntakePiece {
  readonly at: RowPlace;
  readonly slot: Slot;
  readonly source: IntakeSource;
  readonly said: PieceSaid;
}

/** A cell of `suivi` that a row fills. */
export interface IntakeFollow {
  readonly at: RowPlace;
  readonly target: FollowTarget;
  readonly field: FollowField;
  readonly value: string;
}

export interface IntakePlan {
  readonly book: TrackingBook;
  readonly pieces: readonly IntakePiece[];
  readonly follows: readonly IntakeFollow[];
  /** What does not come in, and what differs from what is there. */
  readonly notes: readonly IntakeNote[];
  /** Rows that name something of the dossier. */
  readonly rows: number;
  /** Pieces that the dossier cites already. */
  readonly already: number;
  /** Files of the folders that no row leads to. */
  readonly unused: readonly FoundFile[];
}

/**
 * What a tracking sheet brings to a dossier: pieces to their slots, and who does what. Nothing is written, nothing that is
 * there is replaced, and what may mean two things is told instead.
 */
export function planIntake({ dossier, workbook, files, choices = {} }: IntakeInput): IntakePlan {
  const slots = slotsOf(dossier);
  const known = new SlotIds(slots);
  const book = readTracking(workbook, known, choices.columns, choices.sheet);
  const intake = new Intake(dossier, slots, known, files, choices, workbook.epoch);
  for (const sheet of book.sheets) intake.read(sheet, workbook);
  return intake.plan(book);
}

/** Ids of the slots, their scenarios and requirements, as the catalogue and as ANS writes them. */
class SlotIds implements KnownIds {
  readonly #ids: Readonly<Record<IdRole, Map<string, string>>> = {
    preuve: new Map(),
    scenario: new Map(),
    exigence: new Map(),
  };
  /** By what is left of an id without its separators; undefined where that may be two. */
  readonly #loose: Readonly<Record<IdRole, Map<string, string | undefined>>> = {
    preuve: new Map(),
    scenario: new Map(),
    exigence: new Map(),
  };

  /** Requirements by their ids of wave 1. */
  readonly #waveOne = new Map<string, Set<string>>();

  constructor(slots: readonly Slot[]) {
    for (const slot of slots) {
      const names = namesOf(slot);
      for (const id of names.proof) this.#add('preuve', id);
      for (const id of names.scenario) this.#add('scenario', id);
      for (const id of names.requirement) this.#add('exigence', id);
      for (const id of slot.known?.requirement?.waveOneIds ?? []) {
        const now = this.#waveOne.get(looseId(id)) ?? new Set();
        this.#waveOne.set(looseId(id), now.add(slot.requirement ?? slot.scenario));
      }
    }
  }

  find(role: IdRole, word: string): string | undefined {
    const plain = word.trim();
    if (this.#ids[role].has(plain.toLowerCase())) return plain;
    return this.#loose[role].get(looseId(word));
  }

  near(role: IdRole, word: string): readonly string[] {
    // What wave 1 called so may be asked otherwise now: it is offered, and not taken.
    const now = this.#waveOne.get(looseId(word));
    return now ? [...now] : closestIds(word.trim(), new Set(this.#ids[role].values()));
  }

  #add(role: IdRole, id: string): void {
    this.#ids[role].set(id.toLowerCase(), id);
    const key = looseId(id);
    const before = this.#loose[role].get(key);
    const isOther = this.#loose[role].has(key) && before?.toLowerCase() !== id.toLowerCase();
    this.#loose[role].set(key, isOther ? undefined : id);
  }
}

/** `INS-va1.56.01.01`, `« INS / va1.56.01.01 ».` and what a spreadsheet program makes of them. */
function looseId(word: string): string {
  const bare = word.normalize('NFKC').replaceAll(/[\u200b\ufeff"'’«»“”()[\]]+/gu, '');
  const joined = bare.replaceAll(/\s*([/\\_:.-])\s*/g, '$1').trim();
  return comparable(joined.replace(/[.:]+$/, ''));
}

/** What a row is about. */
interface Subject {
  readonly level: FollowLevel;
  readonly slots: readonly Slot[];
  /** With the number of its column, where columns are numbered. */
  readonly index?: number;
}

interface Cell {
  readonly text: string;
  readonly index?: number;
}

class Intake {
  readonly #pieces: IntakePiece[] = [];
  readonly #follows: IntakeFollow[] = [];
  readonly #notes: IntakeNote[] = [];
  readonly #files: SheetFiles;
  readonly #used = new Set<string>();
  readonly #cited: ReadonlyMap<string, readonly EvidenceItem[]>;
  readonly #present: FollowUps;
  /** Files by the slot that their name says. */
  readonly #named = new Map<string, FoundFile[]>();
  /** What was taken in of each slot, so that two rows bring a piece once. */
  readonly #brought = new Map<string, IntakePiece>();
  #rows = 0;
  #already = 0;

  constructor(
    dossier: Dossier,
    readonly slots: readonly Slot[],
    readonly known: KnownIds,
    files: readonly FoundFile[],
    readonly choices: IntakeChoices,
    readonly epoch: Workbook['epoch'],
  ) {
    this.#files = new SheetFiles(files);
    this.#cited = piecesBySlot(dossier);
    this.#present = new FollowUps(dossier);
    for (const file of files) {
      const choice = namedSlot(fileNameOf(file.inside), slots);
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
      unused: this.#files.files.filter(({ path }) => !this.#used.has(path)),
    };
  }

  read(sheet: TrackingSheet, workbook: Workbook): void {
    const isFrench = isFrenchSheet(sheet.columns.map(({ header }) => header));
    const order = (role: TrackingRole): DateOrder =>
      orderOf(
        sheet.rows.flatMap((row) => cellsOf(sheet, row, role).map(({ text }) => text)),
        isFrench,
      );
    const orders = { date: order('date'), pour_le: order('pour_le') };
    const legend = legendOf(sheet, workbook, this.choices.states);
    for (const row of sheet.rows) this.#readRow(sheet, row, orders, legend);
    if (legend.untold) this.#notes.push({ kind: 'colours', at: { sheet: sheet.name, row: sheet.headerRow ?? 1 } });
  }

  #readRow(
    sheet: TrackingSheet,
    row: Row,
    orders: Readonly<Record<'date' | 'pour_le', DateOrder>>,
    legend: StateLegend,
  ): void {
    const at = { sheet: sheet.name, row: row.number };
    const subjects = this.#subjectsOf(sheet, row, at);
    if (subjects.length === 0) {
      this.#tellLeft(sheet, row, at);
      return;
    }
    if (row.struck === true) {
      this.#notes.push({ kind: 'struck', at });
      return;
    }
    this.#rows += 1;
    const cells = (role: TrackingRole): readonly Cell[] => cellsOf(sheet, row, role);
    const said = this.#saidOf(cells, at, orders.date);
    const sources = this.#sourcesOf(cells, at);
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
    if ((said.comment ?? said.note) !== undefined && this.#pieces.length + this.#already === before)
      this.#notes.push({ kind: 'wordsWithoutPiece', at, text: said.comment ?? said.note ?? '' });
    this.#follow(subjects, cells, at, orders.pour_le, legend, row);
  }

  /** A row that brings something and names nothing: its id may stand in the row above. */
  #tellLeft(sheet: TrackingSheet, row: Row, at: RowPlace): void {
    if (row.struck === true || this.#notes.some((note) => note.at.sheet === at.sheet && note.at.row === at.row)) return;
    const isFile = (text: string): boolean => this.#files.find(text).kind !== 'none';
    const parts = [...cellsOf(sheet, row, 'fichier'), ...cellsOf(sheet, row, 'lien')].flatMap(({ text }) =>
      piecesIn(text, isFile).filter((part) => isFile(part) || looksWhole.test(part)),
    );
    if (parts.length > 0) this.#notes.push({ kind: 'noSubject', at, text: parts.join(', ') });
  }

  /** Proofs that the row names, else its scenario, else its requirement. */
  #subjectsOf(sheet: TrackingSheet, row: Row, at: RowPlace): readonly Subject[] {
    const slips = new Set<IdRole>();
    const ids = (role: IdRole): readonly { readonly id: string; readonly index?: number }[] =>
      cellsOf(sheet, row, role).flatMap(({ text, index }) =>
        idWords(text).flatMap((word) => {
          const id = idIn(word, role, this.known);
          if (id !== undefined) return [{ id, ...(index === undefined ? {} : { index }) }];
          if (/\d/.test(word) && !/\s\S+\s/.test(word) && !sectionWords.test(plainWords(word))) {
            slips.add(role);
            this.#notes.push({ kind: 'unknownId', at, id: word, near: this.known.near(role, word) });
          }
          return [];
        }),
      );
    const [proofs, scenarios, requirements] = [ids('preuve'), ids('scenario'), ids('exigence')];
    // What would be left is wider than what the row is about: it may be another proof than the one that was meant.
    if (proofs.length === 0 && (slips.has('preuve') || (scenarios.length === 0 && slips.has('scenario')))) return [];
    const [scenario] = scenarios;
    const [requirement] = requirements;
    const within = {
      ...(scenario && scenarios.length === 1 ? { scenario: scenario.id } : {}),
      ...(requirement && requirements.length === 1 ? { requirement: requirement.id } : {}),
    };
    if (proofs.length > 0)
      return proofs.flatMap(({ id, index }): Subject[] => {
        const inside = wantedSlot({ proof: id, ...within }, this.slots);
        // The row may print a scenario or requirement by another of its ids.
        const isInside = inside.kind === 'one' || inside.kind === 'several';
        const choice = isInside ? inside : wantedSlot({ proof: id }, this.slots);
        const numbered = index === undefined ? {} : { index };
        if (choice.kind === 'one') return [{ level: 'proof', slots: [choice.slot], ...numbered }];
        if (choice.kind === 'several') this.#notes.push({ kind: 'severalSlots', at, about: id, slots: choice.slots });
        return [];
      });
    const named = scenarios.length > 0 ? scenarios : requirements;
    const level = scenarios.length > 0 ? 'scenario' : 'requirement';
    return named.flatMap(({ id }): Subject[] => {
      const slots = this.slots.filter(
        (slot) =>
          namesOf(slot)[level].some((name) => name.toLowerCase() === id.toLowerCase()) &&
          (level === 'requirement' ||
            within.requirement === undefined ||
            namesOf(slot).requirement.length === 0 ||
            namesOf(slot).requirement.some((name) => name.toLowerCase() === within.requirement?.toLowerCase())),
      );
      return slots.length === 0 ? [] : [{ level, slots }];
    });
  }

  #sourcesOf(
    cells: (role: TrackingRole) => readonly Cell[],
    at: RowPlace,
  ): readonly { readonly source: IntakeSource; readonly index?: number }[] {
    const found: { readonly source: IntakeSource; readonly index?: number }[] = [];
    const take = (source: IntakeSource, index: number | undefined): void => {
      found.push({ source, ...(index === undefined ? {} : { index }) });
    };
    const isFile = (text: string): boolean => this.#files.find(text).kind !== 'none';
    for (const { text, index } of [...cells('fichier'), ...cells('lien')]) {
      for (const part of piecesIn(text, isFile)) {
        if (/^[a-z][a-z+.-]+:\/\//i.test(part) && !/^file:/i.test(part)) {
          if (scalarProblem(part, scalar('url'))) this.#notes.push({ kind: 'badLink', at, text: part });
          else take({ kind: 'link', url: part }, index);
          continue;
        }
        const sought = this.#files.find(part);
        if (sought.kind === 'file') take({ kind: 'file', file: sought.file, by: 'cell' }, index);
        else if (sought.kind === 'several')
          this.#notes.push({ kind: 'severalFiles', at, name: part, files: sought.files });
        else this.#notes.push({ kind: 'noFile', at, name: part });
      }
    }
    for (const { text, index } of cells('execution')) {
      for (const part of text.split(/[\n;,|]+|\s+et\s+/)) {
        const number = part.trim().replace(/^(?:ex[ée]cution\s*)?(?:n[°o]\s*)?/i, '');
        if (number === '' || /^[-–—]+$/.test(number)) continue;
        if (scalarProblem(number, scalar('execution')))
          this.#notes.push({ kind: 'badExecution', at, text: part.trim() });
        else take({ kind: 'execution', number }, index);
      }
    }
    return found;
  }

  #place(source: IntakeSource, { slots }: Subject, said: PieceSaid, at: RowPlace): void {
    const [only, ...others] = slots;
    if (only && others.length === 0) {
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
    const namesake = cited ?? items.find((item) => isNamesake(item, source));
    if (!cited && namesake) {
      const there = evidencePath(namesake)?.value ?? '';
      this.#notes.push({ kind: 'otherContent', at, name: labelOf(source), there });
      return;
    }
    if (cited) {
      this.#already += 1;
      this.#compare(cited, slot, said, at);
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
    for (const [field, sheet, there] of pairs)
      if (sheet !== undefined && sheet !== (there ?? '').trim())
        this.#notes.push({ kind: 'conflict', at, about: slot.proof, field, sheet, there: there ?? '' });
  }

  #saidOf(cells: (role: TrackingRole) => readonly Cell[], at: RowPlace, order: DateOrder): PieceSaid {
    const text = (role: TrackingRole): string | undefined =>
      cells(role)
        .map((one) => one.text.trim())
        .find((one) => one !== '');
    const written = text('date');
    const date = written === undefined ? undefined : sheetDate(written, order, this.epoch);
    if (written !== undefined && date === undefined) this.#notes.push({ kind: 'badDate', at, text: written });
    const version = text('version');
    const comment = text('commentaire');
    const note = text('note_interne');
    return {
      ...(date === undefined ? {} : { date }),
      ...(version === undefined || version.includes('\n') ? {} : { version }),
      ...(comment === undefined ? {} : { comment }),
      ...(note === undefined ? {} : { note }),
    };
  }

  #follow(
    subjects: readonly Subject[],
    cells: (role: TrackingRole) => readonly Cell[],
    at: RowPlace,
    order: DateOrder,
    legend: StateLegend,
    row: Row,
  ): void {
    const text = (role: TrackingRole): string =>
      cells(role)
        .map((one) => one.text.trim())
        .find((one) => one !== '') ?? '';
    const values: (readonly [FollowField, string])[] = [];
    if (text('responsable') !== '') values.push(['responsable', text('responsable').replace(/\s+/g, ' ')]);
    const due = text('pour_le');
    const day = due === '' ? undefined : sheetDate(due, order, this.epoch);
    if (day !== undefined) values.push(['pour_le', day]);
    else if (due !== '') this.#notes.push({ kind: 'badDate', at, text: due });
    const work = workSaid(text('travail'), this.choices.states);
    if (work.kind === 'state') values.push(['travail', work.state]);
    else if (work.kind === 'notApplicable')
      this.#notes.push({ kind: 'notApplicable', at, about: namesOfSubjects(subjects) });
    else if (work.kind === 'unknown') this.#notes.push({ kind: 'unknownState', at, text: text('travail') });
    else {
      const state = stateOfRow(row, legend);
      if (state !== undefined) values.push(['travail', state]);
    }
    for (const { level, slots } of subjects) {
      const [slot] = slots;
      if (!slot) continue;
      for (const [field, value] of values) this.#followOne({ level, slot }, field, value, at);
    }
  }

  #followOne(target: FollowTarget, field: FollowField, value: string, at: RowPlace): void {
    const there = this.#present.of(target, field);
    if (there === value) return;
    if (there !== undefined && there.trim() !== '') {
      const about = target.slot[target.level] ?? target.slot.proof;
      this.#notes.push({ kind: 'conflict', at, about, field, sheet: value, there });
      return;
    }
    this.#present.set(target, field, value);
    this.#follows.push({ at, target, field, value });
  }
}

function cellsOf(sheet: TrackingSheet, row: Row, role: TrackingRole): readonly Cell[] {
  return sheet.columns.flatMap(({ column, said }): Cell[] => {
    const text = row.cells[column] ?? '';
    if (said?.role !== role || text.trim() === '') return [];
    return [{ text, ...(said.index === undefined ? {} : { index: said.index }) }];
  });
}

function isSame(item: EvidenceItem, source: IntakeSource): boolean {
  switch (source.kind) {
    case 'link':
      return item.link?.value === source.url;
    case 'execution':
      return item.execution?.value.replace(/^0+(?=\d)/, '') === source.number.replace(/^0+(?=\d)/, '');
    case 'file': {
      const cited = evidencePath(item)?.value;
      if (cited === undefined) return false;
      const path = normalisePath(cited);
      if (source.file.path === path || source.file.path.endsWith(`/${path}`)) return true;
      const [own, there] = [source.file.sha256, item.sha256?.value.toLowerCase()];
      return own === undefined || there === undefined
        ? fileNameOf(path) === fileNameOf(source.file.inside)
        : own === there;
    }
  }
}

/** A file of the same name that holds something else. */
function isNamesake(item: EvidenceItem, source: IntakeSource): boolean {
  const cited = evidencePath(item)?.value;
  return (
    source.kind === 'file' && cited !== undefined && fileNameOf(normalisePath(cited)) === fileNameOf(source.file.inside)
  );
}

/** What rows between the others begin with. */
const sectionWords =
  /^(?:sous )?(?:total|totaux|somme|chapitre|section|domaine|partie|bloc|lot|chapter|domain|part|sum)\b/;

export function labelOf(source: IntakeSource): string {
  if (source.kind === 'file') return source.file.inside;
  return source.kind === 'link' ? source.url : source.number;
}

function namesOfSubjects(subjects: readonly Subject[]): string {
  return [
    ...new Set(subjects.flatMap(({ level, slots }) => slots.slice(0, 1).map((slot) => slot[level] ?? slot.proof))),
  ].join(', ');
}
