import type { Catalogue } from '../catalogue/catalogue';
import type { Analysis } from '../dossier/analyse';
import type { Language } from '../messages/language';
import { concernsDossier, type Compliance, type ScenarioCompliance } from '../status/compliance';
import { rollUp, sumCounts } from '../status/status';
import type { ReportGroup } from './report';
import { words } from './words';

/** Chapters in the catalogue's order, then the core-business scenarios: together, the counts of the dossier. */
export function chapterGroups(state: Compliance, { dossier }: Analysis, language: Language): ReportGroup[] {
  const states = new Map(
    dossier.main.parsed.chapters.map(({ facts }) => [
      facts.name.value,
      [facts.state?.value, facts.on?.value].filter(Boolean).join(', '),
    ]),
  );
  const chapters = state.chapters.flatMap(({ name, status, counts, requirements }): ReportGroup[] => {
    const shown = requirements.filter(concernsDossier).length;
    const ansState = states.get(name);
    return shown === 0 ? [] : [{ name, status, counts, requirements: shown, ...(ansState ? { ansState } : {}) }];
  });
  return [...chapters, ...coreGroup(state.coreScenarios, language)];
}

/** Domains in the catalogue's order, then the core-business scenarios, which cover several. */
export function domainGroups(state: Compliance, catalogue: Catalogue, language: Language): ReportGroup[] {
  const requirements = state.chapters.flatMap((chapter) => chapter.requirements).filter(concernsDossier);
  const names = new Map(catalogue.domains.map(({ id, name }) => [id, name]));
  for (const { requirement } of requirements)
    if (!names.has(requirement.domain)) names.set(requirement.domain, requirement.domain);
  const domains = [...names].flatMap(([id, name]): ReportGroup[] => {
    const own = requirements.filter(({ requirement }) => requirement.domain === id);
    return own.length === 0 ? [] : [{ name, requirements: own.length, ...whole(own) }];
  });
  return [...domains, ...coreGroup(state.coreScenarios, language)];
}

function coreGroup(scenarios: readonly ScenarioCompliance[], language: Language): ReportGroup[] {
  if (scenarios.length === 0) return [];
  return [{ name: words.coreScenarios[language], requirements: scenarios.length, ...whole(scenarios) }];
}

function whole(
  parts: readonly Pick<ScenarioCompliance, 'status' | 'counts'>[],
): Pick<ReportGroup, 'status' | 'counts'> {
  return {
    status: rollUp(parts.map(({ status }) => status)),
    counts: sumCounts(parts.map(({ counts }) => counts)),
  };
}
