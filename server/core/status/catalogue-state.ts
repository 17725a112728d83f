import type { Catalogue, Requirement, Scenario } from '../catalogue/catalogue';
import type { Applicability } from './applicability';
import type { Uncounted } from './status';

/**
 * What the catalogue alone says of a requirement for which no proof is owed; undefined when its own proofs decide.
 * @param coveredBy the core-business scenarios of the dossier that cover it
 * @param state of the catalogue: a reconstruction does not know what it leaves out
 */
export function stateByCatalogue(
  { scenarios }: Requirement,
  applies: Applicability,
  coveredBy: readonly Scenario[],
  state: Catalogue['state'],
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
      if (applies === 'recommended') return 'nothingExpected';
      // That a part of a REM has no proof for it does not say that the REM expects none.
      return state === 'complet' ? 'requiredWithoutProof' : 'unknown';
  }
}

function expectsProofs({ proofs }: Scenario): boolean {
  return proofs.length > 0;
}
