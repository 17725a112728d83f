import { html, render } from 'lit';
import type { TableFinding, TableRow } from '../../../protocol/requests/table';
import type { TableCell } from '../../../protocol/requests/table-edit';
import type { FromTablePage, Table, TableStart, ToTablePage } from '../../../protocol/webview/table-page';
import type { TableColumn, TableLook, TableView } from '../../../protocol/webview/table-view';
import { fill } from '../../../words/say';
import type { ExtensionSide } from '../kit/extension-side';
import { isField, keepUndoInFields } from '../kit/keep-undo';
import { type CellNote, drawCell } from './cell-content';
import { cellEditor, type CellEditor } from './cell-editor';
import { Grid } from './grid';
import { columnMenu, columnsMenu, findingsBox, keysBox, viewsMenu } from './menus';
import { fillableColumns, isOfPiece, textOf } from './model/columns';
import { type Line, linesOf, narrowedTo, valuesOf } from './model/lines';
import { nextLine } from './model/next-line';
import { fromTsv, toTsv } from './model/tsv';
import { closedCell, writtenCell } from './model/written-cells';
import { firstState, type PageState, usualLook } from './page-state';
import { Popup } from './popup';
import { toolbar } from './toolbar';

type ProofLine = Extract<Line, { readonly kind: 'proof' }>;
type Loaded = Extract<ToTablePage, { readonly kind: 'table' }>;

/** One value for one cell. */
interface Typed {
  readonly line: ProofLine;
  readonly column: TableColumn;
  readonly text: string;
}

/** The page of the table: keeps what is shown, and hands what is typed to the extension. */
export class TableApp {
  readonly #start: TableStart;
  readonly #page: HTMLElement;
  readonly #side: ExtensionSide<FromTablePage, PageState>;
  readonly #heading = document.createElement('h1');
  readonly #tools = document.createElement('div');
  readonly #message = document.createElement('div');
  readonly #spoken = document.createElement('div');
  readonly #popup = new Popup();
  readonly #grid: Grid;
  #state: PageState;
  #loaded: Loaded | undefined;
  #failed: Extract<ToTablePage, { readonly kind: 'failed' }> | undefined;
  /** Edits on their way and those that were refused, by key of the line and column. */
  readonly #notes = new Map<string, CellNote & { readonly edit: number; readonly isWritten?: boolean }>();
  readonly #edits = new Map<number, readonly Typed[]>();
  #editing: { readonly editor: CellEditor; readonly line: ProofLine; readonly column: TableColumn } | undefined;
  #count = 0;
  #fixes: { readonly ask: number; readonly show: (titles: readonly string[]) => void }[] = [];
  #isRestored = false;
  /** A timer. */
  #keeping: number | undefined;

