import { isReadInPart } from '../manifest/parse-blocks';
import { parseManifest, type ParsedManifest } from '../manifest/parse-manifest';
import type { Fix, TextChange } from './fix';
import { manifestFile, type ManifestFiles } from './manifest-text';
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

/** Whether every file that a fix changes can be read at least as well after it. */
export function leavesReadable(fix: Fix, dossier: ManifestFiles): boolean {
  return slipsAfter(fix, dossier).every(({ before, after }) => after <= before);
}

/** Whether every file that a fix changes can be read better after it. */
export function mends(fix: Fix, dossier: ManifestFiles): boolean {
  return slipsAfter(fix, dossier).every(({ before, after }) => after < before);
}

interface Slips {
  readonly before: number;
  readonly after: number;
}

function slipsAfter(fix: Fix, dossier: ManifestFiles): Slips[] {
  const uris = new Set(fix.edits.map((edit) => edit.uri));
  return [...uris].map((uri) => {
    const present = manifestFile(dossier, uri)?.parsed;
    // Nothing is written where not all is read, so that it need not be tried.
    if (!present || isReadInPart(present.blocks)) return { before: 0, after: Infinity };
    const edits = fix.edits.filter((edit) => edit.uri === uri);
    return inEntries(present, edits) ?? inFile(present, edits);
  });
}

/** A text with anchors is read as a whole, so that one more reading of it would cost as much as opening the file. */
function inEntries(present: ParsedManifest, edits: readonly TextChange[]): Slips | undefined {
  if (!present.blocks.at(0)?.whole || edits.some((edit) => touchesAnchors(present.text, edit))) return undefined;
  return unreadPartsOfEntries(present.text, applyChanges(present.text, edits));
}

/** Whether an entry might be read otherwise because of an edit of another one. */
function touchesAnchors(text: string, { range, text: inserted }: TextChange): boolean {
  return /[&*]/.test(inserted) || /[&*]/.test(text.slice(range.start, range.end));
}

function inFile(present: ParsedManifest, edits: readonly TextChange[]): Slips {
  const after = parseManifest(applyChanges(present.text, edits), present);
  return { before: countUnreadParts(present.problems), after: countUnreadParts(after.problems) };
}
