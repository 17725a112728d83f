import type { ViewStatus } from '../../../protocol/compliance-view';
import type { TableFinding, TableRow } from '../../../protocol/requests/table';
import type { TableColumn } from '../../../protocol/webview/table-view';
import type { TableWords } from '../../../protocol/webview/table-words';
import { fill } from '../../../words/say';
import { closedCell } from './model/written-cells';
import { findingsAt, isOfPiece, textOf } from './model/columns';

/** What of a cell is not in the row: an edit on its way, or one that was refused. */
export interface CellNote {
  readonly kind: 'pending' | 'refused';
  readonly text: string;
  /** Why it was refused. */
  readonly message?: string;
}

export interface CellContext {
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  readonly pictures: Readonly<Record<string, string>>;
  readonly isReadOnly: boolean;
  readonly onAttach: (row: TableRow) => void;
  readonly onOpenPiece: (uri: string) => void;
  readonly onFindings: (row: TableRow, piece: number) => void;
}

/** A shape of its own for each state: colour never stands alone. */
const statusMarks: Readonly<Record<ViewStatus, string>> = {
  incomplete: '✕',
  toReview: '▲',
  toProvide: '○',
  provided: '✓',
  covered: '↗',
  requiredWithoutProof: '◌',
  unknown: '?',
  nothingExpected: '–',
  notApplicable: '⊘',
};

/** Nobody waits for a piece of these; one can be attached all the same, by the menu. */
const ownsNothing: ReadonlySet<ViewStatus> = new Set(['covered', 'notApplicable', 'nothingExpected']);

const severityMarks: Readonly<Record<TableFinding['severity'], string>> = {
  error: '✕',
  warning: '▲',
  info: 'ℹ',
  hint: '·',
};

/** Draws what a cell holds in place of what it held. */
export function drawCell(
  cell: HTMLElement,
  column: TableColumn,
  row: TableRow,
  piece: number,
  note: CellNote | undefined,
  context: CellContext,
): void {
  const { words } = context;
  const isClosed = context.isReadOnly || closedCell(column, row, piece, words) !== undefined;
  cell.setAttribute('aria-readonly', String(isClosed));
  cell.removeAttribute('aria-invalid');
  cell.removeAttribute('aria-label');
  const text = textOf(column, row, piece, words);
  cell.title = text;
  if (note) {
    cell.classList.add(note.kind);
    // What was typed, so that it can be mended; where emptying was refused, what stands there still.
    const said = note.kind === 'pending' || note.text !== '' ? note.text : text;
    const shown = lines(said);
    if (note.kind === 'refused') {
      cell.title = note.message ?? '';
      cell.setAttribute('aria-invalid', 'true');
      cell.setAttribute('aria-label', `${said} ${note.message ?? ''}`.trim());
      cell.replaceChildren(mark('✕', 'error'), shown);
    } else cell.replaceChildren(shown);
    return;
  }
  if (piece > 0 && !isOfPiece(column)) {
    cell.replaceChildren();
    if (column === 'proof') {
      const said = fill(words.pieceOf, context.locale, { piece: piece + 1, total: row.pieces.length });
      cell.replaceChildren(hint(said));
    }
    return;
  }
  switch (column) {
    case 'state': {
      const more = [row.requested ? words.requested : '', row.late ? words.late : '', row.threads ?? '']
        .filter(Boolean)
        .join(', ');
      const whole = lines(text);
      if (more !== '') {
        whole.append(' ', hint(more));
        cell.title = `${text}, ${more}`;
      }
      cell.replaceChildren(mark(statusMarks[row.status], row.status), whole);
      return;
    }
    case 'requirement':
    case 'scenario':
    case 'proof': {
      const { id, text: title } = row[column];
      const name = document.createElement('code');
      name.textContent = id;
      const whole = lines('');
      whole.append(name, ' ', title);
      cell.replaceChildren(whole);
      return;
    }
    case 'piece':
      drawPiece(cell, row, piece, context);
      return;
    case 'responsible':
    case 'due':
    case 'work':
      cell.replaceChildren(lines(text));
      if (row.follow.inherited.includes(column)) {
        cell.classList.add('inherited');
        cell.title = `${text} (${words.inherited})`;
        const spoken = document.createElement('span');
        spoken.className = 'spoken';
        spoken.textContent = ` (${words.inherited})`;
        cell.append(spoken);
      }
      return;
    case 'findings':
      drawFindings(cell, row, piece, context);
      return;
    case 'examined':
      cell.replaceChildren(row.pieces[piece] && text === '' ? hint(words.notExamined) : lines(text));
      return;
    default:
      cell.replaceChildren(lines(text));
  }
}

function drawPiece(cell: HTMLElement, row: TableRow, piece: number, context: CellContext): void {
  const { words, locale } = context;
  const item = row.pieces[piece];
  if (!item) {
    if (context.isReadOnly || ownsNothing.has(row.status)) {
      cell.replaceChildren();
      return;
    }
    const button = plainButton(words.attach, () => {
      context.onAttach(row);
    });
    button.className = '';
    button.setAttribute('aria-label', `${words.attach} ${row.proof.id}`);
    cell.replaceChildren(button, hint(words.dropHint));
    return;
  }
  const { uri } = item;
  const picture = uri === undefined || !item.isPicture ? undefined : context.pictures[uri];
  const parts: Node[] = [];
  if (picture !== undefined) {
    const image = document.createElement('img');
    image.src = picture;
    image.alt = '';
    image.loading = 'lazy';
    image.decoding = 'async';
    // One that is gone or cannot be drawn is one without a picture.
    image.addEventListener('error', () => {
      image.replaceWith(mark('▦', 'file'));
    });
    parts.push(image);
  } else parts.push(mark({ file: '▤', link: '↗', execution: '#', declaration: '✎', unknown: '?' }[item.kind], 'file'));
  if (uri === undefined) parts.push(lines(item.label));
  else {
    const open = plainButton('', () => {
      context.onOpenPiece(uri);
    });
    open.classList.add('name');
    open.append(...pathParts(item.label));
    open.title = fill(words.openPiece, locale, { piece: item.label });
    parts.push(open);
  }
  cell.replaceChildren(...parts);
}

/** The name of a file before its folder: the folders of a dossier begin alike, and cells are narrow. */
function pathParts(path: string): readonly (Node | string)[] {
  const at = path.lastIndexOf('/') + 1;
  return at === 0 || at === path.length ? [path] : [path.slice(at), ' ', hint(path.slice(0, at - 1))];
}

function drawFindings(cell: HTMLElement, row: TableRow, piece: number, context: CellContext): void {
  const findings = findingsAt(row, piece);
  const [first] = findings;
  if (!first) {
    cell.replaceChildren();
    return;
  }
  const button = plainButton('', () => {
    context.onFindings(row, piece);
  });
  button.classList.add('name');
  const count = fill(context.words.findingCount, context.locale, { count: findings.length });
  button.append(
    mark(severityMarks[first.severity], first.severity),
    lines(fill(context.words.firstFinding, context.locale, { count, message: first.message })),
  );
  cell.replaceChildren(button);
}

function lines(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'text';
  element.textContent = text;
  return element;
}

function hint(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'hint';
  element.textContent = text;
  return element;
}

function mark(text: string, kind: string): HTMLElement {
  const element = document.createElement('span');
  element.className = `mark ${kind}`;
  element.setAttribute('aria-hidden', 'true');
  element.textContent = text;
  return element;
}

/** A button that the mouse has; the keyboard has Enter on its cell. */
function plainButton(text: string, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.tabIndex = -1;
  button.textContent = text;
  button.addEventListener('click', run);
  return button;
}
