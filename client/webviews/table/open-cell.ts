import type { TableCell } from '../../../protocol/requests/table-edit';
import type { TableColumn } from '../../../protocol/webview/table-view';
import type { TableWords } from '../../../protocol/webview/table-words';
import type { CellEdits } from './cell-edits';
import { cellEditor, type CellEditor, type EditorSettings } from './cell-editor';
import { fill } from '../../../words/say';
import type { Grid } from './grid';
import type { ProofLine } from './model/lines';
import { closedCell, writtenCell } from './model/written-cells';
import { selectedFor } from './selected-cells';
import type { Speech } from './speech';

interface OpenCellOwner {
  readonly grid: Grid;
  readonly edits: CellEdits;
  readonly speech: Speech;
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  /** Why nothing of the table can be written; undefined when it can. */
  readonly whyReadOnly: () => string | undefined;
  /** The row as it is now, which is not always as it was when the cell was opened. */
  readonly rowNow: (line: ProofLine) => ProofLine['row'];
  /** What an editor offers. */
  readonly offers: () => Pick<EditorSettings, 'people' | 'me' | 'today'>;
  /** Opens what a cell stands for, where it does. @returns whether it does */
  readonly openElsewhere: (line: ProofLine, column: TableColumn) => boolean;
  /** Something was typed, or a cell was opened. */
  readonly onInput: () => void;
  readonly onClose: () => void;
}

/** The one cell that is being typed in, if one is. */
export class OpenCell {
  readonly #owner: OpenCellOwner;
  #editing: { readonly editor: CellEditor; readonly line: ProofLine; readonly column: TableColumn } | undefined;

  constructor(owner: OpenCellOwner) {
    this.#owner = owner;
  }

  /** The line that it is of. */
  get line(): ProofLine | undefined {
    return this.#editing?.line;
  }

  /** What is typed and where, so that it is not lost with the page. */
  get kept(): { readonly key: string; readonly column: TableColumn; readonly text: string } | undefined {
    if (!this.#editing) return undefined;
    const { editor, line, column } = this.#editing;
    return { key: line.key, column, text: editor.value() };
  }

  /**
   * Opens the active cell, or says why it cannot be.
   * @param text what is typed in it already
   */
  open(how: 'enter' | 'edit' | 'typed', text?: string): void {
    const { grid, edits, speech, words, locale, onInput, openElsewhere } = this.#owner;
    const { activeLine: line, activeColumn: column } = grid;
    if (line?.kind !== 'proof' || !column) return;
    if (how === 'enter' && openElsewhere(line, column)) return;
    const closed = this.#owner.whyReadOnly() ?? closedCell(column, line.row, line.piece, words);
    if (closed !== undefined) {
      speech.say(closed);
      if (how === 'edit') openElsewhere(line, column);
      return;
    }
    const note = edits.noteAt(line.key, column);
    const refused = note?.kind === 'refused' ? note.text : undefined;
    const editor = cellEditor({
      column,
      row: line.row,
      piece: line.piece,
      text: text ?? (how === 'typed' ? '' : refused),
      words,
      locale,
      ...this.#owner.offers(),
      onInput,
    });
    this.#editing = { editor, line, column };
    editor.element.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    editor.element.addEventListener('focusout', (event) => {
      if (event.relatedTarget instanceof Node && editor.element.contains(event.relatedTarget)) return;
      // The window lost the keyboard, not the cell.
      if (!document.hasFocus() || this.#editing?.editor !== editor) return;
      this.commit('stay', false);
    });
    const many = selectedFor(grid, column).length;
    if (many > 1) editor.element.append(this.#writeAll(many));
    grid.openCell(editor.element);
    editor.focus();
    // An editor may be larger than its cell.
    editor.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    onInput();
  }

  /** Writes what is typed and closes the cell. Does nothing when none is open. */
  commit(then: 'stay' | 'up' | 'down' | 'left' | 'right', focus = true): void {
    const editing = this.#editing;
    if (!editing) return;
    const { grid, edits } = this.#owner;
    const { line, column, editor } = editing;
    const text = editor.value();
    this.#close();
    edits.write([{ line, column, text }], focus);
    const { active } = grid.selection;
    const [down, right] = { stay: [0, 0], up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[then] as [
      number,
      number,
    ];
    if (focus) grid.select({ line: active.line + down, column: active.column + right });
  }

  /** What is typed, for a save: the cell stays open. */
  flush(): readonly TableCell[] {
    const editing = this.#editing;
    if (!editing) return [];
    const { line, column, editor } = editing;
    const { words, locale, speech, rowNow } = this.#owner;
    const written = writtenCell(column, rowNow(line), line.piece, editor.value(), { words, locale });
    if (written.kind === 'problem') speech.say(written.message);
    return written.kind === 'cell' ? [written.cell] : [];
  }

  #key(event: KeyboardEvent): void {
    const isControl = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    const isText = event.target instanceof HTMLTextAreaElement;
    switch (event.key) {
      case 'Escape':
        this.#close();
        this.#owner.grid.focus();
        break;
      case 'Enter':
        // A button is pressed by it.
        if (event.target instanceof HTMLButtonElement) {
          event.stopPropagation();
          return;
        }
        if (isText && (event.altKey || event.shiftKey)) {
          event.target.setRangeText('\n', event.target.selectionStart, event.target.selectionEnd, 'end');
          this.#owner.onInput();
        } else if (isControl) this.#commitToSelection();
        else this.commit(event.shiftKey ? 'up' : 'down');
        break;
      case 'Tab': {
        // Inside a form of several fields Tab goes from field to field.
        const fields = [...(this.#editing?.editor.element.querySelectorAll('input, select, textarea, button') ?? [])];
        const at = fields.indexOf(event.target as Element);
        if (at >= 0 && fields[at + (event.shiftKey ? -1 : 1)]) {
          event.stopPropagation();
          return;
        }
        this.commit(event.shiftKey ? 'left' : 'right');
        break;
      }
      default:
        // Ctrl+S and the like stay the editor's; what is typed is no shortcut.
        if (!isControl && !event.altKey) event.stopPropagation();
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** What is typed goes into every selected cell of the column. */
  #commitToSelection(): void {
    const editing = this.#editing;
    if (!editing) return;
    const { grid, edits } = this.#owner;
    const { column, editor } = editing;
    const text = editor.value();
    this.#close();
    edits.write(selectedFor(grid, column).map((line) => ({ line, column, text })));
    grid.focus();
  }

  /** What Ctrl+Enter does, for the mouse, and to be found. */
  #writeAll(count: number): HTMLElement {
    const { words, locale } = this.#owner;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'primary all';
    button.textContent = fill(words.writeLines, locale, { count });
    button.addEventListener('click', () => {
      this.#commitToSelection();
    });
    return button;
  }

  #close(): void {
    this.#editing = undefined;
    this.#owner.grid.closeCell();
    this.#owner.onClose();
  }
}
