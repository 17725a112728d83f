import type { Analysis } from '../dossier/analyse';
import type { Finding } from '../findings/finding';
import type { Entry, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import type { Language, Sentence, SentenceArguments } from '../messages/language';
import { shift, type OffsetRange } from '../text/offset-range';
import { proofKey } from '../instruction/proof-key';
import { rule as openRequest } from '../rules/instruction/demande-ouverte/rule';
import type { RequirementCompliance, ScenarioCompliance } from '../status/compliance';
import { countOf, rollUp, sumCounts, totalOf, type Status } from '../status/status';
import { statusWords } from '../status/status-words';
import { chaptersInScope, concernsScope, coreScenariosInScope, type Scope } from './scope';

/** Something that keeps a final package from being made, and where to mend it. */
export type Blocker = Place &
  (
    | { readonly kind: 'finding'; readonly finding: Finding }
    | { readonly kind: 'status'; readonly sentence: Sentence; readonly args: SentenceArguments }
  );

interface Place {
  readonly uri: string;
  readonly range: OffsetRange;
}

const messages = {
  noCatalogue: {
    fr: 'Aucun catalogue ne peut être lu : ce qui est attendu n’est pas connu.',
    en: 'No catalogue can be read: what is expected is not known.',
  },
  unknownChapter: {
    fr: 'Le chapitre « {chapter} » n’existe pas dans le catalogue. Chapitres : {chapters}.',
    en: 'Chapter “{chapter}” does not exist in the catalogue. Chapters: {chapters}.',
  },
  requirement: {
    fr: 'L’exigence {id} est {status} : {n} preuve(s) sur {total}.',
    en: 'Requirement {id} is {status}: {n} proof(s) out of {total}.',
  },
  scenario: {
    fr: 'Le scénario {id} est {status} : {n} preuve(s) sur {total}.',
    en: 'Scenario {id} is {status}: {n} proof(s) out of {total}.',
  },
} satisfies Record<string, Sentence>;

/** Statuses that an examiner would send back. */
const unfinished: ReadonlySet<Status> = new Set(['incomplete', 'toReview', 'toProvide']);

/** Everything that blocks a final package, in the order of the files, then of the catalogue. Empty: it may be made. */
export function blockers(analysis: Analysis, scope: Scope, language: Language): Blocker[] {
  const { dossier } = analysis;
  const state = analysis.compliance();
  const head = { uri: dossier.main.uri, range: { start: 0, end: 1 } };
  if (!state) return [{ kind: 'status', sentence: messages.noCatalogue, args: {}, ...head }];
  const names = state.chapters.map(({ name }) => name);
  const list: Blocker[] = (scope.chapters ?? [])
    .filter((chapter) => !names.includes(chapter))
    .map((chapter) => ({
      kind: 'status',
      sentence: messages.unknownChapter,
      args: { chapter, chapters: names.join(' · ') },
      ...head,
    }));
  const isConcerned = concernsScope(state, scope);
  for (const finding of analysis.findings) {
    if (finding.severity !== 'error' || !isConcerned(finding.target)) continue;
    list.push({ kind: 'finding', finding, uri: finding.uri, range: finding.range });
  }
  const answered = scope.proofs ? answeredByFiling(analysis.findings) : none;
  for (const { requirements } of chaptersInScope(state, scope)) {
    for (const one of requirements.map((held) => withAnswers(held, answered)))
      if (unfinished.has(ownStatus(one))) list.push(requirementBlocker(one, head, language));
  }
  for (const one of coreScenariosInScope(state, scope).map((held) => scenarioWithAnswers(held, answered))) {
    if (unfinished.has(one.status)) list.push(scenarioBlocker(one, head, language));
  }
  return list;
}

const none: ReadonlySet<string> = new Set();

/**
 * Proofs that only have to be looked at again because ANS asked for it: the package that answers must not wait for the
 * note that it was answered.
 */
function answeredByFiling(findings: readonly Finding[]): ReadonlySet<string> {
  const asked = new Set<string>();
  const otherwise = new Set<string>();
  for (const { rule, effect, target } of findings) {
    if (effect === undefined || target?.scenario === undefined || target.proof === undefined) continue;
    (rule === openRequest.meta.id ? asked : otherwise).add(proofKey(target.scenario, target.proof));
  }
  return new Set([...asked].filter((key) => !otherwise.has(key)));
}

function withAnswers(one: RequirementCompliance, answered: ReadonlySet<string>): RequirementCompliance {
  if (answered.size === 0 || one.scenarios.length === 0) return one;
  const scenarios = one.scenarios.map((scenario) => scenarioWithAnswers(scenario, answered));
  return { ...one, scenarios, counts: sumCounts(scenarios.map(({ counts }) => counts)) };
}

function scenarioWithAnswers(one: ScenarioCompliance, answered: ReadonlySet<string>): ScenarioCompliance {
  if (answered.size === 0) return one;
  const statuses = one.proofs.map(({ proof, status }) =>
    status === 'toReview' && answered.has(proofKey(one.scenario.id, proof.id)) ? 'provided' : status,
  );
  return { ...one, status: rollUp(statuses), counts: sumCounts(statuses.map(countOf)) };
}

/** Without the core-business scenarios that cover it, which are listed apart. */
function ownStatus(one: RequirementCompliance): Status {
  const counts = one.counts;
  if (counts.incomplete > 0) return 'incomplete';
  if (counts.toReview > 0) return 'toReview';
  if (counts.toProvide > 0) return 'toProvide';
  return one.scenarios.length === 0 && one.coveredBy.length === 0 ? one.status : 'provided';
}

function requirementBlocker(one: RequirementCompliance, head: Place, language: Language): Blocker {
  const args = { id: one.requirement.id, ...figures(one, statusWords[ownStatus(one)][language]) };
  return { kind: 'status', sentence: messages.requirement, args, ...(placeOf(one.entries[0]) ?? head) };
}

function scenarioBlocker(one: ScenarioCompliance, head: Place, language: Language): Blocker {
  const args = { id: one.scenario.id, ...figures(one, statusWords[one.status][language]) };
  return { kind: 'status', sentence: messages.scenario, args, ...(placeOf(one.entry) ?? head) };
}

function placeOf(entry: Entry<ResolvedRequirement | ResolvedScenario> | undefined): Place | undefined {
  return entry && { uri: entry.uri, range: shift(entry.value.facts.id.range, entry.base) };
}

function figures(
  { counts }: Pick<RequirementCompliance, 'counts'>,
  status: string,
): { status: string; n: number; total: number } {
  return { status, n: counts.provided, total: totalOf(counts) };
}
