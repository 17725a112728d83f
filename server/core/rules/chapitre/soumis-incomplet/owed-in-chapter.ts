import type { Catalogue, Requirement, Scenario } from '../../../catalogue/catalogue';
import type { ResolvedRequirement } from '../../../dossier/dossier';
import { applicability } from '../../../status/applicability';
import { owedFor, type HasEvidence } from '../../../status/expectation';
import type { WholeContext } from '../../rule';
import { requirementsOfChapter } from '../requirements-of-chapter';

/** Ids of the requirements of a chapter for which a proof is still owed, in the order of the REM. */
export function owedInChapter(
  chapter: string,
  catalogue: Catalogue,
  writtenEntries: WholeContext['writtenEntries'],
  profiles: ReadonlySet<string>,
): readonly string[] {
  return requirementsOfChapter(catalogue, chapter)
    .filter((requirement) => applicability(requirement, profiles) === 'applies')
    .filter((requirement) => isOwed(requirement, writtenEntries.entriesOf(requirement)))
    .map(({ id }) => id);
}

/** What an entry, or its absence, leaves owed; asked for again and again while the text of the entry stays. */
const answers = new WeakMap<ResolvedRequirement | Requirement, boolean>();

function isOwed(requirement: Requirement, entries: readonly ResolvedRequirement[]): boolean {
  const [only] = entries;
  if (entries.length > 1) return compute(requirement, entries);
  const key = only ?? requirement;
  let answer = answers.get(key);
  if (answer === undefined) answers.set(key, (answer = compute(requirement, entries)));
  return answer;
}

function compute(requirement: Requirement, entries: readonly ResolvedRequirement[]): boolean {
  if (entries.some(({ facts }) => facts.notApplicable)) return false;
  const scenarios = entries.flatMap((entry) => entry.scenarios);
  // As the status counts it: a scenario that does not apply owes nothing.
  const hasEvidence: HasEvidence = (proof, scenario) =>
    scenarios.some(
      (one) =>
        one.scenario === scenario &&
        (one.facts.notApplicable !== undefined ||
          one.proofs.some((each) => each.proof === proof && each.facts.evidence.length > 0)),
    );
  const isSetAside = (scenario: Scenario) =>
    scenarios.find((one) => one.scenario === scenario)?.facts.notApplicable !== undefined;
  return owedFor(requirement, hasEvidence, isSetAside).length > 0;
}
