import { isScalar } from 'yaml';
import { isMapNode, type YamlNode } from '../text/yaml-node';
import { mainShape } from './manifest-shape';
import type { StructureProblem } from './problem';
import type { NodeReader, ReadEntry } from './read-node';
import { readTree } from './read-tree';
import { sectionFacts, type SectionFacts } from './section-facts';
import type { Shape } from './shape';
import type { Located } from '../text/offset-range';

/** What one block says; independent of where the block stands in the file, so that it can be kept across edits. */
export interface BlockContent {
  readonly facts: readonly SectionFacts[];
  /** Top-level keys found in the block (one, for a well-formed section). */
  readonly keys: readonly Located<string>[];
  readonly problems: readonly StructureProblem[];
}

/**
 * Reads a text that holds whole top-level keys.
 * @param treeOf only tests say which reader is used
 */
export function readSections(text: string, treeOf = readTree): BlockContent {
  const { contents, reader } = treeOf(text);
  const keys: Located<string>[] = [];
  const facts: SectionFacts[] = [];
  const whole = { start: 0, end: text.length };
  if (isMapNode(contents)) {
    for (const pair of contents.items) {
      const key = reader.readKey(pair, whole);
      if (!key) continue;
      keys.push(key);
      const shape = Object.hasOwn(mainShape.keys, key.value) ? mainShape.keys[key.value]?.shape : undefined;
      if (!shape) continue;
      facts.push(sectionFacts(readEntry(reader, key, pair.value, shape)));
      if (shape.kind === 'scalar' && mainShape.keys[key.value]?.required && reader.isEmptyValue(pair.value))
        reader.problem('missingKey', key.range, { key: key.value, in: mainShape.name });
    }
  } else if (!isNothing(contents)) {
    reader.problem('wrongType', reader.rangeOf(contents, whole), {
      expected: 'map',
      found: isScalar(contents) ? 'scalar' : 'list',
    });
  }
  return { facts, keys, problems: reader.problems };
}

/** Reads one entry (or a few, where the text is malformed) of `exigences` or `scenarios`. */
export function readEntries(text: string, section: string, treeOf = readTree): BlockContent {
  const { contents, reader } = treeOf(text);
  const shape = mainShape.keys[section]?.shape;
  if (shape?.kind !== 'dict' || isNothing(contents)) return { facts: [], keys: [], problems: reader.problems };
  const whole = { start: 0, end: text.length };
  const read = reader.read(contents, shape, whole);
  const key = { value: section, range: whole };
  return {
    facts: [sectionFacts({ key, value: read, range: whole })],
    keys: [],
    problems: reader.problems,
  };
}

function readEntry(reader: NodeReader, key: Located<string>, value: unknown, shape: Shape): ReadEntry {
  const range = reader.rangeOf(value as YamlNode | null, key.range);
  return {
    key,
    value: reader.read(value, shape, key.range),
    range: { start: key.range.start, end: Math.max(key.range.end, range.end) },
  };
}

function isNothing(contents: unknown): boolean {
  return (
    contents === null || (isScalar(contents) && (contents.source ?? '') === '' && contents.type !== 'QUOTE_DOUBLE')
  );
}
