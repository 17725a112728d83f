/** A cell by the number of its line and of its column among those that are drawn. */
export interface CellAt {
  readonly line: number;
  readonly column: number;
}

/** The cell the keyboard is at, and the other corner of what is selected. */
export interface Selection {
  readonly active: CellAt;
  readonly anchor: CellAt;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What a selection covers; both ends belong to it. */
export function rangeOf({ active, anchor }: Selection): Range {
  return {
    top: Math.min(active.line, anchor.line),
    bottom: Math.max(active.line, anchor.line),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

export function isIn({ top, bottom, left, right }: Range, { line, column }: CellAt): boolean {
  return line >= top && line <= bottom && column >= left && column <= right;
}

export interface GridSize {
  readonly lines: number;
  readonly columns: number;
  /** Lines that are seen at once. */
  readonly page: number;
}

/** The cell that a key leads to; undefined when it is none that moves. */
export function moved(
  { line, column }: CellAt,
  key: string,
  isFar: boolean,
  { lines, columns, page }: GridSize,
): CellAt | undefined {
  const at = (toLine: number, toColumn: number): CellAt => ({
    line: clamp(toLine, lines),
    column: clamp(toColumn, columns),
  });
  switch (key) {
    case 'ArrowUp':
      return at(isFar ? 0 : line - 1, column);
    case 'ArrowDown':
      return at(isFar ? lines : line + 1, column);
    case 'ArrowLeft':
      return at(line, isFar ? 0 : column - 1);
    case 'ArrowRight':
      return at(line, isFar ? columns : column + 1);
    case 'Home':
      return at(isFar ? 0 : line, 0);
    case 'End':
      return at(isFar ? lines : line, columns);
    case 'PageUp':
      return at(line - page, column);
    case 'PageDown':
      return at(line + page, column);
    default:
      return undefined;
  }
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}
