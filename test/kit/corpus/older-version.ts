import type { Catalogue, Requirement } from '../../../server/core/catalogue/catalogue';
import { fingerprint } from '../../../server/core/catalogue/fingerprint';

/**
 * A REM as it may have stood before: some requirements said otherwise, some had another number, some were not there
 * yet, and one has been withdrawn since.
 */
export function olderVersion(catalogue: Catalogue): Catalogue {
  const requirements = catalogue.requirements.flatMap((requirement, at): Requirement[] => {
    if (at % 11 === 5) return [];
    if (at % 7 === 3 && requirement.text !== undefined) return [reworded(requirement)];
    return at % 13 === 6 ? [renumbered(requirement)] : [requirement];
  });
  const [first] = requirements;
  const withdrawn = first
    ? [{ ...unshared(first), id: 'RETIREE/va1.01', waveOneIds: [], text: 'Retirée depuis.', scenarios: [] }]
    : [];
  return { ...catalogue, requirements: [...requirements, ...withdrawn] };
}

/** The requirement as one whose id is its own. */
function unshared(requirement: Requirement): Requirement {
  const copy: { -readonly [K in keyof Requirement]: Requirement[K] } = { ...requirement };
  delete copy.printedId;
  return copy;
}

function reworded(requirement: Requirement): Requirement {
  const older = { ...requirement, text: `Ancienne rédaction. ${requirement.text ?? ''}` };
  const digits = fingerprint(older);
  return digits === undefined ? older : { ...older, fingerprint: digits };
}

/** The requirement, its scenarios and its proofs under another number. */
function renumbered(requirement: Requirement): Requirement {
  const id = `${requirement.id}9`;
  const follow = (old: string): string =>
    old.startsWith(requirement.id) ? id + old.slice(requirement.id.length) : old;
  return {
    ...requirement,
    id,
    waveOneIds: [],
    scenarios: requirement.scenarios.map((scenario) => ({
      ...scenario,
      id: follow(scenario.id),
      covers: [id],
      proofs: scenario.proofs.map((proof) => ({ ...proof, id: follow(proof.id) })),
    })),
  };
}
