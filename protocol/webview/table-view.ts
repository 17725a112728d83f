/** The columns of the table of proofs, in their order. */
export const tableColumns = [
  'state',
  'requirement',
  'scenario',
  'proof',
  'piece',
  'date',
  'version',
  'review',
  'comment',
  'note',
  'conformity',
  'responsible',
  'due',
  'work',
  'findings',
  'examined',
] as const;

export type TableColumn = (typeof tableColumns)[number];

export const tableGroups = ['none', 'chapter', 'domain', 'requirement', 'responsible', 'state'] as const;

export type TableGroup = (typeof tableGroups)[number];

/** What of a column is shown: what contains the text, and has one of the values. */
export interface TableFilter {
  readonly contains?: string;
  readonly values?: readonly string[];
}

/** How the table is looked at; nothing of it is in the dossier. */
export interface TableLook {
  readonly group: TableGroup;
  /** Absent: the order of the REM. */
  readonly sort?: { readonly column: TableColumn; readonly descending: boolean };
  readonly filters: Readonly<Partial<Record<TableColumn, TableFilter>>>;
  readonly search: string;
  readonly hidden: readonly TableColumn[];
  /** In pixels; of a column that is not named, the usual one. */
  readonly widths: Readonly<Partial<Record<TableColumn, number>>>;
  readonly density: 'comfortable' | 'compact';
}

/** A look that was given a name. */
export interface TableView extends TableLook {
  readonly name: string;
}
