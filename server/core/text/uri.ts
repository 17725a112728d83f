import { URI, Utils } from 'vscode-uri';

/** The same file always has the same string: `file:///C:/a` and `file:///c%3A/a` are one. */
export function normaliseUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** URI of the folder that holds a file. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** Name of a file without its folder. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** URI of a path as a person writes it in a file of a folder: relative to it, or absolute, with the separators of any system. */
export function writtenUnder(folderUri: string, written: string): string {
  const path = written.replace(/\\/g, '/');
  if (/^[A-Za-z]:\//.test(path)) return URI.file(path).toString();
  return Utils.resolvePath(URI.parse(folderUri), path).toString();
}

/** URI of a safe relative path under a folder. */
export function under(folderUri: string, path: string): string {
  return Utils.joinPath(URI.parse(folderUri), ...path.split('/')).toString();
}

/** Path of a file relative to a folder, `/` separated, or undefined when it is not under it. */
export function relativeTo(folderUri: string, uri: string): string | undefined {
  const folder = URI.parse(folderUri);
  const file = URI.parse(uri);
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.path.startsWith(prefix) ? file.path.slice(prefix.length) : undefined;
}

/** The same to be shown: what is not under the folder keeps its whole URI. */
export function nameWithin(folderUri: string, uri: string): string {
  return relativeTo(folderUri, uri) ?? uri;
}
