import assert from 'node:assert/strict';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { extensionOf } from '../../core/evidence/file-extension';
import { fileSource, memorySource, type EvidenceSource } from './evidence-source';

describe('evidence source', () => {
  async function check(source: EvidenceSource): Promise<void> {
    const read = async (offset: number, length: number): Promise<string> =>
      Buffer.from(await source.read(offset, length)).toString();
    assert.equal(source.size, 10);
    assert.equal(await read(2, 3), '234');
    assert.equal(await read(8, 100), '89');
    for (const [offset, length] of [
      [10, 1],
      [1e15, 5],
      [-1, 5],
      [0, -1],
      [NaN, 2],
      [0, NaN],
    ] as const) {
      assert.equal(await read(offset, length), '', `${offset} ${length}`);
    }
    assert.equal(await source.readAll(9), undefined);
    assert.equal(Buffer.from((await source.readAll(10)) ?? []).toString(), '0123456789');
  }

  it('reads memory', () => check(memorySource(Buffer.from('0123456789'), { name: 'a' })));

  it('reads an open file, and what is left of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evidence-source-'));
    const path = join(folder, 'a.TXT');
    await writeFile(path, '0123456789');
    const handle = await open(path);
    const file = {
      read: async (buffer: Uint8Array, position: number) =>
        (await handle.read(buffer, 0, buffer.length, position)).bytesRead,
    };
    try {
      await check(fileSource(file, 10, { name: path }));
      const shrunk = fileSource(file, 20, { name: path });
      assert.equal((await shrunk.read(5, 15)).length, 5);
    } finally {
      await handle.close();
      await rm(folder, { recursive: true });
    }
  });

  it('takes the extension of a name', () => {
    const names = ['Preuve.PNG', 'a.tar.GZ', 'd.x/nom', 'd.x\\nom', '.gitignore', 'fin.', 'é.Pdf'];
    assert.deepEqual(names.map(extensionOf), ['png', 'gz', '', '', '', '', 'pdf']);
  });
});
