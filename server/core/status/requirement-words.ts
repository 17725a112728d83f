import { say, type Locale, type Sentence } from '../messages/say';
import { concernsDossier, type RequirementCompliance } from './compliance';
import { isUncounted, uncounted, type Uncounted } from './status';
import { statusWords } from './status-words';

const coveredBy: Sentence = { fr: 'couverte par {ids}', en: 'covered by {ids}' };
const coveredByAndWhere: Sentence = { fr: 'couverte par {ids} ({status})', en: 'covered by {ids} ({status})' };

const tallies: Readonly<Record<Uncounted, Sentence>> = {
  covered: {
    fr: '{count, plural, one {# couverte par un scénario cœur de métier} other {# couvertes par des scénarios cœur de métier}}',
    en: '{count, plural, one {# covered by a core-business scenario} other {# covered by core-business scenarios}}',
  },
  requiredWithoutProof: {
    fr: '{count, plural, one {# exigée, sans preuve attendue par le REM} other {# exigées, sans preuve attendue par le REM}}',
    en: '{count, number} required, no proof expected by the REM',
  },
  unknown: { fr: '{count, plural, one {# inconnue} other {# inconnues}}', en: '{count, number} unknown' },
  nothingExpected: {
    fr: '{count, number} sans preuve attendue',
    en: '{count, number} no proof expected',
  },
  notApplicable: {
    fr: '{count, plural, one {# non applicable} other {# non applicables}}',
    en: '{count, number} not applicable',
  },
};

/** The status of a requirement in words: one that is covered names what covers it, and where that stands. */
export function requirementStatus(one: RequirementCompliance, locale: Locale): string {
  const { status, weighs } = one;
  if (status !== 'covered') return statusWords[status][locale];
  const ids = one.coveredBy.map(({ id }) => id).join(', ');
  if (weighs === 'covered') return say(coveredBy, locale, { ids });
  return say(coveredByAndWhere, locale, { ids, status: statusWords[weighs][locale] });
}

/** How many requirements that concern the dossier are in each state in which no proof is counted. */
export type UncountedTally = Readonly<Record<Uncounted, number>>;

export const noTally: UncountedTally = {
  covered: 0,
  requiredWithoutProof: 0,
  unknown: 0,
  nothingExpected: 0,
  notApplicable: 0,
};

/** Counts the requirements whose state no figure about proofs shows. */
export function uncountedTally(requirements: readonly RequirementCompliance[]): UncountedTally {
  const tally = { ...noTally };
  for (const one of requirements) if (isUncounted(one.status) && concernsDossier(one)) tally[one.status]++;
  return tally;
}

/** The tally in words, a part for each state that has some: `45 exigées, sans preuve attendue par le REM`. */
export function tallyWords(tally: UncountedTally, locale: Locale): string[] {
  return uncounted.flatMap((status) => {
    const count = tally[status];
    return count === 0 ? [] : [say(tallies[status], locale, { count })];
  });
}

/** The requirements that apply and of which the REM expects no proof, nor of any scenario that covers them. */
export function requiredWithoutProof(requirements: readonly RequirementCompliance[]): RequirementCompliance[] {
  return requirements.filter(({ status }) => status === 'requiredWithoutProof');
}
