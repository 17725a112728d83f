import { collisionKey } from '../../core/configuration/entry-names';
import { ArchiveError } from './archive-error';

/** A zip holds the length of a name in 16 bits. */
const maxNameBytes = 0xffff;

/**
 * Why a name must not enter or leave an archive, in English for logs, or undefined when it is safe: relative, with `/`
 * only, and unable to leave the folder it is unpacked in, on any system.
 */
export function unsafeNameReason(name: string): string | undefined {
  if (name === '') return 'empty';
  // A line break would let a name forge a line of the list of digests.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'control character';
  if (/\p{Surrogate}/u.test(name)) return 'not well-formed Unicode';
  if (name.includes('\\')) return 'backslash';
  if (name.startsWith('/')) return 'absolute';
  if (/^[A-Za-z]:/.test(name)) return 'drive letter';
  for (const segment of name.split('/')) {
    if (segment === '') return 'empty segment';
    if (segment === '.' || segment === '..') return 'dot segment';
  }
  return Buffer.byteLength(name) > maxNameBytes ? 'too long' : undefined;
}

/** The names of an archive being written: each safe, and able to be unpacked beside the others on any system. */
export class EntryNames {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  /**
   * Takes a name, and returns it in the form to write (NFC).
   * @throws ArchiveError `unsafe-name` or `duplicate-name`.
   */
  take(given: string): string {
    const name = given.normalize('NFC');
    const reason = unsafeNameReason(name);
    if (reason !== undefined) {
      throw new ArchiveError('unsafe-name', `Unsafe name (${reason}): ${JSON.stringify(given)}`, { entry: given });
    }
    const key = collisionKey(name);
    const folders = foldersOf(key);
    // A file and a folder of the same name cannot be unpacked together either.
    const other = [key, ...folders].map((each) => this.#files.get(each)).find((each) => each !== undefined);
    const taken = other ?? this.#folders.get(key);
    if (taken !== undefined) {
      throw new ArchiveError('duplicate-name', `The names ${name} and ${taken} collide`, { entry: name });
    }
    this.#files.set(key, name);
    for (const folder of folders) this.#folders.set(folder, name);
    return name;
  }
}

function foldersOf(name: string): string[] {
  const folders: string[] = [];
  for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) folders.push(name.slice(0, at));
  return folders;
}
