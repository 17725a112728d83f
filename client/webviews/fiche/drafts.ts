import type { TableCell } from '../../../protocol/requests/table-edit';
import type { FicheEdit } from '../../../protocol/webview/fiche-page';

/** What is typed in a field and not yet in the manifest. Plain data: VS Code keeps it while the page is hidden. */
export interface Draft {
  readonly text: string;
  /** Of a manifest of the dossier in which it was typed. */
  readonly uri: string;
  /** What writes it; absent for a field that is written with another one, such as who reviews. */
  readonly cell?: TableCell;
  /** The edit that writes it, once one was sent. */
  readonly edit?: number;
  /** It is in the manifest: the next look at it shows so. */
  readonly written?: true;
  /** Why it could not be written, in words. */
  readonly problem?: string;
}

/** What is typed and not written, by field. Nothing is forgotten until the manifest has it or the user takes it back. */
export class Drafts {
  readonly #drafts: Map<string, Draft>;
  readonly #changed: () => void;
  #edits = 0;

  /** @param changed called after each change, so that what is typed is kept */
  constructor(kept: Readonly<Record<string, Draft>>, changed: () => void) {
    // What was sent before the page was hidden may or may not have arrived: it is sent again.
    this.#drafts = new Map(
      Object.entries(kept).map(([id, { text, uri, cell }]) => [id, { text, uri, ...(cell ? { cell } : {}) }]),
    );
    this.#changed = changed;
  }

  get(id: string): Draft | undefined {
    return this.#drafts.get(id);
  }

  /** As plain data. */
  kept(): Readonly<Record<string, Draft>> {
    return Object.fromEntries(this.#drafts);
  }

  type(id: string, draft: Pick<Draft, 'text' | 'uri' | 'cell'>): void {
    this.#drafts.set(id, draft);
    this.#changed();
  }

  drop(...ids: readonly string[]): void {
    for (const id of ids) this.#drafts.delete(id);
    this.#changed();
  }

  fail(id: string, problem: string): void {
    const draft = this.#drafts.get(id);
    if (draft) this.#drafts.set(id, { ...draft, problem });
    this.#changed();
  }

  /** What is to be written for one field; undefined when nothing is, or it is on its way. */
  take(id: string): FicheEdit | undefined {
    const draft = this.#drafts.get(id);
    if (!draft?.cell || draft.edit !== undefined || draft.written) return undefined;
    const edit = this.nextEdit();
    this.#drafts.set(id, { text: draft.text, uri: draft.uri, cell: draft.cell, edit });
    this.#changed();
    return { edit, uri: draft.uri, cells: [draft.cell] };
  }

  /**
   * All that is typed and not on its way, one edit for each dossier: two edits for one text cannot be made at once.
   * @param isRight whether what a field holds can be written
   */
  takeAll(isRight: (id: string, draft: Draft) => boolean): FicheEdit[] {
    const edits = new Map<string, { edit: number; uri: string; cells: TableCell[] }>();
    for (const [id, draft] of this.#drafts) {
      if (!draft.cell || draft.edit !== undefined || draft.written || !isRight(id, draft)) continue;
      const { uri, cell, text } = draft;
      const edit = edits.get(uri) ?? { edit: this.nextEdit(), uri, cells: [] };
      edits.set(uri, edit);
      edit.cells.push(cell);
      this.#drafts.set(id, { text, uri, cell, edit: edit.edit });
    }
    this.#changed();
    return [...edits.values()];
  }

  nextEdit(): number {
    this.#edits += 1;
    return this.#edits;
  }

  /** An edit is in the manifest. */
  wrote(edit: number): void {
    for (const [id, draft] of this.#drafts) {
      if (draft.edit === edit) this.#drafts.set(id, { text: draft.text, uri: draft.uri, written: true });
    }
    this.#changed();
  }

  /** An edit was refused: what was typed stays, with why. @returns whether it was that of a field */
  refused(edit: number, problem: string): boolean {
    let isKnown = false;
    for (const [id, { edit: own, text, uri, cell }] of this.#drafts) {
      if (own !== edit) continue;
      isKnown = true;
      this.#drafts.set(id, { text, uri, problem, ...(cell ? { cell } : {}) });
    }
    this.#changed();
    return isKnown;
  }

  /** The manifest was looked at again: what is in it is no draft any more. */
  settle(): void {
    for (const [id, { written }] of this.#drafts) if (written) this.#drafts.delete(id);
    this.#changed();
  }
}
