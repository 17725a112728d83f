import type { Requirement, Scenario } from '../catalogue/catalogue';
import type { Applicability } from './applicability';
import type { Uncounted } from './status';

/**
 * What the catalogue alone says of a requirement for which no proof is owed; undefined when its own proofs decide.
 * @param coveredBy the core-business scenarios of the dossier that cover it
 */
export function stateByCatalogue(
  { scenarios }: Requirement,
  applies: Applicability,
  coveredBy: readonly Scenario[],
): Uncounted | undefined {
  switch (applies) {
    case 'otherProfile':
    case 'removed':
      return 'notApplicable';
    case 'unknown':
      return 'unknown';
    case 'applies':
    case 'recommended':
      if (scenarios.some(expectsProofs)) return applies === 'recommended' ? 'nothingExpected' : undefined;
      // A scenario that expects no proof shows nothing, whatever it covers.
      if (coveredBy.some(expectsProofs)) return 'covered';
      return applies === 'recommended' ? 'nothingExpected' : 'requiredWithoutProof';
  }
}

function expectsProofs({ proofs }: Scenario): boolean {
  return proofs.length > 0;
}
