import type { EvidenceContent } from '../../../evidence/evidence-file';
import type { IdentifierSighting, Inspection, LocatedIdentifier } from '../../../evidence/inspection';
import { insSystems, isPublicTestIns, systemOfTestIns, testInsSystems } from '../../../evidence/test-identities';
import { insLikelihood, isIns } from '../../../identifiers/ins';

/** Systems under which real persons are registered. */
const productionSystems: ReadonlySet<string> = new Set([insSystems.nir, insSystems.nia]);

/** Identifiers of one file that may be a real person's. */
export interface Sighted {
  /** Under an OID of production. */
  readonly production: readonly IdentifierSighting[];
  /** A public test identity, but under an OID of production, where its test material does not have it. */
  readonly misplaced: readonly IdentifierSighting[];
  /** With the form and key of an INS, and nothing that says whose. */
  readonly bare: readonly IdentifierSighting[];
}

const kept = new WeakMap<EvidenceContent, Sighted>();

/**
 * What a file shows that should not be there. Left out: public test identities, numbers under a test OID, under any other
 * OID (a number of the software's own), and a bare number that the same file also gives under a test OID.
 */
export function sightedIn(content: EvidenceContent): Sighted {
  let found = kept.get(content);
  if (!found) kept.set(content, (found = sort(sightings(content.inspection ?? {}))));
  return found;
}

function sort(all: readonly IdentifierSighting[]): Sighted {
  const production = all.filter((sighting) => isUnder(productionSystems, sighting));
  const suspect = eachOnce(production.filter(({ value }) => !isPublicTestIns(value)));
  const misplaced = production.filter(({ value }) => testInsSystems.has(systemOfTestIns(value) ?? ''));
  const explained = new Set(
    [...suspect, ...all.filter((sighting) => isUnder(testInsSystems, sighting))].map(({ value }) => value),
  );
  const bare = all.filter(
    ({ value, system }) => system === undefined && !isPublicTestIns(value) && !explained.has(value),
  );
  return { production: suspect, misplaced: eachOnce(misplaced), bare: eachOnce(bare) };
}

function isUnder(systems: ReadonlySet<string>, { system }: IdentifierSighting): boolean {
  return system !== undefined && systems.has(system);
}

/** The first sighting of each value. */
function eachOnce(sightings: readonly IdentifierSighting[]): IdentifierSighting[] {
  const seen = new Set<string>();
  return sightings.filter(({ value }) => !seen.has(value) && seen.add(value));
}

function sightings({ identifiers = [], cda, hl7, xdm, mail }: Inspection): IdentifierSighting[] {
  return [
    ...identifiers,
    ...placed(cda?.patient?.identifiers, 'recordTarget/patientRole/id'),
    ...(hl7?.messages ?? []).flatMap(({ patient }) => placed(patient?.identifiers, 'PID-3')),
    ...placed(xdm?.patientIds, 'METADATA.XML'),
    ...placed(mail?.xdm?.patientIds, 'IHE_XDM.zip/METADATA.XML'),
  ];
}

/** Of the identifiers that a document gives its patient, those that are an INS. */
function placed(identifiers: readonly LocatedIdentifier[] = [], where: string): IdentifierSighting[] {
  return identifiers
    .filter(({ value, system }) => isIns(value) && (system !== undefined || insLikelihood(value) === 'usual'))
    .map((identifier) => ({ ...identifier, where }));
}
