import { isAlias, isSeq } from 'yaml';
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
  const place = yaml.findKey(path);
  if (place === 'absent') {
    const stub = { key: String(path.at(-1)), value: `[${item}]` };
    return insertUnder({ ...yaml.of, path: path.slice(0, -1), stub, after }) ?? 'shape';
  }
  if (typeof place === 'string') return place;
  const { value } = place;
  if (isAlias(value)) return 'alias';
  if (yaml.isRepeated(value)) return 'shared';
  if (isEmptyNode(value)) return fillKey(yaml, place, `[${item}]`);
  if (!isSeq(value)) return 'shape';
  const range = yaml.rangeOf(value);
  const { uri, text } = yaml.of;
  const [last] = value.items.slice(-1).map((one) => yaml.rangeOf(one));
  if (value.flow === true || !last) {
    const end = last?.end ?? range.start + 1;
    const rest = text.slice(end, range.end - 1);
    // A comma after the last item is kept as one before the new item.
    const comma = /^\s*,/.exec(rest)?.[0];
    if (last && comma !== undefined) return { uri, range: { start: end, end: end + comma.length }, text: `, ${item}` };
    return { uri, range: { start: end, end }, text: last ? `, ${item}` : item };
  }
  const column = columnOf(text, range.start);
  const end = endOfEntry(text, last.end, column);
  return { uri, range: { start: end, end }, text: `${lineEnding(text)}${' '.repeat(column)}- ${item}` };
}
