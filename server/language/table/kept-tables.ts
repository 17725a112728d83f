import type { TableAnswer, TableChanges } from '../../../protocol/requests/table';
import type { Analysis } from '../../core/engine/analyse';
import { KeptRows, type PlacedRow } from './kept-rows';
import type { TableContext } from './table-context';
import { tableOf, wholeTable, type PlacedTable } from './table-of';

/** Dossiers whose tables are kept. */
const mostDossiers = 8;
/** Answers of one dossier that changes can be told for: each view of it asks for those since its own. */
const mostAnswers = 4;

interface Kept {
  readonly rows: KeptRows;
  /** By their revision, oldest first. */
  readonly answers: Map<string, PlacedTable>;
}

/** The tables that were answered, so that the next answer tells what changed since. */
export class KeptTables {
  /** Revisions of another server, or of this one before it was started again, are not these. */
  readonly #own = Math.random().toString(36).slice(2);
  #count = 0;
  /** By URI of the main manifest, the one asked for last at the end. */
  readonly #dossiers = new Map<string, Kept>();

  /**
   * @param since `revision` of the answer that is at hand
   * @param readOnly why nothing may be written, whatever the text says
   */
  answer(
    analysis: Analysis,
    context: TableContext,
    since?: string,
    readOnly?: string,
  ): Exclude<TableAnswer, { kind: 'refused' }> {
    const kept = this.#keptOf(analysis.dossier.main.uri);
    const { head, rows } = tableOf(analysis, context, kept.rows);
    const table = { head: readOnly === undefined ? head : { ...head, readOnly }, rows };
    const before = since === undefined ? undefined : kept.answers.get(since);
    this.#count += 1;
    const revision = `${this.#own}-${String(this.#count)}`;
    keep(kept.answers, revision, table, mostAnswers);
    const changes = since !== undefined && before ? changedRows(before.rows, rows) : undefined;
    return since !== undefined && changes
      ? { kind: 'changes', since, head: { revision, ...table.head }, ...changes }
      : wholeTable(table, revision);
  }

  #keptOf(main: string): Kept {
    const kept = this.#dossiers.get(main) ?? { rows: new KeptRows(), answers: new Map<string, PlacedTable>() };
    keep(this.#dossiers, main, kept, mostDossiers);
    return kept;
  }
}

/** Puts something at the end of a list, and lets go of what is too much at its beginning. */
function keep<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}

/** What became of the rows; undefined where others are there now, or in another order. */
export function changedRows(
  before: readonly PlacedRow[],
  now: readonly PlacedRow[],
): Pick<TableChanges, 'changed' | 'moved'> | undefined {
  if (before.length !== now.length) return undefined;
  const changed: TableChanges['changed'][number][] = [];
  const moved: { first: number; count: number; lines: number }[] = [];
  for (const [at, { row, content, line }] of now.entries()) {
    const former = before[at];
    if (former?.row.id !== row.id) return undefined;
    const lines = line - former.line;
    const last = moved.at(-1);
    if (former.content !== content) changed.push({ at, row });
    else if (lines === 0) continue;
    else if (last?.lines === lines && last.first + last.count === at) last.count += 1;
    else moved.push({ first: at, count: 1, lines });
  }
  return { changed, moved };
}
