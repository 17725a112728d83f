import { entryWritten } from '../../core/catalogue/find-entry';
import type { CatalogueIndex } from '../../core/catalogue/index-catalogue';
import { isWritableText } from '../../core/fixes/writable';
import { hasLostCharacters } from '../../core/manifest/encoding-problems';
import { countUnreadParts } from '../../core/fixes/unread-parts';
import { parseManifest, type ParsedManifest } from '../../core/manifest/parse-manifest';
import type { RequirementFacts, ScenarioFacts } from '../../core/manifest/facts';
import type { OffsetRange } from '../../core/text/offset-range';
import { commentsIn, readDocuments, unorderedContentOf } from './same-content';

/** Why a file is not put in order. */
export type OrderRefusal = 'broken' | 'unwritable' | 'anchors';

export type OrderOutcome =
  /** Equal to the present text where it is in order already. */
  { readonly kind: 'ordered'; readonly text: string } | { readonly kind: OrderRefusal };

/** An entry of a list of keys. */
interface Sibling {
  /** Of its id. */
  readonly start: number;
  /** After its value. */
  readonly end: number;
  /** Place in the REM; undefined where that does not have it. */
  readonly rank: number | undefined;
}

/**
 * The requirements, scenarios and proofs of a file in the order of the REM, each with the comments above it; what the REM does
 * not have stays behind what it stood behind. Nothing but the order changes: else it is refused.
 */
