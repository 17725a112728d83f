import type { Table, TableHead, TableRow } from '../../../protocol/requests/table';
import { readOnlyWords } from '../../core/cells/cell-words';
import { readOnlyReason } from '../../core/cells/read-only';
import type { Analysis } from '../../core/engine/analyse';
import { peopleOf } from '../../core/status/people';
import { noCounts, totalOf } from '../../core/status/status';
import { KeptRows, type PlacedRow } from './kept-rows';
import { leftOutOf } from './left-out';
import type { TableContext } from './table-context';

/** A table, and what of its rows can be told from those of an earlier one. */
export interface PlacedTable {
  readonly head: Omit<TableHead, 'revision'>;
  readonly rows: readonly PlacedRow[];
}

/**
 * A dossier as a table: a row for each proof that the tree shows, in the order of the catalogue.
 * @param kept the rows of the same dossier before an edit: only those that the edit changed are made again
 */
export function tableOf(analysis: Analysis, context: TableContext, kept: KeptRows = new KeptRows()): PlacedTable {
  const { locale } = context;
  const { dossier } = analysis;
  const { parsed } = dossier.main;
  const reason = readOnlyReason(dossier);
  const counts = analysis.compliance()?.counts ?? noCounts;
  const { software, dossier: head } = parsed;
  const version = software?.facts.version?.value;
  return {
    head: {
      uri: dossier.main.uri,
      label: software?.facts.name?.value ?? head?.facts.dispositif?.value ?? dossier.main.path,
      counts: { ...counts, total: totalOf(counts) },
      ...(version === undefined ? {} : { version }),
      ...(reason ? { readOnly: readOnlyWords(reason, locale) } : {}),
      leftOut: leftOutOf(analysis, locale),
      people: peopleOf(analysis.dossier),
    },
    rows: kept.rows(analysis, context),
  };
}

/** All of it, as it is answered. */
export function wholeTable({ head, rows }: PlacedTable, revision: string): Table {
  return { kind: 'table', revision, ...head, rows: rows.map(({ row }): TableRow => row) };
}
