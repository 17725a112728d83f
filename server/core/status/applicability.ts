import type { Requirement, Scenario } from '../catalogue/catalogue';

/** The profile that every software has. */
export const generalProfile = 'Général';

/**
 * Whether a requirement counts for a dossier.
 * - `applies`: proofs are expected.
 * - `recommended`: a préconisation; proofs are welcome, their absence is no finding.
 * - `otherProfile`: it is for profiles that the dossier does not declare.
 * - `unknown`: the catalogue does not say (profiles, nature unknown, or marked obsolete by its source): never a finding.
 * - `removed`: the REM has withdrawn it.
 */
export type Applicability = 'applies' | 'recommended' | 'otherProfile' | 'unknown' | 'removed';

export function applicability(requirement: Requirement, profiles: ReadonlySet<string>): Applicability {
  if (requirement.nature === 'SUPPRIMEE') return 'removed';
  if (requirement.nature === 'INCONNUE' || requirement.profiles.length === 0) return 'unknown';
  const concerned = requirement.profiles.some((profile) => profile === generalProfile || profiles.has(profile));
  if (!concerned) return 'otherProfile';
  if (requirement.nature === 'PRECONISATION') return 'recommended';
  return isMarkedObsolete(requirement) ? 'unknown' : 'applies';
}

/** The working sources mark some requirements as obsolete: whether the published REM keeps them is not known. */
function isMarkedObsolete(requirement: Requirement): boolean {
  return requirement.sourceState?.startsWith('obsolete') === true;
}

/** Whether a core-business scenario is for a dossier with these profiles; one that names none is for every dossier. */
export function concerns(scenario: Scenario, profiles: ReadonlySet<string>): boolean {
  return scenario.profiles.length === 0 || scenario.profiles.some((one) => one === generalProfile || profiles.has(one));
}
