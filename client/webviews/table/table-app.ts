import { render } from 'lit';
import type { Table, TableRow } from '../../../protocol/requests/table';
import { withChanges } from '../../../protocol/requests/table-changes';
import type {
  AroundTable,
  FromTablePage,
  TableStart,
  ToTablePage,
  Unsaved,
} from '../../../protocol/webview/table-page';
import type { TableColumn, TableLook } from '../../../protocol/webview/table-view';
import { fill } from '../../../words/say';
import type { Dropped } from '../kit/dropped';
import type { ExtensionSide } from '../kit/extension-side';
import { keepUndoInFields } from '../kit/keep-undo';
import { drawCell } from './cell-content';
import { CellEdits } from './cell-edits';
import { listenToClipboard } from './clipboard';
import { listenToDrops } from './file-drops';
import { FindingsMenu } from './findings-menu';
import { Grid } from './grid';
import { LookMenus } from './look-menus';
import { editableColumns, textOf } from './model/columns';
import { type Line, linesOf, narrowedTo, type ProofLine } from './model/lines';
import { nextLine } from './model/next-line';
import { filterOnMine, isOnMine } from './model/mine';
import { messageOf, notices } from './notices';
import { OpenCell } from './open-cell';
import { PageKeys } from './page-keys';
import { firstState, type PageState, usualLook } from './page-state';
import { Popup } from './popup';
import { selectedFor } from './selected-cells';
import { SelectionEdits } from './selection-edits';
import { Speech } from './speech';
import { toolbar, without } from './toolbar';

interface Loaded extends AroundTable {
  readonly table: Table;
}

/** The page of the table: keeps what is shown, and hands what is typed to the extension. */
export class TableApp {
  readonly #start: TableStart;
  readonly #page: HTMLElement;
  readonly #side: ExtensionSide<FromTablePage, PageState>;
  readonly #heading = document.createElement('h1');
  readonly #tools = document.createElement('div');
  readonly #message = document.createElement('div');
  readonly #speech = new Speech();
  readonly #popup = new Popup();
  readonly #grid: Grid;
  readonly #edits: CellEdits;
  readonly #open: OpenCell;
  readonly #looks: LookMenus;
  readonly #findings: FindingsMenu;
  readonly #keys: PageKeys;
  #state: PageState;
  #loaded: Loaded | undefined;
  #unsaved: Unsaved = { own: false, others: [] };
  #failed: Extract<ToTablePage, { readonly kind: 'failed' }> | undefined;
  #isRestored = false;
  /** How many lines are shown, and for how many of the selected ones something can be written: what the tools say. */
  #counts = { shown: 0, selected: 0 };
  /** A timer. */
  #keeping: number | undefined;

