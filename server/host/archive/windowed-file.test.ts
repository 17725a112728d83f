import assert from 'node:assert/strict';

import type { ReadableFile } from './file-operations';
import { MemoryFile } from './testing/memory-file-operations';
import { windowed } from './windowed-file';

describe('windowed', () => {
  const content = Buffer.from(Array.from({ length: 600_000 }, (_, index) => (index * index) % 253));

  function counted(): { file: ReadableFile; calls: () => number } {
    const inner = new MemoryFile(content);
    let calls = 0;
    const read: ReadableFile['read'] = (buffer, position) => {
      calls++;
      return inner.read(buffer, position);
    };
    return { file: windowed({ read, size: () => inner.size() }), calls: () => calls };
  }

  it('gives the same bytes at any position and length, to the end of the file', async () => {
    const { file } = counted();
    for (const [position, length] of [
      [0, 10],
      [5, 65_536],
      [262_140, 10],
      [100, 10],
      [0, 300_000],
      [599_990, 10],
      [599_990, 20],
      [600_000, 1],
    ] as const) {
      const buffer = Buffer.alloc(length);
      const read = await file.read(buffer, position);
      assert.ok(buffer.subarray(0, read).equals(content.subarray(position, position + length)), `${position}`);
    }
    assert.equal(await file.size(), content.length);
  });

  it('asks the system once for many short reads', async () => {
    const { file, calls } = counted();
    for (let position = 0; position + 100 <= 262_144; position += 100) await file.read(Buffer.alloc(100), position);
    assert.equal(calls(), 1);
  });

  it('serves two readers at once', async () => {
    const { file } = counted();
    const read = async (position: number): Promise<void> => {
      const buffer = Buffer.alloc(1000);
      await file.read(buffer, position);
      assert.ok(buffer.equals(content.subarray(position, position + 1000)));
    };
    await Promise.all([0, 300_000, 10, 500_000, 300_010].map(read));
  });
});
