import type { FromTablePage } from '../../../protocol/webview/table-page';
import type { TableLook } from '../../../protocol/webview/table-view';
import { isField } from '../kit/keep-undo';
import type { Grid } from './grid';
import type { LookMenus } from './look-menus';
import type { SelectionEdits } from './selection-edits';

interface PageKeysOwner {
  readonly grid: Grid;
  readonly looks: LookMenus;
  readonly selection: SelectionEdits;
  readonly post: (message: FromTablePage) => void;
  readonly change: (look: Partial<TableLook>) => void;
}

/** Keys that move nothing: those of the whole page, and those that are the cells'. */
export class PageKeys {
  readonly #owner: PageKeysOwner;

  constructor(owner: PageKeysOwner) {
    this.#owner = owner;
  }

  /** Search, undo, clear the filters: wherever the keyboard is. */
  ofPage(event: KeyboardEvent): void {
    const { post, change } = this.#owner;
    const isControl = event.ctrlKey || event.metaKey;
    if (!isControl || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'f' && !event.shiftKey) {
      const search = searchField();
      search?.focus();
      search?.select();
    } else if ((key === 'z' || key === 'y') && !isField(event.target)) {
      // VS Code would undo in the document of the tab alone; cells stand in its fragments too.
      post({ kind: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
    } else if (key === 'l' && event.shiftKey) change({ search: '', filters: {} });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @returns whether the key was used */
  ofCell(event: KeyboardEvent): boolean {
    const { grid, looks, selection } = this.#owner;
    const isControl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (event.altKey && key === 'arrowdown') {
      const column = grid.activeColumn;
      const head = document.querySelector(`[role=columnheader].c-${column ?? ''}`);
      if (column && head) looks.openColumn(column, head);
      return true;
    }
    if (isControl && !event.shiftKey && key === 'a') {
      grid.selectAll();
      return true;
    }
    if (isControl && !event.shiftKey && key === 'd') {
      selection.fillDown();
      return true;
    }
    if (isControl || event.altKey) return false;
    if (key === 'delete' || key === 'backspace') {
      selection.clear();
      return true;
    }
    if (key === 'escape') {
      searchField()?.focus();
      return true;
    }
    return false;
  }
}

function searchField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('#search');
}
