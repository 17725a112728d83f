/** A table that every tabular format shows the same: text and numbers, already in the reader's language. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | undefined;

/** A column: its header, its width in characters, and what it takes from a row. */
export type Column<T> = readonly [header: string, width: number, value: (row: T) => Cell];

export function table<T>(title: string, columns: readonly Column<T>[], rows: readonly T[]): ReportTable {
  return {
    title,
    columns: columns.map(([header, width]) => ({ header, width })),
    rows: rows.map((row) => columns.map(([, , value]) => value(row))),
  };
}
