import type { ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import { normaliseText } from '../catalogue/fingerprint';
import { normaliseId } from '../catalogue/identifiers';
import { printedId } from '../catalogue/printed-id';
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
  const printed = namesakeKeys(before, after);
  return (
    matcher
      .byUniqueKey('printed', (one) =>
        printed(one, [one.text ?? '', ...[...one.profiles].sort(), one.nature, one.chapter]),
      )
      .byUniqueKey('printed', (one) => printed(one, [one.text ?? '', ...[...one.profiles].sort()]))
      .byUniqueKey('printed', (one) => printed(one, [one.text ?? '']))
      .byKey('id', ({ id }) => id, alike)
      .byKey('spelling', ({ id }) => normaliseId(id), alike)
      .byKeyAndText('printed', (one) => printed(one)[0])
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
      // All rewritten, but for the same software and the only one left: as with an id that is printed once.
      .byUniqueKey('printed', (one) => printed(one, [...[...one.profiles].sort(), one.nature, one.chapter]))
      .result()
  );
}

/** The scenarios of a requirement in both catalogues; or, without parents, the core-business ones. */
export function matchScenarios(
  before: readonly Scenario[],
  after: readonly Scenario[],
  parents?: { readonly before: Named; readonly after: Named },
): Matching<Scenario> {
  return matchChildren(before, after, scenarioText, fewest.scenario, parents);
}

/** The expected proofs of a scenario in both catalogues. */
export function matchProofs(
  before: readonly ExpectedProof[],
  after: readonly ExpectedProof[],
  parents: { readonly before: Named; readonly after: Named },
): Matching<ExpectedProof> {
  return matchChildren(before, after, ({ expected }) => expected, fewest.proof, parents);
}

/** Everything that a scenario asks to do, in words. */
export function scenarioText({ name, text, steps }: Scenario): string {
  return [name, text, ...steps.map((step) => step.text)].filter((part) => part !== undefined).join('\n');
}

/** An entry with the id that its REM may print for others too. */
interface Named {
  readonly id: string;
  readonly printedId?: string;
}

/**
 * Keys under which entries whose id is printed for several of them, in one of the catalogues, are found again: the printed
 * id, and what else is said. No key for the others, whose id is enough.
 */
function namesakeKeys(
  before: readonly Named[],
  after: readonly Named[],
): (entry: Named, more?: readonly string[]) => readonly string[] {
  const shared = new Set<string>();
  for (const { printedId } of [...before, ...after]) if (printedId !== undefined) shared.add(normaliseId(printedId));
  return (entry, more = []) => {
    const printed = normaliseId(printedId(entry));
    return shared.has(printed) ? [[printed, ...more.map(normaliseText)].join('\n')] : [];
  };
}

function matchChildren<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  textOf: (entry: T) => string,
  words: number,
  parents: { readonly before: Named; readonly after: Named } | undefined,
): Matching<T> {
  const matcher = new Matcher(before, after, textOf);
  const alike = (one: T, two: T) => matcher.isAlike(one, two);
  // `INS/va1.56.02` under `INS/va1.56` is found again as `INS/va2.01.02` under `INS/va2.01`.
  const relative = (one: T, side: 'before' | 'after') => relativeId(one, parents?.[side]);
  const printed = namesakeKeys(before, after);
  return matcher
    .byUniqueKey('printed', (one) => printed(one, [textOf(one)]))
    .byKey('id', ({ id }) => id, alike)
    .byKeyAndText('printed', (one) => printed(one)[0])
    .byKey('parent', relative, alike)
    .byText(words)
    .byKey('id', ({ id }) => id)
    .byUniqueKey('printed', (one) => printed(one))
    .byKey('parent', relative)
    .result();
}

function relativeId(entry: Named, parent: Named | undefined): string {
  const normal = normaliseId(printedId(entry));
  // Ids that are made follow the key of their parent, those that are printed its printed id.
  const prefix = [parent?.id, parent?.printedId]
    .flatMap((id) => (id === undefined ? [] : [normaliseId(id)]))
    .find((id) => normal.startsWith(`${id}.`));
  return prefix === undefined ? normal : normal.slice(prefix.length);
}

function sameSocle(one: Requirement, two: Requirement): boolean {
  return (
    one.socleId === undefined || two.socleId === undefined || normaliseId(one.socleId) === normaliseId(two.socleId)
  );
}
