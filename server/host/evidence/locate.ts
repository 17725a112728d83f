import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { identityOf, type FileIdentity } from './file-identity';

/** Where a cited path leads. */
export type Location =
  | { readonly kind: 'file'; readonly realPath: string; readonly identity: FileIdentity; readonly nameOnDisk?: string }
  | { readonly kind: 'not'; readonly fact: Exclude<EvidenceFile, { state: 'file' }> };

const absent: Location = { kind: 'not', fact: { state: 'absent' } };

/** Finds cited paths on disk. One object serves one scan: it lists each folder once. */
export class Locator {
  readonly #names = new Map<string, Promise<readonly string[] | undefined>>();
  #realRoot: Promise<string> | undefined;

  constructor(readonly root: string) {}

  /** @param path relative, `/` separated, without `..` */
  async locate(path: string): Promise<Location> {
    try {
      return await this.#locate(path);
    } catch (error) {
      const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
      if (code === undefined) throw error;
      if (code === 'ENOENT' || code === 'ENOTDIR') return absent;
      return { kind: 'not', fact: { state: 'unreadable', reason: code } };
    }
  }

  async #locate(path: string): Promise<Location> {
    const onDisk = await this.#nameOnDisk(path);
    if (onDisk === undefined) return absent;
    const full = join(this.root, ...onDisk.split('/'));
    await lstat(full);
    const real = await realpath(full);
    this.#realRoot ??= realpath(this.root);
    if (!isInside(await this.#realRoot, real)) return { kind: 'not', fact: { state: 'outside' } };
    const status = await stat(real, { bigint: true });
    if (status.isDirectory()) return { kind: 'not', fact: { state: 'directory' } };
    // A pipe, a socket or a device: reading it might never end.
    if (!status.isFile()) return { kind: 'not', fact: { state: 'unreadable', reason: 'EINVAL' } };
    const location = { kind: 'file' as const, realPath: real, identity: identityOf(status) };
    return onDisk === path ? location : { ...location, nameOnDisk: onDisk };
  }

  /**
   * The path with its names as they are on disk. Where a name is there in another case or Unicode form only, that one is
   * taken, on every system alike: the dossier must not depend on who opens it. Undefined when there is none.
   */
  async #nameOnDisk(path: string): Promise<string | undefined> {
    const found: string[] = [];
    for (const part of path.split('/')) {
      const names = await this.#list(join(this.root, ...found));
      // A folder that can be entered but not listed is taken at its word.
      const name = names === undefined || names.includes(part) ? part : closest(names, part);
      if (name === undefined) return undefined;
      found.push(name);
    }
    return found.join('/');
  }

  #list(folder: string): Promise<readonly string[] | undefined> {
    let names = this.#names.get(folder);
    if (!names) {
      names = list(folder);
      this.#names.set(folder, names);
    }
    return names;
  }
}

async function list(folder: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** The only name that differs by case or Unicode form alone. */
function closest(names: readonly string[], part: string): string | undefined {
  const wanted = folded(part);
  const candidates = names.filter((name) => folded(name) === wanted);
  return candidates.length === 1 ? candidates[0] : undefined;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function isInside(root: string, path: string): boolean {
  const inside = relative(root, path);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
