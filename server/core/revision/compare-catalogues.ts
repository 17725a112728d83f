import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import { compact } from '../catalogue/compact';
import { normaliseText } from '../catalogue/fingerprint';
import type { Matching, Pair } from './matcher';
import { matchProofs, matchRequirements, matchScenarios, scenarioText } from './match-entries';
import { renamedChapters } from './renamed-chapters';
import type {
  CatalogueRevision,
  Change,
  ListChange,
  ProofRevision,
  RequirementRevision,
  ScenarioRevision,
  ScenarioRevisions,
} from './revision';

/** What `after` changes of `before`. Two catalogues of different dispositifs or waves may be compared too. */
export function compareCatalogues(before: Catalogue, after: Catalogue): CatalogueRevision {
  const requirements = matchRequirements(before.requirements, after.requirements);
  const renamed = renamedChapters(before, after, requirements.kept);
  const names = { before: before.chapters.map(({ name }) => name), after: after.chapters.map(({ name }) => name) };
  return {
    before,
    after,
    chapters: {
      renamed,
      removed: names.before.filter((name) => !names.after.includes(name) && !renamed.has(name)),
      added: names.after.filter((name) => !names.before.includes(name) && ![...renamed.values()].includes(name)),
    },
    requirements: { ...requirements, kept: requirements.kept.map((pair) => requirementRevision(pair, renamed)) },
    coreScenarios: scenarioRevisions(matchScenarios(before.coreScenarios, after.coreScenarios)),
  };
}

function requirementRevision(pair: Pair<Requirement>, renamed: ReadonlyMap<string, string>): RequirementRevision {
  const { before, after } = pair;
  const followed = renamed.get(before.chapter) ?? before.chapter;
  const changes = compact<Partial<RequirementRevision>>({
    chapter: followed === after.chapter ? undefined : { from: before.chapter, to: after.chapter },
    text: textChange(before.text, after.text),
    nature: change<string>(before.nature, after.nature),
    profiles: listChange(before.profiles, after.profiles),
    criticality: change(before.criticality, after.criticality),
  });
  const scenarios = scenarioRevisions(matchScenarios(before.scenarios, after.scenarios, pair));
  const renumbered = before.id !== after.id;
  const changed = renumbered || Object.keys(changes).length > 0 || anyChanged(scenarios);
  return { ...pair, ...changes, renumbered, scenarios, changed };
}

function scenarioRevisions(matching: Matching<Scenario>): ScenarioRevisions {
  return { ...matching, kept: matching.kept.map(scenarioRevision) };
}

function scenarioRevision(pair: Pair<Scenario>): ScenarioRevision {
  const { before, after } = pair;
  const core = before.covers.length > 1 || after.covers.length > 1;
  const changes = compact<Partial<ScenarioRevision>>({
    text: textChange(scenarioText(before), scenarioText(after)),
    mode: change<string>(before.mode, after.mode),
    mandatory: change(before.mandatory, after.mandatory),
    profiles: listChange(before.profiles, after.profiles),
    // The one requirement that an ordinary scenario stands under says nothing new.
    covers: core ? listChange(before.covers, after.covers) : undefined,
  });
  const matching = matchProofs(before.proofs, after.proofs, pair);
  const proofs = { ...matching, kept: matching.kept.map(proofRevision) };
  const renumbered = before.id !== after.id;
  const changed = renumbered || Object.keys(changes).length > 0 || anyChanged(proofs);
  return { ...pair, ...changes, renumbered, proofs, changed };
}

function proofRevision(pair: Pair<ExpectedProof>): ProofRevision {
  const { before, after } = pair;
  const changes = compact<Partial<ProofRevision>>({
    expected: textChange(before.expected, after.expected),
    types: listChange(before.types, after.types),
    testCases: listChange(before.testCases, after.testCases),
    case: change(before.case, after.case),
    condition: textChange(before.condition, after.condition),
  });
  const renumbered = before.id !== after.id;
  return { ...pair, ...changes, renumbered, changed: renumbered || Object.keys(changes).length > 0 };
}

function anyChanged(part: {
  readonly kept: readonly { readonly changed: boolean }[];
  readonly added: readonly unknown[];
  readonly removed: readonly unknown[];
}): boolean {
  return part.added.length > 0 || part.removed.length > 0 || part.kept.some(({ changed }) => changed);
}

function change<T>(from: T | undefined, to: T | undefined): Change<T> | undefined {
  return from === to ? undefined : { from, to };
}

/** Line ends, spaces and what spreadsheets leave behind do not count. */
function textChange(from: string | undefined, to: string | undefined): Change<string> | undefined {
  return normaliseText(from ?? '') === normaliseText(to ?? '') ? undefined : { from, to };
}

function listChange(from: readonly string[], to: readonly string[]): ListChange | undefined {
  const added = to.filter((one) => !from.includes(one));
  const removed = from.filter((one) => !to.includes(one));
  return added.length + removed.length === 0 ? undefined : { added, removed };
}
