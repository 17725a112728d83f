import * as vscode from 'vscode';
import type { WrittenEdit } from '../attach/written-edit';

/** As many as one takes back one after the other. */
const most = 50;

interface Made {
  readonly written: WrittenEdit;
  /** The text of the table's document after it. */
  readonly text: string;
}

/**
 * Undo and redo of a table. VS Code undoes what was done to the document of the tab, with what the same edit did elsewhere; an
 * edit that is in fragments alone is not among that, and is taken back here. The last thing done comes first, whoever did it:
 * also what was attached or set aside from a menu, and what the fiche wrote.
 */
export class TableHistory {
  readonly #document: vscode.TextDocument;
  readonly #done: Made[] = [];
  /** What was undone here, the last first; absent where VS Code did it. */
  readonly #undone: (Made | undefined)[] = [];

  constructor(document: vscode.TextDocument) {
    this.#document = document;
  }

  /** An edit of the dossier was made. */
  made(written: WrittenEdit): void {
    if (this.#done.at(-1)?.written === written) return;
    this.#undone.length = 0;
    this.#done.push({ written, text: this.#document.getText() });
    if (this.#done.length > most) this.#done.shift();
  }

  /** @returns the edit of this table that was taken back, as far as is known */
  async undo(): Promise<WrittenEdit | undefined> {
    // Taken back elsewhere: in another table, in the fiche, by the button of a message.
    while (this.#done.at(-1)?.written.isUndone) this.#done.pop();
    const last = this.#done.at(-1);
    const isIn = last !== undefined && this.#isInDocument(last);
    if (last && !isIn && last.text === this.#document.getText() && (await last.written.undo()) === 'undone') {
      this.#done.pop();
      this.#undone.push(last);
      return last.written;
    }
    if (isIn) this.#done.pop();
    this.#undone.push(undefined);
    await vscode.commands.executeCommand('undo');
    return isIn ? last.written : undefined;
  }

  /** @returns the edit of this table that was made again, as far as is known */
  async redo(): Promise<WrittenEdit | undefined> {
    const last = this.#undone.pop();
    if (last && last.text === this.#document.getText() && (await last.written.redo())) {
      this.#done.push(last);
      return last.written;
    }
    await vscode.commands.executeCommand('redo');
    return undefined;
  }

  #isInDocument({ written }: Made): boolean {
    return written.documents.some(({ document }) => document === this.#document);
  }
}
