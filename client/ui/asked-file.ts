/**
 * Whether a file that a page asks for may be opened: one that the server named to that page, letter for letter, in a file system
 * that the editor has; no page of the web, and no command. A page is not trusted to name files.
 * @param named URIs that the server named
 */
export function mayOpen(uri: string, named: readonly string[], hasFileSystem: (scheme: string) => boolean): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(uri)?.[1];
  return scheme !== undefined && named.includes(uri) && (scheme === 'file' || hasFileSystem(scheme));
}
