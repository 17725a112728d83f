import { isReadInPart } from '../manifest/parse-blocks';
import { parseManifest, type ParsedManifest } from '../manifest/parse-manifest';
import type { Fix, TextChange } from './fix';
import { manifestFile, type ManifestFiles } from './manifest-text';
import { shift } from '../text/offset-range';
import type { Trials } from './trials';
import { countUnreadParts, unreadPartsOfEntries } from './unread-parts';

/** The text after some changes of it, which do not overlap. */
export function applyChanges(text: string, changes: readonly Pick<TextChange, 'range' | 'text'>[]): string {
  // From the end, in pieces: a layout is thousands of changes of a long text, which each would copy.
  const pieces: string[] = [];
  let end = text.length;
  for (const { range, text: inserted } of [...changes].sort((a, b) => b.range.start - a.range.start)) {
    pieces.push(text.slice(range.end, end), inserted);
    end = range.start;
  }
  pieces.push(text.slice(0, end));
  return pieces.reverse().join('');
}

/**
 * Whether every file that a fix changes can be read at least as well after it.
 * @param trials what that may cost; without it, as much as it takes
 */
export function leavesReadable(fix: Fix, dossier: ManifestFiles, trials?: Trials): boolean {
  return slipsAfter(fix, dossier, trials).every(({ before, after }) => after <= before);
}

/** Whether every file that a fix changes can be read better after it. */
export function mends(fix: Fix, dossier: ManifestFiles, trials?: Trials): boolean {
  return slipsAfter(fix, dossier, trials).every(({ before, after }) => after < before);
}

interface Slips {
  readonly before: number;
  readonly after: number;
}

/** What was not tried is worth nothing. */
const untried: Slips = { before: 0, after: Infinity };

function slipsAfter(fix: Fix, dossier: ManifestFiles, trials: Trials | undefined): Slips[] {
  const uris = new Set(fix.edits.map((edit) => edit.uri));
  return [...uris].map((uri) => {
    const present = manifestFile(dossier, uri)?.parsed;
    // Nothing is written where not all is read, so that it need not be tried.
    if (!present || isReadInPart(present.blocks)) return untried;
    const take = (characters: number): boolean => trials?.take(characters + overhead(present)) ?? true;
    const edits = fix.edits.filter((edit) => edit.uri === uri).sort((a, b) => a.range.start - b.range.start);
    return inEntries(present, edits, take) ?? inFile(present, edits, take);
  });
}

type Take = (characters: number) => boolean;

/** What a reading costs beside the text: the file is put together again from its pages, and its problems are sorted. */
function overhead({ blocks, problems }: ParsedManifest): number {
  return 200 + blocks.pages.length + problems.length;
}

/** A text with anchors is read as a whole, so that one more reading of it would cost as much as opening the file. */
function inEntries(present: ParsedManifest, edits: readonly TextChange[], take: Take): Slips | undefined {
  if (!present.blocks.at(0)?.whole || edits.some((edit) => touchesAnchors(present.text, edit))) return undefined;
  return unreadPartsOfEntries(present.text, applyChanges(present.text, edits), (characters) =>
    // Splitting it is a look at each of its lines.
    take(characters + present.source.length / 20),
  );
}

/** Whether an entry might be read otherwise because of an edit of another one. */
function touchesAnchors(text: string, { range, text: inserted }: TextChange): boolean {
  return /[&*]/.test(inserted) || /[&*]/.test(text.slice(range.start, range.end));
}

/** @param edits in their order */
function inFile(present: ParsedManifest, edits: readonly TextChange[], take: Take): Slips {
  const start = edits[0]?.range.start ?? 0;
  const end = edits.reduce((last, { range }) => Math.max(last, range.end), start);
  const { source } = present;
  const here = edits.map(({ range, text }) => ({ range: shift(range, -start), text }));
  const text = applyChanges(source.slice(start, end), here);
  if (!take(text.length + readAgain(present, start, end))) return untried;
  const change = { start, removed: end - start, inserted: text.length };
  const after = parseManifest(source.replaced(start, end, text), present, change);
  return { before: countUnreadParts(present.problems), after: countUnreadParts(after.problems) };
}

/** Characters of the blocks that a change touches. Where the text is read otherwise than it is written, all is read again. */
function readAgain({ blocks, written, source }: ParsedManifest, start: number, end: number): number {
  if (written) return source.length;
  return (blocks.at(blocks.indexAt(end))?.end ?? end) - (blocks.at(blocks.indexAt(start))?.start ?? start);
}
