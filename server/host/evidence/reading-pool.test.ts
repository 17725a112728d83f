import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type * as Esbuild from 'esbuild';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { contentInspector } from './content-inspector';
import { readContent } from './read-content';
import { ReadingPool } from './reading-pool';

/** The thread's own code, started as `reading-start.ts` starts it; a file named `crash` ends it. */
const entry = `
  import { isMainThread, parentPort, workerData } from 'node:worker_threads';
  import { serveReadings } from './server/host/evidence/reading-worker';
  if (!isMainThread) {
    parentPort?.on('message', ({ path }: { path: string }) => {
      if (path.endsWith('crash')) process.exit(1);
    });
    serveReadings(workerData);
  }`;

describe('ReadingPool', () => {
  let folder: string;
  let pool: ReadingPool;
  const write = (name: string, content: string | Buffer) => {
    fs.writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };

  before(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-reading-')));
    // The bundler can not be bundled with the tests.
    const { buildSync } = createRequire(path.resolve('package.json'))('esbuild') as typeof Esbuild;
    buildSync({
      stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      outfile: path.join(folder, 'reading-thread.mjs'),
    });
    pool = ReadingPool.beside({ bundleFolder: folder, size: 2 }) ?? assert.fail('no thread');
  });
  after(async () => {
    await pool.end();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is not there without its code', () => {
    assert.equal(ReadingPool.beside({ bundleFolder: path.join(folder, 'none') }), undefined);
  });

  it('starts one thread for few small files, and one more for a large one beside another', async () => {
    const threadsFor = async (bytes: number): Promise<number> => {
      const own = ReadingPool.beside({ bundleFolder: folder, size: 2 }) ?? assert.fail('no thread');
      const files = ['x', 'y'].map((name) => write(name, name));
      const readings = files.map((file) => own.read(file, neverCancelled, { bytes }));
      const { threads } = own;
      await Promise.all(readings);
      await own.end();
      return threads;
    };
    assert.equal(await threadsFor(1), 1);
    assert.equal(await threadsFor(256 * 1024 * 1024), 2);
  });

  it('gives what reading on this thread gives, for more files than it has threads', async () => {
    const files = [
      ...Array.from({ length: 30 }, (_, index) => write(`${index}.txt`, `ligne ${index}\n`.repeat(index))),
      write('a.xml', '<a><b>é</b></a>'),
      write('a.hl7', 'MSH|^~\\&|A|B|C|D|20260101080000||ADT^A01|1|P|2.5\r'),
      write('large.bin', Buffer.alloc(9 * 1024 * 1024 + 1, 7)),
      write('empty', ''),
    ];
    const readings = await Promise.all(files.map((file) => pool.read(file, neverCancelled)));
    const inspector = contentInspector({});
    for (const [index, file] of files.entries()) {
      const here = await readContent(file, inspector.inspect, neverCancelled);
      assert.deepEqual(readings[index], here, file);
      assert.equal(here.content.sha256, createHash('sha256').update(fs.readFileSync(file)).digest('hex'));
    }
    const wishes = { md5: true };
    for (const file of files.slice(-2)) {
      const { content } = await pool.read(file, neverCancelled, wishes);
      assert.deepEqual(content.md5, createHash('md5').update(fs.readFileSync(file)).digest('hex'));
    }
    await inspector.end();
  });

  it('gives the system’s error, and goes on', async () => {
    await assert.rejects(pool.read(path.join(folder, 'absent'), neverCancelled), { code: 'ENOENT' });
    assert.equal((await pool.read(write('one', '1'), neverCancelled)).content.size, 1);
  });

  it('stops when asked to, in the middle of a file, and goes on', async () => {
    const large = write('huge', Buffer.alloc(96 * 1024 * 1024));
    const cancellation = { isCancellationRequested: false };
    const reading = pool.read(large, cancellation);
    cancellation.isCancellationRequested = true;
    await assert.rejects(reading, CancelledError);
    assert.equal((await pool.read(large, neverCancelled)).content.size, 96 * 1024 * 1024);
  });

  it('digests a file that brings its thread down, without looking inside, and reads the others', async () => {
    const crash = write('crash', 'x');
    const others = Array.from({ length: 12 }, (_, index) => write(`other${index}.txt`, String(index)));
    const [crashed, ...readings] = await Promise.all([crash, ...others].map((file) => pool.read(file, neverCancelled)));
    const sha256 = createHash('sha256').update('x').digest('hex');
    assert.deepEqual(crashed?.content, {
      state: 'file',
      size: 1,
      sha256,
      text: true,
      inspection: { partial: true, unread: [{ reason: 'stopped' }] },
    });
    for (const { content } of readings) assert.equal(content.inspection?.text?.encoding, 'ascii');
  });

  it('keeps nothing of a file for which no thread could be started', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    fs.mkdirSync(elsewhere);
    fs.copyFileSync(path.join(folder, 'reading-thread.mjs'), path.join(elsewhere, 'reading-thread.mjs'));
    const own = ReadingPool.beside({ bundleFolder: elsewhere, size: 1 }) ?? assert.fail('no thread');
    fs.rmSync(elsewhere, { recursive: true });
    const { stable, content } = await own.read(write('sound.txt', 'x'), neverCancelled);
    await own.end();
    assert.equal(content.size, 1);
    assert.deepEqual(content.inspection?.unread, [{ reason: 'stopped' }]);
    assert.equal(stable, false);
  });
});
