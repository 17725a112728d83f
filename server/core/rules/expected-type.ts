import type { EvidenceFamily } from '../catalogue/evidence-families';
import { evidenceType } from '../catalogue/evidence-types';
import type { ResolvedProof } from '../dossier/dossier';

/**
 * Whether evidence of a family can only be meant as this type: the proof asks for it, and for nothing else that is made of
 * the same. A PDF under a proof that asks for a PDF/A-1 document or a screenshot may be the screenshot.
 */
export function canOnlyBe(type: string, family: EvidenceFamily, { proof }: ResolvedProof): boolean {
  return (
    proof?.types.includes(type) === true &&
    proof.types.every((other) => other === type || evidenceType(other)?.accepts.includes(family) === false)
  );
}

/** Whether the proof asks for this type, among others or not. */
export function asksFor(type: string, { proof }: ResolvedProof): boolean {
  return proof?.types.includes(type) === true;
}

/** Whether the proof asks for one or more of these types, and for nothing else. */
export function asksOnlyFor(types: ReadonlySet<string>, { proof }: ResolvedProof): boolean {
  return proof !== undefined && proof.types.length > 0 && proof.types.every((type) => types.has(type));
}
