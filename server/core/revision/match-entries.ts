import type { ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import { normaliseId } from '../catalogue/identifiers';
import { Matcher, type Matching } from './matcher';

/** Fewest words of a statement, a scenario, an expected proof that near-identity may be told from. */
const fewest = { requirement: 10, scenario: 8, proof: 5 };

/**
 * Finds the requirements of one catalogue again in another. The same id is the same requirement unless its text is
 * another one's: when a REM inserts a requirement and renumbers those behind it, the texts tell.
 */
export function matchRequirements(
  before: readonly Requirement[],
  after: readonly Requirement[],
): Matching<Requirement> {
  const matcher = new Matcher(before, after, ({ text }) => text);
  const alike = (one: Requirement, two: Requirement) => sameSocle(one, two) && matcher.isAlike(one, two);
  return matcher
    .byKey('id', ({ id }) => id, alike)
    .byKey('spelling', ({ id }) => normaliseId(id), alike)
    .byUniqueKey('socle', ({ socleId }) => (socleId === undefined ? [] : [normaliseId(socleId)]))
    .byUniqueKey(
      'socle',
      ({ id, socleId }) => [id, ...(socleId === undefined ? [] : [socleId])].map(normaliseId),
      alike,
    )
    .byUniqueKey('wave1', ({ id, waveOneIds }) => [id, ...waveOneIds].map(normaliseId), alike)
    .byText(fewest.requirement)
    .byKey('id', ({ id }) => id)
    .byKey('spelling', ({ id }) => normaliseId(id))
    .result();
}

/** The scenarios of a requirement in both catalogues; or, without parents, the core-business ones. */
export function matchScenarios(
  before: readonly Scenario[],
  after: readonly Scenario[],
  parents?: { readonly before: string; readonly after: string },
): Matching<Scenario> {
  return matchChildren(before, after, scenarioText, fewest.scenario, parents);
}

/** The expected proofs of a scenario in both catalogues. */
export function matchProofs(
  before: readonly ExpectedProof[],
  after: readonly ExpectedProof[],
  parents: { readonly before: string; readonly after: string },
): Matching<ExpectedProof> {
  return matchChildren(before, after, ({ expected }) => expected, fewest.proof, parents);
}

/** Everything that a scenario asks to do, in words. */
export function scenarioText({ name, text, steps }: Scenario): string {
  return [name, text, ...steps.map((step) => step.text)].filter((part) => part !== undefined).join('\n');
}

function matchChildren<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  textOf: (entry: T) => string,
  words: number,
  parents: { readonly before: string; readonly after: string } | undefined,
): Matching<T> {
  const matcher = new Matcher(before, after, textOf);
  const alike = (one: T, two: T) => matcher.isAlike(one, two);
  // `INS/va1.56.02` under `INS/va1.56` is found again as `INS/va2.01.02` under `INS/va2.01`.
  const relative = ({ id }: T, side: 'before' | 'after') => relativeId(id, parents?.[side]);
  return matcher
    .byKey('id', ({ id }) => id, alike)
    .byKey('parent', relative, alike)
    .byText(words)
    .byKey('id', ({ id }) => id)
    .byKey('parent', relative)
    .result();
}

function relativeId(id: string, parent: string | undefined): string {
  const normal = normaliseId(id);
  if (parent === undefined) return normal;
  const prefix = normaliseId(parent);
  return normal.startsWith(`${prefix}.`) ? normal.slice(prefix.length) : normal;
}

function sameSocle(one: Requirement, two: Requirement): boolean {
  return (
    one.socleId === undefined || two.socleId === undefined || normaliseId(one.socleId) === normaliseId(two.socleId)
  );
}
