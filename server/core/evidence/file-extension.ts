/** Extension of a name or path, lower case, without dot: `Preuve.TAR.GZ` has `gz`, `.gitignore` none. */
export function extensionOf(path: string): string {
  // Names inside archives and messages may have been written on Windows.
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}