  constructor(page: HTMLElement, start: TableStart, side: ExtensionSide<FromTablePage, PageState>) {
    this.#page = page;
    this.#start = start;
    this.#side = side;
    const kept = side.getState();
    this.#state = { ...firstState, ...kept, look: { ...usualLook, ...kept?.look } };
    const { words, locale } = start;
    this.#grid = new Grid({
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
        this.#open(how);
      },
      onSort: (column) => {
        this.#sort(column);
      },
      onColumnMenu: (column, anchor) => {
        this.#openColumnMenu(column, anchor);
      },
      onResize: (column, width) => {
        this.#resize(column, width);
      },
      onKey: (event) => this.#key(event),
      onScroll: () => {
        this.#keepSoon();
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
      case 'failed':
        this.#failed = message;
        this.#drawMessage();
        return;
      case 'written':
        this.#written(message.edit);
        return;
      case 'refused':
        this.#refused(message);
        return;
      case 'flush':
        this.#side.postMessage({ kind: 'flushed', flush: message.flush, cells: this.#flush() });
        return;
      case 'fixes':
        for (const one of this.#fixes.filter(({ ask }) => ask === message.ask)) one.show(message.titles);
        this.#fixes = this.#fixes.filter(({ ask }) => ask !== message.ask);
        return;
      case 'go':
        this.#go(message);
        return;
      case 'views':
        if (this.#loaded) this.#loaded = { ...this.#loaded, views: message.views };
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

  #build(): void {
    this.#page.className = 'table-page';
    this.#spoken.className = 'spoken';
    this.#spoken.setAttribute('role', 'status');
    this.#message.className = 'message';
    this.#heading.className = 'spoken';
    this.#heading.textContent = this.#start.words.title;
    this.#page.replaceChildren(
      this.#heading,
      this.#tools,
      this.#message,
      this.#grid.element,
      this.#spoken,
      this.#popup.element,
    );
    this.#grid.mount();
    keepUndoInFields(this.#page);
    this.#drawMessage();
    document.addEventListener('keydown', (event) => {
      this.#pageKey(event);
      // Menus, questions and dialogs of VS Code give the keyboard back to the page, and to nothing in it. The next key is the
      // cell's; to take the keyboard before would take it from a question that is just being asked.
      if (event.target === document.body && !event.defaultPrevented && !this.#popup.isOpen) this.#grid.takeKey(event);
    });
    document.addEventListener('copy', (event) => {
      this.#copy(event);
    });
    document.addEventListener('paste', (event) => {
      this.#paste(event);
    });
    this.#listenToDrops();
  }

  // What is shown

  #load(message: Loaded): void {
    const former = new Map(this.#table?.rows.map((row) => [row.id, row]));
    // A row that says the same is the same: what an open cell or a menu is about stays.
    const rows = message.table.rows.map((row) => {
      const before = former.get(row.id);
      return before && JSON.stringify(before) === JSON.stringify(row) ? before : row;
    });
    this.#loaded = { ...message, table: { ...message.table, rows } };
    this.#failed = undefined;
    this.#heading.textContent = `${this.#start.words.title} – ${message.table.label}`;
    for (const [key, note] of this.#notes) if (note.isWritten) this.#notes.delete(key);
    this.#show();
    this.#restore();
  }

  #show(): void {
    const table = this.#table;
    if (!table) return;
    const { words, locale } = this.#start;
    const look = this.#look;
    const { lines, shown } = linesOf(table.rows, { look, folded: new Set(this.#state.folded), words, locale });
    // An open cell stays where it is, also when what is written in it does not match the filter any more.
    this.#grid.show(this.#withOpenLine(lines), look);
    this.#drawTools(shown);
    this.#drawMessage(shown);
    this.#keep();
  }

  #withOpenLine(lines: readonly Line[]): readonly Line[] {
    const open = this.#editing?.line;
    if (!open || lines.some(({ key }) => key === open.key)) return lines;
    const at = Math.min(this.#grid.selection.active.line, lines.length);
    return [...lines.slice(0, at), open, ...lines.slice(at)];
  }

  #drawTools(shown: number): void {
    const { words, locale } = this.#start;
    const table = this.#table;
    if (!table) return;
    const unsaved = this.#loaded?.unsaved ?? [];
    render(
      toolbar({
        words,
        locale,
        look: this.#look,
        shown,
        total: table.rows.length,
        notices: [
          ...(table.readOnly === undefined
            ? []
            : [{ title: words.readOnly, text: table.readOnly, action: this.#runButton('asText') }]),
          ...(table.leftOut.length === 0
            ? []
            : [{ title: words.leftOut, text: table.leftOut.join(' · '), action: this.#runButton('asText') }]),
          ...(unsaved.length === 0
            ? []
            : [
                {
                  title: fill(words.unsaved, locale, { names: unsaved.join(', ') }),
                  text: '',
                  action: this.#runButton('saveAll'),
                },
              ]),
        ],
        change: (look) => {
          this.#change(look);
        },
        openColumns: (anchor) => {
          this.#openColumns(anchor);
        },
        openViews: (anchor) => {
          this.#openViews(anchor);
        },
        handOut: () => {
          this.#side.postMessage({ kind: 'handOut', ...narrowedTo(table.rows, this.#look, words) });
        },
        openKeys: (anchor) => {
          this.#popup.open(words.keys, keysBox(words, this.#closePopup), anchor, () => {
            focusOn(anchor);
          });
        },
        enterGrid: () => {
          this.#grid.focus();
        },
      }),
      this.#tools,
    );
  }

  #drawMessage(shown = 1): void {
    const { words } = this.#start;
    const table = this.#table;
    const failed = this.#failed;
    const hasRows = table !== undefined && table.rows.length > 0;
    this.#grid.element.hidden = !hasRows || shown === 0;
    this.#tools.hidden = !hasRows;
    const content = failed
      ? html`<p role="alert">${failed.message}</p>
          <p>
            ${this.#runButton('retry', 'primary')} ${failed.canRestart ? this.#runButton('restart') : ''}
            ${failed.canRestart ? this.#runButton('openLog') : ''} ${this.#runButton('asText')}
          </p>`
      : !table
        ? html`<p role="status">${words.loading}</p>`
        : !hasRows
          ? html`<p>${words.empty}</p>
              ${table.readOnly === undefined ? '' : html`<p>${table.readOnly}</p>`}
              ${table.leftOut.map((one) => html`<p>${one}</p>`)}
              <p>${this.#runButton('asText', 'primary')}</p>`
          : shown === 0
            ? html`<p>${words.nothingFound}</p>
                <p>
                  <button
                    type="button"
                    class="primary"
                    @click=${() => {
                      this.#change({ search: '', filters: {} });
                      this.#grid.focus();
                    }}
                  >
                    ${words.clearFilters}
                  </button>
                </p>`
            : '';
    this.#message.hidden = content === '';
    render(content, this.#message);
  }

  #runButton(what: Extract<FromTablePage, { readonly kind: 'run' }>['what'], kind = '') {
    return html`<button
      type="button"
      class=${kind}
      @click=${() => {
        this.#side.postMessage({ kind: 'run', what });
      }}
    >
      ${this.#start.words[what]}
    </button>`;
  }

  #draw(cell: HTMLElement, line: ProofLine, column: TableColumn): void {
    const { row, piece } = line;
    const { words, locale } = this.#start;
    drawCell(cell, column, row, piece, this.#notes.get(noteKey(line.key, column)), {
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
        this.#openFindings(of, at, cell);
      },
    });
  }

  #say(text: string): void {
    this.#spoken.textContent = text;
  }

  // How it is looked at

  #change(look: Partial<TableLook>): void {
    const next = { ...this.#look, ...look };
    // `sort: undefined` takes the sort away.
    if (next.sort === undefined) delete (next as { sort?: unknown }).sort;
    this.#state = { ...this.#state, look: next };
    this.#show();
    const table = this.#table;
    if (table) this.#say(document.querySelector('.shown')?.textContent ?? '');
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

  readonly #closePopup = (): void => {
    this.#popup.close();
  };

  readonly #backToGrid = (): void => {
    this.#grid.focus();
  };

  #openColumnMenu(column: TableColumn, anchor: Element): void {
    const { words, locale } = this.#start;
    const content = (): ReturnType<typeof columnMenu> =>
      columnMenu({
        words,
        column,
        look: this.#look,
        values: valuesOf(this.#table?.rows ?? [], column, words, locale),
        change: (look) => {
          this.#change(look);
          this.#popup.update(content());
        },
        resize: (width) => {
          this.#resize(column, width);
        },
        close: this.#closePopup,
      });
    const name = fill(words.columnActions, locale, { column: words.columns[column] });
    this.#popup.open(name, content(), anchor, this.#backToGrid);
  }

  #openColumns(anchor: Element): void {
    const { words } = this.#start;
    const content = (): ReturnType<typeof columnsMenu> =>
      columnsMenu(
        words,
        this.#look,
        (hidden) => {
          this.#change({ hidden });
          this.#popup.update(content());
        },
        this.#closePopup,
      );
    this.#popup.open(words.shownColumns, content(), anchor, () => {
      focusOn(anchor);
    });
  }

