import type { ViewPlace, ViewPosition } from '../view-place';
import type { Table, TableChanges, TableRow } from './table';

/**
 * A table with what changed since.
 * @returns undefined where the changes are for another answer than this one: then the whole is to be asked for
 */
export function withChanges(
  { rows: before, revision }: Table,
  { since, head, changed, moved }: TableChanges,
): Table | undefined {
  if (revision !== since) return undefined;
  const rows = [...before];
  for (const { first, count, lines } of moved)
    for (let at = first; at < first + count; at += 1) {
      const row = rows[at];
      if (row) rows[at] = movedRow(row, lines);
    }
  for (const { at, row } of changed) rows[at] = row;
  return { ...head, kind: 'table', rows };
}

/** The same row, where all of it stands some lines further down. */
export function movedRow(row: TableRow, lines: number): TableRow {
  const { place, pieces, findings } = row;
  return {
    ...row,
    ...(place ? { place: movedPlace(place, lines) } : {}),
    pieces: pieces.map((piece) => (piece.place ? { ...piece, place: movedPlace(piece.place, lines) } : piece)),
    findings: findings.map((finding) => ({ ...finding, place: movedPlace(finding.place, lines) })),
  };
}

function movedPlace({ uri, range: { start, end } }: ViewPlace, lines: number): ViewPlace {
  const moved = ({ line, character }: ViewPosition): ViewPosition => ({ line: line + lines, character });
  return { uri, range: { start: moved(start), end: moved(end) } };
}
