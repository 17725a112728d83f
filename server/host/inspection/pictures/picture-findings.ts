import type { IdentifierSighting, Inspection, RecognisedFacts, UnreadPart } from '../../../core/evidence/inspection';
import { mergeInspections } from '../merge-inspections';
import { defaultLimits } from '../limits';
import { picturedFacts } from './picture-facts';
import { picturedIdentities } from './picture-identities';
import type { PictureWord } from './picture-messages';
import { rowsOf } from './picture-rows';

/** What was recognised in the pictures of one piece. */
export interface PictureFindings {
  /** Absent when no picture of it could be read. */
  readonly recognised?: RecognisedFacts;
  readonly identifiers: readonly IdentifierSighting[];
  /** Pictures that were not read. */
  readonly unread: readonly UnreadPart[];
  /** Places of the pictures inside a piece that were read. */
  readonly read?: readonly string[];
}

export const nothingRecognised: PictureFindings = { identifiers: [], unread: [] };

/** @param where what the picture is called in its file, such as `page 2`; absent for a file that is the picture */
export function findingsOf(words: readonly PictureWord[], where?: string): PictureFindings {
  const rows = rowsOf(words);
  return { recognised: picturedFacts(rows), identifiers: picturedIdentities(rows, where), unread: [] };
}

/** Those of several pictures of one piece. */
export function joinFindings(all: readonly PictureFindings[]): PictureFindings {
  const recognised = all.flatMap((one) => (one.recognised ? [one.recognised] : []));
  const each = (name: 'addresses' | 'versions' | 'dates') => {
    const values = [...new Set(recognised.flatMap((one) => one[name] ?? []))];
    return values.length > 0 ? { [name]: values.slice(0, mostValues) } : {};
  };
  return {
    ...(recognised.length > 0 && {
      recognised: {
        words: recognised.reduce((sum, { words }) => sum + words, 0),
        ...each('addresses'),
        ...each('versions'),
        ...each('dates'),
      },
    }),
    identifiers: all.flatMap(({ identifiers }) => identifiers),
    unread: all.flatMap(({ unread }) => unread),
    read: all.flatMap(({ read = [] }) => read),
  };
}

const mostValues = 5;

/** What is known of a piece once its pictures were read, too. */
export function withFindings(
  inspection: Inspection,
  { recognised, identifiers, unread, read = [] }: PictureFindings,
): Inspection {
  const pictured = { ...(recognised && { recognised }), identifiers, unread };
  const done = new Set(read);
  const left = inspection.unread?.filter(({ where }) => where === undefined || !done.has(where));
  return mergeInspections([{ ...inspection, ...(left && { unread: left }) }, pictured], defaultLimits.maxFacts);
}
