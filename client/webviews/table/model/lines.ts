import type { ViewStatus } from '../../../../protocol/compliance-view';
import type { TableRow } from '../../../../protocol/requests/table';
import {
  type TableColumn,
  tableColumns,
  type TableGroup,
  type TableLook,
} from '../../../../protocol/webview/table-view';
import type { TableWords } from '../../../../protocol/webview/table-words';
import { textOf } from './columns';
import { plain } from './plain';

/** A line of the grid: the head of a group, or a proof with one of its pieces. */
export type Line =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly label: string;
      readonly isFolded: boolean;
      readonly provided: number;
      readonly total: number;
    }
  | { readonly kind: 'proof'; readonly key: string; readonly row: TableRow; readonly piece: number };

export type ProofLine = Extract<Line, { readonly kind: 'proof' }>;

export interface Lines {
  readonly lines: readonly Line[];
  /** How many proofs are shown, folded ones too. */
  readonly shown: number;
}

/** States as one works through them, and as they are sorted. */
const statusOrder: readonly ViewStatus[] = [
  'incomplete',
  'toReview',
  'toProvide',
  'provided',
  'covered',
  'requiredWithoutProof',
  'unknown',
  'notApplicable',
  'nothingExpected',
];

export interface LinesOptions {
  readonly look: Pick<TableLook, 'group' | 'sort' | 'filters' | 'search'>;
  /** Keys of groups that are folded. */
  readonly folded: ReadonlySet<string>;
  readonly words: TableWords;
  readonly locale: string;
}

/** What is drawn of the rows: filtered, sorted, grouped, with a line for each piece. */
export function linesOf(rows: readonly TableRow[], { look, folded, words, locale }: LinesOptions): Lines {
  const shown = sorted(
    rows.filter((row) => matches(row, look, words)),
    look.sort,
    words,
    locale,
  );
  if (look.group === 'none') return { lines: shown.flatMap(proofLines), shown: shown.length };
  const groups = new Map<string, TableRow[]>();
  for (const row of inGroupOrder(rows, shown, look.group, words, locale)) {
    const key = groupOf(row, look.group, words);
    groups.set(key, [...(groups.get(key) ?? [])]);
  }
  for (const row of shown) groups.get(groupOf(row, look.group, words))?.push(row);
  const lines = [...groups].flatMap(([label, members]): Line[] => {
    if (members.length === 0) return [];
    const key = groupKey(look.group, label);
    const isFolded = folded.has(key);
    const provided = members.filter(({ status }) => status === 'provided').length;
    const head: Line = { kind: 'group', key, label, isFolded, provided, total: members.length };
    return isFolded ? [head] : [head, ...members.flatMap(proofLines)];
  });
  return { lines, shown: shown.length };
}

/** The one person and the one chapter that filters leave; nothing while all is shown. */
export function narrowedTo(
  rows: readonly TableRow[],
  look: LinesOptions['look'],
  words: TableWords,
): { readonly person?: string; readonly chapter?: string } {
  if (look.search === '' && Object.keys(look.filters).length === 0) return {};
  const shown = rows.filter((row) => matches(row, look, words));
  const [person, otherPerson] = new Set(shown.map(({ follow }) => follow.responsible ?? ''));
  const [chapter, otherChapter] = new Set(shown.map((row) => row.chapter));
  return {
    ...(person !== undefined && person !== '' && otherPerson === undefined ? { person } : {}),
    ...(chapter !== undefined && otherChapter === undefined ? { chapter } : {}),
  };
}

/** The key under which the folding of a group is remembered. */
export function groupKey(group: TableGroup, label: string): string {
  return `${group}:${label}`;
}

/** The texts that a column has in some rows, with how many lines have each; the empty one first, then sorted. */
export function valuesOf(
  rows: readonly TableRow[],
  column: TableColumn,
  words: TableWords,
  locale: string,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of new Set(textsOf(column, row, words))) counts.set(value, (counts.get(value) ?? 0) + 1);
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => Number(a.value !== '') - Number(b.value !== '') || collator.compare(a.value, b.value));
}

function proofLines(row: TableRow): readonly Line[] {
  return Array.from({ length: Math.max(1, row.pieces.length) }, (_, piece) => ({
    kind: 'proof',
    key: `${row.id} ${piece}`,
    row,
    piece,
  }));
}

function textsOf(column: TableColumn, row: TableRow, words: TableWords): readonly string[] {
  return Array.from({ length: Math.max(1, row.pieces.length) }, (_, piece) => textOf(column, row, piece, words)).filter(
    (text, piece) => piece === 0 || text !== '',
  );
}

function matches(row: TableRow, { filters, search }: LinesOptions['look'], words: TableWords): boolean {
  for (const column of tableColumns) {
    const filter = filters[column];
    if (!filter) continue;
    const texts = textsOf(column, row, words);
    const wanted = plain(filter.contains ?? '');
    if (wanted !== '' && !texts.some((text) => plain(text).includes(wanted))) return false;
    const { values } = filter;
    if (values && !texts.some((text) => values.includes(text))) return false;
  }
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const all = plain(tableColumns.flatMap((column) => textsOf(column, row, words)).join('\n'));
  return wanted.every((word) => all.includes(word));
}

/** Empty cells come last whichever way one sorts; equal ones keep the order of the REM. */
function sorted(
  rows: readonly TableRow[],
  sort: TableLook['sort'],
  words: TableWords,
  locale: string,
): readonly TableRow[] {
  if (!sort) return rows;
  const { column, descending } = sort;
  const collator = new Intl.Collator(locale, { numeric: true });
  const direction = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, text: textsOf(column, row, words).find((one) => one !== '') ?? '' }));
  keyed.sort((a, b) => {
    if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '');
    const order =
      column === 'state'
        ? statusOrder.indexOf(a.row.status) - statusOrder.indexOf(b.row.status)
        : column === 'work'
          ? workRank(a.row, words) - workRank(b.row, words)
          : collator.compare(a.text, b.text);
    return order * direction;
  });
  return keyed.map(({ row }) => row);
}

function workRank({ follow }: TableRow, words: TableWords): number {
  return Object.keys(words.works).indexOf(follow.work ?? '');
}

function groupOf(row: TableRow, group: TableGroup, words: TableWords): string {
  switch (group) {
    case 'chapter':
      return row.chapter || words.noChapter;
    case 'domain':
      return row.domain || words.noDomain;
    case 'requirement':
      return `${row.requirement.id} ${row.requirement.text}`.trim();
    case 'responsible':
      return row.follow.responsible ?? words.nobody;
    case 'state':
      return row.statusLabel;
    case 'none':
      return '';
  }
}

/** Rows in an order in which their groups come as they are to be shown: of the REM, or of what groups them. */
function inGroupOrder(
  all: readonly TableRow[],
  shown: readonly TableRow[],
  group: TableGroup,
  words: TableWords,
  locale: string,
): readonly TableRow[] {
  if (group === 'state')
    return [...shown].sort((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status));
  if (group !== 'responsible') return all;
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...shown].sort(
    ({ follow: { responsible: a } }, { follow: { responsible: b } }) =>
      Number(a === undefined) - Number(b === undefined) || collator.compare(a ?? words.nobody, b ?? words.nobody),
  );
}
