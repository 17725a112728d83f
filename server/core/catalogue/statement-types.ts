import { evidenceType } from './evidence-types';

/**
 * Evidence types that a signed statement may answer: the statements themselves, and what a vendor writes about the product
 * or the house. All others are shown, recorded, or delivered by somebody else.
 */
const statementTypes: ReadonlySet<string> = new Set([
  'attestation_honneur',
  'engagement_ecrit',
  'documentation',
  'procedure',
  'pssi',
  'pas',
  'matrice_flux',
  'dossier_architecture',
  'formulaire_test_intrusion_passi',
  'certificat_hds',
]);

/**
 * Whether a proof that asks for these types may be answered by a statement.
 * @param types ids of evidence types
 * @returns undefined when it is not known: no type, or one that is not known here
 */
export function acceptsStatement(types: readonly string[]): boolean | undefined {
  if (types.length === 0) return undefined;
  if (types.some((type) => statementTypes.has(type))) return true;
  return types.every((type) => evidenceType(type) !== undefined) ? false : undefined;
}
