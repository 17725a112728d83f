import type { ParsedBlock } from '../../core/manifest/block-list';
import { parseManifest, type ParsedManifest } from '../../core/manifest/parse-manifest';
import { applyChanges } from '../../core/fixes/verified';
import { hasLostCharacters } from '../../core/manifest/encoding-problems';
import { isWritableText } from '../../core/fixes/writable';
import { linesOf } from '../../core/text/lines-of';
import type { OffsetRange } from '../../core/text/offset-range';
import { heldLines } from './held-lines';
import { layoutLines, type Margin } from './layout-lines';
import { readsAlike } from './reads-alike';
import { commentsIn, contentOf, readDocuments } from './same-content';

/** A stretch of text that becomes another. */
export interface LayoutChange {
  readonly range: OffsetRange;
  readonly text: string;
}

/** Where entries belong under their section. */
const entryColumn = 2;

/** The margin of sections, where comments among entries may stand whether the entries move or not. */
const edge: Margin = { old: 0, fresh: 0 };

/**
 * The layout of a manifest, entry by entry: margins, blanks at the ends of lines, repeated blank lines. An entry that is no
 * YAML stays as it is, like one that would be read otherwise; so does a file in the middle of a merge. Nothing is changed
 * at all where the whole would say something else, or would be laid out otherwise once more.
 * @param only entries that this range touches
 */
export function formatManifest(parsed: ParsedManifest, only?: OffsetRange): LayoutChange[] {
  // Not of a file of which not all is read: what it says could not be compared.
  if (parsed.problems.some(({ args }) => args['code'] === 'TOO_MANY_ENTRIES')) return [];
  if (parsed.written || !isWritableText(parsed) || hasLostCharacters(parsed)) return [];
  const changes = partChanges(parsed, only);
  if (changes.length === 0) return [];
  const after = parseManifest(applyChanges(parsed.text, changes), parsed);
  const isSettled = only !== undefined || partChanges(after, undefined).length === 0;
  return isSettled && readsAlike(parsed, after) ? changes : [];
}

function partChanges(parsed: ParsedManifest, only: OffsetRange | undefined): LayoutChange[] {
  const blocks = [...parsed.blocks];
  const changes: LayoutChange[][] = [];
  for (let from = 0; from < blocks.length;) {
    let to = from + 1;
    while (blocks[to]?.kind === 'entry' || (from === to - 1 && blocks[from]?.kind === 'blank' && to < blocks.length))
      to++;
    const part = blocks.slice(from, to);
    changes.push(sectionChanges(parsed, part, blocks[to] === undefined, only));
    from = to;
  }
  return changes.flat();
}

/** A section with its entries, which share one margin: they move all or none. */
function sectionChanges(
  parsed: ParsedManifest,
  blocks: readonly ParsedBlock[],
  isLast: boolean,
  only: OffsetRange | undefined,
): LayoutChange[] {
  const isTouched = ({ start, end }: ParsedBlock) =>
    !only || (start < Math.max(only.end, only.start + 1) && only.start < end);
  const layout = (column: number | undefined) =>
    blocks.map((block, at) => {
      const behind = blocks[at + 1];
      const next = behind?.kind === 'entry' ? behind.entryIndent : 0;
      const text = parsed.source.slice(block.start, block.end);
      const own = column ?? block.entryIndent;
      const laid = laidOut(text, {
        around: block.kind === 'entry' ? [edge, { old: block.entryIndent, fresh: own }] : [],
        next: { old: next, fresh: next === 0 ? 0 : (column ?? next) },
        isLast: isLast && behind === undefined,
        isFirst: block.start === 0,
      });
      return { text, laid };
    });
  const moves = blocks.some((block) => block.kind === 'entry' && block.entryIndent !== entryColumn);
  let laid = moves && !blocks.every(isTouched) ? layout(undefined) : layout(entryColumn);
  if (moves && laid.some((one) => one.laid === undefined)) laid = layout(undefined);
  return blocks.flatMap((block, at) => {
    const one = laid[at];
    if (one?.laid === undefined || one.laid === one.text || !isTouched(block)) return [];
    return lineChanges(one.text, one.laid, block.start);
  });
}

