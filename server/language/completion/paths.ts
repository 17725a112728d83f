import { CompletionItemKind } from 'vscode-languageserver-types';
import { safePath } from '../../core/evidence/evidence-path';
import { filesAround, type FileView } from '../file-view';
import { writtenPaths } from '../written-paths';
import { scalarText } from '../../core/manifest/scalar-text';
import { say } from '../../core/messages/say';
import type { Offer } from './offer';
import type { ValuePlace } from './values';

const manifestEnd = '.preuves.yaml';
const catalogueEnd = '.rem.yaml';

/**
 * Files of the dossier's folder that a path may name; those not cited yet come first, before them those whose name has
 * the id of the proof.
 * @param files paths relative to the folder, sorted
 */
export function pathOffers(place: ValuePlace, view: FileView, files: readonly string[]): Offer[] {
  if (place.shape.format === 'glob') return fragmentOffers(view, files);
  if (place.key === 'catalogue') {
    return files.filter((path) => path.endsWith(catalogueEnd)).map((path) => offer(path, 0));
  }
  const cited = citedPaths(view);
  const hint = place.proof === undefined ? undefined : comparable(place.proof);
  return files
    .filter((path) => !path.endsWith(manifestEnd) && !path.endsWith(catalogueEnd))
    .map((path) => {
      if (cited.has(path)) return offer(path, 2, say({ fr: 'déjà citée', en: 'already cited' }, view.locale));
      return offer(path, hint !== undefined && comparable(path).includes(hint) ? 0 : 1);
    });
}

function offer(path: string, rank: number, detail?: string): Offer {
  return {
    label: path,
    text: scalarText(path),
    kind: CompletionItemKind.File,
    rank,
    ...(detail === undefined ? {} : { detail }),
  };
}

function fragmentOffers(view: FileView, files: readonly string[]): Offer[] {
  const manifests = files.filter((path) => path.endsWith(manifestEnd) && !view.uri.endsWith(`/${path}`));
  const folders = new Set(
    manifests.filter((path) => path.includes('/')).map((path) => path.slice(0, path.lastIndexOf('/'))),
  );
  const patterns = [...folders].map((folder) => `${folder}/*${manifestEnd}`);
  return [...patterns.map((path) => offer(path, 0)), ...manifests.map((path) => offer(path, 1))];
}

function citedPaths(view: FileView): Set<string> {
  const cited = new Set<string>();
  for (const { parsed } of filesAround(view)) {
    for (const { path } of writtenPaths(parsed)) {
      const safe = safePath(path);
      if (safe !== undefined) cited.add(safe);
    }
  }
  return cited;
}

/** File names can not hold the `/` of ids, so that people write something else there. */
function comparable(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
