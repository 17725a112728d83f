import { citationsOf, isReadWhole } from '../dossier/manifest-citations';
import type { ParsedManifest } from '../manifest/parse-manifest';
import { foldedPath } from '../evidence/evidence-path';
import { folderOf, relativeTo } from '../text/uri';

/** A manifest that is no part of the dossier. */
export interface OtherManifest {
  readonly uri: string;
  /** Undefined when it is there and was not read: it may cite anything. */
  readonly parsed: ParsedManifest | undefined;
}

/**
 * Whether one of these manifests may have to do with a file, given by its path under `rootUri`. A fragment that no dossier
 * names says nothing of where its paths start: both its own folder and `rootUri` count.
 */
export function mayBelongTo(others: readonly OtherManifest[], rootUri: string): (path: string) => boolean {
  const views = others.flatMap(({ uri, parsed }) => {
    const folder = folderOf(uri);
    const below = folder === rootUri ? '' : prefixOf(rootUri, folder);
    const above = folder === rootUri ? undefined : prefixOf(folder, rootUri);
    if (below === undefined && above === undefined) return [];
    return [{ parsed, below, above, isMain: parsed?.role === 'main' }];
  });
  if (views.length === 0) return () => false;
  return (path) => {
    const folded = foldedPath(path);
    return views.some(({ parsed, below, above, isMain }) => {
      if (isMain && below !== undefined && below !== '' && folded.startsWith(below)) return true;
      if (!parsed || !isReadWhole(parsed)) return true;
      const cited = citationsOf(parsed);
      if (!isMain && cited.has(folded)) return true;
      if (above !== undefined) return cited.has(above + folded);
      return below !== undefined && folded.startsWith(below) && cited.has(folded.slice(below.length));
    });
  };
}

/** `exigences/` for a folder under another. */
function prefixOf(folderUri: string, uri: string): string | undefined {
  const path = relativeTo(folderUri, uri);
  return path === undefined ? undefined : `${foldedPath(path)}/`;
}
