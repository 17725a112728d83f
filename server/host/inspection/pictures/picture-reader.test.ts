import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancelledError } from '../../../core/ports/cancellation';
import type { PictureRequest } from './picture-messages';
import { PictureReader } from './picture-reader';

/** A thread that does what the first byte of a picture says: reads, fails, hangs, or dies. */
const thread = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ data }) => {
  if (data[0] === 1) parentPort.postMessage({ kind: 'read', words: [] });
  else if (data[0] === 2) parentPort.postMessage({ kind: 'failed', reason: 'size' });
  else if (data[0] === 3) for (;;);
  else if (data[0] === 4) throw new Error('no memory');
});`;
const request = (byte: number): PictureRequest => ({ kind: 'file', data: Uint8Array.from([byte]), maxPixels: 1 });
const never = { isCancellationRequested: false };

describe('the threads that read pictures', function () {
  this.timeout(30_000);
  let folder = '';
  const open = (stuckMillis = 60_000): PictureReader => {
    const reader = PictureReader.beside({ bundleFolder: folder, threads: 1, script: 'thread.js', stuckMillis });
    assert.ok(reader);
    return reader;
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    writeFileSync(join(folder, 'thread.js'), thread);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are not there where their code is not', () => {
    assert.equal(PictureReader.beside({ bundleFolder: folder, threads: 1 }), undefined);
  });

  it('answer one picture after the other, and say why one was not read', async () => {
    const reader = open();
    const ends = await Promise.all([1, 2, 1].map(async (byte) => (await reader.read(request(byte), never)).end));
    assert.deepEqual(ends, ['done', 'size', 'done']);
    await reader.end();
  });

  it('make no verdict of a thread that is stuck or dies, and read on with another', async () => {
    const reader = open(200);
    const ends: string[] = [];
    for (const byte of [3, 4]) ends.push((await reader.read(request(byte), never)).end);
    assert.deepEqual(ends, ['stopped', 'stopped']);
    await reader.end();
    const next = open();
    assert.equal((await next.read(request(4), never)).end, 'stopped');
    assert.equal((await next.read(request(1), never)).end, 'done');
    await next.end();
  });

  it('are ended in the middle of a picture that nobody wants any more', async () => {
    const reader = open();
    const cancellation = { isCancellationRequested: false };
    const reading = reader.read(request(3), cancellation);
    cancellation.isCancellationRequested = true;
    await assert.rejects(reading, CancelledError);
    assert.equal((await reader.read(request(1), never)).end, 'done');
    await reader.end();
  });
});
