import { isAlias, isSeq, type Node } from 'yaml';
import { insertUnder } from '../fixes/insert-under';
import { columnOf, endOfEntry, lineEnding } from '../fixes/manifest-text';
import { isEmptyNode, type EntryPath, type EntryYaml } from './entry-yaml';
import { fillKey, type EntryChange } from './change-in-entry';

/**
 * Adds an item at the end of a list, in the style that stands there; the list is made where it is missing.
 * @param item source of a mapping, in braces
 * @param after keys beside that of the list, or of the first that is missing above it, that it comes after
 */
export function addItem(yaml: EntryYaml, path: EntryPath, item: string, after: readonly string[]): EntryChange {
  const place = yaml.find(path);
  if (place === 'absent') {
    const stub = { key: String(path.at(-1)), value: `[${item}]` };
    return insertUnder({ ...yaml.of, path: path.slice(0, -1), stub, after }) ?? 'shape';
  }
  if (typeof place === 'string') return place;
  const { value } = place;
  if (isAlias(value)) return 'alias';
  if (value && yaml.isRepeated(value)) return 'shared';
  if (isEmptyNode(value)) return fillKey(yaml, place, `[${item}]`);
  const range = yaml.rangeOf(value);
  if (!isSeq<Node | null>(value) || !range) return 'shape';
  const { uri, text } = yaml.of;
  const last = yaml.rangeOf(value.items.at(-1));
  if (value.flow === true) {
    const end = last?.end ?? range.start + 1;
    const rest = text.slice(end, range.end - 1);
    // A comma after the last item is kept as one before the new item.
    const comma = /^\s*,/.exec(rest)?.[0];
    if (last && comma !== undefined) return { uri, range: { start: end, end: end + comma.length }, text: `, ${item}` };
    return { uri, range: { start: end, end }, text: last ? `, ${item}` : item };
  }
  if (!last) return 'shape';
  const column = columnOf(text, range.start);
  const end = endOfEntry(text, last.end, column);
  return { uri, range: { start: end, end }, text: `${lineEnding(text)}${' '.repeat(column)}- ${item}` };
}
