import { formatNumber } from '../../../words/numbers';
import type { Sentence } from '../messages/say';
import { CrowdError, FloodError, NestingError } from './bounded-yaml';
import { mostItems } from './most-items';

/** Why a text of YAML is not read at all: it is nothing that anybody writes. */
export interface Unread {
  readonly reason: 'deep' | 'errors' | 'entries';
  /** Where it shows. */
  readonly at: number;
}

/** @throws what is no such reason */
export function unreadOf(error: unknown): Unread {
  if (error instanceof NestingError) return { reason: 'deep', at: error.offset };
  if (error instanceof FloodError) return { reason: 'errors', at: error.offset };
  if (error instanceof CrowdError) return { reason: 'entries', at: error.offset };
  throw error;
}

/** What is said of it, behind the file and the line. */
export const unreadSentences: Readonly<Record<Unread['reason'], Sentence>> = {
  deep: { fr: 'imbrication trop profonde', en: 'nested too deeply' },
  errors: {
    fr: 'trop d’erreurs de syntaxe : le fichier n’est pas lu',
    en: 'too many syntax errors: the file is not read',
  },
  entries: {
    fr: `plus de ${formatNumber(mostItems, 'fr')} entrées dans une liste : le fichier n’est pas lu`,
    en: `more than ${formatNumber(mostItems, 'en')} entries in one list: the file is not read`,
  },
};
