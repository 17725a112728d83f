import type { TableFinding, TablePiece, TableRow } from '../../../../protocol/requests/table';
import type { TableColumn } from '../../../../protocol/webview/table-view';
import type { TableWords } from '../../../../protocol/webview/table-words';

/** Widths that columns have until the user says otherwise, in pixels. */
export const usualWidths: Readonly<Record<TableColumn, number>> = {
  state: 140,
  requirement: 150,
  scenario: 180,
  proof: 300,
  piece: 240,
  date: 100,
  version: 96,
  review: 230,
  comment: 220,
  note: 180,
  conformity: 240,
  responsible: 136,
  due: 100,
  work: 100,
  findings: 240,
  examined: 140,
};

/** These stay in sight while the others are scrolled. */
export const frozenColumns: readonly TableColumn[] = ['state', 'requirement'];

/** Of a piece each, so that a proof with several pieces has a line for each of them. */
const pieceColumns: ReadonlySet<TableColumn> = new Set([
  'piece',
  'date',
  'version',
  'review',
  'comment',
  'note',
  'findings',
  'examined',
]);

/** What can be written in the table itself. */
export const editableColumns: ReadonlySet<TableColumn> = new Set([
  'date',
  'version',
  'review',
  'comment',
  'note',
  'conformity',
  'responsible',
  'due',
  'work',
]);

/** Texts that may run over several lines. */
export const longColumns: ReadonlySet<TableColumn> = new Set(['comment', 'note', 'conformity']);

/** What can be copied from one proof to those below: what a team decides, never a fact about one piece. */
export const fillableColumns: ReadonlySet<TableColumn> = new Set(['responsible', 'due', 'work', 'version', 'review']);

/** Whether the column speaks of one piece. */
export function isOfPiece(column: TableColumn): boolean {
  return pieceColumns.has(column);
}

/** The findings of one line: of its piece, and on the first line those of the proof. */
export function findingsAt(row: TableRow, piece: number): readonly TableFinding[] {
  return row.findings.filter((one) => (one.piece ?? 0) === piece);
}

/** How a review is written in a cell: `suffisante, A. Martin, 2026-11-03`; empty without one. */
export function reviewText(review: TablePiece['review'], words: TableWords): string {
  if (!review) return '';
  const { verdict, by, on } = review;
  const said = words.verdicts[verdict as keyof TableWords['verdicts']] as string | undefined;
  return [verdict === undefined ? undefined : (said ?? verdict), by, on].filter(Boolean).join(', ');
}

/**
 * What a cell says: what is read, copied, filtered and sorted.
 * @param piece which line of the proof, 0-based; beyond the first, what is not of a piece is not said again
 */
export function textOf(column: TableColumn, row: TableRow, piece: number, words: TableWords): string {
  if (piece > 0 && !isOfPiece(column)) return '';
  const entry = ({ id, text }: { readonly id: string; readonly text: string }): string => `${id} ${text}`.trim();
  const item = row.pieces[piece];
  switch (column) {
    case 'state':
      return row.statusLabel;
    case 'requirement':
      return entry(row.requirement);
    case 'scenario':
      return entry(row.scenario);
    case 'proof':
      return entry(row.proof);
    case 'piece':
      return item?.label ?? '';
    case 'date':
      return item?.date ?? '';
    case 'version':
      return item?.version ?? '';
    case 'review':
      return reviewText(item?.review, words);
    case 'comment':
      return item?.comment ?? '';
    case 'note':
      return item?.note ?? '';
    case 'conformity':
      return row.conformity ?? '';
    case 'responsible':
      return row.follow.responsible ?? '';
    case 'due':
      return row.follow.due ?? '';
    case 'work':
      return row.follow.work === undefined ? '' : (words.works[row.follow.work] ?? row.follow.work);
    case 'findings':
      return findingsAt(row, piece)
        .map(({ message }) => message)
        .join(' · ');
    case 'examined':
      return item?.examined ?? '';
  }
}
