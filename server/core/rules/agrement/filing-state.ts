import { journeyData } from '../../manifest/journey-data.generated';
import { cndaRank, cndaStates } from '../../manifest/known-states';

/** Words with which people say that there is no request yet, or none any more. */
const none =
  /^(?:a|au|non|pas|aucune?|refus\w*|rejet\w*|abandon\w*|annul\w*|not|no|to|refused|rejected|withdrawn|cancelled)(?: |$)/;

/** Whether a request that is so far, as {@link cndaRank} says, is too early to file with ANS. */
export function isBeforeFiling(rank: number): boolean {
  return rank < cndaStates.indexOf(journeyData.statuts.cnda.minimum_depot);
}

/**
 * Whether a request at the CNDA with this status is too early to file with ANS, which takes files from *Pré-examen* on
 * (FAQ for vendors). A status that is not known says nothing.
 */
export function isTooEarlyToFile(state: string): boolean {
  const rank = cndaRank(state);
  return rank === undefined ? none.test(plain(state)) : isBeforeFiling(rank);
}

/** Letters alone, without accents, in lower case: people write `Pre-examen` and `pré examen`. */
function plain(text: string): string {
  const letters = text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '');
  return letters.replace(/[^a-z]+/g, ' ').trim();
}
