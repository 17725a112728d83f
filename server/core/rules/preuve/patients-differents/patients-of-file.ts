import type { Inspection, LocatedIdentifier, PersonFacts } from '../../../evidence/inspection';
import { insSystems, testInsSystems } from '../../../evidence/test-identities';
import { isIns } from '../../../identifiers/ins';

/** A patient as one piece of evidence gives it. */
export interface PatientSeen {
  /** The 13 characters of its INS, without key; undefined when none is given. */
  readonly matricule?: string;
  /** Words of the family name, without accents, in capitals; empty when none is given. */
  readonly family: readonly string[];
  /** `YYYY-MM-DD`, complete ones only. */
  readonly birthDate?: string;
}

const systems: ReadonlySet<string> = new Set([insSystems.nir, insSystems.nia, ...testInsSystems]);

/** The patients of HL7 v2 messages, of a CDA, and of the metadata of an IHE_XDM archive (their identifiers alone). */
export function patientsOf({ hl7, cda, xdm, mail }: Inspection): readonly PatientSeen[] {
  const people = [...(hl7?.messages ?? []).map(({ patient }) => patient), cda?.patient];
  const archived = [...(xdm?.patientIds ?? []), ...(mail?.xdm?.patientIds ?? [])];
  return [
    ...people.flatMap((person) => (person ? [patientOf(person)] : [])),
    ...archived.flatMap((identifier) => {
      const matricule = matriculeOf([identifier]);
      return matricule === undefined ? [] : [{ matricule, family: [] }];
    }),
  ];
}

function patientOf({ identifiers, family, birthDate }: PersonFacts): PatientSeen {
  const matricule = matriculeOf(identifiers);
  return {
    ...(matricule !== undefined && { matricule }),
    family: wordsOf(family ?? ''),
    ...(birthDate !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(birthDate) && { birthDate }),
  };
}

function matriculeOf(identifiers: readonly LocatedIdentifier[]): string | undefined {
  const ins = identifiers.find(({ value, system }) => isIns(value) || systems.has(system ?? ''));
  const value = ins?.value.replace(/\s+/g, '').toUpperCase() ?? '';
  return /^\d{6}[\dAB]\d{6}(?:\d{2})?$/.test(value) ? value.slice(0, 13) : undefined;
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return plain.split(/[^A-Z]+/).filter((word) => word !== '');
}
