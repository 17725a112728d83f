import type { Document } from 'yaml';
import { NestingError, parseBoundedYaml } from './bounded-yaml';

/** A YAML text in which every scalar is a text, as it is written. */
export interface DataText {
  /** The first document, with its errors; undefined for a text without any, or nested too deeply. */
  readonly document: Document.Parsed | undefined;
  /** There are more documents than one. */
  readonly several: boolean;
  /** Offset at which the text nests deeper than any file of ours. */
  readonly tooDeepAt?: number;
}

/** Reads a text from anywhere: nothing in it makes this throw. */
export function readData(text: string): DataText {
  try {
    const [document, other] = parseBoundedYaml(text, { schema: 'failsafe' }) as (Document.Parsed | undefined)[];
    return { document, several: other !== undefined };
  } catch (error) {
    if (!(error instanceof NestingError)) throw error;
    return { document: undefined, several: false, tooDeepAt: error.offset };
  }
}
