import { blockLines, type Stub } from '../../core/fixes/stub';
import { caret } from './offer';

/**
 * The lines of a new entry, to be written where the cursor is; it goes to the first of the deepest keys, which is the first
 * expected proof.
 * @param column column at which the entry's key stands
 */
export function entryText(stub: Stub, column: number, newline: string): string {
  // What stands above the cursor is another entry's: comments go under their key.
  const lines = blockLines(stub, { indent: 0, step: 2, comments: 'under' });
  const keys = lines.filter((line) => !line.trimStart().startsWith('#'));
  const deepest = Math.max(...keys.map(indentOf));
  const first = keys.find((line) => indentOf(line) === deepest);
  const at = first === undefined ? -1 : lines.indexOf(first);
  const margin = ' '.repeat(column);
  return lines.map((line, index) => (index === at ? line + caret : line)).join(newline + margin);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
