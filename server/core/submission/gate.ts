import type { Analysis } from '../dossier/analyse';
import type { Finding } from '../findings/finding';
import type { Entry, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import type { Language, Sentence, SentenceArguments } from '../messages/language';
import { shift, type OffsetRange } from '../text/offset-range';
import type { ChapterCompliance, Compliance, RequirementCompliance, ScenarioCompliance } from '../status/compliance';
import { totalOf, type Status } from '../status/status';
import { statusWords } from '../status/status-words';

/** What a package holds. */
export interface Scope {
  /** Names of the chapters to file; all of them when absent. */
  readonly chapters?: readonly string[];
}

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

/** The chapters that a package holds, in the catalogue's order. */
export function chaptersInScope(state: Compliance, scope: Scope): readonly ChapterCompliance[] {
  return scope.chapters ? state.chapters.filter(({ name }) => scope.chapters?.includes(name)) : state.chapters;
}

/** Core-business scenarios are filed with the whole dossier, or with any chapter that holds a requirement they cover. */
export function coreScenariosInScope(state: Compliance, scope: Scope): readonly ScenarioCompliance[] {
  if (!scope.chapters) return state.coreScenarios;
  const covering = new Set(
    chaptersInScope(state, scope).flatMap(({ requirements }) => requirements.flatMap((one) => one.coveredBy)),
  );
  return state.coreScenarios.filter(({ scenario }) => covering.has(scenario));
}

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
  const chapters = chaptersInScope(state, scope);
  const inScope = new Set(chapters.flatMap(({ requirements }) => requirements.map((one) => one.requirement.id)));
  for (const finding of analysis.findings) {
    if (finding.severity !== 'error') continue;
    const requirement = finding.target?.requirement;
    if (scope.chapters && requirement !== undefined && !inScope.has(requirement)) continue;
    list.push({ kind: 'finding', finding, uri: finding.uri, range: finding.range });
  }
  for (const { requirements } of chapters) {
    for (const one of requirements)
      if (unfinished.has(ownStatus(one))) list.push(requirementBlocker(one, head, language));
  }
  for (const one of coreScenariosInScope(state, scope)) {
    if (unfinished.has(one.status)) list.push(scenarioBlocker(one, head, language));
  }
  return list;
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