interface Surroundings {
  readonly around: readonly Margin[];
  readonly next: Margin;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Lines of an entry, or of a section that is no list of entries, that are laid out: each is read twice for it. */
const mostLines = 50_000;

/** @returns undefined where nothing can be done safely, or too much would have to be read for it */
function laidOut(text: string, surroundings: Surroundings): string | undefined {
  if (hasMoreLines(text, mostLines)) return undefined;
  // Most are as they should be: that is seen without reading them.
  if (!/\t/.test(text) && withLayout(text, surroundings, new Map()) === text) return text;
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  // Only before the whole text it is a mark: elsewhere it is a letter of the key, which a reading of the part alone leaves out.
  if (bom === 1 && !surroundings.isFirst) return undefined;
  const body = text.slice(bom);
  const documents = readDocuments(body);
  if (!documents) return undefined;
  const starts = [0, ...[...body.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const laid = withLayout(body, surroundings, heldLines(documents, starts));
  const after = readDocuments(laid);
  if (!after || contentOf(after) !== contentOf(documents)) return undefined;
  if (commentsIn(laid).join('\n') !== commentsIn(body).join('\n')) return undefined;
  return text.slice(0, bom) + laid;
}

function hasMoreLines(text: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (++count > most) return true;
  return false;
}

function withLayout(
  text: string,
  { around, next, isLast, isFirst }: Surroundings,
  held: Parameters<typeof layoutLines>[0]['held'],
): string {
  const ends: string[] = [];
  const lines = text.split('\n').map((line) => {
    const end = line.endsWith('\r') ? '\r\n' : '\n';
    ends.push(end);
    return end === '\r\n' ? line.slice(0, -1) : line;
  });
  // What follows the last line end is a line only where the text ends without one.
  const open = lines.at(-1) !== '';
  if (!open) lines.pop();
  const laid = layoutLines({ lines, held, around, next });
  const kept = laid.flatMap((line, at) => (line === undefined ? [] : [{ line, end: ends[at] ?? '\n', at }]));
  if (isLast) while (kept.at(-1)?.line === '' && !held.has(kept.at(-1)?.at ?? -1)) kept.pop();
  if (isFirst) while (kept[0]?.line === '' && kept.length > 1) kept.shift();
  // The end of a file without line end gets that of its other lines.
  const before = ends.at(-2) ?? '\n';
  return kept.map(({ line, end, at }) => line + (open && at === lines.length - 1 ? before : end)).join('');
}

/** The lines that differ, each by what does. Lines only go away, so that they can be told in pairs. */
function lineChanges(before: string, after: string, base: number): LayoutChange[] {
  const changes: LayoutChange[] = [];
  const [old, fresh] = [linesOf(before), linesOf(after)];
  let start = base;
  let at = 0;
  for (const line of old) {
    const next = fresh[at];
    // A blank line goes away where the next one is not blank.
    const goes = line.trim() === '' && line !== '' && (next === undefined || next.trim() !== '');
    if (goes) takeAway(changes, start, start + line.length);
    else {
      at++;
      if (next !== undefined && next !== line) changes.push(...blankChanges(line, next, start));
    }
    start += line.length;
  }
  return changes;
}

/** Lines that go away one behind the other are one change: a file may be full of blank ones. */
function takeAway(changes: LayoutChange[], start: number, end: number): void {
  const last = changes.at(-1);
  if (last?.text === '' && last.range.end === start) {
    changes[changes.length - 1] = { range: { start: last.range.start, end }, text: '' };
  } else changes.push({ range: { start, end }, text: '' });
}

/** The blanks of a line that differ: what stands between them is the same. */
function blankChanges(line: string, next: string, start: number): LayoutChange[] {
  const changes: LayoutChange[] = [];
  let [from, to] = [0, 0];
  while (from < line.length || to < next.length) {
    const [old, fresh] = [blanksAt(line, from), blanksAt(next, to)];
    if (old !== fresh) changes.push(blankChange(old, fresh, start + from));
    from += old.length;
    to += fresh.length;
    // Something else than blanks differs, which is told as it is: whatever happens, this comes to an end.
    if (line[from] !== next[to]) return [{ range: { start, end: start + line.length }, text: next }];
    while (from < line.length && line[from] === next[to] && blanksAt(line, from) === '' && blanksAt(next, to) === '') {
      from++;
      to++;
    }
  }
  return changes;
}

function blankChange(old: string, fresh: string, start: number): LayoutChange {
  // A line end stays whole, and where it is: half of it is no place in an editor.
  const end = /\r?\n$/.exec(old)?.[0] ?? '';
  const same = end !== '' && fresh.endsWith(end) ? end.length : 0;
  return { range: { start, end: start + old.length - same }, text: fresh.slice(0, fresh.length - same) };
}

function blanksAt(text: string, at: number): string {
  let end = at;
  // As `trimEnd` has it: pasted texts end in no-break spaces too.
  while (end < text.length && text.charAt(end).trim() === '') end++;
  return text.slice(at, end);
}
