import { journeyData } from '../../parcours/journey-data.generated';

const { ordre, alias, minimum_depot: minimum } = journeyData.statuts.cnda;
const order = ordre.map(plain);
const aliases = new Map(Object.entries(alias).map(([from, to]) => [plain(from), plain(to)]));

/** Words with which people say that there is no request yet, or none any more. */
const none =
  /^(?:a|au|non|pas|aucune?|refus\w*|rejet\w*|abandon\w*|annul\w*|not|no|to|refused|rejected|withdrawn|cancelled)(?: |$)/;

/**
 * Whether a request at the CNDA with this status is too early to file with ANS, which takes files from *Pré-examen* on
 * (FAQ for vendors). A status that is not known says nothing.
 */
export function isTooEarlyToFile(state: string): boolean {
  const bare = plain(state);
  const rank = order.indexOf(aliases.get(bare) ?? bare);
  return rank >= 0 ? rank < order.indexOf(plain(minimum)) : none.test(bare);
}

/** Letters alone, without accents, in lower case: people write `Pre-examen` and `pré examen`. */
function plain(text: string): string {
  const letters = text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '');
  return letters.replace(/[^a-z]+/g, ' ').trim();
}
