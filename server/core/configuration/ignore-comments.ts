import { groupOf } from '../text/group-of';
import type { OffsetRange } from '../text/offset-range';

/** `# segur-ignore preuve/doublon, preuve/autre-version : raison` */
export interface IgnoreComment {
  /** The comment, from `#` to the end of its text. */
  readonly range: OffsetRange;
  /** Rule ids or categories. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The line it speaks of: its own, or the next one with content when it stands alone. */
  readonly target: OffsetRange;
}

const word = 'segur-ignore';
const form = /#\s*segur-ignore\s+([^\s:,]+(?:\s*,\s*[^\s:,]+)*)(?:\s*:(.*))?$/;

/** The ignore comments of a manifest, in order. Those that speak of the same line share its range. */
export function ignoreComments(text: string): IgnoreComment[] {
  const comments: IgnoreComment[] = [];
  // Many comments above one line would each look for it through all that follow.
  let next: { readonly from: number; readonly line: OffsetRange } | undefined;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const line = lineAt(text, at);
    const content = text.slice(line.start, line.end);
    const match = form.exec(content.trimEnd());
    // The `#` must open a YAML comment: at the start of the line or after a space.
    if (!match || (match.index > 0 && !/\s/.test(content.charAt(match.index - 1)))) continue;
    const before = content.slice(0, match.index).trim();
    // An entry that was commented out keeps its comments as text.
    if (before.startsWith('#')) continue;
    const alone = before === '';
    if (alone && (!next || line.end < next.from || line.end >= next.line.start))
      next = { from: line.end, line: nextContentLine(text, line.end) };
    comments.push({
      range: { start: line.start + match.index, end: line.start + match.index + match[0].length },
      rules: groupOf(match, 1)
        .split(',')
        .map((rule) => rule.trim()),
      reason: groupOf(match, 2).trim(),
      target: alone && next ? next.line : line,
    });
    at = line.end - word.length;
  }
  return comments;
}

/** The line around an offset, without its line end. */
export function lineAt(text: string, offset: number): OffsetRange {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}

function nextContentLine(text: string, after: number): OffsetRange {
  let line = lineAt(text, Math.min(after + 1, text.length));
  while (line.end < text.length && /^\s*(?:#.*)?$/.test(text.slice(line.start, line.end).trimEnd())) {
    line = lineAt(text, line.end + 1);
  }
  return line;
}
