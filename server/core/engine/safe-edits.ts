import type { Analysis } from './analyse';
import type { UncitedFiles } from '../dossier/lost-evidence';
import type { Rule } from '../rules/rule';
import type { TextChange } from '../fixes/fix';
import type { Trials } from '../fixes/trials';
import { isWritableFile } from '../fixes/writable';
import { lastUpTo } from '../text/last-up-to';
import type { OffsetRange } from '../text/offset-range';

export interface SafeEditOptions {
  /** Only those of one file. */
  readonly onlyUri?: string;
  /** Files that may be lost ones, where they were looked for. */
  readonly uncited?: UncitedFiles;
  /** What trying them may cost: those that are not tried wait for the next pass, too. */
  readonly trials?: Trials;
}

/**
 * The edits of every safe fix of a dossier (or of one file), by file, in text order, none overlapping another: of two
 * fixes that touch the same text the first wins, the other waits for the next pass.
 */
export function safeEdits(
  analysis: Analysis,
  rules: readonly Rule[],
  { onlyUri, uncited, trials }: SafeEditOptions = {},
): Map<string, TextChange[]> {
  const byId = new Map(rules.map((rule) => [rule.meta.id, rule]));
  const edits = new Map<string, ChosenEdits>();
  const writable = new Map<string, boolean>();
  const mayEdit = (uri: string): boolean => {
    let may = writable.get(uri);
    if (may === undefined) writable.set(uri, (may = isWritableFile(uri, analysis.dossier)));
    return may;
  };
  for (const finding of analysis.findings) {
    const rule = byId.get(finding.rule);
    if (!rule?.meta.safelyFixable) continue;
    const all = rule.fixes?.(finding, analysis.dossier, undefined, uncited, trials);
    const fix = all?.find((one) => one.safe === true);
    if (
      !fix?.edits.every(
        ({ uri, range }) =>
          (onlyUri === undefined || uri === onlyUri) && mayEdit(uri) && edits.get(uri)?.fits(range) !== false,
      )
    )
      continue;
    for (const edit of fix.edits) {
      const list = edits.get(edit.uri) ?? new ChosenEdits();
      list.add(edit);
      edits.set(edit.uri, list);
    }
  }
  return new Map([...edits].map(([uri, { inOrder }]) => [uri, inOrder]));
}

/** The edits of one file, none overlapping another, in text order: an edit is held against its neighbours alone. */
class ChosenEdits {
  readonly inOrder: TextChange[] = [];
  readonly #starts: number[] = [];

  /** Two insertions at the same place count as overlapping: their order would be a guess. */
  fits({ start, end }: OffsetRange): boolean {
    const next = this.#behind(start);
    const [before, behind] = [this.inOrder[next - 1], this.inOrder[next]];
    return (!before || before.range.end < start) && (!behind || behind.range.start > end);
  }

  add(edit: TextChange): void {
    const at = this.#behind(edit.range.start);
    this.inOrder.splice(at, 0, edit);
    this.#starts.splice(at, 0, edit.range.start);
  }

  /** Index of the first edit that begins behind an offset. */
  #behind(offset: number): number {
    const last = lastUpTo(this.#starts, offset);
    return (this.#starts[last] ?? Infinity) <= offset ? last + 1 : last;
  }
}
