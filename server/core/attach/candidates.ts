import { comparable } from '../catalogue/id-in-name';
import { citationsOf } from '../dossier/manifest-citations';
import type { Dossier } from '../dossier/dossier';
import { foldedPath } from '../evidence/evidence-path';
import { isPackage, isWorkFile } from '../rules/preuve/orpheline/work-files';
import { namedSlot, wantedSlot } from './find-slot';
import type { WantedSlot } from './piece';
import { keyOf, namesOf, slotsOf, type Slot } from './slots';
import { fileNameOf } from '../text/file-name';

/** A file in the dossier's folder that could be a piece, and that nothing cites. */
export interface Candidate {
  /** Relative to the dossier's folder. */
  readonly path: string;
  /** Its name, or that of its folder, has the id of what it is looked for. */
  readonly isNamed: boolean;
  /** The one proof that its name says. */
  readonly slot?: Slot;
}

/**
 * Files that could be attached, those named after what is wanted first.
 * @param wanted what they are looked for; absent: any proof of the dossier
 * @param files paths relative to the dossier's folder
 */
export function candidatesFor(
  dossier: Dossier,
  wanted: WantedSlot | undefined,
  files: readonly string[],
): readonly Candidate[] {
  const slots = slotsOf(dossier);
  const within = wanted ? slotsUnder(wanted, slots) : slots;
  const keys = new Set(within.map(keyOf));
  const ids = [...new Set(within.flatMap((slot) => Object.values(namesOf(slot)).flat().map(comparable)))];
  const all = uncited(dossier, files).map((path): Candidate => {
    const name = comparable(path);
    // Most files name nothing of what is wanted: only the others are worth the search for all ids.
    if (!ids.some((id) => name.includes(id))) return { path, isNamed: false };
    const own = namedSlot(fileNameOf(path), slots);
    const choice = own.kind === 'none' ? namedSlot(path, slots) : own;
    if (choice.kind === 'one') {
      return keys.has(keyOf(choice.slot)) ? { path, isNamed: true, slot: choice.slot } : { path, isNamed: false };
    }
    return { path, isNamed: choice.kind === 'several' && choice.slots.some((slot) => keys.has(keyOf(slot))) };
  });
  const rank = ({ isNamed, slot }: Candidate): number => (slot ? 0 : isNamed ? 1 : 2);
  return all.sort((a, b) => rank(a) - rank(b));
}

function slotsUnder(wanted: WantedSlot, slots: readonly Slot[]): readonly Slot[] {
  const choice = wantedSlot(wanted, slots);
  if (choice.kind === 'one') return [choice.slot];
  return choice.kind === 'several' ? choice.slots : [];
}

function uncited({ main, fragments }: Dossier, files: readonly string[]): readonly string[] {
  const cited = [main, ...fragments].map(({ parsed }) => citationsOf(parsed));
  return files.filter((path) => {
    const folded = foldedPath(path);
    return !isWorkFile(folded) && !isPackage(folded, main.path) && !cited.some((paths) => paths.has(folded));
  });
}
