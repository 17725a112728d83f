import type { TableColumn, TableLook } from '../../../protocol/webview/table-view';
import type { TableWords } from '../../../protocol/webview/table-words';
import { fill } from '../../../words/say';
import { frozenColumns } from './model/columns';

/** What the head of the grid asks of what it is in. */
export interface GridHeadOwner {
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  readonly onSort: (column: TableColumn) => void;
  readonly onColumnMenu: (column: TableColumn, anchor: Element) => void;
  readonly onResize: (column: TableColumn, width: number) => void;
}

/** The names of the columns, which stay in sight: each sorts, opens what can be done with its column, and gives it another width. */
export class GridHead {
  readonly element = document.createElement('div');
  readonly #owner: GridHeadOwner;

  constructor(owner: GridHeadOwner) {
    this.#owner = owner;
    this.element.className = 'head';
    this.element.setAttribute('role', 'rowgroup');
    this.element.addEventListener('mousedown', (event) => {
      this.#mouseDown(event);
    });
    this.element.addEventListener('click', (event) => {
      this.#click(event);
    });
  }

  draw(columns: readonly TableColumn[], look: TableLook): void {
    const row = document.createElement('div');
    row.className = 'row';
    row.setAttribute('role', 'row');
    row.setAttribute('aria-rowindex', '1');
    row.append(...columns.map((column, index) => this.#cell(column, index, look)));
    this.element.replaceChildren(row);
  }

  /** The name of a column that is shown. */
  cellOf(column: TableColumn): HTMLElement | undefined {
    return this.element.querySelector<HTMLElement>(`.c-${column}`) ?? undefined;
  }

  /** Whether a column stays in sight now; on a narrow page none does. */
  isFrozen(column: TableColumn): boolean {
    const cell = this.cellOf(column);
    return cell !== undefined && frozenColumns.includes(column) && getComputedStyle(cell).position === 'sticky';
  }

  /** How wide the columns are that stay in sight, in pixels. */
  frozenWidth(): number {
    return frozenColumns
      .filter((column) => this.isFrozen(column))
      .reduce((sum, column) => sum + (this.cellOf(column)?.offsetWidth ?? 0), 0);
  }

  /** Which column, 0-based, is so many pixels from the left of all of them; the last one beyond their end. */
  columnAt(pixels: number): number {
    const cells = [...this.element.querySelectorAll<HTMLElement>('[role=columnheader]')];
    let edge = 0;
    const found = cells.findIndex((cell) => {
      edge += cell.offsetWidth;
      return pixels < edge;
    });
    return found < 0 ? cells.length - 1 : found;
  }

  #cell(column: TableColumn, index: number, look: TableLook): HTMLElement {
    const { words, locale } = this.#owner;
    const cell = document.createElement('div');
    cell.className = cellClass(column);
    cell.dataset['column'] = column;
    cell.setAttribute('role', 'columnheader');
    cell.setAttribute('aria-colindex', String(index + 1));
    const sort = look.sort?.column === column ? (look.sort.descending ? 'descending' : 'ascending') : 'none';
    cell.setAttribute('aria-sort', sort);
    const title = document.createElement('span');
    title.className = 'title';
    title.textContent = words.columns[column];
    title.title = words.columns[column];
    const mark = document.createElement('span');
    mark.setAttribute('aria-hidden', 'true');
    mark.textContent = { none: '', ascending: ' ↑', descending: ' ↓' }[sort];
    const menu = document.createElement('button');
    menu.type = 'button';
    menu.tabIndex = -1;
    menu.className = look.filters[column] ? 'plain menu filtered' : 'plain menu';
    menu.setAttribute('aria-label', fill(words.columnActions, locale, { column: words.columns[column] }));
    menu.setAttribute('aria-haspopup', 'dialog');
    menu.textContent = look.filters[column] ? '▼' : '▾';
    const handle = document.createElement('span');
    handle.className = 'handle';
    handle.setAttribute('aria-hidden', 'true');
    cell.append(title, mark, menu, handle);
    return cell;
  }

  #click({ target }: MouseEvent): void {
    const head = target instanceof Element ? target.closest<HTMLElement>('[role=columnheader]') : null;
    const column = head?.dataset['column'] as TableColumn | undefined;
    if (!head || !column || !(target instanceof Element)) return;
    if (target.closest('.menu')) this.#owner.onColumnMenu(column, head);
    else if (target.closest('.title')) this.#owner.onSort(column);
  }

  /** Pulls the right edge of a column. */
  #mouseDown(event: MouseEvent): void {
    const { target } = event;
    if (event.button !== 0 || !(target instanceof HTMLElement) || !target.classList.contains('handle')) return;
    event.preventDefault();
    const head = target.parentElement;
    const column = head?.dataset['column'] as TableColumn | undefined;
    if (!head || !column) return;
    const from = event.clientX;
    const width = head.offsetWidth;
    const follow = (move: MouseEvent): void => {
      this.#owner.onResize(column, width + move.clientX - from);
    };
    window.addEventListener('mousemove', follow);
    window.addEventListener(
      'mouseup',
      () => {
        window.removeEventListener('mousemove', follow);
      },
      { once: true },
    );
  }
}

/** The classes of a cell of a column, in the head and below it. */
export function cellClass(column: TableColumn): string {
  return frozenColumns.includes(column) ? `cell frozen c-${column}` : `cell c-${column}`;
}
