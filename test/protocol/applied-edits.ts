import type { AttachEdit } from '../../protocol/requests/attach';

/** A text after edits of it, as an editor applies a WorkspaceEdit. */
export function appliedEdits(text: string, edits: readonly AttachEdit[]): string {
  const offsetOf = ({ line, character }: AttachEdit['range']['start']) =>
    text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  return [...edits]
    .sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (all, { range, newText }) => all.slice(0, offsetOf(range.start)) + newText + all.slice(offsetOf(range.end)),
      text,
    );
}
