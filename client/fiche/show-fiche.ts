import { findTarget } from '../attach/attach-target';
import { attachMessages } from '../attach/attach-messages';
import type { Services } from '../commands/services';
import { currentLanguage } from '../settings';
import { activePlace } from '../ui/active-place';
import type { FicheProvider } from './fiche-provider';

/** *Afficher la fiche*: of the row, lens or proof that is given, else of what the cursor is at. */
export async function showFiche(services: Services, fiche: FicheProvider, argument: unknown): Promise<void> {
  const place = argument === undefined ? activePlace() : undefined;
  if (place) {
    await fiche.show({ uri: place.uri, at: { kind: 'position', ...place.position } });
    return;
  }
  const target = await findTarget(services, attachMessages[currentLanguage()], argument);
  if (target) await fiche.show({ uri: target.uri, at: { kind: 'entry', ...target.slot } });
}
