import type { Catalogue } from '../../server/core/catalogue/catalogue';
import { proof, requirement, scenario, smallCatalogue } from './small-catalogue';

/**
 * A catalogue in which scenario `INS/va1.56.01` has one proof for each list of evidence types, from `INS/va1.56.01.01` on.
 */
export function asking(...types: readonly (readonly string[])[]): Catalogue {
  const proofs = types.map((list, index) => proof(`INS/va1.56.01.${String(index + 1).padStart(2, '0')}`, list));
  return { ...smallCatalogue, requirements: [requirement('INS/va1.56', [scenario('INS/va1.56.01', proofs)])] };
}
