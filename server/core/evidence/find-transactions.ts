import { groupOf } from '../text/group-of';

/** Transactions of the DMP as its interface guide numbers them: `TD0.2`, `TD3.1`, `TD3.3a`. */
const transaction = /(?<![\p{L}\p{N}.])TD(\d{1,2}\.\d{1,2})[a-z]?(?![\p{L}\p{N}])/giu;
/** Words of the INSi teleservice, and of whatever may be a trace of it. */
const ins = /(?<![a-z])ins(?:-?i)?(?![a-z])|(?:recherch|verifi|vérifi)\w{0,12}_?ins|identit\S{0,3}\s?nationale/i;

/** What a text names: numbers of transactions (`TD0.2`), and `INS` where anything may be a trace of that teleservice. */
export function findTransactions(text: string): readonly string[] {
  const found = new Set([...text.matchAll(transaction)].map((match) => `TD${groupOf(match, 1)}`));
  return [...found].sort().concat(ins.test(text) ? [insTrace] : []);
}

/** Stands in what {@link findTransactions} returns for a trace of INSi. */
export const insTrace = 'INS';
