import type { TableFinding } from '../../../protocol/requests/table';
import type { Analysis } from '../../core/engine/analyse';
import type { Finding } from '../../core/findings/finding';
import type { Entry, ResolvedProof } from '../../core/dossier/dossier';
import type { Places } from '../compliance/places';

/** The proof that a row is about, by the catalogue's ids, and where it is written. */
export interface FoundAt {
  readonly requirement?: string;
  readonly scenario: string;
  readonly proof: string;
  readonly entry?: Entry<ResolvedProof>;
}

/** A written proof, from its key to the end of its pieces, in its file. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly row: number;
  readonly entry: Entry<ResolvedProof>;
}

/**
 * What is found of each row: at the proof itself, else of it, its scenario or its requirement as findings say what they are
 * about. What is about the whole dossier is in no row.
 * @param wordsOf puts a finding into words
 * @returns by the place of the row
 */
export function rowFindings(
  analysis: Analysis,
  rows: readonly FoundAt[],
  places: Places,
  wordsOf: (finding: Finding) => string,
): readonly (readonly TableFinding[])[] {
  const found: TableFinding[][] = rows.map(() => []);
  const spans = spansOf(rows);
  const index = indexOf(rows);
  for (const finding of analysis.findings) {
    const span = spanAt(spans.get(finding.uri) ?? [], finding);
    const at = span ? [span.row] : targetRows(finding, index);
    if (at.length === 0) continue;
    const place = places.at(finding.uri, 0, finding.range);
    const { severity, rule } = finding;
    const piece = span && pieceAt(span, finding);
    const said = { severity, rule, message: wordsOf(finding), place };
    for (const row of at) found[row]?.push(piece === undefined ? said : { ...said, piece });
  }
  return found;
}

function spansOf(rows: readonly FoundAt[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const [row, { entry }] of rows.entries()) {
    if (!entry) continue;
    const { start, end } = entry.value.facts.range;
    const span = { start: entry.base + start, end: entry.base + end, row, entry };
    const known = spans.get(entry.uri);
    if (known) known.push(span);
    else spans.set(entry.uri, [span]);
  }
  for (const list of spans.values()) list.sort((a, b) => a.start - b.start);
  return spans;
}

/** The written proof that a finding stands in. */
function spanAt(spans: readonly Span[], { range }: Finding): Span | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span && range.end <= span.end ? span : undefined;
}

function pieceAt({ entry }: Span, { range }: Finding): number | undefined {
  const at = entry.value.facts.evidence.findIndex(
    (item) => entry.base + item.range.start <= range.start && range.end <= entry.base + item.range.end,
  );
  return at < 0 ? undefined : at;
}

interface RowIndex {
  readonly proofs: ReadonlyMap<string, readonly number[]>;
  readonly scenarios: ReadonlyMap<string, readonly number[]>;
  readonly requirements: ReadonlyMap<string, readonly number[]>;
}

function indexOf(rows: readonly FoundAt[]): RowIndex {
  const proofs = new Map<string, number[]>();
  const scenarios = new Map<string, number[]>();
  const requirements = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, row: number) => {
    const known = map.get(key);
    if (known) known.push(row);
    else map.set(key, [row]);
  };
  for (const [row, { proof, scenario, requirement }] of rows.entries()) {
    add(proofs, proofKey(scenario, proof), row);
    add(scenarios, scenario, row);
    if (requirement !== undefined) add(requirements, requirement, row);
  }
  return { proofs, scenarios, requirements };
}

function proofKey(scenario: string, proof: string): string {
  return `${scenario}\n${proof}`;
}

function targetRows({ target }: Finding, index: RowIndex): readonly number[] {
  if (!target) return [];
  const { proof, scenario, requirement, requirements = [] } = target;
  if (proof !== undefined && scenario !== undefined) return index.proofs.get(proofKey(scenario, proof)) ?? [];
  if (scenario !== undefined) return index.scenarios.get(scenario) ?? [];
  const ids = requirement === undefined ? requirements : [requirement];
  return ids.flatMap((id) => index.requirements.get(id) ?? []);
}
