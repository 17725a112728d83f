import type { MapShape, ScalarShape, Shape } from '../manifest/shape';
import { scalarProblem } from '../manifest/scalar-format';
import { refusals, type CellRefusal } from './cell-refusal';

/** What no YAML file may hold as such, or some reader loses: controls, halves of a character, marks of byte order, what stands
 * for a letter that was lost already. */
const lost = /[^\P{Cc}\n\t]|\p{Cs}|[\u2028\u2029\ufeff\ufffd-\uffff]/u;

/** The value of a cell as it is written: line ends are those of YAML, and what surrounds it says nothing. */
export function cellText(value: string): string {
  return value.replace(/\r\n?/g, '\n').trim();
}

/** Keys whose text may run over several lines. */
const long: ReadonlySet<string> = new Set(['commentaire', 'note_interne', 'justification', 'texte']);

/** Why a text can not be the value of a key; undefined where it can. Taking the key away is always possible. */
export function valueRefusal(value: string, key: string, shape: ScalarShape): CellRefusal | undefined {
  if (value === '') return undefined;
  const text = cellText(value);
  if (text === '') return { sentence: refusals.blank, args: { key } };
  const found = lost.exec(text)?.[0];
  if (found !== undefined) {
    const code = Number(found.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
    return { sentence: refusals.characters, args: { code } };
  }
  if (text.includes('\n') && !long.has(key)) return { sentence: refusals.lines, args: { key } };
  const problem = scalarProblem(text, shape);
  if (problem?.kind === 'badValue')
    return { sentence: refusals.allowed, args: { value: text, key, allowed: (shape.allowed ?? []).join(', ') } };
  if (!problem) return undefined;
  return shape.format === 'date'
    ? { sentence: refusals.date, args: { value: text } }
    : { sentence: refusals.format, args: { value: text, key } };
}

/** What stands under a path of keys. Items of lists take no step. */
export function shapeAt(shape: Shape, path: readonly string[]): Shape | undefined {
  return path.reduce<Shape | undefined>((above, key) => {
    if (above?.kind === 'dict') return above.value;
    if (above?.kind !== 'map') return undefined;
    return Object.hasOwn(above.keys, key) ? above.keys[key]?.shape : undefined;
  }, shape);
}

/** The keys that a new one comes after: those that the format names before it. */
export function keysBefore({ keys }: MapShape, key: string): readonly string[] {
  const all = Object.keys(keys);
  return all.slice(0, Math.max(0, all.indexOf(key)));
}
