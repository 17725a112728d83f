/** Names of the path that say where, at most. */
const shownNames = 4;

/** `recordTarget/patientRole/id`: the path below the root, its end when it is long. */
export function xmlPlace(path: readonly string[]): string {
  const names = path.length > 1 ? path.slice(1) : path;
  const shown = names.length > shownNames ? ['…', ...names.slice(-shownNames)] : names;
  return shown.join('/').slice(0, 200);
}
