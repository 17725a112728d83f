import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { isInside } from '../../host/files/guarded-file';
import { systemCode } from '../../host/archive/system-error';
import { lengths, quote } from './quoted';
import { Refusal } from './refusal';

const words = {
  outside: {
    fr: 'Ce chemin mène hors des dossiers ouverts au démarrage : rien n’y est lu.',
    en: 'This path leads out of the folders given at the start: nothing is read there.',
  },
  absent: { fr: 'Rien n’est à ce chemin.', en: 'Nothing is at this path.' },
};

/** The folders within which all is read, past all links. */
export class Folders {
  private constructor(
    readonly roots: readonly string[],
    /** Working directory, from which the first folder was given. */
    readonly first: string,
  ) {}

  /** @param paths absolute @returns undefined where one of them is no folder, with the path */
  static async of(paths: readonly string[]): Promise<Folders | { readonly bad: string }> {
    const roots: string[] = [];
    for (const path of paths) {
      const root = await realOf(path);
      if (root === undefined || !(await stat(root)).isDirectory()) return { bad: path };
      if (!roots.includes(root)) roots.push(root);
    }
    const [first] = roots;
    return first === undefined ? { bad: '' } : new Folders(roots, first);
  }

  /** Whether a path, past all links, is one of the folders or in one. */
  holds(real: string): boolean {
    return this.roots.some((root) => root === real || isInside(root, real));
  }

  /**
   * Where a path leads that was given from the first folder, or from one of the others.
   * @returns an absolute path, past all links
   * @throws Refusal
   */
  async resolve(given: string): Promise<string> {
    let mayBeInside = false;
    for (const root of this.roots) {
      const path = resolve(root, given);
      const real = await realOf(path);
      if (real !== undefined && this.holds(real)) return real;
      if (real === undefined) mayBeInside ||= this.holds(await nearestReal(path));
    }
    const asked = quote(given, lengths.path);
    // What is out there is not told, not even that nothing is.
    throw mayBeInside ? new Refusal('file', words.absent, { asked }) : new Refusal('outside', words.outside, { asked });
  }

  /** A path as an answer names it: from its folder. */
  shown(path: string): string {
    const root = this.roots.find((one) => one === path || isInside(one, path)) ?? this.first;
    return relative(root, path).split(sep).join('/') || '.';
  }
}

/** Undefined where nothing is, or nothing can be followed. */
async function realOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

/** Where the nearest folder above a path is that is there, past all links. */
async function nearestReal(path: string): Promise<string> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const real = await realOf(folder);
    if (real !== undefined || dirname(folder) === folder) return real ?? folder;
  }
}
