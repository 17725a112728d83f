import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import { printedId } from '../catalogue/printed-id';
import type { Dossier, ResolvedScenario } from '../dossier/dossier';
import type { EvidenceItem, ProofFacts } from '../manifest/facts';

/** A proof under its scenario: one place that pieces go to. */
export interface Slot {
  /** Ids of the catalogue; as they are written, where the catalogue does not know them. */
  readonly proof: string;
  readonly scenario: string;
  /** Absent under a core-business scenario. */
  readonly requirement?: string;
  readonly known?: KnownSlot;
  /** Pieces that it has already. */
  readonly pieces: number;
}

/** The entries of the catalogue that a slot stands for. */
export interface KnownSlot {
  readonly proof: ExpectedProof;
  readonly scenario: Scenario;
  readonly requirement?: Requirement;
}

/** Every slot of a dossier, in the order of the catalogue; then those that only the manifests know. */
export function slotsOf(dossier: Dossier): readonly Slot[] {
  const pieces = writtenPieces(dossier);
  const known = dossier.catalogue.kind === 'loaded' ? expected(dossier.catalogue.catalogue) : [];
  const slots: Slot[] = known.map((one) => {
    const ids = idsOf(one);
    const key = keyOf(ids);
    const count = pieces.get(key)?.count ?? 0;
    pieces.delete(key);
    return { ...ids, known: one, pieces: count };
  });
  return [...slots, ...[...pieces.values()].map(({ ids, count }) => ({ ...ids, pieces: count }))];
}

type Ids = Pick<Slot, 'proof' | 'scenario' | 'requirement'>;

function expected({ requirements, coreScenarios }: Catalogue): KnownSlot[] {
  return [
    ...requirements.flatMap((requirement) =>
      requirement.scenarios.flatMap((scenario) => scenario.proofs.map((proof) => ({ requirement, scenario, proof }))),
    ),
    ...coreScenarios.flatMap((scenario) => scenario.proofs.map((proof) => ({ scenario, proof }))),
  ];
}

function idsOf({ proof, scenario, requirement }: KnownSlot): Ids {
  return { proof: proof.id, scenario: scenario.id, ...(requirement ? { requirement: requirement.id } : {}) };
}

/** The ids alone, as plain data. */
export function slotIds({ proof, scenario, requirement }: Slot): Ids {
  return { proof, scenario, ...(requirement === undefined ? {} : { requirement }) };
}

/** Two slots are the same when this is. */
export function keyOf({ proof, scenario, requirement }: Ids): string {
  return JSON.stringify([requirement ?? '', scenario, proof]);
}

/** The pieces that each slot cites, by {@link keyOf}, in the order of the manifests. */
export function piecesBySlot(
  dossier: Pick<Dossier, 'requirements' | 'coreScenarios'>,
): ReadonlyMap<string, readonly EvidenceItem[]> {
  const found = new Map<string, EvidenceItem[]>();
  for (const { ids, place } of writtenSlots(dossier)) {
    const key = keyOf(ids);
    const before = found.get(key);
    if (before) before.push(...place.evidence);
    else found.set(key, [...place.evidence]);
  }
  return found;
}

function writtenPieces(dossier: Dossier): Map<string, { readonly ids: Ids; count: number }> {
  const found = new Map<string, { readonly ids: Ids; count: number }>();
  for (const { ids, place } of writtenSlots(dossier)) {
    const key = keyOf(ids);
    const before = found.get(key);
    if (before) before.count += place.evidence.length;
    else found.set(key, { ids, count: place.evidence.length });
  }
  return found;
}

/** Where a slot, or a part of the way to it, is written. */
interface WrittenSlot {
  readonly ids: Ids;
  readonly place: ProofFacts;
}

function* writtenSlots(dossier: Pick<Dossier, 'requirements' | 'coreScenarios'>): Generator<WrittenSlot> {
  const inScenario = function* (entry: ResolvedScenario, requirement?: string): Generator<WrittenSlot> {
    const scenario = entry.scenario?.id ?? entry.facts.id.value;
    for (const { facts, proof } of entry.proofs) {
      const ids = { proof: proof?.id ?? facts.id.value, scenario, ...(requirement ? { requirement } : {}) };
      yield { ids, place: facts };
    }
  };
  for (const { value } of dossier.requirements) {
    const requirement = value.requirement?.id ?? value.facts.id.value;
    for (const scenario of value.scenarios) yield* inScenario(scenario, requirement);
  }
  for (const { value } of dossier.coreScenarios) yield* inScenario(value);
}

/** The ids under which a slot, its scenario and its requirement are known: the catalogue's and the printed ones. */
export function namesOf({ proof, scenario, requirement, known }: Slot): {
  readonly proof: readonly string[];
  readonly scenario: readonly string[];
  readonly requirement: readonly string[];
} {
  const both = (id: string, entry: { readonly id: string; readonly printedId?: string } | undefined) =>
    entry ? [...new Set([id, printedId(entry)])] : [id];
  return {
    proof: both(proof, known?.proof),
    scenario: both(scenario, known?.scenario),
    requirement: requirement === undefined ? [] : both(requirement, known?.requirement),
  };
}
