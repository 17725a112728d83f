import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshot, strays } from './disk-snapshot';
import { withFault, withShortReads, type FaultCode } from './failing-disk';
import { runIn, type WritingOperation } from './writing-operations';

/** What one failure of the disk left. */
export interface FaultOutcome {
  readonly operation: string;
  readonly code: FaultCode;
  /** The call that failed, and on what. */
  readonly failed: string;
  /** Files that are neither as they were nor as they should be. */
  readonly strays: readonly string[];
  /** Files that are new, though the operation ended without having written all. */
  readonly partial: readonly string[];
  /** What was thrown as no error of a user. */
  readonly thrown?: string;
}

/** One operation in a folder of its own, again and again, from the same beginning. */
export class FaultRun {
  readonly #base = realpathSync(mkdtempSync(join(tmpdir(), 'segur-faults-')));
  readonly folder = join(this.#base, 'd');
  #before = new Map<string, string>();
  #after = new Map<string, string>();

  constructor(readonly operation: WritingOperation) {}

  /** Runs it whole. @returns how many calls of the file system it makes */
  async whole(): Promise<number> {
    await this.#begin();
    this.#before = snapshot(this.folder);
    let said = '';
    const { calls } = await withFault({ base: this.folder, at: -1, code: 'EIO' }, async () => {
      said = await this.#does();
    });
    this.#after = snapshot(this.folder);
    assert.notDeepEqual(this.#after, this.#before, `${this.operation.name} writes: ${said}`);
    return calls;
  }

  /** Runs it with one call that fails; undefined when there were fewer calls. */
  async failing(at: number, code: FaultCode): Promise<FaultOutcome | undefined> {
    await this.#begin();
    let thrown: string | undefined;
    const { failed } = await withFault({ base: this.folder, at, code }, async () => {
      try {
        await this.#does();
      } catch (error) {
        thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
      }
    });
    if (failed === undefined) return undefined;
    const now = snapshot(this.folder);
    const changed = [...this.#after.keys()].filter((name) => this.#after.get(name) !== this.#before.get(name));
    const fresh = changed.filter((name) => now.get(name) !== this.#before.get(name));
    return {
      operation: this.operation.name,
      code,
      failed,
      strays: strays(this.folder, now, this.#before, this.#after),
      partial: fresh.length === changed.length || this.operation.isByParts === true ? [] : fresh,
      ...(thrown !== undefined && typeof this.operation.does !== 'function' && { thrown }),
    };
  }

  /** Runs it with reads that are short and late. @returns files that are not as they are without that; undefined: none was short */
  async shortReads(): Promise<readonly string[] | undefined> {
    await this.#begin();
    const short = await withShortReads(async () => {
      await this.#does();
    });
    const now = snapshot(this.folder);
    const names = new Set([...now.keys(), ...this.#after.keys()]);
    return short === 0 ? undefined : [...names].filter((name) => now.get(name) !== this.#after.get(name));
  }

  remove(): void {
    rmSync(this.#base, { recursive: true, force: true });
  }

  async #begin(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    await this.operation.begin(this.folder);
  }

  async #does(): Promise<string> {
    const { does } = this.operation;
    if (typeof does !== 'function') return (await runIn(this.folder, does)).said;
    await does(this.folder);
    return '';
  }
}
