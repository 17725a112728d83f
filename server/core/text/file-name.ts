/** What a path whose parts are joined by `/` ends with. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
