import type { NewDossierScope } from '../../protocol/requests/new-dossier-scope';

/** Number of requirements to prove with these profiles. */
export function requirementsWith({ always, groups }: NewDossierScope, chosen: readonly string[]): number {
  return groups
    .filter(({ profiles }) => profiles.some((one) => chosen.includes(one)))
    .reduce((total, { requirements }) => total + requirements, always);
}

/** Number of them that come with one profile alone. */
export function addedBy(scope: NewDossierScope, profile: string): number {
  return requirementsWith(scope, [profile]) - scope.always;
}