export function inRemOrder(parsed: ParsedManifest, index: CatalogueIndex): OrderOutcome {
  if (!isWritableText(parsed) || parsed.written || hasLostCharacters(parsed)) return { kind: 'unwritable' };
  if (parsed.blocks.at(0)?.whole === true) return { kind: 'anchors' };
  const before = readDocuments(withoutMark(parsed.text));
  if (!before || countUnreadParts(parsed.problems) > 0) return { kind: 'broken' };
  // From the inside out: what is inside moves with what holds it.
  let now = reordered(parsed, proofLists(parsed, index));
  now = reordered(now, scenarioLists(now, index));
  now = reordered(now, [requirementList(now, index), coreScenarioList(now, index)]);
  if (now.text === parsed.text) return { kind: 'ordered', text: parsed.text };
  const after = readDocuments(withoutMark(now.text));
  const isSame =
    after !== undefined &&
    unorderedContentOf(after) === unorderedContentOf(before) &&
    [...commentsIn(now.text)].sort().join('\n') === [...commentsIn(parsed.text)].sort().join('\n');
  return isSame ? { kind: 'ordered', text: now.text } : { kind: 'broken' };
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function requirementList(parsed: ParsedManifest, index: CatalogueIndex): Sibling[] {
  const ranks = new Map(index.catalogue.requirements.map((one, rank) => [one, rank]));
  return parsed.requirements.map(({ base, facts }) => {
    const known = index.requirement(facts.id.value)?.requirement;
    return sibling(base, facts, known && ranks.get(known));
  });
}

function coreScenarioList(parsed: ParsedManifest, index: CatalogueIndex): Sibling[] {
  const { coreScenarios } = index.catalogue;
  return parsed.coreScenarios.map(({ base, facts }) => {
    const known = index.coreScenario(facts.id.value);
    return sibling(base, facts, known && coreScenarios.indexOf(known));
  });
}

function scenarioLists(parsed: ParsedManifest, index: CatalogueIndex): Sibling[][] {
  return parsed.requirements.map(({ base, facts }) => {
    const scenarios = index.requirement(facts.id.value)?.requirement.scenarios ?? [];
    return facts.scenarios.map((scenario) => {
      const known = entryWritten(scenarios, scenario.id.value);
      return sibling(base, scenario, known && scenarios.indexOf(known));
    });
  });
}

function proofLists(parsed: ParsedManifest, index: CatalogueIndex): Sibling[][] {
  const listOf = (base: number, facts: ScenarioFacts, under: RequirementFacts | undefined): Sibling[] => {
    const requirement = under && index.requirement(under.id.value)?.requirement;
    const scenario = under
      ? requirement && entryWritten(requirement.scenarios, facts.id.value)
      : index.coreScenario(facts.id.value);
    const proofs = scenario?.proofs ?? [];
    return facts.proofs.map((proof) => {
      const known = entryWritten(proofs, proof.id.value);
      return sibling(base, proof, known && proofs.indexOf(known));
    });
  };
  return [
    ...parsed.requirements.flatMap(({ base, facts }) => facts.scenarios.map((one) => listOf(base, one, facts))),
    ...parsed.coreScenarios.map(({ base, facts }) => listOf(base, facts, undefined)),
  ];
}

function sibling(
  base: number,
  { id, range }: { readonly id: { readonly range: OffsetRange }; readonly range: OffsetRange },
  rank: number | undefined,
): Sibling {
  return { start: base + id.range.start, end: base + range.end, rank };
}

/** The manifest after each of these lists was put in order. No two of them overlap. */
function reordered(parsed: ParsedManifest, lists: readonly (readonly Sibling[])[]): ParsedManifest {
  let { text } = parsed;
  const changes = lists.flatMap((list) => reorderedList(parsed.text, list) ?? []);
  for (const { range, text: fresh } of changes.sort((a, b) => b.range.start - a.range.start))
    text = text.slice(0, range.start) + fresh + text.slice(range.end);
  return changes.length === 0 ? parsed : parseManifest(text, parsed);
}

interface Piece {
  /** With the comments above it, without the blank lines behind it; ends with a line end. */
  readonly text: string;
  readonly rank: number;
}

/** @returns undefined where it is in order, or is not written with one key a line */
function reorderedList(
  text: string,
  list: readonly Sibling[],
): { readonly range: OffsetRange; readonly text: string } | undefined {
  const ranks = ranksOf(list);
  if (ranks.every((rank, at) => at === 0 || rank >= (ranks[at - 1] ?? 0))) return undefined;
  const margins = new Set(list.map(({ start }) => marginOf(text, start)));
  const [margin] = margins;
  if (margins.size !== 1 || margin === undefined) return undefined;
  const bounds = list.map(({ start }) => startWithComments(text, start, margin));
  const [first = 0] = bounds;
  const end = endOfLast(text, list.at(-1)?.start ?? 0, margin.length);
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const gaps: string[] = [];
  const pieces = bounds.map((start, at): Piece => {
    const whole = text.slice(start, bounds[at + 1] ?? end);
    const body = whole.slice(0, endOfContent(whole));
    const rest = whole.slice(body.length);
    const lineEnd = /^[ \t]*\r?\n/.exec(rest)?.[0];
    gaps.push(rest.slice(lineEnd?.length ?? 0));
    return { text: body + (lineEnd ?? eol), rank: ranks[at] ?? 0 };
  });
  // Blank lines stay where they are: between places, not with entries.
  const sorted = pieces.map((piece, at) => ({ piece, at })).sort((a, b) => a.piece.rank - b.piece.rank || a.at - b.at);
  const fresh = sorted.map(({ piece }, at) => piece.text + (gaps[at] ?? '')).join('');
  const hadEnd = end === 0 || text[end - 1] === '\n';
  return { range: { start: first, end }, text: hadEnd ? fresh : fresh.replace(/\r?\n$/, '') };
}

/** Where the blank lines at the end of an entry begin, the end of its own last line among them. */
function endOfContent(text: string): number {
  let end = text.length;
  while (text[end - 1] === '\n') {
    end--;
    if (text[end - 1] === '\r') end--;
    while (text[end - 1] === ' ' || text[end - 1] === '\t') end--;
  }
  return end;
}

/** What the REM does not have goes with what it stands behind. */
function ranksOf(list: readonly Sibling[]): number[] {
  let last = -1;
  return list.map(({ rank }) => (last = rank ?? last));
}

/** The blanks before an id; undefined where anything else stands there. */
function marginOf(text: string, start: number): string | undefined {
  const margin = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^ *$/.test(margin) ? margin : undefined;
}

/** Start of the line of an id, or of the comments right above it at the same margin. */
function startWithComments(text: string, at: number, margin: string): number {
  let start = at - margin.length;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!text.startsWith(`${margin}#`, above)) break;
    start = above;
  }
  return start;
}

/** Where what is indented under the last entry ends, blank lines and comments further out left out. */
function endOfLast(text: string, from: number, margin: number): number {
  let at = text.indexOf('\n', from) + 1;
  let end = at === 0 ? text.length : at;
  while (at > 0 && at < text.length) {
    const next = text.indexOf('\n', at) + 1;
    const line = text.slice(at, next === 0 ? text.length : next);
    const column = line.length - line.trimStart().length;
    const isBlank = line.trim() === '';
    // A list may begin at the margin of its key.
    if (!isBlank && column <= margin && !(column === margin && /^ *-(?: |\r?$)/m.test(line))) break;
    if (!isBlank) end = at + line.length;
    at = next;
  }
  return end;
}
