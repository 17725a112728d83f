import type { FicheAt } from '../../../protocol/requests/fiche';
import type { Requirement, Scenario } from '../../core/catalogue/catalogue';
import type { Entry, ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../../core/dossier/dossier';
import type { Analysis } from '../../core/engine/analyse';
import { proofKey } from '../../core/instruction/proof-key';
import type { OffsetRange } from '../../core/text/offset-range';

/** What a fiche is about. An entry that no catalogue knows is one too: what is written of it is shown. */
export type Subject = RequirementSubject | CoreSubject;

export interface RequirementSubject {
  readonly kind: 'requirement';
  /** Id of the catalogue, else as written. */
  readonly id: string;
  readonly requirement?: Requirement;
  /** What is written of it; several when it is repeated by mistake. */
  readonly entries: readonly Entry<ResolvedRequirement>[];
  readonly focus?: string;
}

export interface CoreSubject {
  readonly kind: 'scenario';
  readonly id: string;
  readonly scenario?: Scenario;
  readonly entry?: Entry<ResolvedScenario>;
  readonly focus?: string;
}

/** A place in a manifest of the dossier, as an offset of the text that was analysed. */
export interface FichePlace {
  readonly uri: string;
  readonly offset: number;
}

/** What stands at a place; undefined where no entry does. */
export function subjectAt({ dossier }: Analysis, { uri, offset }: FichePlace): Subject | undefined {
  const isIn = (base: number, { start, end }: OffsetRange) => base + start <= offset && offset <= base + end;
  const requirement = dossier.requirements.find((one) => one.uri === uri && isIn(one.base, one.value.facts.range));
  if (requirement) {
    const { base, value } = requirement;
    const scenario = value.scenarios.find(({ facts }) => isIn(base, facts.range));
    const proof = scenario?.proofs.find(({ facts }) => isIn(base, facts.range));
    return ofRequirement(dossier, requirement, focusOf(scenario, proof));
  }
  const core = dossier.coreScenarios.find((one) => one.uri === uri && isIn(one.base, one.value.facts.range));
  if (!core) return undefined;
  const proof = core.value.proofs.find(({ facts }) => isIn(core.base, facts.range));
  return ofCore(core.value.scenario, core, focusOf(core.value, proof));
}

/** What ids mean; undefined when neither the catalogue nor the manifests have them. */
export function subjectOf(
  { dossier, context: { index } }: Analysis,
  { requirement, scenario, proof }: Extract<FicheAt, { readonly kind: 'entry' }>,
): Subject | undefined {
  const within = requirement === undefined ? undefined : index?.requirement(requirement)?.requirement;
  const known = scenario === undefined ? undefined : index?.scenario(scenario, within);
  const wanted = proof ?? scenario ?? requirement;
  if (wanted === undefined) return undefined;
  const byProof = proof === undefined ? undefined : index?.proof(proof, known?.scenario);
  const found = byProof ?? known ?? index?.scenario(wanted, within);
  if (found) {
    const focus = byProof ? keyOfProof(byProof.scenario.id, byProof.proof.id) : keyOfScenario(found.scenario.id);
    if (found.requirement) return ofKnown(dossier, found.requirement, focus);
    const entry = dossier.coreScenarios.find(({ value }) => value.scenario === found.scenario);
    return ofCore(found.scenario, entry, focus);
  }
  const whole = within ?? index?.requirement(wanted)?.requirement;
  return whole ? ofKnown(dossier, whole) : unknownSubject(dossier, [proof, scenario, requirement]);
}

/** What is written under one of these ids and is not in the catalogue; the first that is found. */
function unknownSubject(dossier: Analysis['dossier'], ids: readonly (string | undefined)[]): Subject | undefined {
  for (const id of ids) {
    if (id === undefined) continue;
    for (const entry of dossier.requirements) {
      if (entry.value.facts.id.value === id) return ofRequirement(dossier, entry);
      for (const scenario of entry.value.scenarios) {
        if (scenario.facts.id.value === id) return ofRequirement(dossier, entry, focusOf(scenario, undefined));
        const proof = scenario.proofs.find(({ facts }) => facts.id.value === id);
        if (proof) return ofRequirement(dossier, entry, focusOf(scenario, proof));
      }
    }
    for (const entry of dossier.coreScenarios) {
      if (entry.value.facts.id.value === id) return ofCore(entry.value.scenario, entry);
      const proof = entry.value.proofs.find(({ facts }) => facts.id.value === id);
      if (proof) return ofCore(entry.value.scenario, entry, focusOf(entry.value, proof));
    }
  }
  return undefined;
}

function ofRequirement(
  dossier: Analysis['dossier'],
  entry: Entry<ResolvedRequirement>,
  focus?: string,
): RequirementSubject {
  const { requirement, facts } = entry.value;
  if (requirement) return ofKnown(dossier, requirement, focus);
  return { kind: 'requirement', id: facts.id.value, entries: [entry], ...(focus === undefined ? {} : { focus }) };
}

function ofKnown(dossier: Analysis['dossier'], requirement: Requirement, focus?: string): RequirementSubject {
  const entries = dossier.requirements.filter(({ value }) => value.requirement === requirement);
  return { kind: 'requirement', id: requirement.id, requirement, entries, ...(focus === undefined ? {} : { focus }) };
}

function ofCore(
  scenario: Scenario | undefined,
  entry: Entry<ResolvedScenario> | undefined,
  focus?: string,
): CoreSubject {
  return {
    kind: 'scenario',
    id: scenario?.id ?? entry?.value.facts.id.value ?? '',
    ...(scenario ? { scenario } : {}),
    ...(entry ? { entry } : {}),
    ...(focus === undefined ? {} : { focus }),
  };
}

function focusOf(scenario: ResolvedScenario | undefined, proof: ResolvedProof | undefined): string | undefined {
  if (!scenario) return undefined;
  const id = scenarioId(scenario);
  return proof ? keyOfProof(id, proof.proof?.id ?? proof.facts.id.value) : keyOfScenario(id);
}

/** Id of the catalogue, else as written. */
export function scenarioId({ scenario, facts }: ResolvedScenario): string {
  return scenario?.id ?? facts.id.value;
}

export function keyOfScenario(id: string): string {
  return `scenario:${id}`;
}

export function keyOfProof(scenario: string, proof: string): string {
  return `proof:${proofKey(scenario, proof)}`;
}
