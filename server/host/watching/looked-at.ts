import { stat } from 'node:fs/promises';
import { neverCancelled, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { systemCode } from '../archive/system-error';

/** Places asked for at the same time. */
const width = 16;

/** How a place is looked at again: the same text while nothing changed. @throws CancelledError */
type Look = (cancellation: Cancellation) => Promise<string>;

/**
 * Every place that some work rested on, with how it was just before the work read it: whatever changes while the work goes on
 * is a change, too. Places are looked at again, not watched by the system: shared folders of a network tell of no change, and a
 * folder may be gone and come back.
 */
export class LookedAt {
  readonly #places = new Map<string, { readonly before: string; readonly look: Look }>();

  /** Begins anew, without any place. */
  clear(): void {
    this.#places.clear();
  }

  /** Notes a file or a folder, there or not, with its size and times. @param path absolute */
  async noteFile(path: string): Promise<void> {
    await this.note(`file\n${path}`, () => fileState(path));
  }

  /** Notes a place before it is looked into, the first time. */
  async note(key: string, look: Look, cancellation: Cancellation = neverCancelled): Promise<void> {
    if (!this.#places.has(key)) this.told(key, await look(cancellation), look);
  }

  /** Notes what the work was told of a place, the first time; `look` would tell the same now, if nothing changed. */
  told(key: string, before: string, look: Look): void {
    if (!this.#places.has(key)) this.#places.set(key, { before, look });
  }

  /** What is not as it was noted, in words of this class; empty while nothing changed. @throws CancelledError */
  async changes(cancellation: Cancellation): Promise<string> {
    const changed: string[] = [];
    const waiting = this.#places.entries();
    const work = async (): Promise<void> => {
      for (const [key, { before, look }] of waiting) {
        throwIfCancelled(cancellation);
        const now = await look(cancellation);
        if (now !== before) changed.push(`${key}\n${now}`);
      }
    };
    await Promise.all(Array.from({ length: width }, work));
    return changed.sort().join('\n\n');
  }
}

/** Also the time of the last change of its entry: a copy may keep the time of what it replaces. */
async function fileState(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(path);
    return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return code;
  }
}
