import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { type TableColumn, type TableLook, tableColumns } from '../../../protocol/webview/table-view';
import { fill } from '../../../words/say';
import { cellClass, GridHead, type GridHeadOwner } from './grid-head';
import { DragSelection, type ScrolledArea } from './drag-selection';
import { frozenColumns, usualWidths } from './model/columns';
import type { Line, ProofLine } from './model/lines';
import { type CellAt, isIn, moved, type Range, rangeOf, type Selection } from './model/selection';

/** What the grid asks of what it is in. */
export interface GridOwner extends GridHeadOwner {
  /** Draws what a cell holds. */
  readonly drawCell: (cell: HTMLElement, line: ProofLine, column: TableColumn) => void;
  /** What VS Code builds the menu of a line from, and hands to the commands in it. */
  readonly menuContext: (line: ProofLine) => object;
  /** The keyboard is at another cell, or other cells are selected. */
  readonly onSelect: () => void;
  readonly onToggle: (key: string) => void;
  /** Enter, F2 or a double click; `typed` when a character began it. */
  readonly onOpen: (how: 'enter' | 'edit' | 'typed') => void;
  /** A key that moves nothing. @returns whether it was used */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onScroll: () => void;
}

interface DrawnRow {
  readonly element: HTMLElement;
  line: Line;
  /** What it was drawn for: lines, columns and all that is written over them. */
  stamp: number;
}

/**
 * A tree grid of our own: one tab stop, rows of one height of which only those in sight are drawn, head and first columns that
 * stay in sight. It knows cells, not what they mean.
 */
export class Grid {
  readonly element = document.createElement('div');
  readonly #owner: GridOwner;
  readonly #head: GridHead;
  readonly #body = document.createElement('div');
  readonly #virtual: Virtualizer<HTMLElement, HTMLElement>;
  readonly #rows = new Map<string, DrawnRow>();
  #lines: readonly Line[] = [];
  #columns: readonly TableColumn[] = tableColumns;
  #selection: Selection = { active: { line: 0, column: 0 }, anchor: { line: 0, column: 0 } };
  #stamp = 0;
  #rowHeight = 26;
  #headHeight = 28;
  readonly #drag: DragSelection;
  /** A cell that holds an editor, which is not drawn over. */
  #open: { readonly key: string; readonly column: TableColumn } | undefined;

  constructor(owner: GridOwner) {
    this.#owner = owner;
    const { element } = this;
    element.className = 'grid';
    element.setAttribute('role', 'treegrid');
    element.setAttribute('aria-label', owner.words.title);
    element.setAttribute('aria-multiselectable', 'true');
    this.#head = new GridHead(owner);
    this.#body.className = 'body';
    this.#body.setAttribute('role', 'rowgroup');
    element.append(this.#head.element, this.#body);
    this.#virtual = new Virtualizer<HTMLElement, HTMLElement>(this.#virtualOptions());
    this.#drag = new DragSelection({
      element,
      area: () => this.#scrolledArea(),
      isFromFrozen: () => frozenColumns.includes(this.#columns[this.#selection.anchor.column] ?? 'proof'),
      cellAtPoint: (x, y) => this.#cellAtPoint(x, y),
      extendTo: (at) => {
        const { line, column } = this.#selection.active;
        if (at.line !== line || at.column !== column) this.select(at, { extend: true, scroll: false });
      },
    });
    this.#listen();
  }

