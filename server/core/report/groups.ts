import type { Catalogue } from '../catalogue/catalogue';
import type { Analysis } from '../engine/analyse';
import type { Locale } from '../messages/say';
import {
  concernsDossier,
  wholeOf,
  wholeOfRequirements,
  type Compliance,
  type RequirementCompliance,
  type ScenarioCompliance,
} from '../status/compliance';
import { chapterStates, chapterStateText } from '../instruction/chapter-states';
import { tallyWords, uncountedTally } from '../status/requirement-words';
import type { ReportGroup } from './report';
import { words } from './words';

/** Chapters in the catalogue's order, then the core-business scenarios: together, the counts of the dossier. */
export function chapterGroups(state: Compliance, { dossier }: Analysis, locale: Locale): ReportGroup[] {
  const states = chapterStates(dossier.main.parsed);
  const chapters = state.chapters.flatMap(({ name, status, counts, requirements }): ReportGroup[] => {
    const shown = requirements.filter(concernsDossier);
    const said = states.get(name);
    if (shown.length === 0) return [];
    const ansState = said ? { ansState: chapterStateText(said) } : {};
    return [{ name, status, counts, ...shownOf(shown, locale), ...ansState }];
  });
  return [...chapters, ...coreGroup(state.coreScenarios, locale)];
}

/** Domains in the catalogue's order, then the core-business scenarios, which cover several. */
export function domainGroups(state: Compliance, catalogue: Catalogue, locale: Locale): ReportGroup[] {
  const requirements = state.chapters.flatMap((chapter) => chapter.requirements).filter(concernsDossier);
  const names = new Map(catalogue.domains.map(({ id, name }) => [id, name]));
  for (const { requirement } of requirements)
    if (!names.has(requirement.domain)) names.set(requirement.domain, requirement.domain);
  const domains = [...names].flatMap(([id, name]): ReportGroup[] => {
    const own = requirements.filter(({ requirement }) => requirement.domain === id);
    return own.length === 0 ? [] : [{ name, ...shownOf(own, locale), ...wholeOfRequirements(own) }];
  });
  return [...domains, ...coreGroup(state.coreScenarios, locale)];
}

function coreGroup(scenarios: readonly ScenarioCompliance[], locale: Locale): ReportGroup[] {
  if (scenarios.length === 0) return [];
  return [{ name: words.coreScenarios[locale], requirements: scenarios.length, uncounted: [], ...wholeOf(scenarios) }];
}

function shownOf(
  requirements: readonly RequirementCompliance[],
  locale: Locale,
): Pick<ReportGroup, 'requirements' | 'uncounted'> {
  return { requirements: requirements.length, uncounted: tallyWords(uncountedTally(requirements), locale) };
}
