import { commonPath } from './evidence-path';
import { fileNameOf } from '../text/file-name';

/**
 * What a file that a system or a program leaves behind is: `secret` keys and passwords, which must never leave the house ·
 * `system` what a file manager writes · `temporary` an unfinished download, a lock or a work copy · `shortcut` a link to
 * something that is not in the dossier.
 */
export type WorkingKind = 'secret' | 'system' | 'temporary' | 'shortcut';

/** By whole name, in lower case. Only names that nobody gives to a piece of evidence. */
const names: Readonly<Record<string, WorkingKind>> = {
  id_rsa: 'secret',
  id_dsa: 'secret',
  id_ecdsa: 'secret',
  id_ed25519: 'secret',
  '.env': 'secret',
  '.netrc': 'secret',
  '.pgpass': 'secret',
  '.htpasswd': 'secret',
  '.git-credentials': 'secret',
  'thumbs.db': 'system',
  'ehthumbs.db': 'system',
  'desktop.ini': 'system',
  '.ds_store': 'system',
  '.directory': 'system',
  '.localized': 'system',
  '.gitkeep': 'system',
  '.gitignore': 'system',
  '.gitattributes': 'system',
};

/** By extension, in lower case. */
const extensions: Readonly<Record<string, WorkingKind>> = {
  kdbx: 'secret',
  ppk: 'secret',
  tmp: 'temporary',
  temp: 'temporary',
  crdownload: 'temporary',
  opdownload: 'temporary',
  download: 'temporary',
  part: 'temporary',
  partial: 'temporary',
  partiel: 'temporary',
  swp: 'temporary',
  swo: 'temporary',
  lnk: 'shortcut',
  url: 'shortcut',
  webloc: 'shortcut',
  website: 'shortcut',
};

/**
 * Whether a file is, by its name, none that anybody would show.
 * @param path `/` separated
 * @returns undefined for every other name: an unknown one is not wrong
 */
export function workingKind(path: string): WorkingKind | undefined {
  const name = fileNameOf(commonPath(path) ?? path).toLowerCase();
  if (Object.hasOwn(names, name)) return names[name];
  if (name.startsWith('.env.')) return 'secret';
  // Which pieces a run of tests brought (collect): this tool's own.
  if (name.endsWith('.collecte.json')) return 'system';
  // Resource forks of macOS, owner files of Word and Excel, locks of LibreOffice, work copies of editors.
  if (name.startsWith('._')) return 'system';
  if (name.startsWith('~$') || name.startsWith('.~lock.') || name.endsWith('~')) return 'temporary';
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return name.includes('.') && Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}
