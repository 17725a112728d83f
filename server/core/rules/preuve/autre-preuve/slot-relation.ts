import type { Requirement, Scenario } from '../../../catalogue/catalogue';
import type { CatalogueIndex } from '../../../catalogue/index-catalogue';
import { idKey, type Mention, type NamedEntry } from '../../../catalogue/named-entries';
import type { ResolvedProof } from '../../../dossier/dossier';

/** How an id in the name of a piece stands to the proof that the piece is cited for. */
export type Relation = 'own' | 'sameScenario' | 'other';

/** @param index of the catalogue that both come from */
export function relationTo(mention: Mention, slot: ResolvedProof, index: CatalogueIndex): Relation {
  const { scenario, parent } = slot;
  const ids = idsOf(slot, index).flatMap(spellings);
  if (ids.some((id) => id === mention.key || id.startsWith(`${mention.key}.`))) return 'own';
  const entries = mention.entries;
  // A scenario covers the requirement that it stands under: of its siblings' ids that says nothing.
  const isCoveredEntry = ({ requirement, scenario: below }: NamedEntry): boolean =>
    requirement !== undefined &&
    (below === undefined || parent === undefined) &&
    isCovered(requirement, scenario, index);
  if (entries.some(isCoveredEntry)) return 'own';
  if (entries.some((entry) => isSameRequirement(entry, parent))) return 'own';
  return entries.some((entry) => entry.scenario !== undefined && entry.scenario === scenario)
    ? 'sameScenario'
    : 'other';
}

/** Whether citing a piece here is citing it under the id that its name bears. */
export function answers(mention: Mention, slot: ResolvedProof, index: CatalogueIndex): boolean {
  return mention.entries.some(({ requirement, scenario, proof }) => {
    if (proof) return proof === slot.proof || (scenario === slot.scenario && proof.id === slot.proof?.id);
    if (scenario) return scenario === slot.scenario;
    return requirement !== undefined && (requirement === slot.parent || isCovered(requirement, slot.scenario, index));
  });
}

function isSameRequirement({ requirement, scenario }: NamedEntry, parent: Requirement | undefined): boolean {
  return scenario === undefined && requirement !== undefined && requirement === parent;
}

/** A core-business scenario verifies several requirements. */
function isCovered(requirement: Requirement, scenario: Scenario | undefined, index: CatalogueIndex): boolean {
  if (!scenario) return false;
  const covers = [...scenario.covers, ...scenario.steps.flatMap((step) => step.covers)];
  return covers.some((id) => index.requirement(id)?.requirement === requirement);
}

function idsOf({ facts, proof, scenario, parent }: ResolvedProof, index: CatalogueIndex): string[] {
  const core = parent ? index.coreScenariosOf(parent.id) : [];
  return [
    facts.id.value,
    ...(proof ? [proof.id, proof.printedId] : []),
    ...(scenario ? [scenario.id, scenario.printedId, ...scenario.steps.map((step) => step.id)] : []),
    ...(parent ? [parent.id, parent.printedId, parent.socleId, ...parent.waveOneIds] : []),
    ...core.flatMap((one) => [one.id, ...one.proofs.map(({ id }) => id)]),
  ].filter((id) => id !== undefined);
}

/** Scenarios and proofs are numbered without the prefix of the trade (`LGC.DMP/UX.10` → `DMP/UX.10.01`). */
function spellings(id: string): readonly string[] {
  const key = idKey(id);
  const bare = key.replace(/^[a-z]{2,4}\.(?=[a-z])/, '');
  return bare === key ? [key] : [key, bare];
}
