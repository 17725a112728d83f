import type { Doubts } from './import-report';
import type { Layout } from './layout';
import type { DoubtCode } from './doubt-sentences';
import { columnLetters, type CellRemark, type Sheet } from './workbook';

const codes: Readonly<Record<CellRemark['kind'], DoubtCode>> = {
  error: 'cellule-en-erreur',
  uncomputed: 'formule-non-calculee',
  zero: 'formule-nulle',
  struck: 'mots-barres',
};

/** Tells what the cells of a REM hold beside their text, in the header and in the columns that are read under it. */
export function tellRemarks(sheet: Sheet, layout: Layout, doubts: Doubts): void {
  const used = usedColumns(layout);
  for (const row of sheet.rows) {
    if (row.number < layout.header.number) continue;
    for (const { column, kind, text } of row.remarks ?? []) {
      if (row.number > layout.header.number && !used.has(column)) continue;
      const place = { sheet: sheet.name, row: row.number, column: columnLetters(column) };
      doubts.add(codes[kind], place, text, { error: text });
    }
  }
  for (const { first, last } of hiddenRuns(sheet, layout.header.number))
    doubts.add(first === last ? 'ligne-masquee' : 'lignes-masquees', { sheet: sheet.name, row: first }, '', {
      first,
      last,
    });
}

function usedColumns({ fields, proofs, requirements }: Layout): ReadonlySet<number> {
  const ofProofs = proofs.flatMap(({ id, text }) => [id, text].filter((column) => column !== undefined));
  // The place of the row in the workbook, which is a number and is not read.
  const read = [...fields].filter(([field]) => field !== 'order').map(([, column]) => column);
  return new Set([...read, ...ofProofs, ...requirements]);
}

/** Hidden rows that follow each other, but for rows without content. */
function hiddenRuns({ rows }: Sheet, header: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  let open: { first: number; last: number } | undefined;
  for (const { number, hidden } of rows) {
    if (number <= header) continue;
    if (hidden !== true) open = undefined;
    else if (open === undefined) runs.push((open = { first: number, last: number }));
    else open.last = number;
  }
  return runs;
}
