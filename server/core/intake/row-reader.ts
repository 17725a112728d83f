import { cellAt } from '../workbook/cell-at';
import { wantedSlot } from '../attach/find-slot';
import type { PieceSaid } from '../attach/piece';
import { namesOf, type Slot } from '../attach/slots';
import { scalarProblem } from '../manifest/scalar-format';
import { scalar } from '../manifest/shape';
import { plainWords } from '../workbook/cell-text';
import { columnLetters, type Row, type Workbook } from '../workbook/workbook';
import { subjectId, type FollowField, type FollowLevel } from './follow-ups';
import type { IntakeNote, RowPlace } from './intake-notes';
import type { IntakeSource } from './intake-plan';
import { orderOf, sheetDate, type DateOrder } from './sheet-dates';
import { isCutAddress, linkedText, namedPieces } from './cell-links';
import { looksWhole, type SheetFiles } from './sheet-files';
import { isFrenchSheet } from './sheet-language';
import { legendOf, stateOfRow, type StateLegend } from './state-colours';
import type { TrackingRole } from './tracking-columns';
import { idIn, idWords, isIdRole, type IdRole, type KnownIds, type TrackingSheet } from './tracking-sheet';
import { workSaid, type WorkState } from './work-words';

/** What the words of a row are held against. */
export interface RowContext {
  readonly slots: readonly Slot[];
  readonly known: KnownIds;
  readonly files: SheetFiles;
  /** Words of the state column, by `plainWords`, that the user says. */
  readonly states?: ReadonlyMap<string, WorkState>;
}

/** What a row is about. */
export interface Subject {
  readonly level: FollowLevel;
  readonly slots: readonly [Slot, ...(readonly Slot[])];
  /** With the number of its column, where columns are numbered. */
  readonly index?: number;
}

/** Something that a row brings. */
export interface NumberedSource {
  readonly source: IntakeSource;
  /** The number of its column, where columns are numbered. */
  readonly index?: number;
}

/** From wide to narrow. */
const narrowing = ['exigence', 'scenario', 'preuve'] as const satisfies readonly IdRole[];

interface NumberedId {
  readonly id: string;
  readonly index?: number;
}

interface Cell {
  readonly text: string;
  /** Where it leads, as the workbook has it. */
  readonly target?: string;
  readonly index?: number;
}

/** Reads the rows of a sheet: what each is about, what it brings and says. What cannot be read so goes to `notes`. */
export class RowReader {
  readonly #sheet: TrackingSheet;
  readonly #epoch: Workbook['epoch'];
  readonly #context: RowContext;
  readonly #notes: IntakeNote[];
  readonly #orders: Readonly<Record<'date' | 'pour_le', DateOrder>>;
  readonly #legend: StateLegend;