  get columns(): readonly TableColumn[] {
    return this.#columns;
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  get selection(): Selection {
    return this.#selection;
  }

  get range(): Range {
    return rangeOf(this.#selection);
  }

  get activeLine(): Line | undefined {
    return this.#lines[this.#selection.active.line];
  }

  get activeColumn(): TableColumn | undefined {
    return this.#columns[this.#selection.active.column];
  }

  /** Begins to follow the scrolling; the element must be in the page. */
  mount(): void {
    this.#virtual._didMount();
    this.#virtual._willUpdate();
  }

  /** Shows other lines, or the same ones otherwise; the keyboard stays at its proof and column where they are there. */
  show(lines: readonly Line[], look: TableLook): void {
    const before = { line: this.activeLine?.key, column: this.activeColumn };
    const [activeAt, anchorAt] = [this.#selection.active, this.#selection.anchor];
    this.#lines = lines;
    this.#columns = tableColumns.filter((column) => !look.hidden.includes(column));
    this.#stamp += 1;
    this.#measure(look);
    this.#head.draw(this.#columns, look);
    const line = lines.findIndex(({ key }) => key === before.line);
    const column = before.column === undefined ? -1 : this.#columns.indexOf(before.column);
    const active = this.#clamped({
      line: line < 0 ? activeAt.line : line,
      column: column < 0 ? activeAt.column : column,
    });
    const stays = line === activeAt.line && column === activeAt.column;
    this.#selection = { active, anchor: stays ? this.#clamped(anchorAt) : active };
    this.element.setAttribute('aria-rowcount', String(lines.length + 1));
    this.element.setAttribute('aria-colcount', String(this.#columns.length));
    this.#virtual.setOptions(this.#virtualOptions());
    this.#virtual.measure();
    this.#virtual._willUpdate();
    this.#sync();
  }

  /** Gives columns other widths; nothing is drawn for it. */
  resize(look: TableLook): void {
    this.#measure(look);
  }

  /** Draws again what is in sight. */
  redraw(): void {
    this.#stamp += 1;
    this.#sync();
  }

  /** @param how with `scroll: false` the cell stays where it is, as under a mouse that may click again */
  select(active: CellAt, how: { extend?: boolean; focus?: boolean; scroll?: boolean } = {}): void {
    const { extend = false, focus = true, scroll = true } = how;
    const at = this.#clamped(active);
    this.#selection = { active: at, anchor: extend ? this.#selection.anchor : at };
    if (scroll) this.#scrollToLine(at.line);
    this.#sync();
    if (scroll) this.#scrollToColumn(at.column);
    if (focus) this.focus();
    this.#owner.onSelect();
  }

  selectAll(): void {
    const end = { line: this.#lines.length - 1, column: this.#columns.length - 1 };
    this.#selection = { active: { line: 0, column: 0 }, anchor: this.#clamped(end) };
    this.#sync();
    this.focus();
    this.#owner.onSelect();
  }

  focus(): void {
    this.#cellElement(this.#selection.active)?.focus({ preventScroll: true });
  }

  /** Whether the keyboard is in the grid, also in an editor in it. */
  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  /** Whether a cell holds an editor. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Gives a cell to an editor: nothing is drawn in it until {@link Grid.closeCell}. */
  openCell(content: HTMLElement): void {
    const { activeLine: line, activeColumn: column } = this;
    const cell = this.#cellElement(this.#selection.active);
    if (!line || !column || !cell) return;
    this.#open = { key: line.key, column };
    cell.classList.add('open');
    cell.replaceChildren(content);
  }

  closeCell(): void {
    const open = this.#open;
    this.#open = undefined;
    const row = open && this.#rows.get(open.key);
    if (!row) return;
    row.stamp = -1;
    this.#sync();
  }

  /** The drawn cell of a line, if it is in sight. */
  cellOf(key: string, column: TableColumn): HTMLElement | undefined {
    return this.#rows.get(key)?.element.querySelector<HTMLElement>(`:scope > .c-${column}`) ?? undefined;
  }

  #clamped({ line, column }: CellAt): CellAt {
    return {
      line: Math.max(0, Math.min(line, this.#lines.length - 1)),
      column: Math.max(0, Math.min(column, this.#columns.length - 1)),
    };
  }

  #virtualOptions(): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    return {
      count: this.#lines.length,
      getScrollElement: () => this.element,
      estimateSize: () => this.#rowHeight,
      getItemKey: (index) => this.#lines[index]?.key ?? index,
      overscan: 6,
      paddingStart: this.#headHeight,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => {
        this.#sync();
      },
    };
  }

  #measure(look: TableLook): void {
    const size = Number.parseFloat(getComputedStyle(document.body).fontSize) || 13;
    const line = Math.round(size * 1.4);
    this.#rowHeight = look.density === 'compact' ? line + 8 : 2 * line + 10;
    this.#headHeight = line + 12;
    const { style } = this.element;
    style.setProperty('--line-height', `${line}px`);
    style.setProperty('--row-height', `${this.#rowHeight}px`);
    style.setProperty('--head-height', `${this.#headHeight}px`);
    this.element.dataset['density'] = look.density;
    style.setProperty('--lines', look.density === 'compact' ? '1' : '2');
    let left = 0;
    let whole = 0;
    for (const column of this.#columns) {
      const width = look.widths[column] ?? usualWidths[column];
      style.setProperty(`--w-${column}`, `${width}px`);
      whole += width;
      if (!frozenColumns.includes(column)) continue;
      style.setProperty(`--l-${column}`, `${left}px`);
      left += width;
    }
    style.setProperty('--width', `${whole}px`);
  }

  #scrollToLine(line: number): void {
    const { element } = this;
    const top = line * this.#rowHeight;
    const seen = element.clientHeight - this.#headHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + this.#rowHeight > element.scrollTop + seen) element.scrollTop = top + this.#rowHeight - seen;
  }

  #scrollToColumn(index: number): void {
    const column = this.#columns[index];
    const head = column && this.#head.cellOf(column);
    if (!column || !head || this.#head.isFrozen(column)) return;
    const frozen = this.#head.frozenWidth();
    const { element } = this;
    if (head.offsetLeft < element.scrollLeft + frozen) element.scrollLeft = head.offsetLeft - frozen;
    else if (head.offsetLeft + head.offsetWidth > element.scrollLeft + element.clientWidth)
      element.scrollLeft = head.offsetLeft + head.offsetWidth - element.clientWidth;
  }

  #sync(): void {
    const items = this.#itemsInSight();
    const total = this.#virtual.getTotalSize() - this.#headHeight;
    this.#body.style.height = `${Math.max(0, total)}px`;
    // Rows may come while a question of VS Code has the keyboard, which is not to be taken from it.
    const hadFocus = this.hasFocus && !this.#open && document.hasFocus();
    const wanted = new Set(items.map(({ index }) => this.#lines[index]?.key));
    for (const [key, { element }] of this.#rows) {
      if (wanted.has(key)) continue;
      element.remove();
      this.#rows.delete(key);
    }
    let next = this.#body.firstElementChild;
    for (const { index, start } of items) {
      const line = this.#lines[index];
      if (!line) continue;
      const row = this.#drawn(line, index);
      row.style.top = `${start - this.#headHeight}px`;
      if (row === next) next = next.nextElementSibling;
      else this.#body.insertBefore(row, next);
    }
    this.#mark();
    if (hadFocus && !this.element.contains(document.activeElement)) this.focus();
  }

  /** The rows that are seen, and the active one wherever it is: it has the keyboard. */
  #itemsInSight(): readonly { readonly index: number; readonly start: number }[] {
    const items = this.#virtual.getVirtualItems();
    const { line } = this.#selection.active;
    if (line >= this.#lines.length || items.some(({ index }) => index === line)) return items;
    const active = { index: line, start: this.#headHeight + line * this.#rowHeight };
    return [...items, active].sort((a, b) => a.index - b.index);
  }

  #drawn(line: Line, index: number): HTMLElement {
    let row = this.#rows.get(line.key);
    if (!row) {
      const element = document.createElement('div');
      element.setAttribute('role', 'row');
      row = { element, line, stamp: -1 };
      this.#rows.set(line.key, row);
    }
    const { element } = row;
    element.setAttribute('aria-rowindex', String(index + 2));
    element.dataset['line'] = String(index);
    if (row.stamp !== this.#stamp) {
      row.line = line;
      row.stamp = this.#stamp;
      if (line.kind === 'group') this.#drawGroup(element, line);
      else this.#drawProof(element, line);
    }
    return element;
  }

  #drawGroup(element: HTMLElement, line: Extract<Line, { readonly kind: 'group' }>): void {
    const { words, locale } = this.#owner;
    element.className = 'row group';
    element.setAttribute('aria-level', '1');
    element.setAttribute('aria-expanded', String(!line.isFolded));
    const cell = (element.firstElementChild as HTMLElement | null) ?? document.createElement('div');
    cell.className = 'cell label';
    cell.tabIndex = -1;
    cell.setAttribute('role', 'gridcell');
    cell.setAttribute('aria-colindex', '1');
    cell.setAttribute('aria-colspan', String(this.#columns.length));
    cell.setAttribute('aria-readonly', 'true');
    const mark = document.createElement('span');
    mark.className = 'fold';
    mark.setAttribute('aria-hidden', 'true');
    mark.textContent = line.isFolded ? '▸' : '▾';
    const label = document.createElement('strong');
    label.textContent = line.label;
    const count = document.createElement('span');
    count.className = 'count';
    count.textContent = fill(words.groupCount, locale, { provided: line.provided, total: line.total });
    cell.replaceChildren(mark, label, ' ', count);
    element.replaceChildren(cell);
  }

  #drawProof(element: HTMLElement, line: ProofLine): void {
    element.className = line.piece === 0 ? 'row proof' : 'row proof more';
    element.dataset['row'] = line.row.id;
    element.dataset['vscodeContext'] = JSON.stringify(this.#owner.menuContext(line));
    element.setAttribute('aria-level', String(line.piece === 0 ? 2 : 3));
    const have = [...element.children] as HTMLElement[];
    const same =
      have.length === this.#columns.length && have.every((cell, at) => cell.dataset['column'] === this.#columns[at]);
    const cells = same ? have : this.#columns.map(newCell);
    if (!same) element.replaceChildren(...cells);
    for (const [at, cell] of cells.entries()) {
      const column = this.#columns[at];
      if (!column) continue;
      cell.setAttribute('aria-colindex', String(at + 1));
      if (this.#open?.key === line.key && this.#open.column === column) continue;
      cell.className = cellClass(column);
      this.#owner.drawCell(cell, line, column);
    }
  }

  /** Marks what is selected, and makes the active cell the one tab stop. */
  #mark(): void {
    const range = this.range;
    const { active } = this.#selection;
    const isMany = range.top !== range.bottom || range.left !== range.right;
    for (const { element, line } of this.#rows.values()) {
      const at = Number(element.dataset['line']);
      const isActiveLine = at === active.line;
      for (const [column, cell] of ([...element.children] as HTMLElement[]).entries()) {
        const isActive = isActiveLine && (line.kind === 'group' || column === active.column);
        const isSelected =
          line.kind === 'group'
            ? isActive || (isMany && at >= range.top && at <= range.bottom)
            : isIn(range, { line: at, column });
        if (cell.tabIndex !== (isActive ? 0 : -1)) cell.tabIndex = isActive ? 0 : -1;
        if (cell.classList.contains('active') !== isActive) cell.classList.toggle('active', isActive);
        if ((cell.getAttribute('aria-selected') === 'true') !== isSelected)
          cell.setAttribute('aria-selected', String(isSelected));
      }
    }
  }

  #cellElement({ line, column }: CellAt): HTMLElement | undefined {
    const key = this.#lines[line]?.key;
    const row = key === undefined ? undefined : this.#rows.get(key);
    if (!row) return undefined;
    const cells = row.element.children;
    return (cells[row.line.kind === 'group' ? 0 : column] as HTMLElement | undefined) ?? undefined;
  }

  /** Which cell of a line an event happened in. */
  #cellAt(target: EventTarget | null): CellAt | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
    const row = cell?.closest<HTMLElement>('.row');
    if (!cell || !row || row.dataset['line'] === undefined) return undefined;
    const column = this.#columns.findIndex((one) => one === cell.dataset['column']);
    return { line: Number(row.dataset['line']), column: column < 0 ? this.#selection.active.column : column };
  }

  #scrolledArea(): ScrolledArea {
    const { element } = this;
    const { left, top } = element.getBoundingClientRect();
    const start = { left: left + element.clientLeft, top: top + element.clientTop };
    return {
      left: start.left + this.#head.frozenWidth(),
      top: start.top + this.#headHeight,
      right: start.left + element.clientWidth,
      bottom: start.top + element.clientHeight,
    };
  }

  /** The cell under a point of the window, also where none is drawn yet; of a group, the column that is meant. */
  #cellAtPoint(x: number, y: number): CellAt | undefined {
    const { left, top } = this.#scrolledArea();
    const { element } = this;
    const line = Math.floor((y - top + element.scrollTop) / this.#rowHeight);
    const from = element.getBoundingClientRect().left + element.clientLeft;
    // A column that stays says where it is drawn; the others, where they would be without scrolling.
    const at = x < left ? x - from : x - from + element.scrollLeft;
    return this.#clamped({ line, column: this.#head.columnAt(at) });
  }

  #listen(): void {
    const { element } = this;
    element.addEventListener('scroll', () => {
      this.#owner.onScroll();
    });
    element.addEventListener('mousedown', (event) => {
      this.#mouseDown(event);
    });
    element.addEventListener('dblclick', ({ target }) => {
      // In a field it takes a word, and what is typed there stays.
      if (target instanceof Element && target.closest('.open, button, a')) return;
      if (this.#cellAt(target) && this.activeLine?.kind === 'proof') this.#owner.onOpen('edit');
    });
    element.addEventListener('contextmenu', (event) => {
      const at = this.#cellAt(event.target);
      if (at && !isIn(this.range, at)) this.select(at);
    });
    element.addEventListener('keydown', (event) => {
      this.#keyDown(event);
    });
  }

  #mouseDown(event: MouseEvent): void {
    const { target } = event;
    if (event.button !== 0 || !(target instanceof HTMLElement)) return;
    if (target.closest('.open, button, a')) return;
    const at = this.#cellAt(target);
    if (!at) return;
    event.preventDefault();
    this.#drag.begin(event);
    this.select(at, { extend: event.shiftKey, scroll: false });
    const line = this.#lines[at.line];
    if (line?.kind === 'group' && !event.shiftKey) this.#owner.onToggle(line.key);
  }

  /** A key that was pressed while nothing of the page had the keyboard: it is the active cell's. */
  takeKey(event: KeyboardEvent): void {
    if (this.element.hidden || this.#open || event.isComposing || event.key === 'Tab') return;
    this.focus();
    this.#cellKey(event);
  }

  #keyDown(event: KeyboardEvent): void {
    if (this.#open || event.isComposing || !this.#cellAt(event.target)) return;
    this.#cellKey(event);
  }

  #cellKey(event: KeyboardEvent): void {
    if (this.#owner.onKey(event) || this.#moves(event) || this.#opens(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    // The character itself goes into the editor that it opens, so that accents typed in two strokes do too.
    const isCharacter = event.key.length === 1 || event.key === 'Dead';
    if (isCharacter && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // A space would scroll where nothing can be typed.
      if (this.activeLine?.kind !== 'proof') return;
      event.stopPropagation();
      this.#owner.onOpen('typed');
      if (!this.isOpen) event.preventDefault();
    }
  }

  #moves(event: KeyboardEvent): boolean {
    if (event.altKey) return false;
    const isFar = event.ctrlKey || event.metaKey;
    const line = this.activeLine;
    const folds = line?.kind === 'group' && { ArrowLeft: !line.isFolded, ArrowRight: line.isFolded }[event.key];
    if (line && folds && !event.shiftKey) {
      this.#owner.onToggle(line.key);
      return true;
    }
    if (event.key === 'Tab') {
      if (isFar) return false;
      return this.#tab(event.shiftKey);
    }
    const page = Math.max(1, Math.floor((this.element.clientHeight - this.#headHeight) / this.#rowHeight) - 1);
    const size = { lines: this.#lines.length, columns: this.#columns.length, page };
    const to = moved(this.#selection.active, event.key, isFar, size);
    if (to) this.select(to, { extend: event.shiftKey });
    return to !== undefined;
  }

  /** To the next cell, over the end of a line; out of the grid at its ends, so that the keyboard is never caught. */
  #tab(isBack: boolean): boolean {
    const { line, column } = this.#selection.active;
    const isGroup = this.activeLine?.kind === 'group';
    const last = this.#columns.length - 1;
    if (isBack) {
      if (isGroup || column === 0) {
        if (line === 0) return false;
        this.select({ line: line - 1, column: last });
      } else this.select({ line, column: column - 1 });
      return true;
    }
    if (isGroup || column === last) {
      if (line >= this.#lines.length - 1) return false;
      this.select({ line: line + 1, column: 0 });
    } else this.select({ line, column: column + 1 });
    return true;
  }

  #opens(event: KeyboardEvent): boolean {
    const line = this.activeLine;
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (line.kind === 'group') {
      if (event.key !== 'Enter' && event.key !== ' ') return false;
      this.#owner.onToggle(line.key);
      return true;
    }
    if (event.key === 'Enter' && !event.shiftKey) this.#owner.onOpen('enter');
    else if (event.key === 'F2') this.#owner.onOpen('edit');
    else return false;
    return true;
  }
}

function newCell(column: TableColumn): HTMLElement {
  const cell = document.createElement('div');
  cell.dataset['column'] = column;
  cell.tabIndex = -1;
  cell.setAttribute('role', column === 'proof' ? 'rowheader' : 'gridcell');
  return cell;
}
