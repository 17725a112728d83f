import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import type { CatalogueIndex } from '../catalogue/index-catalogue';
import type { Entry, ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import type { Effect } from '../findings/finding';
import { namesEvidence } from '../manifest/facts';
import { applicability, concerns, type Applicability } from './applicability';
import { stateByCatalogue } from './catalogue-state';
import { evidenceIn, owedFor, owedForScenario, setAsideIn, type EntryOf, type Owed } from './expectation';
import { KeptCompliance } from './kept-compliance';
import { countOf, noCounts, rollUp, sumCounts, totalOf, type Counts, type Status, type Uncounted } from './status';

/** State of the whole dossier. Tree, status bar, report, command line and package gate all read this. */
export interface Compliance {
  readonly status: Status;
  readonly counts: Counts;
  /** In the catalogue's order. */
  readonly chapters: readonly ChapterCompliance[];
  /** Core-business scenarios, in the catalogue's order. */
  readonly coreScenarios: readonly ScenarioCompliance[];
}

export interface ChapterCompliance {
  readonly name: string;
  readonly status: Status;
  readonly counts: Counts;
  readonly requirements: readonly RequirementCompliance[];
}

export interface RequirementCompliance {
  readonly requirement: Requirement;
  readonly applicability: Applicability;
  readonly status: Status;
  /** What it adds to the status of the whole that holds it: for one that is covered, where its scenarios stand. */
  readonly weighs: Status;
  readonly counts: Counts;
  /** The manifest entries about it; several when it is repeated by mistake. */
  readonly entries: readonly Entry<ResolvedRequirement>[];
  readonly scenarios: readonly ScenarioCompliance[];
  /** Core-business scenarios that cover it; counted on their own, they weigh on its status. */
  readonly coveredBy: readonly Scenario[];
}

export interface ScenarioCompliance {
  readonly scenario: Scenario;
  readonly status: Status;
  readonly counts: Counts;
  readonly entry?: Entry<ResolvedScenario>;
  readonly proofs: readonly ProofCompliance[];
}

export interface ProofCompliance {
  readonly proof: ExpectedProof;
  readonly status: Status;
  readonly entry?: Entry<ResolvedProof>;
}

/** The heaviest effect that findings have on a proof, a whole scenario or a whole requirement, by catalogue ids. */
export interface Effects {
  onRequirement(requirement: string): Effect | undefined;
  onScenario(scenario: string): Effect | undefined;
  onProof(scenario: string, proof: string): Effect | undefined;
  /** All the effects on a scenario and its proofs as one text; the same text for the same effects, empty for none. */
  textOfScenario(scenario: string): string;
}

export interface ComplianceInput {
  readonly catalogue: Catalogue;
  readonly index: CatalogueIndex;
  readonly profiles: ReadonlySet<string>;
  readonly requirements: readonly Entry<ResolvedRequirement>[];
  readonly coreScenarios: readonly Entry<ResolvedScenario>[];
  readonly effects: Effects;
}

/**
 * The one function that says where everything stands.
 * @param kept what was said of the same dossier before an edit: only what the edit changed is looked at again
 */
export function compliance(input: ComplianceInput, kept = new KeptCompliance()): Compliance {
  const entries = entriesByRequirement(input.requirements);
  const coreScenarios = input.catalogue.coreScenarios
    .filter((scenario) => concerns(scenario, input.profiles))
    .map((scenario) => coreScenarioCompliance(scenario, input));
  const coreStatus = new Map(coreScenarios.map((one) => [one.scenario.id, one.status]));
  const byChapter = new Map<string, RequirementCompliance[]>(input.catalogue.chapters.map(({ name }) => [name, []]));
  for (const requirement of input.catalogue.requirements) {
    const own = entries.get(requirement.id) ?? [];
    const basis = { entries: own, profiles: input.profiles, outside: outsideOf(requirement, input, coreStatus) };
    const state = kept.requirement(requirement, basis, () =>
      requirementCompliance(requirement, own, input, coreStatus),
    );
    const list = byChapter.get(requirement.chapter);
    if (list) list.push(state);
    else byChapter.set(requirement.chapter, [state]);
  }
  const chapters = [...byChapter].map(([name, requirements]) => ({
    name,
    requirements,
    ...wholeOfRequirements(requirements),
  }));
  const whole = wholeOf([...chapters, ...coreScenarios]);
  // A catalogue that is still to be imported says nothing of what is expected.
  const isEmpty = input.catalogue.requirements.length === 0 && input.catalogue.coreScenarios.length === 0;
  return { ...whole, ...(isEmpty ? { status: 'unknown' } : {}), chapters, coreScenarios };
}

/** What the state of a requirement rests on beside its entries and the profiles. */
function outsideOf(
  requirement: Requirement,
  { index, effects }: ComplianceInput,
  coreStatus: ReadonlyMap<string, Status>,
): string {
  let outside = effects.onRequirement(requirement.id) ?? '';
  for (const { id } of requirement.scenarios) outside += `|${effects.textOfScenario(id)}`;
  for (const { id } of index.coreScenariosOf(requirement.id)) outside += `|${coreStatus.get(id) ?? ''}`;
  return outside;
}

/** Where a whole stands. */
export type Whole = Pick<ChapterCompliance, 'status' | 'counts'>;

/** Where requirements stand together. */
export function wholeOfRequirements(parts: readonly Pick<RequirementCompliance, 'weighs' | 'counts'>[]): Whole {
  return wholeOf(parts.map(({ weighs, counts }) => ({ status: weighs, counts })));
}

/** Where scenarios, or chapters, stand together. */
export function wholeOf(parts: readonly Whole[]): Whole {
  return {
    status: rollUp(parts.map(({ status }) => status)),
    counts: sumCounts(parts.map(({ counts }) => counts)),
  };
}

function entriesByRequirement(
  entries: readonly Entry<ResolvedRequirement>[],
): Map<string, Entry<ResolvedRequirement>[]> {
  const map = new Map<string, Entry<ResolvedRequirement>[]>();
  for (const entry of entries) {
    const id = entry.value.requirement?.id;
    if (id === undefined) continue;
    const list = map.get(id);
    if (list) list.push(entry);
    else map.set(id, [entry]);
  }
  return map;
}

function requirementCompliance(
  requirement: Requirement,
  entries: readonly Entry<ResolvedRequirement>[],
  input: ComplianceInput,
  coreStatus: ReadonlyMap<string, Status>,
): RequirementCompliance {
  const applies = applicability(requirement, input.profiles);
  const coveredBy = input.index.coreScenariosOf(requirement.id).filter((scenario) => coreStatus.has(scenario.id));
  const base = { requirement, applicability: applies, entries, coveredBy };
  const declared = entries.some((entry) => entry.value.facts.notApplicable !== undefined);
  const onWhole = input.effects.onRequirement(requirement.id);
  const begun = entries.some((entry) => entry.value.scenarios.some((scenario) => scenario.facts.proofs.length > 0));
  if (declared) {
    const status: Status = onWhole === undefined ? 'notApplicable' : effectStatus(onWhole);
    return { ...base, status, weighs: status, counts: countOf(status), scenarios: [] };
  }
  const byCatalogue = stateByCatalogue(requirement, applies, coveredBy);
  const onCore = coveredBy.map((scenario) => coreStatus.get(scenario.id) ?? 'nothingExpected');
  const uncounted = byCatalogue && { status: byCatalogue, weighs: weightOf(byCatalogue, onCore) };
  if (applies !== 'applies' && !begun && uncounted) return { ...base, ...uncounted, counts: noCounts, scenarios: [] };
  const written = scenarioEntries(entries);
  const entryOf: EntryOf = ({ id }) => written.get(id)?.value;
  const owed = applies === 'applies' ? owedFor(requirement, evidenceIn(entryOf), setAsideIn(entryOf)) : [];
  const scenarios = requirement.scenarios.map((scenario) =>
    scenarioCompliance(scenario, { entry: written.get(scenario.id), owed, effects: input.effects, above: onWhole }),
  );
  const missingModality = owed.some((one) => one.kind === 'oneScenarioOf');
  const below = sumCounts([
    ...scenarios.map((one) => one.counts),
    countOf(missingModality ? 'toProvide' : 'nothingExpected'),
  ]);
  const whole = ownStatus(onWhole, below);
  const counts = sumCounts([below, countOf(whole)]);
  // A scenario without proofs, of which nothing is said, says nothing of where the requirement stands.
  const parts: Status[] = scenarios.flatMap((one) =>
    one.proofs.length > 0 || totalOf(one.counts) > 0 ? [one.status] : [],
  );
  if (missingModality) parts.push('toProvide');
  if (whole !== 'nothingExpected') parts.push(whole);
  const own = rollUp(parts);
  if (own === 'nothingExpected' && uncounted) return { ...base, ...uncounted, counts, scenarios };
  const status = rollUp([own, ...onCore]);
  return { ...base, status, weighs: status, counts, scenarios };
}

/** A requirement that is covered is worth what covers it. */
function weightOf(status: Uncounted, onCore: readonly Status[]): Status {
  return status === 'covered' ? rollUp([status, ...onCore]) : status;
}

function coreScenarioCompliance(scenario: Scenario, input: ComplianceInput): ScenarioCompliance {
  const entry = input.coreScenarios.find((one) => one.value.scenario === scenario);
  const owed = scenario.mandatory
    ? owedForScenario(
        scenario,
        evidenceIn(() => entry?.value),
      )
    : [];
  return scenarioCompliance(scenario, { entry, owed, effects: input.effects, above: undefined });
}

/** Scenario entries by catalogue id; the first one counts when a scenario is repeated. */
function scenarioEntries(entries: readonly Entry<ResolvedRequirement>[]): Map<string, Entry<ResolvedScenario>> {
  const map = new Map<string, Entry<ResolvedScenario>>();
  for (const { uri, base, value } of entries) {
    for (const scenario of value.scenarios) {
      const id = scenario.scenario?.id;
      if (id !== undefined && !map.has(id)) map.set(id, { uri, base, value: scenario });
    }
  }
  return map;
}

/** What the state of a scenario rests on. */
interface ScenarioBasis {
  readonly entry: Entry<ResolvedScenario> | undefined;
  readonly owed: readonly Owed[];
  readonly effects: Effects;
  /** The effect on the requirement above, which reaches every proof that is there. */
  readonly above: Effect | undefined;
}

function scenarioCompliance(scenario: Scenario, basis: ScenarioBasis): ScenarioCompliance {
  const { entry, owed, effects, above } = basis;
  const base = entry ? { scenario, entry } : { scenario };
  const onWhole = effects.onScenario(scenario.id);
  if (entry?.value.facts.notApplicable) {
    const proofs = scenario.proofs.map((proof) => ({ proof, status: 'notApplicable' as const }));
    const status = onWhole === undefined ? 'notApplicable' : effectStatus(onWhole);
    return { ...base, status, counts: countOf(status), proofs };
  }
  const below = { ...basis, above: heaviest(above, onWhole) };
  const proofs = scenario.proofs.map((proof) => proofCompliance(proof, scenario, below));
  const missingCase = owed.some((one) => one.kind === 'oneProofOf' && one.scenario === scenario);
  const statuses = proofs.map((one) => one.status);
  if (missingCase) statuses.push('toProvide');
  statuses.push(ownStatus(onWhole, sumCounts(statuses.map(countOf))));
  return { ...base, status: rollUp(statuses), counts: sumCounts(statuses.map(countOf)), proofs };
}

/**
 * What an effect on a whole adds to what is under it. It is counted with the proofs that it reached; where there is
 * nothing at all to count it counts for one, so that figures and status always say the same.
 */
function ownStatus(effect: Effect | undefined, below: Counts): Status {
  return effect === undefined || totalOf(below) > 0 ? 'nothingExpected' : effectStatus(effect);
}

function proofCompliance(
  proof: ExpectedProof,
  scenario: Scenario,
  { entry, owed, effects, above }: ScenarioBasis,
): ProofCompliance {
  const written = entry?.value.proofs.find((one) => one.proof === proof);
  const place = entry && written ? { entry: { uri: entry.uri, base: entry.base, value: written } } : {};
  if (written && written.facts.evidence.length > 0) {
    // An item that says neither file, link, execution nor statement proves nothing.
    const empty = written.facts.evidence.some((item) => !namesEvidence(item));
    const effect = empty ? 'incomplete' : heaviest(above, effects.onProof(scenario.id, proof.id));
    return { proof, ...place, status: effect === undefined ? 'provided' : effectStatus(effect) };
  }
  const isOwed = owed.some((one) => one.kind === 'proof' && one.scenario === scenario && one.proof === proof);
  return { proof, ...place, status: isOwed ? 'toProvide' : 'nothingExpected' };
}

function heaviest(a: Effect | undefined, b: Effect | undefined): Effect | undefined {
  return a === 'incomplete' || b === undefined ? a : b;
}

function effectStatus(effect: Effect): Status {
  return effect === 'incomplete' ? 'incomplete' : 'toReview';
}

/** What other profiles must do and what the REM withdrew is shown only where the dossier speaks of it. */
export function concernsDossier({ applicability, entries }: RequirementCompliance): boolean {
  return entries.length > 0 || (applicability !== 'otherProfile' && applicability !== 'removed');
}
