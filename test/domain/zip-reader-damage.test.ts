import assert from 'node:assert/strict';

import { ArchiveError } from '../../server/host/archive/archive-error';
import { StoredZipWriter } from '../../server/host/archive/stored-zip-writer';
import { buildZip } from '../../server/host/archive/testing/build-zip';
import { MemoryFile, MemoryFileOperations } from '../../server/host/archive/testing/memory-file-operations';
import { ZipReader } from '../../server/host/archive/zip-reader';

describe('ZipReader on mutated archives', () => {
  it('answers each of 2,000 with its content or a typed error, and stays small', async () => {
    const random = generator(20261215);
    const pick = (below: number): number => Math.floor(random() * below);
    const seeds = await fuzzSeeds();
    const before = process.memoryUsage().arrayBuffers;
    const outcomes = new Map<string, number>();
    for (let round = 0; round < 2000; round++) {
      const seed = seeds[round % seeds.length] ?? Buffer.alloc(0);
      const bytes = mutate(seed, pick);
      let outcome = 'read';
      try {
        const reader = await ZipReader.open(new MemoryFile(bytes), { limits: { totalBytes: 1 << 24 } });
        for (const entry of reader.entries) await reader.digest(entry);
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw new Error(`round ${round}`, { cause: error });
        outcome = error.code;
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    for (const code of ['read', 'corrupt', 'truncated', 'unsupported', 'unsafe-name']) {
      assert.ok((outcomes.get(code) ?? 0) > 0, `${code} among ${[...outcomes.keys()].join()}`);
    }
    assert.ok(process.memoryUsage().arrayBuffers - before < 256 << 20);
  }).timeout(20_000);
});

/** Mulberry32: small, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function fuzzSeeds(): Promise<Buffer[]> {
  const target = new MemoryFile();
  const options = { evidence: new MemoryFileOperations(), timestamp: new Date(0), zip64: { bytes: 2, entries: 2 } };
  const writer = new StoredZipWriter(target, options);
  for (const name of ['été', 'b/c'])
    await writer.add({ name, source: { kind: 'bytes', bytes: Buffer.from('abcdef') } });
  await writer.finish();
  return [
    target.bytes,
    buildZip([
      { name: 'a/b', content: 'abc' },
      { name: 'd/', mode: 0o040755 },
      { name: 'é', content: 'x' },
    ]),
    buildZip(
      [
        { name: 'a', content: 'abcabcabc'.repeat(50), deflate: true },
        { name: 'b', content: 'b', flags: 0x808, deflate: true },
      ],
      { comment: 'c' },
    ),
  ];
}

function mutate(seed: Buffer, pick: (below: number) => number): Buffer {
  let bytes: Buffer = Buffer.from(seed);
  const extremes = [0, 1, 0x7f, 0x80, 0xfe, 0xff];
  for (let count = 1 + pick(3); count > 0; count--) {
    const at = pick(bytes.length);
    switch (pick(6)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8));
        break;
      case 1:
        bytes[at] = extremes[pick(extremes.length)] ?? 0;
        break;
      case 2:
        bytes.fill(pick(2) * 255, at, Math.min(bytes.length, at + 1 + pick(8)));
        break;
      case 3:
        bytes = bytes.subarray(0, at);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(pick(bytes.length))]);
        break;
      default:
        bytes.copy(bytes, at, pick(bytes.length), pick(bytes.length));
    }
    if (bytes.length === 0) break;
  }
  return bytes;
}
