import type { Scenario } from '../../../catalogue/catalogue';
import type { CatalogueIndex } from '../../../catalogue/index-catalogue';
import type { Dossier, ResolvedScenario } from '../../../dossier/dossier';
import type { UncitedFiles } from '../../../dossier/lost-evidence';
import type { Finding } from '../../../findings/finding';
import type { Fix } from '../../../fixes/fix';
import { insertInEntry } from '../../../fixes/insert-in-entry';
import { placeCoreScenario } from '../../../fixes/place-core-scenario';
import { proofStub, scenarioStub } from '../../../fixes/stub';
import type { Trials } from '../../../fixes/trials';
import { leavesReadable } from '../../../fixes/verified';
import type { Locale } from '../../../messages/say';

/** Fixes of preuve/manquante: a place for what is missing, in the order of the REM. */
export function missingFixes(
  finding: Finding,
  dossier: Dossier,
  locale: Locale = 'fr',
  _uncited?: UncitedFiles,
  trials?: Trials,
): readonly Fix[] {
  if (dossier.catalogue.kind !== 'loaded') return [];
  const { index } = dossier.catalogue;
  const { scenario: scenarioId, proof } = finding.data ?? {};
  if (typeof scenarioId !== 'string') return [];
  const scenario = scenarioOf(finding, scenarioId, index);
  if (!scenario) return [];
  switch (finding.message) {
    case 'scenarioAbsent':
    case 'scenarioAbsentOneOf':
    case 'scenarioAbsentAndOneOf':
      return addScenario(finding, dossier, scenario, index, locale, trials);
    case 'absent':
      return typeof proof === 'string' ? addProof(finding, dossier, scenario, proof, locale, trials) : [];
    case 'coreAbsent':
    case 'coreAbsentOneOf':
    case 'coreAbsentAndOneOf':
      return addCoreScenario(dossier, scenario, index, locale, trials);
    default:
      return [];
  }
}

function scenarioOf({ data }: Finding, id: string, index: CatalogueIndex): Scenario | undefined {
  const requirement = data?.['requirement'];
  if (typeof requirement !== 'string') return index.coreScenario(id);
  return index.requirement(requirement)?.requirement.scenarios.find((scenario) => scenario.id === id);
}

function addScenario(
  finding: Finding,
  dossier: Dossier,
  scenario: Scenario,
  index: CatalogueIndex,
  locale: Locale,
  trials: Trials | undefined,
): readonly Fix[] {
  const siblings = index.requirement(String(finding.data?.['requirement']))?.requirement.scenarios ?? [];
  const before = siblings.slice(0, siblings.indexOf(scenario));
  const entry = dossier.requirements.find(
    ({ uri, base, value }) => uri === finding.uri && base + value.facts.id.range.start === finding.range.start,
  );
  const after = written(entry?.value.scenarios ?? [], before);
  const fix = {
    title: { fr: 'Ajouter le scénario {id}', en: 'Add scenario {id}' },
    args: { id: scenario.id },
    preferred: true,
  };
  return insertInEntry(finding, dossier, ['scenarios'], scenarioStub(scenario, locale), after, fix, trials);
}

/** Keys, as they are written, of the scenarios that come before. */
function written(entries: readonly ResolvedScenario[], before: readonly Scenario[]): string[] {
  return entries.flatMap(({ scenario, facts }) => (scenario && before.includes(scenario) ? [facts.id.value] : []));
}

function addProof(
  finding: Finding,
  dossier: Dossier,
  scenario: Scenario,
  id: string,
  locale: Locale,
  trials: Trials | undefined,
): readonly Fix[] {
  const at = scenario.proofs.findIndex((proof) => proof.id === id);
  const expected = scenario.proofs[at];
  if (!expected) return [];
  const place = placeOf(finding, dossier);
  if (!place) return [];
  const before = scenario.proofs.slice(0, at);
  const after = place.entry.proofs.flatMap(({ proof, facts }) =>
    proof && before.includes(proof) ? [facts.id.value] : [],
  );
  const fix = {
    title: { fr: 'Ajouter la preuve {id}', en: 'Add proof {id}' },
    args: { id },
    preferred: true,
  };
  const path = [...place.path, 'preuves'];
  return insertInEntry(finding, dossier, path, proofStub(expected, locale), after, fix, trials);
}

/** The scenario entry at which a finding stands, and the keys that lead to it from the entry that holds it. */
function placeOf(
  { uri, range }: Finding,
  dossier: Dossier,
): { readonly entry: ResolvedScenario; readonly path: readonly string[] } | undefined {
  const isThere = (base: number, { facts }: ResolvedScenario): boolean => base + facts.id.range.start === range.start;
  for (const { uri: of, base, value } of dossier.coreScenarios) {
    if (of === uri && isThere(base, value)) return { entry: value, path: [] };
  }
  for (const { uri: of, base, value } of dossier.requirements) {
    if (of !== uri) continue;
    const entry = value.scenarios.find((one) => isThere(base, one));
    if (entry) return { entry, path: ['scenarios', entry.facts.id.value] };
  }
  return undefined;
}

function addCoreScenario(
  dossier: Dossier,
  scenario: Scenario,
  index: CatalogueIndex,
  locale: Locale,
  trials: Trials | undefined,
): readonly Fix[] {
  const edit = placeCoreScenario(scenario, dossier, index, locale);
  if (!edit) return [];
  const fix: Fix = {
    title: { fr: 'Ajouter le scénario {id}', en: 'Add scenario {id}' },
    args: { id: scenario.id },
    edits: [edit],
    preferred: true,
  };
  return leavesReadable(fix, dossier, trials) ? [fix] : [];
}
