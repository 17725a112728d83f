import { fileNameOf } from '../text/file-name';
import type { UploadItem, UploadList } from './upload-list';

export type FoundItems =
  | { readonly kind: 'found'; readonly items: readonly UploadItem[] }
  /** The same words are of several slots; `ids` tells them apart. */
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/**
 * The pieces that a person means: those of a proof by its id, as the dossier or the REM writes it; the statement of a scenario or
 * requirement by its id; or one piece by its path or name in the package, its link or its number.
 */
export function findItems({ items }: UploadList, wanted: string): FoundItems {
  const word = plain(wanted);
  const byKey = items.filter(({ slot }) => plain(idOf(slot)) === word);
  if (byKey.length > 0) return { kind: 'found', items: byKey };
  const printed = items.filter(({ shownId }) => plain(shownId) === word);
  const slots = [...new Set(printed.map(({ slot }) => idOf(slot)))];
  if (slots.length > 1) return { kind: 'several', ids: slots };
  if (printed.length > 0) return { kind: 'found', items: printed };
  const path = word.replaceAll('\\', '/').replace(/^data\//, '');
  const named = items.filter(({ name, value }) =>
    [name, value].some((one) => one !== undefined && plain(one) === path),
  );
  const called =
    named.length > 0 ? named : items.filter(({ name }) => name !== undefined && plain(fileNameOf(name)) === path);
  if (called.length > 1) return { kind: 'several', ids: tellingApart(called) };
  return called.length === 1 ? { kind: 'found', items: called } : { kind: 'none' };
}

/** Their paths or links; their slots, where one piece is filed in several. */
function tellingApart(items: readonly UploadItem[]): readonly string[] {
  const names = items.map(({ name, value }) => name ?? value);
  return new Set(names).size === names.length ? names : items.map(({ slot }) => idOf(slot));
}

/** The id of a slot by the keys of the dossier. */
export function idOf({ proof, scenario, requirement }: Omit<UploadItem['slot'], 'chapter'>): string {
  return proof ?? scenario ?? requirement ?? '';
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
