import { isMap, isSeq, type Node } from 'yaml';
import type { Sentence, SentenceArguments } from '../messages/say';
import type { DataLines } from './data-lines';
import { pairsOf, scalarIn } from './data-nodes';
import type { DataText } from './read-data';

/** Something that is well-formed, and of which a reader would take one part and leave another without a word. */
export interface DataFault {
  readonly sentence: Sentence;
  readonly args: SentenceArguments;
  /** 1-based. */
  readonly line: number;
}

const words = {
  repeated: {
    fr: 'ligne {line} : « {key} » est écrit deux fois ; gardez-en un',
    en: 'line {line}: “{key}” is written twice; keep one of them',
  },
  several: {
    fr: 'ligne {line} : ce fichier contient plusieurs documents YAML (séparés par ---) ; gardez-en un seul',
    en: 'line {line}: this file holds several YAML documents (with --- between them); keep one of them',
  },
} satisfies Record<string, Sentence>;

/**
 * The keys that a mapping has twice, anywhere in a text that `readData` read, and documents behind the first.
 * @param alike what keys have in common that mean the same to the reader
 */
export function dataFaults(
  { document, several }: DataText,
  lines: DataLines,
  alike: (key: string) => string,
): readonly DataFault[] {
  const found: DataFault[] = [];
  const tell = (sentence: Sentence, node: Node | null | undefined, key: string): void => {
    const line = lines.of(node);
    found.push({ sentence, args: { line, key }, line });
  };
  if (several) tell(words.several, undefined, '');
  const waiting: unknown[] = [document?.contents];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isSeq(node)) waiting.push(...node.items.toReversed());
    if (!isMap(node)) continue;
    const known = new Set<string>();
    for (const { key, value } of pairsOf(node)) {
      const name = alike(scalarIn(key));
      if (known.has(name)) tell(words.repeated, key, scalarIn(key));
      known.add(name);
      if (value) waiting.push(value);
    }
  }
  return found;
}
