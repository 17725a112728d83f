import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { machine } from '../archive/temporary-name';
import { sweepLocks, withFileLock, withFileLocks } from './file-lock';

const token = (pid: number, of = machine): string => `${String(pid)}-${of}-0123456789abcdef`;

/** So that a test need not wait as long as a person. */
const quick = { beat: 20, watch: 200 };

describe('the lock of a file', () => {
  let folder: string;
  let path: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-verrou-'));
    path = join(folder, 'dossier à nous.yaml');
    lock = join(folder, '.dossier à nous.yaml.verrou');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** A lock that stands as if it had been taken some seconds ago. */
  function leave(content: string, seconds: number): void {
    writeFileSync(lock, content);
    const then = new Date(Date.now() - seconds * 1000);
    utimesSync(lock, then, then);
  }

  /** Asks for the lock, looks on for a while, and takes what stands in the way away itself. */
  async function waitsFor(release: () => void): Promise<void> {
    let isIn = false;
    const asked = withFileLock(path, neverCancelled, () => {
      isIn = true;
      return Promise.resolve();
    });
    for (let looks = 0; looks < 200; looks++) await stat(folder);
    assert.equal(isIn, false);
    release();
    await asked;
    assert.equal(isIn, true);
    assert.deepEqual(readdirSync(folder), []);
  }

  it('lets one in at a time, each in the end, and gives what each gives', async () => {
    let inside = 0;
    const given = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        withFileLock(path, neverCancelled, async () => {
          assert.equal(++inside, 1);
          assert.equal(existsSync(lock), true);
          for (let looks = 0; looks < 5; looks++) await stat(folder);
          inside--;
          return at;
        }),
      ),
    );
    assert.deepEqual(
      given,
      Array.from({ length: 12 }, (_, at) => at),
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is gone after work that fails, whose error is told', async () => {
    const fault = new Error('non');
    await assert.rejects(
      withFileLock(path, neverCancelled, () => Promise.reject(fault)),
      (error) => error === fault,
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it('of a process that was killed is taken', async () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    const { pid } = holder;
    assert.ok(pid !== undefined);
    const ended = new Promise((done) => holder.once('exit', done));
    leave(token(pid), 5);
    await waitsFor(() => {
      holder.kill('SIGKILL');
    });
    await ended;
  });

  it('that is empty was left before it had a name, and is taken', async () => {
    leave('', 5);
    await withFileLock(path, neverCancelled, () => Promise.resolve());
    assert.deepEqual(readdirSync(folder), []);
  });

  it('that is empty and new may be about to get its name: it is waited for', async () => {
    // Seen as new for as long as the test takes.
    leave('', -60);
    await waitsFor(() => {
      rmSync(lock);
    });
  });

  it('of another machine, or with words that are not ours, is taken once it is too old for any work', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    for (const content of [token(gone, '00000000'), token(process.pid), 'x', 'é'.repeat(500)]) {
      leave(content, 60);
      await withFileLock(path, neverCancelled, () => Promise.resolve(), quick);
      assert.deepEqual(readdirSync(folder), []);
    }
  });

  it('of another machine is waited for, whatever runs here under its number', async () => {
    leave(token(spawnSync(process.execPath, ['--version']).pid, '00000000'), 5);
    await waitsFor(() => {
      rmSync(lock);
    });
  });

  it('of somebody who works is waited for, however the clock jumps meanwhile', async () => {
    const realNow = Date.now;
    try {
      await withFileLock(
        path,
        neverCancelled,
        async () => {
          for (const hours of [24, -24]) {
            Date.now = () => realNow() + hours * 3_600_000;
            let isIn = false;
            const cancellation = { isCancellationRequested: false };
            const asked = withFileLock(
              path,
              cancellation,
              () => {
                isIn = true;
                return Promise.resolve();
              },
              quick,
            );
            // Long enough for the one who asks to have thought it stale, were it not touched.
            const touched = new Set<number>();
            while (touched.size < 20) touched.add((await stat(lock)).mtimeMs);
            assert.equal(isIn, false);
            cancellation.isCancellationRequested = true;
            await assert.rejects(asked, CancelledError);
          }
        },
        quick,
      );
    } finally {
      Date.now = realNow;
    }
    assert.deepEqual(readdirSync(folder), []);
  });

  it('of a process that was killed is taken, though the clock was set back since', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    for (const content of [token(gone), token(gone, '00000000')]) {
      leave(content, -3600);
      await withFileLock(path, neverCancelled, () => Promise.resolve(), quick);
      assert.deepEqual(readdirSync(folder), []);
    }
  });

  it('that a killed process left is swept by who needs none; others stay', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    for (const [content, seconds, isLeft] of [
      [token(gone), 5, false],
      ['', 5, false],
      [token(gone), 0, true],
      [token(process.pid), 3600, true],
      [token(gone, '00000000'), 3600, true],
    ] as const) {
      leave(content, seconds);
      await sweepLocks([path]);
      assert.deepEqual(readdirSync(folder), isLeft ? ['.dossier à nous.yaml.verrou'] : [], content);
    }
  });

  it('that was taken over by somebody else is theirs to take away', async () => {
    await withFileLock(path, neverCancelled, () => {
      writeFileSync(lock, token(process.pid));
      return Promise.resolve();
    });
    assert.equal(readFileSync(lock, 'utf8'), token(process.pid));
  });

  it('is no longer waited for when that is cancelled, and stays with who has it', async () => {
    const cancellation = { isCancellationRequested: false };
    await withFileLock(path, neverCancelled, async () => {
      const asked = withFileLock(path, cancellation, () => Promise.resolve('in'));
      cancellation.isCancellationRequested = true;
      await assert.rejects(asked, CancelledError);
      assert.equal(existsSync(lock), true);
    });
    assert.deepEqual(readdirSync(folder), []);
  });

  it('cannot be taken in a folder that is not there: the system says why', async () => {
    await assert.rejects(
      withFileLock(join(folder, 'absent', 'x.yaml'), neverCancelled, () => Promise.resolve()),
      { code: 'ENOENT' },
    );
  });

  it('of several files never makes two wait for each other, nor one for itself', async () => {
    const [a, b] = ['a.yaml', 'b.yaml'].map((name) => join(folder, name));
    assert.ok(a !== undefined && b !== undefined);
    let inside = 0;
    const work = async (): Promise<void> => {
      assert.equal(++inside, 1);
      await stat(folder);
      inside--;
    };
    await Promise.all(
      [[a, b], [b, a], [a], [b, b, a], []].map((paths) =>
        paths.length === 0
          ? withFileLocks(paths, neverCancelled, () => Promise.resolve())
          : withFileLocks(paths, neverCancelled, work),
      ),
    );
    assert.deepEqual(readdirSync(folder), []);
  });
});
