import { isMap, isScalar, parseDocument, type Document, type Node } from 'yaml';
import { mainShape } from './manifest-shape';
import type { StructureProblem } from './problem';
import { NodeReader, type ReadEntry } from './read-node';
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

/** Scalars stay the text they are in the source: no number, date or boolean is made of them. */
const options = {
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  // `silent` would also hide that a text holds several documents.
  logLevel: 'error',
  keepSourceTokens: false,
} as const;

/** Reads a text that holds whole top-level keys. */
export function readSections(text: string): BlockContent {
  const document = parseDocument(text, options);
  const reader = new NodeReader(document, 0, text.length);
  const keys: Located<string>[] = [];
  const facts: SectionFacts[] = [];
  const whole = { start: 0, end: text.length };
  syntaxProblems(document, reader);
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      const key = reader.readKey(pair, whole);
      if (!key) continue;
      keys.push(key);
      const shape = Object.hasOwn(mainShape.keys, key.value) ? mainShape.keys[key.value]?.shape : undefined;
      if (!shape) continue;
      facts.push(sectionFacts(readEntry(reader, key, pair.value, shape)));
      if (shape.kind === 'scalar' && mainShape.keys[key.value]?.required && reader.isEmptyValue(pair.value))
        reader.problem('missingKey', key.range, { key: key.value, in: mainShape.name });
    }
  } else if (!isNothing(document.contents)) {
    reader.problem('wrongType', reader.rangeOf(document.contents, whole), {
      expected: 'map',
      found: isScalar(document.contents) ? 'scalar' : 'list',
    });
  }
  return { facts, keys, problems: reader.problems };
}

/** Reads one entry (or a few, where the text is malformed) of `exigences` or `scenarios`. */
export function readEntries(text: string, section: string): BlockContent {
  const document = parseDocument(text, options);
  const reader = new NodeReader(document, 0, text.length);
  syntaxProblems(document, reader);
  const shape = mainShape.keys[section]?.shape;
  if (shape?.kind !== 'dict' || isNothing(document.contents)) return { facts: [], keys: [], problems: reader.problems };
  const whole = { start: 0, end: text.length };
  const read = reader.read(document.contents, shape, whole);
  const key = { value: section, range: whole };
  return {
    facts: [sectionFacts({ key, value: read, range: whole })],
    keys: [],
    problems: reader.problems,
  };
}

function readEntry(reader: NodeReader, key: Located<string>, value: unknown, shape: Shape): ReadEntry {
  const range = reader.rangeOf(value as Node | null, key.range);
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

function syntaxProblems(document: Document, reader: NodeReader): void {
  const starts = new Set<number>();
  for (const error of document.errors) {
    const [start, end] = error.pos;
    // One finding per place: the parser often reports the same slip several times.
    if (starts.has(start - 1) || starts.has(start) || starts.has(start + 1)) continue;
    starts.add(start);
    // What is missing at the end is reported past it.
    const range = {
      start: Math.min(start, reader.textEnd),
      end: Math.min(Math.max(end, start + 1), reader.textEnd),
    };
    reader.problem('syntax', range, { code: error.code, detail: error.message });
  }
}
