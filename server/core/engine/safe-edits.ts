import type { Analysis } from './analyse';
import type { UncitedFiles } from '../dossier/lost-evidence';
import type { Rule } from '../rules/rule';
import type { Fix, TextChange } from '../fixes/fix';
import { isWritable } from '../fixes/writable';

export interface SafeEditOptions {
  /** Only those of one file. */
  readonly onlyUri?: string;
  /** Files that may be lost ones, where they were looked for. */
  readonly uncited?: UncitedFiles;
}

/**
 * The edits of every safe fix of a dossier (or of one file), by file, in text order, none overlapping another: of two
 * fixes that touch the same text the first wins, the other waits for the next pass.
 */
export function safeEdits(
  analysis: Analysis,
  rules: readonly Rule[],
  { onlyUri, uncited }: SafeEditOptions = {},
): Map<string, TextChange[]> {
  const byId = new Map(rules.map((rule) => [rule.meta.id, rule]));
  const edits = new Map<string, TextChange[]>();
  for (const finding of analysis.findings) {
    const rule = byId.get(finding.rule);
    if (!rule?.meta.safelyFixable) continue;
    const fix = rule.fixes?.(finding, analysis.dossier, undefined, uncited).find((one) => one.safe === true);
    if (
      !fix ||
      !isWritable(fix, analysis.dossier) ||
      (onlyUri !== undefined && fix.edits.some((edit) => edit.uri !== onlyUri)) ||
      !fits(fix, edits)
    )
      continue;
    for (const edit of fix.edits) {
      const list = edits.get(edit.uri);
      if (list) list.push(edit);
      else edits.set(edit.uri, [edit]);
    }
  }
  for (const list of edits.values()) list.sort((a, b) => a.range.start - b.range.start);
  return edits;
}

/** Two insertions at the same place count as overlapping: their order would be a guess. */
function fits(fix: Fix, edits: ReadonlyMap<string, readonly TextChange[]>): boolean {
  return fix.edits.every(({ uri, range }) =>
    (edits.get(uri) ?? []).every((other) => other.range.end < range.start || other.range.start > range.end),
  );
}
