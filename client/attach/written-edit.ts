import * as vscode from 'vscode';
import type { AttachResult } from '../../protocol/requests/attach';
import type { ViewPlace } from '../../protocol/view-place';
import { nameOf } from '../commands/choose-package';
import { rangeOf } from '../ui/edit-ranges';

type Attached = Extract<AttachResult, { readonly kind: 'planned' }>;

interface EditedDocument {
  readonly document: vscode.TextDocument;
  readonly before: string;
  readonly after: string;
  /** The part of `before` that was replaced, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** It had no changes that were not saved, so that this one is saved too. */
  readonly save: boolean;
}

const makes = new vscode.EventEmitter<WrittenEdit>();

/** Fires when an edit of the engine was made, whoever asked for it: what undoes the last of them has to know them all. */
export const onDidMakeEdit = makes.event;

/**
 * What files became when an edit of theirs was last taken back, or made again, by another edit. By their URI: the document of one
 * that was closed meanwhile is another one.
 */
const turned = new Map<string, string>();

/** Undefined where none was: VS Code's undo then takes back what was done last. */
export function turnedTo({ uri }: vscode.TextDocument): string | undefined {
  return turned.get(uri.toString());
}

/** An edit of manifests that was made, and how to take it back. */
export class WrittenEdit {
  #documents: readonly EditedDocument[];

  private constructor(
    documents: readonly EditedDocument[],
    /** Where the first file was changed. */
    readonly place: vscode.Location | undefined,
    /** Names of files that could not be saved. */
    readonly unsaved: readonly string[],
  ) {
    this.#documents = documents;
  }

  /**
   * Makes the edit as one that can be undone, and saves the files that were saved before, unless they are to stay changed.
   * @returns undefined when a text is another one by now: nothing is changed then
   */
  static async make(
    { edit, before }: Pick<Attached, 'edit' | 'before'>,
    { save = true }: { readonly save?: boolean } = {},
  ): Promise<WrittenEdit | undefined> {
    const whole = new vscode.WorkspaceEdit();
    const found: Omit<EditedDocument, 'after'>[] = [];
    for (const [uri, edits] of Object.entries(edit.changes)) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      const ranges = edits.map(rangeOf);
      found.push({
        document,
        before: before[uri] ?? '',
        start: Math.min(...ranges.map(({ start }) => document.offsetAt(start))),
        end: Math.max(...ranges.map(({ end }) => document.offsetAt(end))),
        save: save && !document.isDirty,
      });
      for (const one of edits) whole.replace(document.uri, rangeOf(one), one.newText);
    }
    if (found.some((one) => one.document.getText() !== one.before)) return undefined;
    // VS Code says of an edit of nothing that it was not made.
    if (found.length > 0 && !(await vscode.workspace.applyEdit(whole))) return undefined;
    const documents = found.map((one) => ({ ...one, after: one.document.getText() }));
    const [first] = documents;
    const place = first && new vscode.Location(first.document.uri, first.document.positionAt(endOf(first)));
    const written = new WrittenEdit(documents, place, await saved(documents));
    makes.fire(written);
    return written;
  }

  get documents(): readonly EditedDocument[] {
    return this.#documents;
  }

  /** Whether the files have their text of before again, such as after Ctrl+Z. */
  get isUndone(): boolean {
    return this.documents.every(({ document, before }) => document.getText() === before);
  }

  /** Whether a file of it had an edit taken back by another one: VS Code's undo goes by the file and knows it changed since. */
  get isTurned(): boolean {
    return this.documents.some(({ document }) => turned.has(document.uri.toString()));
  }

  /**
   * Gives the files their text of before.
   * @returns `already` where they have it again, such as after Ctrl+Z; `changed` when one has a third text by now: nothing is
   * changed then
   */
  async undo(): Promise<'undone' | 'already' | 'changed'> {
    await this.#open();
    if (this.isUndone) {
      await saved(this.documents);
      return 'already';
    }
    const isUndone = await this.#turn(
      'after',
      ({ before, start, end }) => before.slice(start, end),
      (one) => [one.start, endOf(one)],
    );
    return isUndone ? 'undone' : 'changed';
  }

  /** Gives the files their text of after it again. @returns false when one has another text by now: nothing is changed then */
  async redo(): Promise<boolean> {
    await this.#open();
    return this.#turn(
      'before',
      (one) => one.after.slice(one.start, endOf(one)),
      ({ start, end }) => [start, end],
    );
  }

  async #turn(
    from: 'before' | 'after',
    text: (one: EditedDocument) => string,
    range: (one: EditedDocument) => readonly [number, number],
  ): Promise<boolean> {
    const { documents } = this;
    if (documents.some((one) => one.document.getText() !== one[from])) return false;
    const edit = new vscode.WorkspaceEdit();
    for (const one of documents) {
      const [start, end] = range(one).map((offset) => one.document.positionAt(offset));
      if (start && end) edit.replace(one.document.uri, new vscode.Range(start, end), text(one));
    }
    if (!(await vscode.workspace.applyEdit(edit))) return false;
    for (const { document } of documents) turned.set(document.uri.toString(), document.getText());
    await saved(documents);
    return true;
  }

  /**
   * VS Code closes a document that no tab shows after a while, or once it has many of them. A closed one can be neither read anew
   * nor saved.
   */
  async #open(): Promise<void> {
    this.#documents = await Promise.all(
      this.documents.map(async (one) =>
        one.document.isClosed ? { ...one, document: await vscode.workspace.openTextDocument(one.document.uri) } : one,
      ),
    );
  }
}

/** A place that was written, as other code opens it. */
export function placeOf({ uri, range: { start, end } }: vscode.Location): ViewPlace {
  const plain = ({ line, character }: vscode.Position) => ({ line, character });
  return { uri: uri.toString(), range: { start: plain(start), end: plain(end) } };
}

async function saved(documents: readonly EditedDocument[]): Promise<readonly string[]> {
  const unsaved: string[] = [];
  for (const { document, save } of documents) if (save && !(await document.save())) unsaved.push(nameOf(document.uri));
  return unsaved;
}

/** Where in the text as it became the new part ends. */
function endOf({ before, after, end }: EditedDocument): number {
  return after.length - (before.length - end);
}
