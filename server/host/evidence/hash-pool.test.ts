import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type * as Esbuild from 'esbuild';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { HashPool } from './hash-pool';

describe('HashPool', () => {
  let folder: string;
  let pool: HashPool;
  const write = (name: string, content: Buffer) => {
    fs.writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'segur-hash-'));
    // The bundler can not be bundled with the tests.
    const { buildSync } = createRequire(path.resolve('package.json'))('esbuild') as typeof Esbuild;
    buildSync({
      entryPoints: ['server/host/evidence/hash-worker.ts'],
      bundle: true,
      platform: 'node',
      outfile: path.join(folder, 'hash-worker.js'),
    });
    pool = HashPool.beside(folder, 2) ?? assert.fail('no worker');
  });
  after(async () => {
    await pool.rest();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is not there without its code', () => {
    assert.equal(HashPool.beside(path.join(folder, 'none')), undefined);
  });

  it('digests more files than it has threads', async () => {
    const contents = Array.from({ length: 5 }, (_, index) => Buffer.alloc(2 * 1024 * 1024 + index, index));
    const files = contents.map((content, index) => write(`${index}`, content));
    const digests = await Promise.all(files.map((file) => pool.digest(file, neverCancelled)));
    assert.deepEqual(
      digests,
      contents.map((content) => ({ sha256: createHash('sha256').update(content).digest('hex'), size: content.length })),
    );
  });

  it('gives the system’s error, and goes on', async () => {
    await assert.rejects(pool.digest(path.join(folder, 'absent'), neverCancelled), { code: 'ENOENT' });
    const empty = await pool.digest(write('empty', Buffer.alloc(0)), neverCancelled);
    assert.equal(empty.size, 0);
  });

  it('stops when asked to, and starts again', async () => {
    const large = write('large', Buffer.alloc(96 * 1024 * 1024));
    await assert.rejects(pool.digest(large, { isCancellationRequested: true }), CancelledError);
    assert.equal((await pool.digest(large, neverCancelled)).size, 96 * 1024 * 1024);
  });
});
