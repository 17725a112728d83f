/** Rows that are written with bars: tables of Markdown, of a scenario, of a database's console. */
export interface PipedRow {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  /** Line of the text, 1-based. */
  readonly line: number;
}

const longest = 4000;

/**
 * The rows of tables written with bars, below the row that names their columns, where these have a key (« clé ») among them:
 * what stands in one cell is found without. Lines are looked at once.
 */
export function* pipedRows(text: string): Generator<PipedRow> {
  if (!text.includes('|') || !/cl[ée]|key/i.test(text)) return;
  let columns: readonly string[] | undefined;
  let line = 0;
  for (const written of text.split('\n')) {
    line++;
    if (written.length > longest || !written.includes('|')) {
      if (!/^[\s+=-]{3,}$/.test(written)) columns = undefined;
      continue;
    }
    const cells = written.split('|').map((cell) => cell.trim());
    if (cells.every((cell) => /^[:+=-]*$/.test(cell))) continue;
    if (columns === undefined) columns = cells;
    else if (
      columns.length === cells.length &&
      columns.some((name) => /^(?:cl[ée]|key|.{0,20}[_ ](?:cl[ée]|key))$/i.test(name))
    )
      yield { columns, cells, line };
  }
}
