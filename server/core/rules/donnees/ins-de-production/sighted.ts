import type { EvidenceContent } from '../../../evidence/evidence-file';
import type { IdentifierSighting, Inspection, LocatedIdentifier } from '../../../evidence/inspection';
import { insSystems, isPublicTestIns, systemOfTestIns, testInsSystems } from '../../../evidence/test-identities';
import { insKey, insLikelihood, isIns } from '../../../identifiers/ins';

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

const kept = new WeakMap<EvidenceContent, readonly IdentifierSighting[]>();

/**
 * What a file shows that should not be there. Left out: public test identities and those that the team declares, numbers under
 * a test OID, under any other OID (a number of the software's own), and a bare number that the same file also gives under a
 * test OID.
 * @param declared matricules of 13 characters
 */
export function sightedIn(content: EvidenceContent, declared: ReadonlySet<string>): Sighted {
  return suspectsAmong(allSightings(content), declared);
}

/** All that has the form of an INS in a file, wherever it was read. */
export function allSightings(content: EvidenceContent): readonly IdentifierSighting[] {
  let found = kept.get(content);
  if (!found) kept.set(content, (found = sightings(content.inspection ?? {})));
  return found;
}

/** The same for identifiers that stand elsewhere. */
export function suspectsAmong(all: readonly IdentifierSighting[], declared: ReadonlySet<string>): Sighted {
  const isTest = ({ value }: IdentifierSighting): boolean =>
    isPublicTestIns(fullIns(value)) || declared.has(value.slice(0, 13));
  const production = all.filter((sighting) => isUnder(productionSystems, sighting));
  const suspect = eachOnce(production.filter((sighting) => !isTest(sighting)));
  const misplaced = production.filter(({ value }) => testInsSystems.has(systemOfTestIns(fullIns(value)) ?? ''));
  const explained = new Set(
    [...suspect, ...all.filter((sighting) => isUnder(testInsSystems, sighting))].map(({ value }) => value.slice(0, 13)),
  );
  const bare = all.filter(
    (sighting) => sighting.system === undefined && !isTest(sighting) && !explained.has(sighting.value.slice(0, 13)),
  );
  return { production: suspect, misplaced: eachOnce(misplaced), bare: eachOnce(bare) };
}

/** With the key that the matricule needs, whatever is written. */
function fullIns(value: string): string {
  const matricule = value.slice(0, 13);
  return matricule + (insKey(matricule) ?? '');
}

function isUnder(systems: ReadonlySet<string>, { system }: IdentifierSighting): boolean {
  return system !== undefined && systems.has(system);
}

/** The first sighting of each value. */
function eachOnce(sightings: readonly IdentifierSighting[]): IdentifierSighting[] {
  const seen = new Set<string>();
  // A named one tells more than one that nothing names.
  const ordered = [...sightings.filter(({ unnamed }) => !unnamed), ...sightings.filter(({ unnamed }) => unnamed)];
  const first = new Set(ordered.filter(({ value }) => !seen.has(value) && seen.add(value)));
  // A matricule that is seen with its key is not told once more without.
  const whole = new Set(sightings.flatMap(({ value }) => (value.length > 13 ? [value.slice(0, 13)] : [])));
  return sightings.filter((sighting) => first.has(sighting) && !whole.has(sighting.value));
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