  #openViews(anchor: Element): void {
    const { words, locale } = this.#start;
    const save = (views: readonly TableView[]): void => {
      if (this.#loaded) this.#loaded = { ...this.#loaded, views };
      this.#side.postMessage({ kind: 'saveViews', views });
      this.#popup.update(content());
    };
    const content = (): ReturnType<typeof viewsMenu> => {
      const views = this.#loaded?.views ?? [];
      return viewsMenu({
        words,
        locale,
        views,
        show: (look) => {
          this.#popup.close();
          this.#state = { ...this.#state, look: { ...usualLook, ...look } };
          this.#show();
          this.#grid.focus();
        },
        save: (name) => {
          save([...views.filter((one) => one.name !== name), { ...this.#look, name }]);
        },
        remove: (name) => {
          save(views.filter((one) => one.name !== name));
        },
        close: this.#closePopup,
      });
    };
    this.#popup.open(words.views, content(), anchor, () => {
      focusOn(anchor);
    });
  }

  #openFindings(row: TableRow, piece: number, anchor: Element): void {
    const { words, locale } = this.#start;
    const findings = row.findings.filter((one) => (one.piece ?? 0) === piece);
    const fixes = new Map<TableFinding, readonly string[]>();
    const content = (): ReturnType<typeof findingsBox> =>
      findingsBox({
        words,
        findings,
        fixes,
        isReadOnly: this.#isReadOnly,
        see: ({ place }) => {
          this.#popup.close();
          this.#side.postMessage({ kind: 'openPlace', place });
        },
        fix: (finding, title) => {
          this.#popup.close();
          this.#side.postMessage({ kind: 'fix', finding, title });
        },
        close: this.#closePopup,
      });
    const name = fill(words.findingsOf, locale, { proof: row.proof.id });
    this.#popup.open(name, content(), anchor, this.#backToGrid);
    for (const finding of findings) {
      this.#count += 1;
      const show = (titles: readonly string[]): void => {
        fixes.set(finding, titles);
        if (this.#popup.isOpen) this.#popup.update(content());
      };
      this.#fixes.push({ ask: this.#count, show });
      this.#side.postMessage({ kind: 'askFixes', ask: this.#count, finding });
    }
  }

  // Keys

  #pageKey(event: KeyboardEvent): void {
    const isControl = event.ctrlKey || event.metaKey;
    if (!isControl || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'f' && !event.shiftKey) {
      const search = document.querySelector<HTMLInputElement>('#search');
      search?.focus();
      search?.select();
    } else if ((key === 'z' || key === 'y') && !isField(event.target)) {
      // VS Code would undo in the document of the tab alone; cells stand in its fragments too.
      this.#side.postMessage({ kind: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
    } else if (key === 'l' && event.shiftKey) this.#change({ search: '', filters: {} });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #key(event: KeyboardEvent): boolean {
    const isControl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (event.altKey && key === 'arrowdown') {
      const column = this.#grid.activeColumn;
      const head = document.querySelector(`[role=columnheader].c-${column ?? ''}`);
      if (column && head) this.#openColumnMenu(column, head);
      return true;
    }
    if (isControl && !event.shiftKey && key === 'a') {
      this.#grid.selectAll();
      return true;
    }
    if (isControl && !event.shiftKey && key === 'd') {
      this.#fillDown();
      return true;
    }
    if (isControl || event.altKey) return false;
    if (key === 'delete' || key === 'backspace') {
      this.#clear();
      return true;
    }
    if (key === 'escape') {
      document.querySelector<HTMLElement>('#search')?.focus();
      return true;
    }
    return false;
  }

