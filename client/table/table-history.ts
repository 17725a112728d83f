import type { WrittenEdit } from '../attach/written-edit';

/** As many as one takes back one after the other. */
const most = 500;

/** Texts of edits that are kept, in UTF-16 units: those of a large dossier are kept for fewer edits. */
const mostText = 64_000_000;

/** An edit as far as its being taken back needs it. */
export type KnownEdit = Pick<WrittenEdit, 'isUndone' | 'isTurned' | 'undo' | 'redo'> & {
  readonly documents: readonly { readonly document: object; readonly before: string; readonly after: string }[];
};

/** The document of the tab, and what VS Code does to it. */
export interface HistoryTab {
  readonly document: { readonly getText: () => string };
  /** What the document became when an edit was last taken back by another edit, which VS Code would take for the last one. */
  readonly turnedTo: () => string | undefined;
  /** VS Code's own command. */
  readonly turn: (how: 'undo' | 'redo') => PromiseLike<unknown>;
}

interface Made<Edit> {
  readonly written: Edit;
  /** Text of the tab's document before and after it. */
  readonly before: string;
  readonly after: string;
}

/**
 * Undo and redo of a table. VS Code undoes what was done to the document of the tab, with what the same edit did elsewhere; an
 * edit that is in fragments alone is not among that, and is taken back here. So is one whose files had another taken back so:
 * VS Code knows them changed since, and would undo it in the tab's document alone. The last thing done comes first, whoever did
 * it: also what was attached or set aside from a menu, and what the fiche wrote.
 */
export class TableHistory<Edit extends KnownEdit> {
  readonly #tab: HistoryTab;
  readonly #done: Made<Edit>[] = [];
  /** The last that was undone comes last; without an edit where VS Code undid something unknown. */
  readonly #undone: { readonly made?: Made<Edit>; readonly isHere: boolean }[] = [];

  constructor(tab: HistoryTab) {
    this.#tab = tab;
  }

  /** An edit of the dossier was made. */
  made(written: Edit): void {
    if (this.#done.at(-1)?.written === written) return;
    this.#undone.length = 0;
    const after = this.#text;
    const own = written.documents.find(({ document }) => document === this.#tab.document);
    this.#done.push({ written, before: own?.before ?? after, after });
    let kept = 0;
    const tooOld = this.#done.findLastIndex(({ written: { documents } }) => {
      kept += documents.reduce((sum, one) => sum + one.before.length + one.after.length, 0);
      return kept > mostText;
    });
    // The last one is kept however large it is.
    this.#done.splice(0, Math.max(Math.min(tooOld + 1, this.#done.length - 1), this.#done.length - most));
  }

  /** @returns the edit of this table that was taken back, as far as is known */
  async undo(): Promise<Edit | undefined> {
    // Taken back elsewhere: in another table, in the fiche, by the button of a message.
    while (this.#done.at(-1)?.written.isUndone) this.#done.pop();
    const last = this.#done.at(-1);
    const isLast = last !== undefined && last.after === this.#text;
    const isForCode = last !== undefined && this.#isInDocument(last) && !last.written.isTurned;
    if (isLast && !isForCode && (await last.written.undo()) === 'undone') {
      this.#done.pop();
      this.#undone.push({ made: last, isHere: true });
      return last.written;
    }
    // VS Code would make again what was taken back.
    if (this.#tab.turnedTo() === this.#text) return undefined;
    await this.#tab.turn('undo');
    const isTakenBack = isLast && isForCode && last.before === this.#text;
    if (isTakenBack) this.#done.pop();
    this.#undone.push({ ...(isTakenBack ? { made: last } : {}), isHere: false });
    return isTakenBack ? last.written : undefined;
  }

  /** @returns the edit of this table that was made again, as far as is known */
  async redo(): Promise<Edit | undefined> {
    const { made, isHere } = this.#undone.pop() ?? { isHere: false };
    const isForHere = made !== undefined && (isHere || made.written.isTurned);
    if (isForHere && made.before === this.#text && (await made.written.redo())) {
      this.#done.push(made);
      return made.written;
    }
    await this.#tab.turn('redo');
    if (!made || made.after !== this.#text) return undefined;
    this.#done.push(made);
    return made.written;
  }

  get #text(): string {
    return this.#tab.document.getText();
  }

  #isInDocument({ written }: Made<Edit>): boolean {
    return written.documents.some(({ document }) => document === this.#tab.document);
  }
}
