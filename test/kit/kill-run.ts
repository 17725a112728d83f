import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { snapshot } from './disk-snapshot';
import { runIn, type WritingOperation } from './writing-operations';

/** Where a process is killed. */
export interface KillMoment {
  /** Number of the call of the file system, from 0; or milliseconds after the start. */
  readonly at: { readonly call: number } | { readonly milliseconds: number };
  /** On which side of that call; `half`: in the middle of what it writes. */
  readonly when: 'before' | 'half' | 'after';
}

/** What a process that was killed left, and what the next one made of it. */
export interface KillOutcome {
  readonly operation: string;
  readonly moment: KillMoment;
  /** False when it had ended before. */
  readonly killed: boolean;
  /** Files of the user that are neither the old nor the new one. */
  readonly broken: readonly string[];
  /** Files beside that it left, names of temporary files and locks. */
  readonly beside: readonly string[];
  /** Files that are beside still, or not as they should be, after the same command was run again. */
  readonly left: readonly string[];
  /** What the run after it said, when it should have succeeded and did not. */
  readonly refused?: string;
}

/** Names of files that are no user's: they are on their way to another name, or keep others out. */
const isBeside = (name: string): boolean => /\.(?:partiel|verrou)$|\.verrou\./.test(basename(name));

/** Many calls of the file system, of which those from `firstChange` on are between things that change. */
interface Calls {
  readonly calls: number;
  readonly firstChange: number;
}

/** One operation of the shipped command line, in a folder of its own, killed again and again from the same beginning. */
export class KillRun {
  readonly #base = realpathSync(mkdtempSync(join(tmpdir(), 'segur-kills-')));
  readonly folder = join(this.#base, 'd');
  #before = new Map<string, string>();
  /** After the operation, and after it was done once more. */
  readonly #after: { readonly files: ReadonlyMap<string, string>; readonly code: number }[] = [];
  #duration = 0;

  /** @param child built from `kill-child.ts` */
  constructor(
    readonly operation: WritingOperation,
    readonly child: string,
  ) {}

  /** Runs it whole, twice. @returns how many calls of the file system it makes */
  async whole(): Promise<Calls> {
    await this.#begin();
    this.#before = snapshot(this.folder);
    const counted = join(this.#base, 'count.json');
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, this.#command(), {
      cwd: this.folder,
      env: this.#environment({ KILL_COUNT: counted }),
      encoding: 'utf8',
    });
    this.#duration = performance.now() - started;
    this.#after.push({ files: snapshot(this.folder), code: status ?? -1 });
    assert.notDeepEqual(this.#after[0]?.files, this.#before, `${this.operation.name} writes: ${stderr}`);
    const { code } = await this.#again();
    this.#after.push({ files: snapshot(this.folder), code });
    return JSON.parse(readFileSync(counted, 'utf8')) as Calls;
  }

  /** Kills it at a moment, looks at what is left, and runs it again. @param random a number in [0, 1[ for a moment of time */
  async killed(moment: KillMoment): Promise<KillOutcome> {
    await this.#begin();
    const killed = await this.#kill(moment);
    const now = snapshot(this.folder);
    const broken = [...new Set([...now.keys(), ...this.#before.keys()])].filter(
      (name) => !isBeside(name) && !this.#isOldOrNew(name, now.get(name)),
    );
    const beside = [...now.keys()].filter(isBeside);
    // Two seconds pass before somebody runs it again: a lock is not taken from a process that ended a moment ago.
    const old = new Date(Date.now() - 10_000);
    for (const name of beside) if (name.endsWith('.verrou')) utimesSync(join(this.folder, name), old, old);
    const { code, said } = await this.#again();
    const end = snapshot(this.folder);
    const left = this.#after.map(({ files }) => differences(end, files));
    const best = left.findIndex((names) => names.length === 0);
    const isRight = best >= 0 && this.#after.some((one, at) => left[at]?.length === 0 && one.code === code);
    return {
      operation: this.operation.name,
      moment,
      killed,
      broken,
      beside,
      left: best >= 0 ? [] : (left[0] ?? []),
      ...(!isRight && { refused: `${code}: ${said.slice(-300)}` }),
    };
  }

  /** A moment of time within the run. */
  moment(random: number): KillMoment {
    return { at: { milliseconds: random * this.#duration }, when: 'before' };
  }

  remove(): void {
    rmSync(this.#base, { recursive: true, force: true });
  }

  #isOldOrNew(name: string, digest: string | undefined): boolean {
    return digest === this.#before.get(name) || this.#after.some(({ files }) => digest === files.get(name));
  }

  #kill({ at, when }: KillMoment): Promise<boolean> {
    return new Promise((done) => {
      const call = 'call' in at ? { KILL_AT: String(at.call), KILL_WHEN: when } : {};
      const child = spawn(process.execPath, this.#command(), {
        cwd: this.folder,
        env: this.#environment(call),
        stdio: 'ignore',
      });
      const timer = 'call' in at ? undefined : setTimeout(() => child.kill('SIGKILL'), at.milliseconds);
      child.once('exit', (_, signal) => {
        clearTimeout(timer);
        done(signal === 'SIGKILL');
      });
    });
  }

  #command(): string[] {
    const { does, name } = this.operation;
    const hook = ['--require', resolve('test/kit/kill-hook.cjs')];
    if (typeof does === 'function') return [...hook, this.child, name, this.folder];
    return [...hook, resolve('dist/cli.js'), ...does];
  }

  #environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    return { ...process.env, KILL_FOLDER: this.folder, XDG_CACHE_HOME: join(this.#base, 'cache'), ...more };
  }

  /** The same once more, by a process that is not killed. */
  async #again(): Promise<{ code: number; said: string }> {
    const { does } = this.operation;
    if (typeof does !== 'function') return await runIn(this.folder, does);
    try {
      await does(this.folder);
      return { code: 0, said: '' };
    } catch (error) {
      return { code: 1, said: String(error) };
    }
  }

  async #begin(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    await this.operation.begin(this.folder);
    assert.ok(readdirSync(this.folder).length > 0);
  }
}

/** Names of files that are not the same in both. */
function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
}
