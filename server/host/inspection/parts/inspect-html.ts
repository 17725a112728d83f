import type { Inspection } from '../../../core/evidence/inspection';
import { findIdentifiers } from '../../../core/evidence/find-identifiers';
import { findSecrets } from '../../../core/evidence/find-secrets';
import { plainSpelling } from '../../../core/evidence/plain-spelling';
import type { Cancellation } from '../../../core/ports/cancellation';
import { linesOfPairs, type NamedPair } from '../../../core/evidence/named-pairs';
import { contentWords, namedFacts } from '../content-words';
import { decodeText } from '../decode-text';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { statedVerdict } from '../reports/stated-verdict';
import { encodedRuns } from './encoded-runs';
import { htmlRows, type HtmlRow } from './html-rows';
import { htmlText } from './html-text';
import { webPage } from './web-page';
import { closedParts, type PartOpener } from './part';
import { RowIdentities } from './row-identities';

/** Identities and secrets in the text that a page shows, whatever markup cuts it, and in the documents that it carries. */
export async function inspectHtml(
  source: EvidenceSource,
  limits: InspectionLimits,
  _cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const content = await source.read(0, Math.min(source.size, limits.maxBytes));
  const text = decodeText(content)?.text;
  if (text === undefined) return {};
  for (const { name, content: inside } of encodedRuns(text)) await opener.open({ name, content: inside });
  if (content.length < source.size) opener.leave(undefined, 'size');
  const shown = htmlText(text);
  const words = plainSpelling(shown);
  const rows = [...htmlRows(text)];
  const named = linesOfPairs(rowPairs(rows));
  const page = webPage(text);
  const identifiers = [
    ...findIdentifiers(shown, undefined, { max: limits.maxFacts }),
    ...identitiesInRows(rows, limits),
  ];
  const secrets = findSecrets(shown, { max: limits.maxFacts });
  const validation = content.length < source.size ? undefined : statedVerdict(words);
  return {
    ...contentWords(words, limits.maxFacts),
    ...(named !== '' && namedFacts(words, named, limits.maxFacts)),
    ...(validation && { validation }),
    ...(page && { webPage: page }),
    ...(identifiers.length > 0 && { identifiers }),
    ...(secrets.length > 0 && { secrets }),
    ...(content.length < source.size && { partial: true }),
  };
}

function identitiesInRows(html: readonly HtmlRow[], { maxFacts }: InspectionLimits): RowIdentities['found'] {
  const rows = new RowIdentities(maxFacts);
  let columns: readonly string[] = [];
  let row = 0;
  for (const { cells, names, isFirst } of html) {
    if (isFirst) {
      rows.startTable();
      columns = names ?? cells;
      row = 0;
    } else row++;
    rows.see(columns, cells, row);
  }
  return rows.found;
}

/** Rows of two cells are a form, as one group; others go by the names of their columns. */
function rowPairs(rows: readonly HtmlRow[]): NamedPair[][] {
  const form: NamedPair[] = [];
  const groups = [form];
  let columns: readonly string[] = [];
  for (const { cells, names, isFirst } of rows) {
    if (isFirst) columns = names ?? cells;
    const [label = '', value = ''] = cells;
    if (cells.length === 2 && names === undefined) form.push([label, value]);
    else if (!isFirst) groups.push(cells.map((cell, at): NamedPair => [columns[at] ?? '', cell]));
  }
  return groups;
}
