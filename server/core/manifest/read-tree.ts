import type { Document } from 'yaml';
import { CrowdError, FloodError, NestingError, parseBoundedDocument } from '../text/bounded-yaml';
import { readSimpleYaml } from '../text/simple-yaml';
import type { YamlNode } from '../text/yaml-node';
import { mostItems } from '../text/most-items';
import { NodeReader } from './read-node';

/** A text as a tree, and what walks it: syntax errors are already among its problems. */
export interface ManifestTree {
  readonly contents: YamlNode | null;
  readonly reader: NodeReader;
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

/** Most texts are simple and need no library. */
export function readTree(text: string): ManifestTree {
  const simple = readSimpleYaml(text);
  return simple ? { contents: simple, reader: new NodeReader(undefined, text.length) } : readTreeByLibrary(text);
}

/** Reads any text, broken ones too. */
export function readTreeByLibrary(text: string): ManifestTree {
  try {
    const document = parseBoundedDocument(text, options, mostItems);
    const reader = new NodeReader(document, text.length);
    syntaxProblems(document, reader);
    return { contents: document.contents, reader };
  } catch (error) {
    if (!(error instanceof NestingError || error instanceof FloodError || error instanceof CrowdError)) throw error;
    const reader = new NodeReader(undefined, text.length);
    const start = Math.max(0, Math.min(error.offset, text.length - 1));
    reader.problem('syntax', { start, end: start + 1 }, { code: codeOf(error), detail: error.message });
    return { contents: null, reader };
  }
}

function codeOf(error: NestingError | FloodError | CrowdError): string {
  if (error instanceof FloodError) return 'TOO_MANY_ERRORS';
  return error instanceof CrowdError ? 'TOO_MANY_ENTRIES' : 'NESTED_TOO_DEEPLY';
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
