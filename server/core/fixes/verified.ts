import type { Dossier } from '../dossier/dossier';
import { parseManifest, type ParsedManifest } from '../manifest/parse-manifest';
import type { Fix, TextChange } from './fix';
import { manifestFile } from './manifest-text';

/** The text after some changes of it, which do not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const { range, text: inserted } of [...changes].sort((a, b) => b.range.start - a.range.start)) {
    result = result.slice(0, range.start) + inserted + result.slice(range.end);
  }
  return result;
}

/** Whether every file that a fix changes can be read at least as well after it. */
export function leavesReadable(fix: Fix, dossier: Dossier): boolean {
  return slipsAfter(fix, dossier).every(({ before, after }) => after <= before);
}

/** Whether every file that a fix changes can be read better after it. */
export function mends(fix: Fix, dossier: Dossier): boolean {
  return slipsAfter(fix, dossier).every(({ before, after }) => after < before);
}

function slipsAfter(fix: Fix, dossier: Dossier): { readonly before: number; readonly after: number }[] {
  const uris = new Set(fix.edits.map((edit) => edit.uri));
  return [...uris].map((uri) => {
    const present = manifestFile(dossier, uri)?.parsed;
    if (!present) return { before: 0, after: Infinity };
    const edits = fix.edits.filter((edit) => edit.uri === uri);
    return { before: slips(present), after: slips(parseManifest(applyChanges(present.text, edits), present)) };
  });
}

function slips(parsed: ParsedManifest): number {
  return parsed.problems.filter(({ kind }) => kind === 'syntax' || kind === 'wrongType' || kind === 'duplicateKey')
    .length;
}
