import { mkdir, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../archive/system-error';

/** The folders that an operation makes for its files: when it fails, those that hold nothing else go again. */
export class MadeFolders {
  readonly #made: string[] = [];

  /** Makes a folder and those above it where they are missing. @returns whether one was @throws the system's error */
  async make(folder: string): Promise<boolean> {
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined) return false;
    const made: string[] = [];
    for (let at = folder; at.length >= first.length; at = dirname(at)) made.unshift(at);
    this.#made.push(...made);
    return true;
  }

  /** Takes them back, the innermost first. @throws the system's error */
  async removeEmpty(): Promise<void> {
    for (const folder of this.#made.splice(0).reverse()) {
      try {
        await rmdir(folder);
      } catch (error) {
        // Somebody put something there, or took it away.
        if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(systemCode(error) ?? '')) throw error;
      }
    }
  }
}