  #selected(): void {
    const line = this.#grid.activeLine;
    if (line?.kind === 'proof') this.#side.postMessage({ kind: 'at', row: line.row.id });
    this.#keep();
  }

  /** To the next or previous row that wants something, as shown; in a folded group too, which is unfolded then. */
  #go({ what, direction }: Extract<ToTablePage, { readonly kind: 'go' }>): void {
    const table = this.#table;
    if (!table) return;
    const { words, locale } = this.#start;
    this.#commit('stay');
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
      this.#tell(words.noneToGoTo[what]);
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
    this.#tell(fill(words.goneTo, locale, { number, total, name: line.row.proof.id }));
  }

  // One open cell

  #open(how: 'enter' | 'edit' | 'typed', text?: string): void {
    const line = this.#grid.activeLine;
    const column = this.#grid.activeColumn;
    if (line?.kind !== 'proof' || !column) return;
    if (how === 'enter' && this.#openElsewhere(line, column)) return;
    const { words, locale } = this.#start;
    const closed = this.#isReadOnly ? this.#table?.readOnly : closedCell(column, line.row, line.piece, words);
    if (closed !== undefined) {
      this.#say(closed);
      if (how === 'edit') this.#openElsewhere(line, column);
      return;
    }
    const note = this.#notes.get(noteKey(line.key, column));
    const refused = note?.kind === 'refused' ? note.text : undefined;
    const editor = cellEditor({
      column,
      row: line.row,
      piece: line.piece,
      text: text ?? (how === 'typed' ? '' : refused),
      words,
      locale,
      people: this.#table?.people ?? [],
      me: this.#loaded?.me ?? '',
      today: this.#loaded?.today ?? '',
      onInput: () => {
        this.#keep();
      },
    });
    this.#editing = { editor, line, column };
    editor.element.addEventListener('keydown', (event) => {
      this.#editorKey(event);
    });
    editor.element.addEventListener('focusout', (event) => {
      if (event.relatedTarget instanceof Node && editor.element.contains(event.relatedTarget)) return;
      // The window lost the keyboard, not the cell.
      if (!document.hasFocus() || this.#editing?.editor !== editor) return;
      this.#commit('stay', false);
    });
    this.#grid.openCell(editor.element);
    editor.focus();
    // An editor may be larger than its cell.
    editor.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#keep();
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
      if (cell && textOf(column, row, piece, this.#start.words) !== '') this.#openFindings(row, piece, cell);
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

  #editorKey(event: KeyboardEvent): void {
    const isControl = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    const isText = event.target instanceof HTMLTextAreaElement;
    switch (event.key) {
      case 'Escape':
        this.#closeEditor();
        this.#grid.focus();
        break;
      case 'Enter':
        if (isText && (event.altKey || event.shiftKey)) {
          event.target.setRangeText('\n', event.target.selectionStart, event.target.selectionEnd, 'end');
          this.#keep();
        } else if (isControl) this.#commitToSelection();
        else this.#commit(event.shiftKey ? 'up' : 'down');
        break;
      case 'Tab': {
        // Inside a form of several fields Tab goes from field to field.
        const fields = [...(this.#editing?.editor.element.querySelectorAll('input, select, textarea') ?? [])];
        const at = fields.indexOf(event.target as Element);
        if (at >= 0 && fields[at + (event.shiftKey ? -1 : 1)]) {
          event.stopPropagation();
          return;
        }
        this.#commit(event.shiftKey ? 'left' : 'right');
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

  #commit(then: 'stay' | 'up' | 'down' | 'left' | 'right', focus = true): void {
    const editing = this.#editing;
    if (!editing) return;
    const { line, column, editor } = editing;
    const text = editor.value();
    this.#closeEditor();
    this.#write([{ line, column, text }], focus);
    const { active } = this.#grid.selection;
    const [down, right] = { stay: [0, 0], up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[then] as [
      number,
      number,
    ];
    if (focus) this.#grid.select({ line: active.line + down, column: active.column + right });
  }

  /** What is typed goes into every selected cell of the column. */
  #commitToSelection(): void {
    const editing = this.#editing;
    if (!editing) return;
    const { column, editor } = editing;
    const text = editor.value();
    this.#closeEditor();
    const { top, bottom } = this.#grid.range;
    const lines = this.#grid.lines.slice(top, bottom + 1).filter((line) => line.kind === 'proof');
    this.#write(lines.filter(({ piece }) => piece === 0 || isOfPiece(column)).map((line) => ({ line, column, text })));
    this.#grid.focus();
  }

  #closeEditor(): void {
    this.#editing = undefined;
    this.#grid.closeCell();
    this.#show();
  }

  /** What is typed in the open cell, for a save: it stays open. */
  #flush(): readonly TableCell[] {
    const editing = this.#editing;
    if (!editing) return [];
    const { line, column, editor } = editing;
    const { words, locale } = this.#start;
    const row = this.#table?.rows.find(({ id }) => id === line.row.id) ?? line.row;
    const written = writtenCell(column, row, line.piece, editor.value(), { words, locale });
    if (written.kind === 'problem') this.#say(written.message);
    return written.kind === 'cell' ? [written.cell] : [];
  }

  // Writing

  #write(typed: readonly Typed[], speak = true): void {
    const { words, locale } = this.#start;
    const cells: TableCell[] = [];
    const places: Typed[] = [];
    const problems: string[] = [];
    this.#count += 1;
    const edit = this.#count;
    for (const one of typed) {
      const key = noteKey(one.line.key, one.column);
      const written = this.#isReadOnly
        ? ({ kind: 'problem', message: this.#table?.readOnly ?? '' } as const)
        : writtenCell(one.column, one.line.row, one.line.piece, one.text, { words, locale });
      if (written.kind === 'same') {
        this.#notes.delete(key);
        continue;
      }
      if (written.kind === 'problem') {
        problems.push(written.message);
        // What can never be written there is not kept; what was typed wrong is, so that it can be mended.
        if (closedCell(one.column, one.line.row, one.line.piece, words) === undefined)
          this.#notes.set(key, { kind: 'refused', text: one.text, message: written.message, edit });
        continue;
      }
      cells.push(written.cell);
      places.push(one);
      this.#notes.set(key, { kind: 'pending', text: one.text, edit });
    }
    if (cells.length > 0) {
      this.#edits.set(edit, places);
      this.#side.postMessage({ kind: 'edit', edit, cells });
    }
    this.#grid.redraw();
    const [why] = problems;
    if (why !== undefined) this.#tell(fill(words.cellsLeft, locale, { count: problems.length, why }));
    else if (cells.length > 0 && speak) this.#say(words.writing);
  }

  #written(edit: number): void {
    const { words, locale } = this.#start;
    const places = this.#edits.get(edit) ?? [];
    this.#edits.delete(edit);
    for (const [key, note] of this.#notes)
      if (note.edit === edit && note.kind === 'pending') this.#notes.set(key, { ...note, isWritten: true });
    this.#say(fill(words.written, locale, { count: places.length }));
  }

  #refused({ edit, message, cells }: Extract<ToTablePage, { readonly kind: 'refused' }>): void {
    const { words, locale } = this.#start;
    const places = this.#edits.get(edit) ?? [];
    this.#edits.delete(edit);
    const whyAt = new Map(cells.map(({ cell, message: why }) => [cell, why]));
    for (const [index, { line, column, text }] of places.entries()) {
      // All or none: those that were not at fault say what was.
      const why = whyAt.get(index) ?? message;
      this.#notes.set(noteKey(line.key, column), { kind: 'refused', text, message: why, edit });
    }
    this.#grid.redraw();
    this.#tell(fill(words.refused, locale, { why: message || (cells[0]?.message ?? '') }));
  }

  /** Said, and seen for a while at the foot of the table. */
  #tell(text: string): void {
    this.#spoken.classList.add('seen');
    this.#say(text);
    window.setTimeout(() => {
      if (this.#spoken.textContent === text) this.#spoken.classList.remove('seen');
    }, 6000);
  }

  #selectedCells(): readonly (readonly { readonly line: ProofLine; readonly column: TableColumn }[])[] {
    const { top, bottom, left, right } = this.#grid.range;
    const columns = this.#grid.columns.slice(left, right + 1);
    return this.#grid.lines
      .slice(top, bottom + 1)
      .filter((line) => line.kind === 'proof')
      .map((line) => columns.map((column) => ({ line, column })));
  }

  #clear(): void {
    if (this.#isReadOnly) {
      this.#say(this.#table?.readOnly ?? '');
      return;
    }
    const rows = this.#selectedCells();
    const isPieces = rows.every((row) => row.length === 1 && row[0]?.column === 'piece');
    if (!isPieces) {
      const { words } = this.#start;
      const open = rows
        .flat()
        .filter(({ line, column }) => closedCell(column, line.row, line.piece, words) === undefined);
      this.#write(open.map((one) => ({ ...one, text: '' })));
      if (open.length === 0) this.#say(words.readOnlyCell);
      return;
    }
    const cells = rows
      .flat()
      .flatMap(({ line: { row, piece } }): TableCell[] =>
        row.pieces[piece] ? [{ kind: 'removePiece', slot: row.slot, piece }] : [],
      );
    if (cells.length === 0) return;
    this.#count += 1;
    this.#edits.set(this.#count, []);
    this.#side.postMessage({ kind: 'edit', edit: this.#count, cells });
    this.#tell(this.#start.words.removed);
  }

  /** The first line of the selection into those below, in columns that are no fact about one piece. */
  #fillDown(): void {
    const [first, ...others] = this.#selectedCells();
    if (!first) return;
    const { words } = this.#start;
    const typed = others.flat().flatMap(({ line, column }): Typed[] => {
      const from = first.find((one) => one.column === column);
      if (!from || !fillableColumns.has(column)) return [];
      if (line.piece > 0 && !isOfPiece(column)) return [];
      const text = textOf(column, from.line.row, from.line.piece, words);
      return text === '' ? [] : [{ line, column, text }];
    });
    if (typed.length === 0) this.#say(words.readOnlyCell);
    else this.#write(typed);
  }

  // The clipboard

  get #isGridKeyboard(): boolean {
    return !this.#editing && !this.#popup.isOpen && this.#grid.hasFocus;
  }

  #copy(event: ClipboardEvent): void {
    if (!this.#isGridKeyboard || !event.clipboardData) return;
    const { words, locale } = this.#start;
    const rows = this.#selectedCells();
    const texts = rows.map((row) => row.map(({ line, column }) => textOf(column, line.row, line.piece, words)));
    event.clipboardData.setData('text/plain', toTsv(texts));
    event.preventDefault();
    this.#say(fill(words.copied, locale, { count: texts.flat().length }));
  }

  #paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!this.#isGridKeyboard || !data) return;
    event.preventDefault();
    const line = this.#grid.activeLine;
    if (data.files.length > 0 && line?.kind === 'proof') {
      this.#say(this.#start.words.pastedFile);
      this.#attachFiles(line.row, '', data.files);
      return;
    }
    const block = fromTsv(data.getData('text/plain'));
    const [[only = ''] = []] = block;
    const isOne = block.length === 1 && block[0]?.length === 1;
    if (isOne)
      this.#write(
        this.#selectedCells()
          .flat()
          .map((one) => ({ ...one, text: only })),
      );
    else this.#pasteBlock(block);
  }

  /** From the first selected cell on, over what is drawn: groups are stepped over. */
  #pasteBlock(block: readonly (readonly string[])[]): void {
    const { top, left } = this.#grid.range;
    const lines = this.#grid.lines.slice(top).filter((line) => line.kind === 'proof');
    const typed = block.flatMap((texts, down) =>
      texts.flatMap((text, right): Typed[] => {
        const line = lines[down];
        const column = this.#grid.columns[left + right];
        return line && column ? [{ line, column, text }] : [];
      }),
    );
    this.#write(typed);
  }

  // Files

  #listenToDrops(): void {
    const { element } = this.#grid;
    let over: Element | null = null;
    const mark = (row: Element | null): void => {
      if (row === over) return;
      over?.classList.remove('dropping');
      row?.classList.add('dropping');
      over = row;
    };
    element.addEventListener('dragover', (event) => {
      const row = this.#rowAt(event.target);
      mark(row?.element ?? null);
      if (!row || this.#isReadOnly) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    });
    element.addEventListener('dragleave', (event) => {
      if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) mark(null);
    });
    element.addEventListener('drop', (event) => {
      mark(null);
      const row = this.#rowAt(event.target);
      const data = event.dataTransfer;
      if (!row || !data || this.#isReadOnly) return;
      event.preventDefault();
      // The explorer lists all that is dragged only in a type of its own.
      const list = data.getData('application/vnd.code.uri-list') || data.getData('text/uri-list');
      this.#attachFiles(row.row, list, data.files);
    });
  }

  #rowAt(target: EventTarget | null): { readonly element: Element; readonly row: TableRow } | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>('.row.proof') : null;
    const row = this.#table?.rows.find(({ id }) => id === element?.dataset['row']);
    return element && row ? { element, row } : undefined;
  }

  #attachFiles({ slot }: TableRow, list: string, files: FileList): void {
    const named = [...files];
    Promise.all(named.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))).then(
      (read) => {
        this.#side.postMessage({ kind: 'dropped', slot, list, files: list === '' ? read : [] });
      },
      (error: unknown) => {
        this.#tell(String(error));
      },
    );
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
    const editing = this.#editing;
    const { look, folded } = this.#state;
    this.#state = {
      look,
      folded,
      top: this.#grid.element.scrollTop,
      left: this.#grid.element.scrollLeft,
      ...(line && column ? { at: { key: line.key, column } } : {}),
      ...(editing ? { open: { key: editing.line.key, column: editing.column, text: editing.editor.value() } } : {}),
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
        if (open) this.#open('typed', open.text);
      }
    } else this.#grid.select({ line: this.#grid.lines.findIndex(({ kind }) => kind === 'proof'), column: 0 });
  }
}

function noteKey(line: string, column: TableColumn): string {
  return `${line} ${column}`;
}

function focusOn(element: Element): void {
  if (element instanceof HTMLElement) element.focus();
}
