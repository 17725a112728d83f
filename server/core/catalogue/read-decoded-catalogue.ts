import type { DecodedText } from '../text/encoding';
import { encodingSentence } from '../text/encoding-words';
import type { CatalogueReading } from './read-catalogue';
import { readCatalogue } from './read-catalogue';

/**
 * Reads the file of a catalogue. One that is not UTF-8 is refused: read by a guess, its texts would not be those that the
 * evidence was accepted for.
 */
export function readDecodedCatalogue({ text, fault }: DecodedText): CatalogueReading {
  if (!fault) return readCatalogue(text);
  const { fr, en } = encodingSentence(fault);
  const range = { start: fault.offset, end: fault.offset + 1 };
  const message = { fr: `${fr}.`, en: `${en}.` };
  return { problems: [{ severity: 'error', message, range }], requirementRanges: new Map() };
}