  constructor(sheet: TrackingSheet, workbook: Workbook, context: RowContext, notes: IntakeNote[]) {
    this.#sheet = sheet;
    this.#epoch = workbook.epoch;
    this.#context = context;
    this.#notes = notes;
    const isFrench = isFrenchSheet(sheet.columns.map(({ header }) => header));
    const order = (role: TrackingRole): DateOrder =>
      orderOf(
        sheet.rows.flatMap((row) => this.#cells(row, role).map(({ text }) => text)),
        isFrench,
      );
    this.#orders = { date: order('date'), pour_le: order('pour_le') };
    this.#legend = legendOf(sheet, workbook, context.states);
  }

  placeOf(row: Row): RowPlace {
    return { sheet: this.#sheet.name, row: row.number };
  }

  /** Rows are coloured and nothing says what that means. */
  tellColours(): void {
    const { name, headerRow = 1 } = this.#sheet;
    if (this.#legend.untold) this.#notes.push({ kind: 'colours', at: { sheet: name, row: headerRow } });
  }

  /** Files that are there, and to which cells of other columns lead: nothing of them comes in, and it is said once a column. */
  tellOtherLinks(): void {
    const told = new Set<number>();
    for (const row of this.#sheet.rows) {
      for (const { column, target } of row.links ?? []) {
        const role = this.#sheet.columns.find((one) => one.column === column)?.said?.role;
        if (told.has(column) || role === 'fichier' || role === 'lien') continue;
        const linked = linkedText(target);
        if (linked === undefined || /^https?:/i.test(linked) || !this.#isFile(linked)) continue;
        told.add(column);
        this.#notes.push({
          kind: 'linkElsewhere',
          at: this.placeOf(row),
          column: columnLetters(column),
          target: linked,
        });
      }
    }
  }

  /** A row that brings something and names nothing: its id may stand in the row above. */
  tellLeft(row: Row): void {
    const at = this.placeOf(row);
    if (row.struck === true || this.#notes.some((note) => note.at.sheet === at.sheet && note.at.row === at.row)) return;
    const parts = [...this.#cells(row, 'fichier'), ...this.#cells(row, 'lien')].flatMap(({ text, target }) =>
      namedPieces(text, target, this.#isFile).parts.filter((part) => this.#isFile(part) || looksWhole.test(part)),
    );
    if (parts.length > 0) this.#notes.push({ kind: 'noSubject', at, text: parts.join(', ') });
  }

  /**
   * Cells that show nothing, or less than is written in them: what they would bring is missing.
   * @param isAbout whether the row is about something: of another one, as a row of totals is, only the cells of ids count
   */
  tellUnread(row: Row, isAbout: boolean): void {
    if (row.struck === true) return;
    for (const { column, kind, text } of row.remarks ?? []) {
      const role = this.#sheet.columns.find((one) => one.column === column)?.said?.role;
      // A formula that leads to an empty cell gives 0, and a cell that leads to a file is read by its link.
      if (role === undefined || kind === 'zero' || row.links?.some((link) => link.column === column)) continue;
      if (!isAbout && !isIdRole(role)) continue;
      const note = kind === 'struck' ? 'struckWords' : kind === 'error' ? 'unreadError' : kind;
      this.#notes.push({ kind: note, at: this.placeOf(row), column: columnLetters(column), text });
    }
  }

  /** Proofs that the row names, else its scenario, else its requirement. */
  subjectsOf(row: Row): readonly Subject[] {
    const at = this.placeOf(row);
    const slips = new Set<IdRole>();
    const isTotal = totalWords.test(plainWords(row.cells.join(' ')));
    const named: Record<IdRole, NumberedId[]> = { preuve: [], scenario: [], exigence: [] };
    for (const role of narrowing)
      for (const { text, index } of this.#cells(row, role))
        for (const word of idWords(text)) {
          // In a sheet that lists requirements with their scenarios and proofs below, one column holds them all.
          const own = narrowing.slice(narrowing.indexOf(role)).find((each) => this.#idIn(word, each) !== undefined);
          const id = own && this.#idIn(word, own);
          if (own && id !== undefined) {
            named[own].push({ id, ...(index === undefined ? {} : { index }) });
            continue;
          }
          if (!isTotal && /\d/.test(word) && !/\s\S+\s/.test(word) && !sectionWords.test(plainWords(word))) {
            slips.add(role);
            if (narrowing.some((each) => this.#idIn(word, each) !== undefined))
              this.#notes.push({ kind: 'widerId', at, id: word });
            else this.#notes.push({ kind: 'unknownId', at, id: word, near: this.#context.known.near(role, word) });
          }
        }
    const { preuve: proofs, scenario: scenarios, exigence: requirements } = named;
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
        const inside = wantedSlot({ proof: id, ...within }, this.#context.slots);
        // The row may print a scenario or requirement by another of its ids.
        const isInside = inside.kind === 'one' || inside.kind === 'several';
        const choice = isInside ? inside : wantedSlot({ proof: id }, this.#context.slots);
        const numbered = index === undefined ? {} : { index };
        if (choice.kind === 'one') return [{ level: 'proof', slots: [choice.slot], ...numbered }];
        if (choice.kind === 'several') this.#notes.push({ kind: 'severalSlots', at, about: id, slots: choice.slots });
        return [];
      });
    const wide = scenarios.length > 0 ? scenarios : requirements;
    const level = scenarios.length > 0 ? 'scenario' : 'requirement';
    return wide.flatMap(({ id }): Subject[] => {
      const slots = this.#context.slots.filter(
        (slot) =>
          namesOf(slot)[level].some((name) => name.toLowerCase() === id.toLowerCase()) &&
          (level === 'requirement' ||
            within.requirement === undefined ||
            namesOf(slot).requirement.length === 0 ||
            namesOf(slot).requirement.some((name) => name.toLowerCase() === within.requirement?.toLowerCase())),
      );
      const [first, ...others] = slots;
      return first ? [{ level, slots: [first, ...others] }] : [];
    });
  }

  /** The files, links and executions that a row names. */
  sourcesOf(row: Row): readonly NumberedSource[] {
    const at = this.placeOf(row);
    const found: NumberedSource[] = [];
    const take = (source: IntakeSource, index: number | undefined): void => {
      found.push({ source, ...(index === undefined ? {} : { index }) });
    };
    for (const { text, target, index } of [...this.#cells(row, 'fichier'), ...this.#cells(row, 'lien')]) {
      const { parts, other } = namedPieces(text, target, this.#isFile);
      if (other !== undefined) this.#notes.push({ kind: 'otherTarget', at, text, target: other });
      for (const part of parts) {
        if (/^[a-z][a-z+.-]+:\/\//i.test(part) && !/^file:/i.test(part)) {
          if (isCutAddress(part)) this.#notes.push({ kind: 'cutLink', at, text: part });
          else if (scalarProblem(part, scalar('url'))) this.#notes.push({ kind: 'badLink', at, text: part });
          else take({ kind: 'link', url: part }, index);
          continue;
        }
        const sought = this.#context.files.find(part);
        if (sought.kind === 'file') take({ kind: 'file', file: sought.file, by: 'cell' }, index);
        else if (sought.kind === 'several')
          this.#notes.push({ kind: 'severalFiles', at, name: part, files: sought.files });
        else this.#notes.push({ kind: 'noFile', at, name: part });
      }
    }
    for (const { text, index } of this.#cells(row, 'execution')) {
      for (const part of text.split(/[\n;,|]+|\set(?=\s)/)) {
        const number = part.trim().replace(/^(?:ex[ée]cution\s*)?(?:n[°o]\s*)?/i, '');
        if (number === '' || /^[-–—]+$/.test(number)) continue;
        if (scalarProblem(number, scalar('execution')))
          this.#notes.push({ kind: 'badExecution', at, text: part.trim() });
        else take({ kind: 'execution', number }, index);
      }
    }
    return found;
  }

  /** What a row says of the pieces that it brings. */
  saidOf(row: Row): PieceSaid {
    const text = (role: TrackingRole) => this.#textOf(row, role);
    const written = text('date');
    const date = written === undefined ? undefined : sheetDate(written, this.#orders.date, this.#epoch);
    if (written !== undefined && date === undefined)
      this.#notes.push({ kind: 'badDate', at: this.placeOf(row), text: written });
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

  /** Who does what by when, as a row says. */
  followOf(row: Row, subjects: readonly Subject[]): readonly (readonly [FollowField, string])[] {
    const at = this.placeOf(row);
    const text = (role: TrackingRole) => this.#textOf(row, role) ?? '';
    const values: (readonly [FollowField, string])[] = [];
    if (text('responsable') !== '') values.push(['responsable', text('responsable').replace(/\s+/g, ' ')]);
    const due = text('pour_le');
    const day = due === '' ? undefined : sheetDate(due, this.#orders.pour_le, this.#epoch);
    if (day !== undefined) values.push(['pour_le', day]);
    else if (due !== '') this.#notes.push({ kind: 'badDate', at, text: due });
    const work = workSaid(text('travail'), this.#context.states);
    if (work.kind === 'state') values.push(['travail', work.state]);
    else if (work.kind === 'notApplicable')
      this.#notes.push({ kind: 'notApplicable', at, about: namesOfSubjects(subjects) });
    else if (work.kind === 'unknown') this.#notes.push({ kind: 'unknownState', at, text: text('travail') });
    else {
      const state = stateOfRow(row, this.#legend);
      if (state !== undefined) values.push(['travail', state]);
    }
    return values;
  }

  #idIn(word: string, role: IdRole): string | undefined {
    return idIn(word, role, this.#context.known);
  }

  readonly #isFile = (text: string): boolean => this.#context.files.find(text).kind !== 'none';

  #cells(row: Row, role: TrackingRole): readonly Cell[] {
    return this.#sheet.columns.flatMap(({ column, said }): Cell[] => {
      const text = cellAt(row, column);
      if (said?.role !== role) return [];
      const target = row.links?.find((link) => link.column === column)?.target;
      if (text.trim() === '' && target === undefined) return [];
      const index = said.index === undefined ? {} : { index: said.index };
      return [{ text, ...index, ...(target === undefined ? {} : { target }) }];
    });
  }

  #textOf(row: Row, role: TrackingRole): string | undefined {
    return this.#cells(row, role)
      .map((one) => one.text.trim())
      .find((one) => one !== '');
  }
}

/** A row that counts the others begins with such a word: its figures are no ids. */
const totalWords = /^(?:sous |grand |sub )?(?:total|totaux|somme|sum|subtotal)\b/;

/** What rows between the others begin with. */
const sectionWords =
  /^(?:sous )?(?:total|totaux|somme|chapitre|section|domaine|partie|bloc|lot|chapter|domain|part|sum)\b/;

function namesOfSubjects(subjects: readonly Subject[]): string {
  return [...new Set(subjects.map(({ level, slots: [slot] }) => subjectId({ level, slot })))].join(', ');
}
