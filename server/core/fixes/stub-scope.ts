import type { Catalogue } from '../catalogue/catalogue';
import { generalProfile } from '../status/applicability';
import { deservesStub } from './stub';

/** How many requirements a new dossier holds, for any choice of profiles. */
export interface StubScope {
  /** Profiles that can be chosen; every software has `Général`. */
  readonly profiles: readonly string[];
  /** Requirements of every dossier. */
  readonly always: number;
  /** The others, by the profiles one of which makes them apply. */
  readonly groups: readonly { readonly profiles: readonly string[]; readonly requirements: number }[];
}

export function stubScope({ profiles, requirements }: Catalogue): StubScope {
  const none = new Set<string>();
  const groups = new Map<string, { readonly profiles: readonly string[]; requirements: number }>();
  let always = 0;
  for (const requirement of requirements) {
    if (deservesStub(requirement, none)) {
      always += 1;
      continue;
    }
    if (!deservesStub(requirement, new Set(requirement.profiles))) continue;
    const key = JSON.stringify([...requirement.profiles].sort());
    const group = groups.get(key) ?? { profiles: requirement.profiles, requirements: 0 };
    group.requirements += 1;
    groups.set(key, group);
  }
  return { profiles: profiles.filter((one) => one !== generalProfile), always, groups: [...groups.values()] };
}
