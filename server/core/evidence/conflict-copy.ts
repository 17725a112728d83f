/** A copy that a shared folder made of a file because two people saved it at once. */
export interface ConflictCopy {
  /** Name of the file that it is a copy of. */
  readonly original: string;
}

const end = '.preuves.yaml';

/**
 * What services put into the name: Dropbox `(Copie en conflit de Alix 2026-11-30)`, Nextcloud `(conflicted copy 2026-11-30
 * 101500)`, Syncthing `.sync-conflict-20261130-101500-ABCDEFG`, Seafile `(SFConflict …)`, and what people write themselves.
 */
const saysConflict = [
  /^ ?\([^()]*(?:conflict|conflit|konflikt)[^()]*\)$/i,
  /^\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$/i,
  /^[ ._-]?(?:conflict|conflit)(?:-\d{8}-\d{6})?$/i,
];

/** What only means it before the last extension, where no manifest of ours has anything: OneDrive `-POSTE-2`, Drive ` (1)`. */
const saysCopy = [/^ ?\(\d{1,3}\)$/, /^-[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, /^ - (?:Copie|Copy)(?: \(\d{1,3}\))?$/i];

/**
 * What manifest a file is a copy of, as far as its name says. Whether it is one shows only beside that manifest.
 * @param name without folder
 */
export function conflictCopyOf(name: string): ConflictCopy | undefined {
  const [, stem = '', inserted = ''] = /^(.+?)\.preuves([^/]+)\.yaml$/i.exec(name) ?? [];
  if (inserted !== '' && [...saysConflict, ...saysCopy].some((one) => one.test(inserted)))
    return { original: `${stem}${end}` };
  if (!name.endsWith(end)) return undefined;
  const whole = name.slice(0, -end.length);
  for (let at = 1; at < whole.length; at++) {
    if (!/[ (._-]/.test(whole.charAt(at))) continue;
    if (saysConflict.some((one) => one.test(whole.slice(at)))) return { original: whole.slice(0, at) + end };
  }
  return undefined;
}
