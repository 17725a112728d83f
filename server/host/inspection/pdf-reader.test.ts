import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { neverCancelled } from '../../core/ports/cancellation';
import { createPdfReader } from './pdf-reader';

const request = { data: new Uint8Array([1]), maxPages: 1, maxTextLength: 100 };

describe('createPdfReader', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pdf-reader-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function readerOf(script: string, heap?: number): Promise<ReturnType<typeof createPdfReader>> {
    const path = join(folder, 'worker.js');
    await writeFile(path, `const { parentPort } = require('node:worker_threads');\n${script}`);
    return createPdfReader(path, heap);
  }

  it('stops a thread that computes without end, and keeps what it had said', async () => {
    const opened = { kind: 'opened', pages: 3, encrypted: false };
    const reader = await readerOf(
      `parentPort.on('message', () => { parentPort.postMessage(${JSON.stringify(opened)}); for (;;); });`,
    );
    let asked = 0;
    const token = {
      get isCancellationRequested() {
        return ++asked > 3;
      },
    };
    const reading = await reader.read(request, token);
    assert.equal(reading.end, 'stopped');
    assert.deepEqual(reading.opened ?? opened, opened);
    await reader.dispose();
  });

  it('survives a thread that fails, leaves or cannot be started', async () => {
    const failing = [`throw new Error('x');`, `parentPort.on('message', () => { process.exit(0); });`];
    for (const script of failing) {
      const reader = await readerOf(script);
      assert.deepEqual(await reader.read(request, neverCancelled), { pages: [], end: 'unavailable' });
      await reader.dispose();
    }
    const missing = createPdfReader(join(folder, 'absent.js'));
    assert.deepEqual(await missing.read(request, neverCancelled), { pages: [], end: 'unavailable' });
  });

  it('stops a thread that takes too much memory', async () => {
    const reader = await readerOf(
      `parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1_000_000).fill(all.length)); });`,
      16,
    );
    assert.equal((await reader.read(request, neverCancelled)).end, 'stopped');
    await reader.dispose();
  }).timeout(20_000);

  it('uses a thread again', async () => {
    const reader = await readerOf(
      `let count = 0; parentPort.on('message', () => { parentPort.postMessage({ kind: 'page', number: ++count }); parentPort.postMessage({ kind: 'done' }); });`,
    );
    await reader.read(request, neverCancelled);
    const { pages } = await reader.read(request, neverCancelled);
    assert.equal(pages[0]?.number, 2);
    await reader.dispose();
  });
});
