import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { FolderNames } from '../../core/evidence/folder-names';
import { isInside } from '../files/guarded-file';
import { identityOf, type FileIdentity } from './file-identity';

/** Where a cited path leads. */
export type Location =
  | {
      readonly kind: 'file';
      readonly realPath: string;
      /** Folder of the dossier, past all links: what is opened under this path must still be in it. */
      readonly realRoot: string;
      readonly identity: FileIdentity;
      readonly nameOnDisk?: string;
      /** Path of the DVC stub that lies beside it, relative to the root. */
      readonly stub?: string;
    }
  | { readonly kind: 'not'; readonly fact: Exclude<EvidenceFile, { state: 'file' }> };

const absent: Location = { kind: 'not', fact: { state: 'absent' } };
const outside: Location = { kind: 'not', fact: { state: 'outside' } };

/** Finds cited paths on disk. One object serves one scan: it lists each folder once. */
export class Locator {
  readonly #names = new Map<string, Promise<FolderNames | undefined>>();
  /** Where folders are, past all links. */
  readonly #reals = new Map<string, Promise<string>>();

  /** @param within folder that the root has to be in, links followed */
  constructor(
    readonly root: string,
    readonly within?: string,
  ) {}

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
    const named = await lstat(full, { bigint: true });
    // Only the folders on the way can lead elsewhere, unless the name is a link itself.
    const real = named.isSymbolicLink() ? await realpath(full) : join(await this.#real(dirname(full)), basename(full));
    const realRoot = await this.#real(this.root);
    if (this.within !== undefined && !isInside(await this.#real(this.within), realRoot)) return outside;
    if (!isInside(realRoot, real)) return outside;
    const status = named.isSymbolicLink() ? await stat(real, { bigint: true }) : named;
    if (status.isDirectory()) return { kind: 'not', fact: { state: 'directory' } };
    // A pipe, a socket or a device: reading it might never end.
    if (!status.isFile()) return { kind: 'not', fact: { state: 'special' } };
    const stub = (await this.#list(dirname(full)))?.has(`${basename(full)}.dvc`) ? `${onDisk}.dvc` : undefined;
    return {
      kind: 'file',
      realPath: real,
      realRoot,
      identity: identityOf(status),
      ...(onDisk === path ? {} : { nameOnDisk: onDisk }),
      ...(stub === undefined ? {} : { stub }),
    };
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
      const name = names === undefined ? part : names.find(part);
      if (name === undefined) return undefined;
      found.push(name);
    }
    return found.join('/');
  }

  #real(folder: string): Promise<string> {
    let real = this.#reals.get(folder);
    if (!real) {
      real = realpath(folder);
      this.#reals.set(folder, real);
    }
    return real;
  }

  #list(folder: string): Promise<FolderNames | undefined> {
    let names = this.#names.get(folder);
    if (!names) {
      names = list(folder);
      this.#names.set(folder, names);
    }
    return names;
  }
}

async function list(folder: string): Promise<FolderNames | undefined> {
  try {
    return new FolderNames(await readdir(folder));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
