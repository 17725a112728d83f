import Papa from 'papaparse';

import type { CsvFacts, Inspection } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { linesOfPairs, type NamedPair } from '../../core/evidence/named-pairs';
import { namedFacts } from './content-words';
import { decodeText } from './decode-text';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { RowIdentities } from './parts/row-identities';

/** How many uneven rows are named: enough to find the cause. */
const namedUnevenRows = 10;
/** Rows in which the software may be named. */
const namedRows = 1000;
/** Characters by which the delimiter is guessed. */
const headLength = 64 * 1024;
/** The line by which Excel is told the delimiter: it is no row, and no names of columns. */
const separatorLine = /^\uFEFF?"?sep=([^\r\n"])"?(?:\r\n?|\n)/i;
/** No text holds it: a quote is then a character like others. */
const noQuote = '\0';

/**
 * Delimiter, columns and rows of a delimited text; its first line is taken for the names of the columns. `rows` and
 * `unevenRows` count data rows, the first after the names being 1. The text itself is `inspectText`'s.
 */
export async function inspectCsv(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  const read = await source.read(0, Math.min(source.size, limits.maxTextLength));
  const cut = read.length < source.size;
  const decoded = decodeText(read);
  if (!decoded || decoded.text.trim() === '') return {};
  const identities = new RowIdentities(limits.maxFacts);
  const groups: NamedPair[][] = [];
  const { facts, openQuote, stopped } = readRows(decoded.text, cut, cancellation, identities, groups);
  const named = linesOfPairs(groups);
  return {
    ...(facts && { csv: facts }),
    ...(named !== '' && namedFacts(decoded.text, named, limits.maxFacts)),
    ...(identities.found.length > 0 && { identifiers: identities.found.slice(0, limits.maxFacts) }),
    ...(openQuote && !cut && { damage: { code: 'not-well-formed' } }),
    ...((cut || stopped) && { partial: true }),
  };
}

interface Reading {
  readonly facts?: CsvFacts;
  readonly openQuote: boolean;
  readonly stopped: boolean;
}

/** By the first rows: the library tries each candidate on all that it is given. */
function delimiterOf(text: string): string {
  const named = separatorLine.exec(text)?.[1];
  if (named !== undefined) return named;
  return Papa.parse(text.slice(0, headLength), { preview: 10, skipEmptyLines: 'greedy' }).meta.delimiter;
}

function readRows(
  text: string,
  cut: boolean,
  cancellation: Cancellation,
  identities: RowIdentities,
  groups: NamedPair[][],
): Reading {
  const delimiter = delimiterOf(text);
  const table = text.replace(separatorLine, '');
  const quoted = readTable(table, delimiter, '"', cut, cancellation, identities, groups);
  // Tab-separated values know no quotes (media type text/tab-separated-values), though Excel writes some: what makes no sense as
  // a quote is a character.
  if (delimiter !== '\t' || !quoted.oddQuote) return quoted;
  groups.length = 0;
  return readTable(table, delimiter, noQuote, cut, cancellation, identities, groups);
}

function readTable(
  text: string,
  delimiter: string,
  quoteChar: string,
  cut: boolean,
  cancellation: Cancellation,
  identities: RowIdentities,
  groups: NamedPair[][],
): Reading & { readonly oddQuote: boolean } {
  let columns: readonly string[] | undefined;
  let rows = 0;
  const uneven: number[] = [];
  let openQuote = false;
  let oddQuote = false;
  let stopped = false;
  Papa.parse<string[]>(text, {
    delimiter,
    quoteChar,
    skipEmptyLines: 'greedy',
    step: ({ data, errors }, parser) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) openQuote = true;
      if (errors.some(({ type }) => type === 'Quotes')) oddQuote = true;
      if (columns === undefined) {
        columns = data;
      } else {
        rows++;
        identities.see(columns, data, rows);
        keepPairs(groups, columns, data);
        if (data.length !== columns.length && uneven.length < namedUnevenRows) uneven.push(rows);
      }
      if (cancellation.isCancellationRequested) {
        stopped = true;
        parser.abort();
      }
    },
  });
  // The row in which the reading stopped is half a row.
  if (cut && uneven.at(-1) === rows) uneven.pop();
  if (columns === undefined) return { openQuote, oddQuote, stopped };
  return { facts: { delimiter, columns, rows, unevenRows: uneven }, openQuote, oddQuote, stopped };
}

/** Keeps a row with its columns; of a table of two columns, which may be a form, all rows as one group too. */
function keepPairs(groups: NamedPair[][], columns: readonly string[], cells: readonly string[]): void {
  if (groups.length > namedRows) return;
  const [label = '', value = ''] = cells;
  if (groups.length === 0) groups.push([]);
  if (cells.length === 2) groups[0]?.push([label, value]);
  groups.push(cells.map((cell, at): NamedPair => [columns[at] ?? '', cell]));
}