  constructor(page: HTMLElement, start: TableStart, side: ExtensionSide<FromTablePage, PageState>) {
    this.#page = page;
    this.#start = start;
    this.#side = side;
    const kept = side.getState();
    this.#state = { ...firstState, ...kept, look: { ...usualLook, ...kept?.look } };
    const { words, locale } = start;
    const speech = this.#speech;
    const popup = this.#popup;
    const post = (message: FromTablePage): void => {
      side.postMessage(message);
    };
    const whyReadOnly = (): string | undefined => this.#table?.readOnly;
    const backToGrid = (): void => {
      this.#grid.focus();
    };
    this.#grid = this.#newGrid();
    this.#edits = new CellEdits({
      words,
      locale,
      speech,
      post,
      whyReadOnly,
      redraw: () => {
        this.#grid.redraw();
      },
    });
    this.#open = new OpenCell({
      grid: this.#grid,
      edits: this.#edits,
      speech,
      words,
      locale,
      whyReadOnly,
      rowNow: ({ row }) => this.#rowOf(row.id) ?? row,
      offers: () => ({
        people: this.#table?.people ?? [],
        me: this.#loaded?.me ?? '',
        today: this.#loaded?.today ?? '',
      }),
      openElsewhere: (line, column) => this.#openElsewhere(line, column),
      onInput: () => {
        this.#keep();
      },
      onClose: () => {
        this.#show();
      },
    });
    this.#looks = new LookMenus({
      popup,
      words,
      locale,
      rows: () => this.#table?.rows ?? [],
      look: () => this.#look,
      views: () => this.#loaded?.views ?? [],
      change: (look) => {
        this.#change(look);
      },
      resize: (column, width) => {
        this.#resize(column, width);
      },
      showView: (look) => {
        this.#state = { ...this.#state, look: { ...usualLook, ...look } };
        this.#show();
        this.#grid.focus();
      },
      saveViews: (views) => {
        if (this.#loaded) this.#loaded = { ...this.#loaded, views };
        post({ kind: 'saveViews', views });
      },
      backToGrid,
    });
    this.#findings = new FindingsMenu({
      popup,
      words,
      locale,
      post,
      isReadOnly: () => this.#isReadOnly,
      onClose: backToGrid,
    });
    this.#keys = new PageKeys({
      grid: this.#grid,
      looks: this.#looks,
      selection: new SelectionEdits({ grid: this.#grid, edits: this.#edits, speech, words, whyReadOnly }),
      post,
      change: (look) => {
        this.#change(look);
      },
    });
    this.#build();
  }

  /** What the extension tells. */
  receive(message: ToTablePage): void {
    switch (message.kind) {
      case 'table':
        this.#load(message);
        return;
      case 'changes':
        this.#follow(message);
        return;
      case 'failed':
        this.#failed = message;
        this.#drawMessage();
        return;
      case 'unsaved':
        this.#unsaved = message;
        this.#drawTools();
        return;
      case 'written':
        this.#edits.written(message.edit);
        return;
      case 'refused':
        this.#edits.refused(message);
        return;
      case 'flush':
        this.#side.postMessage({ kind: 'flushed', flush: message.flush, cells: this.#open.flush() });
        return;
      case 'fixes':
        this.#findings.answered(message.ask, message.titles);
        return;
      case 'go':
        this.#go(message);
    }
  }

  get #table(): Table | undefined {
    return this.#loaded?.table;
  }

  get #look(): TableLook {
    return this.#state.look;
  }

  get #isReadOnly(): boolean {
    return this.#table?.readOnly !== undefined;
  }

  #newGrid(): Grid {
    const { words, locale } = this.#start;
    return new Grid({
      words,
      locale,
      drawCell: (cell, line, column) => {
        this.#draw(cell, line, column);
      },
      menuContext: ({ row: { slot, pieces }, piece }) => ({
        webviewSection: [
          this.#isReadOnly ? 'lecture' : 'preuve',
          ...(pieces[piece]?.uri === undefined ? [] : ['fichier']),
        ].join(' '),
        uri: this.#table?.uri,
        slot,
        ...(pieces[piece] ? { piece } : {}),
        preventDefaultContextMenuItems: true,
      }),
      onSelect: () => {
        this.#selected();
      },
      onToggle: (key) => {
        this.#toggle(key);
      },
      onOpen: (how) => {
        this.#open.open(how);
      },
      onSort: (column) => {
        this.#sort(column);
      },
      onColumnMenu: (column, anchor) => {
        this.#looks.openColumn(column, anchor);
      },
      onResize: (column, width) => {
        this.#resize(column, width);
      },
      onKey: (event) => this.#keys.ofCell(event),
      onScroll: () => {
        this.#keepSoon();
      },
    });
  }

  #build(): void {
    this.#page.className = 'table-page';
    this.#message.className = 'message';
    this.#heading.className = 'spoken';
    this.#heading.textContent = this.#start.words.title;
    this.#page.replaceChildren(
      this.#heading,
      this.#tools,
      this.#message,
      this.#grid.element,
      this.#speech.element,
      this.#popup.element,
    );
    this.#grid.mount();
    keepUndoInFields(this.#page);
    this.#drawMessage();
    document.addEventListener('keydown', (event) => {
      this.#keys.ofPage(event);
      // Menus, questions and dialogs of VS Code give the keyboard back to the page, and to nothing in it. The next key is the
      // cell's; to take the keyboard before would take it from a question that is just being asked.
      if (event.target === document.body && !event.defaultPrevented && !this.#popup.isOpen) this.#grid.takeKey(event);
    });
    listenToClipboard({
      grid: this.#grid,
      words: this.#start.words,
      locale: this.#start.locale,
      isAtCells: () => !this.#open.line && !this.#popup.isOpen && this.#grid.hasFocus,
      say: (text) => {
        this.#speech.say(text);
      },
      write: (typed) => {
        this.#edits.write(typed);
      },
      attach: (row, pieces) => {
        this.#attach(row, pieces);
      },
    });
    listenToDrops(this.#grid.element, {
      rowOf: (id) => this.#rowOf(id),
      isReadOnly: () => this.#isReadOnly,
      attach: (row, pieces) => {
        this.#attach(row, pieces);
      },
    });
  }

  // What is shown

  #load(loaded: Loaded): void {
    this.#loaded = loaded;
    this.#failed = undefined;
    this.#heading.textContent = `${this.#start.words.title} – ${loaded.table.label}`;
    this.#edits.settle();
    this.#show();
    this.#restore();
  }

  #follow({ changes, pictures, ...around }: Extract<ToTablePage, { readonly kind: 'changes' }>): void {
    const before = this.#loaded;
    const table = before && withChanges(before.table, changes);
    if (table) this.#load({ ...around, table, pictures: { ...before.pictures, ...pictures } });
    else this.#side.postMessage({ kind: 'ready' });
  }

  #show(): void {
    const table = this.#table;
    if (!table) return;
    const { words, locale } = this.#start;
    const look = this.#look;
    const { lines, shown } = linesOf(table.rows, { look, folded: new Set(this.#state.folded), words, locale });
    // An open cell stays where it is, also when what is written in it does not match the filter any more.
    this.#grid.show(this.#withOpenLine(lines), look);
    this.#counts = { shown, selected: this.#selectedCount };
    this.#drawTools();
    this.#drawMessage(shown);
    this.#keep();
  }

  #withOpenLine(lines: readonly Line[]): readonly Line[] {
    const open = this.#open.line;
    if (!open || lines.some(({ key }) => key === open.key)) return lines;
    const at = Math.min(this.#grid.selection.active.line, lines.length);
    return [...lines.slice(0, at), open, ...lines.slice(at)];
  }

  /** Of lines that the active column can be written in; none while nothing can be. */
  get #selectedCount(): number {
    const column = this.#grid.activeColumn;
    const isOpenable = this.#grid.activeLine?.kind === 'proof' && !this.#isReadOnly;
    if (!isOpenable || !column || !editableColumns.has(column)) return 0;
    return selectedFor(this.#grid, column).length;
  }

  #drawTools(): void {
    const { words, locale } = this.#start;
    const table = this.#table;
    if (!table) return;
    render(
      toolbar({
        words,
        locale,
        look: this.#look,
        ...this.#counts,
        total: table.rows.length,
        notices: notices(table, this.#unsaved.others, this.#start, this.#run),
        change: (look) => {
          this.#change(look);
        },
        openColumns: (anchor) => {
          this.#looks.openColumns(anchor);
        },
        openViews: (anchor) => {
          this.#looks.openViews(anchor);
        },
        handOut: () => {
          this.#side.postMessage({ kind: 'handOut', ...narrowedTo(table.rows, this.#look, words) });
        },
        writeSelection: () => {
          this.#open.open('edit');
        },
        isSaved: !this.#unsaved.own && this.#unsaved.others.length === 0,
        save: () => {
          this.#run('saveAll');
        },
        turn: (how) => {
          this.#side.postMessage({ kind: how });
        },
        mine: () => {
          this.#showMine(table.rows);
        },
        isMine: isOnMine(this.#look, this.#loaded?.me ?? ''),
        openKeys: (anchor) => {
          this.#looks.openKeys(anchor);
        },
        enterGrid: () => {
          this.#grid.focus();
        },
      }),
      this.#tools,
    );
  }

  /** Who has not said who they are is asked. */
  #showMine(rows: readonly TableRow[]): void {
    const me = this.#loaded?.me ?? '';
    const { filters } = this.#look;
    if (me === '') this.#side.postMessage({ kind: 'whoAmI' });
    else if (isOnMine(this.#look, me)) this.#change({ filters: without(filters, 'responsible') });
    else this.#change({ filters: { ...filters, responsible: filterOnMine(rows, me) } });
  }

  #drawMessage(shown = 1): void {
    const table = this.#table;
    const hasRows = table !== undefined && table.rows.length > 0;
    this.#grid.element.hidden = !hasRows || shown === 0;
    this.#tools.hidden = !hasRows;
    const content = messageOf({
      start: this.#start,
      table,
      failed: this.#failed,
      shown,
      run: this.#run,
      clearFilters: () => {
        this.#change({ search: '', filters: {} });
        this.#grid.focus();
      },
    });
    this.#message.hidden = content === undefined;
    render(content, this.#message);
  }

  readonly #run = (what: Extract<FromTablePage, { readonly kind: 'run' }>['what']): void => {
    this.#side.postMessage({ kind: 'run', what });
  };

  #draw(cell: HTMLElement, line: ProofLine, column: TableColumn): void {
    const { row, piece } = line;
    const { words, locale } = this.#start;
    drawCell(cell, column, row, piece, this.#edits.noteAt(line.key, column), {
      words,
      locale,
      pictures: this.#loaded?.pictures ?? {},
      isReadOnly: this.#isReadOnly,
      onAttach: ({ slot }) => {
        this.#side.postMessage({ kind: 'attach', slot });
      },
      onOpenPiece: (uri) => {
        this.#side.postMessage({ kind: 'openFile', uri });
      },
      onFindings: (of, at) => {
        this.#findings.open(of, at, cell);
      },
    });
  }

  // How it is looked at

  #change(look: Partial<TableLook>): void {
    const next = { ...this.#look, ...look };
    // `sort: undefined` takes the sort away.
    if (next.sort === undefined) delete (next as { sort?: unknown }).sort;
    this.#state = { ...this.#state, look: next };
    this.#show();
    const table = this.#table;
    if (table) this.#speech.say(document.querySelector('.shown')?.textContent ?? '');
  }

  #toggle(key: string): void {
    const folded = new Set(this.#state.folded);
    if (!folded.delete(key)) folded.add(key);
    this.#state = { ...this.#state, folded: [...folded] };
    this.#show();
    this.#grid.focus();
  }

  /** Up, down, then back to the order of the REM. */
  #sort(column: TableColumn): void {
    const { sort } = this.#look;
    const next =
      sort?.column !== column
        ? { column, descending: false }
        : sort.descending
          ? undefined
          : { column, descending: true };
    this.#change({ sort: next } as Partial<TableLook>);
  }

  #resize(column: TableColumn, width: number): void {
    const widths = { ...this.#look.widths, [column]: Math.max(48, Math.min(Math.round(width), 900)) };
    this.#state = { ...this.#state, look: { ...this.#look, widths } };
    this.#grid.resize(this.#look);
    this.#keep();
  }

  // Where one is

  #selected(): void {
    const line = this.#grid.activeLine;
    if (line?.kind === 'proof') this.#side.postMessage({ kind: 'at', row: line.row.id });
    const selected = this.#selectedCount;
    if (selected !== this.#counts.selected) {
      this.#counts = { ...this.#counts, selected };
      this.#drawTools();
    }
    this.#keep();
  }

  /** To the next or previous row that wants something, as shown; in a folded group too, which is unfolded then. */
  #go({ what, direction }: Extract<ToTablePage, { readonly kind: 'go' }>): void {
    const table = this.#table;
    if (!table) return;
    const { words, locale } = this.#start;
    this.#open.commit('stay');
    const { lines } = linesOf(table.rows, { look: this.#look, folded: new Set(), words, locale });
    const key = this.#grid.activeLine?.key;
    const found = nextLine(
      lines,
      lines.findIndex((line) => line.key === key),
      what,
      direction,
    );
    const line = found && lines[found.index];
    if (!found || line?.kind !== 'proof') {
      this.#speech.tell(words.noneToGoTo[what]);
      return;
    }
    const group = lines.slice(0, found.index).findLast(({ kind }) => kind === 'group')?.key;
    if (group !== undefined && this.#state.folded.includes(group)) {
      this.#state = { ...this.#state, folded: this.#state.folded.filter((one) => one !== group) };
      this.#show();
    }
    const at = this.#grid.lines.findIndex((one) => one.key === line.key);
    this.#grid.select({ line: at, column: this.#grid.selection.active.column });
    const { number, total } = found;
    this.#speech.tell(fill(words.goneTo, locale, { number, total, name: line.row.proof.id }));
  }

  /** Enter where nothing is written: the piece, the findings, the place in the text. */
  #openElsewhere({ row, piece, key }: ProofLine, column: TableColumn): boolean {
    if (column === 'piece') {
      const uri = row.pieces[piece]?.uri;
      if (uri !== undefined) this.#side.postMessage({ kind: 'openFile', uri });
      else if (!row.pieces[piece] && !this.#isReadOnly) this.#side.postMessage({ kind: 'attach', slot: row.slot });
      else this.#see(row, piece);
      return true;
    }
    if (column === 'findings') {
      const cell = this.#grid.cellOf(key, column);
      if (cell && textOf(column, row, piece, this.#start.words) !== '') this.#findings.open(row, piece, cell);
      return true;
    }
    if (!['state', 'requirement', 'scenario', 'proof', 'examined'].includes(column)) return false;
    this.#see(row, piece);
    return true;
  }

  #see({ place, pieces }: TableRow, piece: number): void {
    const at = pieces[piece]?.place ?? place;
    if (at) this.#side.postMessage({ kind: 'openPlace', place: at });
  }

  #attach({ slot }: TableRow, pieces: Promise<Dropped>): void {
    pieces.then(
      ({ list, files }) => {
        this.#side.postMessage({ kind: 'dropped', slot, list, files });
      },
      (error: unknown) => {
        this.#speech.tell(String(error));
      },
    );
  }

  #rowOf(id: string | undefined): TableRow | undefined {
    return this.#table?.rows.find((row) => row.id === id);
  }

  // What is kept

  /** Once the scrolling rests: VS Code is handed all of it each time. */
  #keepSoon(): void {
    window.clearTimeout(this.#keeping);
    this.#keeping = window.setTimeout(() => {
      this.#keep();
    }, 150);
  }

  #keep(): void {
    window.clearTimeout(this.#keeping);
    if (!this.#isRestored) return;
    const line = this.#grid.activeLine;
    const column = this.#grid.activeColumn;
    const open = this.#open.kept;
    const { look, folded } = this.#state;
    this.#state = {
      look,
      folded,
      top: this.#grid.element.scrollTop,
      left: this.#grid.element.scrollLeft,
      ...(line && column ? { at: { key: line.key, column } } : {}),
      ...(open ? { open } : {}),
    };
    this.#side.setState(this.#state);
  }

  /** Where one was before the page was hidden or loaded again, with what was typed in an open cell. */
  #restore(): void {
    if (this.#isRestored) return;
    this.#isRestored = true;
    const { at, open, top, left } = this.#state;
    const wanted = open ?? at;
    if (wanted) {
      const line = this.#grid.lines.findIndex(({ key }) => key === wanted.key);
      const column = this.#grid.columns.indexOf(wanted.column);
      if (line >= 0 && column >= 0) {
        this.#grid.select({ line, column });
        this.#grid.element.scrollTop = top;
        this.#grid.element.scrollLeft = left;
        if (open) this.#open.open('typed', open.text);
      }
    } else this.#grid.select({ line: this.#grid.lines.findIndex(({ kind }) => kind === 'proof'), column: 0 });
  }
}
