import type { DossierView, ViewNode } from '../../protocol/compliance-view';
import type { ComplianceView } from '../../protocol/requests/compliance';

/**
 * The dossier that a document belongs to: it is its main manifest, one of its rows stands in it, or it lies in its folder.
 * Without a document, or for one of none of them, the first dossier.
 *
 * @param uri of the active document; the same place may be spelled with other percent-escapes than the server's.
 */
export function dossierFor(view: ComplianceView, uri: string | undefined): DossierView | undefined {
  return (uri === undefined ? undefined : owner(view, uri)) ?? view.dossiers[0];
}

/** Like {@link dossierFor}, but only a dossier that the document really belongs to. */
export function owner(view: ComplianceView, uri: string): DossierView | undefined {
  const wanted = plain(uri);
  return (
    view.dossiers.find((dossier) => plain(dossier.uri) === wanted) ??
    view.dossiers.find((dossier) => standsIn(dossier.root, wanted)) ??
    deepest(view.dossiers.filter((dossier) => wanted.startsWith(folderOf(dossier.uri))))
  );
}

function standsIn(node: ViewNode, wanted: string): boolean {
  const { place } = node;
  return (place !== undefined && plain(place.uri) === wanted) || node.children.some((child) => standsIn(child, wanted));
}

function deepest(dossiers: readonly DossierView[]): DossierView | undefined {
  return [...dossiers].sort((a, b) => folderOf(b.uri).length - folderOf(a.uri).length)[0];
}

function folderOf(uri: string): string {
  const text = plain(uri);
  return text.slice(0, text.lastIndexOf('/') + 1);
}

/** One spelling for a URI: servers and editors escape differently, and Windows drives come in both cases. */
function plain(uri: string): string {
  let text = uri;
  try {
    text = decodeURIComponent(uri);
  } catch (error) {
    // A bare `%` in a name: the URI then stands as it is.
    if (!(error instanceof URIError)) throw error;
  }
  return text.replace(/^file:\/\/\/([A-Za-z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
}
