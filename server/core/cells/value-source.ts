import { versionField } from '../attach/piece-fields';
import type { ParsedManifest } from '../manifest/parse-manifest';
import { scalarText } from '../manifest/scalar-text';
import type { ScalarShape } from '../manifest/shape';

/**
 * YAML source of the value of a cell: what `attach` writes for a new piece, where it writes such a key.
 * @param present the source that it replaces, whose way of quoting is kept
 * @param main the main manifest: a version that is the candidate's is written as the team writes that
 */
export function valueSource(text: string, shape: ScalarShape, present: string, main: ParsedManifest): string {
  if (/^["']/.test(present)) return scalarText(text, present);
  if (shape.format === 'date') return text;
  if (shape.format === 'version') {
    const [field] = versionField(main);
    const known = main.software?.facts.version?.value === text ? field?.[1] : undefined;
    // What is plain there may end too early between braces.
    if (known !== undefined && /^(?:"[^"\\]*"|'[^']*'|[\w.-]+)$/.test(known)) return known;
  }
  return scalarText(text);
}

/** The lines of a text as a literal block of YAML; undefined where one would not give it back to the letter. */
export function literalSource(text: string, margin: string, eol: string): string | undefined {
  const lines = text.split('\n');
  // The first line says how far the block is indented, and tabs and blanks at ends are easily lost.
  if (/^\s/.test(text) || lines.some((line) => /\s$|\t/.test(line))) return undefined;
  return ['|-', ...lines.map((line) => (line === '' ? '' : margin + line))].join(eol);
}
