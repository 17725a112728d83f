import { isPlaceholder } from '../text/placeholder';
import type { ParsedManifest } from './parse-manifest';

/** Keys without which nobody knows whose file it is, nor about what. */
export const identityKeys = ['editeur.denomination', 'editeur.siret', 'logiciel.nom', 'logiciel.version'] as const;
type IdentityKey = (typeof identityKeys)[number];

/** The identity keys that are absent, empty or filled with a placeholder, in their order. */
export function missingIdentity({ vendor, software }: ParsedManifest): IdentityKey[] {
  const written: Readonly<Record<IdentityKey, string | undefined>> = {
    'editeur.denomination': vendor?.facts.name?.value,
    'editeur.siret': vendor?.facts.siret?.value,
    'logiciel.nom': software?.facts.name?.value,
    'logiciel.version': software?.facts.version?.value,
  };
  return identityKeys.filter((key) => isPlaceholder(written[key] ?? ''));
}
