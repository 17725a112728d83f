import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import * as fc from 'fast-check';

import { CancelledError } from '../../core/ports/cancellation';
import { crc32 } from 'node:zlib';
import { dosDateTime } from './dos-date-time';
import { StoredZipWriter, type ArchiveEntry, type StoredZipOptions } from './stored-zip-writer';
import { MemoryFile, MemoryFileOperations } from './testing/memory-file-operations';
import { ZipReader } from './zip-reader';

const timestamp = new Date('2026-12-15T10:20:30Z');
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const text = (name: string, content: string): ArchiveEntry => ({
  name,
  source: { kind: 'bytes', bytes: Buffer.from(content) },
});
const file = (name: string, path: string): ArchiveEntry => ({ name, source: { kind: 'file', path } });

async function write(
  entries: readonly ArchiveEntry[],
  options: Partial<StoredZipOptions> = {},
): Promise<{ bytes: Buffer; entries: readonly { name: string; size: number; sha256: string; crc32: number }[] }> {
  const target = new MemoryFile();
  const writer = new StoredZipWriter(target, { evidence: new MemoryFileOperations(), timestamp, ...options });
  for (const entry of entries) await writer.add(entry);
  const { size, entries: written } = await writer.finish();
  assert.equal(size, target.bytes.length);
  return { bytes: Buffer.from(target.bytes), entries: written };
}

async function readAll(bytes: Uint8Array): Promise<[string, string][]> {
  const reader = await ZipReader.open(new MemoryFile(bytes));
  const all: [string, string][] = [];
  for (const entry of reader.entries) all.push([entry.name, Buffer.from(await reader.read(entry, 1e9)).toString()]);
  return all;
}

describe('StoredZipWriter', () => {
  it('writes what the reader finds again, in the given order, with accents', async () => {
    const files = new MemoryFileOperations();
    files.put('/d/vidéo.mp4', 'film');
    const { bytes, entries } = await write(
      [text('z.txt', 'dernier'), file('Identité/e\u0301te\u0301.mp4', '/d/vidéo.mp4'), text('a.txt', '')],
      { evidence: files },
    );
    assert.deepEqual(await readAll(bytes), [
      ['z.txt', 'dernier'],
      ['Identité/été.mp4', 'film'],
      ['a.txt', ''],
    ]);
    assert.deepEqual(entries[1], {
      name: 'Identité/été.mp4',
      size: 4,
      sha256: sha256('film'),
      crc32: crc32(Buffer.from('film'), 0),
    });
    assert.equal(files.files.get('/d/vidéo.mp4')?.open, 0);
  });

  it('writes an empty archive', async () => {
    assert.equal((await write([])).bytes.length, 22);
  });

  it('puts sizes and CRC in the local header, without data descriptor', async () => {
    const { bytes } = await write([text('été', 'abc')]);
    const { date, time } = dosDateTime(timestamp);
    assert.equal(bytes.readUInt32LE(0), 0x04034b50);
    assert.deepEqual(
      [4, 6, 8, 10, 12, 26, 28].map((at) => bytes.readUInt16LE(at)),
      [20, 0x0800, 0, time, date, 5, 0],
    );
    assert.deepEqual(
      [14, 18, 22].map((at) => bytes.readUInt32LE(at)),
      [crc32(Buffer.from('abc'), 0), 3, 3],
    );
    const central = 30 + 5 + 3;
    assert.equal(bytes.readUInt32LE(central), 0x02014b50);
    assert.equal(bytes[central + 5], 3, 'made by Unix');
    assert.equal(bytes.readUInt32LE(central + 38), 0o100644 * 65536);
  });

  it('gives the same bytes again', async () => {
    const entries = [text('a', 'x'), text('b', 'y')];
    assert.deepEqual((await write(entries)).bytes, (await write(entries)).bytes);
  });

  it('gives the same bytes in every time zone', async () => {
    const before = process.env['TZ'];
    try {
      const archives: Buffer[] = [];
      const offsets = new Set<number>();
      for (const zone of ['Pacific/Kiritimati', 'America/Adak', 'UTC']) {
        process.env['TZ'] = zone;
        offsets.add(timestamp.getTimezoneOffset());
        archives.push((await write([text('a', 'x')])).bytes);
      }
      assert.equal(offsets.size, 3, 'the zone did change');
      assert.deepEqual(archives[0], archives[1]);
      assert.deepEqual(archives[0], archives[2]);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('makes lazy entries from what was written before them', async () => {
    const list: ArchiveEntry = {
      name: 'SHA256SUMS',
      source: {
        kind: 'lazy',
        produce: (written) => Buffer.from(written.map((entry) => `${entry.sha256}  ${entry.name}\n`).join('')),
      },
    };
    const { bytes } = await write([text('a', 'x'), list, text('b', 'y')]);
    assert.equal((await readAll(bytes))[1]?.[1], `${sha256('x')}  a\n`);
  });

  it('copies content of any size around the buffers, in bytes and files alike', async () => {
    for (const size of [0, 1, 65_500, 65_536, 1 << 20, (1 << 20) + 1, 3 * (1 << 20) + 7]) {
      const content = Buffer.alloc(size, 'Ségur');
      const files = new MemoryFileOperations();
      files.put('/f', content);
      const progress: number[] = [];
      const { bytes, entries } = await write(
        [{ name: 'b', source: { kind: 'bytes', bytes: content } }, file('f', '/f')],
        {
          evidence: files,
          onProgress: (done) => progress.push(done),
        },
      );
      for (const entry of entries) assert.deepEqual([entry.size, entry.sha256], [size, sha256(content)]);
      const reader = await ZipReader.open(new MemoryFile(bytes));
      for (const entry of reader.entries) assert.equal((await reader.digest(entry)).sha256, sha256(content));
      assert.equal(progress.at(-1) ?? 0, 2 * size);
    }
  });

  it('writes any list of names and contents (property)', async () => {
    const name = fc
      .array(fc.stringMatching(/^[a-zà-ü0-9 _-]{1,6}$/), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('/'));
    const entry = fc.tuple(name, fc.uint8Array({ maxLength: 300 }));
    const thresholds = fc.record({
      bytes: fc.constantFrom(0, 1, 100, 0xffffffff),
      entries: fc.constantFrom(1, 3, 0xffff),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), thresholds, async (list, zip64) => {
        const target = new MemoryFile();
        const writer = new StoredZipWriter(target, { evidence: new MemoryFileOperations(), timestamp, zip64 });
        const kept: [string, Buffer][] = [];
        for (const [given, bytes] of list) {
          try {
            await writer.add({ name: given, source: { kind: 'bytes', bytes } });
            kept.push([given.normalize('NFC'), Buffer.from(bytes)]);
          } catch (error) {
            assert.equal((error as { code?: string }).code, 'duplicate-name');
          }
        }
        await writer.finish();
        const reader = await ZipReader.open(target);
        const read: [string, Buffer][] = [];
        for (const each of reader.entries) read.push([each.name, Buffer.from(await reader.read(each, 1e6))]);
        assert.deepEqual(read, kept);
      }),
      { seed: 20261215, numRuns: 150 },
    );
  });

  describe('zip64', () => {
    const entries = [text('a', 'xyz'), text('b', 'x'), text('c', 'xyz')];

    it('is absent below the thresholds', async () => {
      const { bytes } = await write(entries, { zip64: { bytes: 1000, entries: 4 } });
      assert.deepEqual(bytes, (await write(entries)).bytes);
      assert.equal(bytes.indexOf(Buffer.from('PK\x06\x06', 'latin1')), -1);
    });

    it('carries sizes and offsets where they pass the threshold, and only there', async () => {
      const { bytes } = await write(entries, { zip64: { bytes: 3, entries: 4 } });
      // a: large, at 0. Local header with both sizes in the extra field.
      assert.equal(bytes.readUInt16LE(4), 45);
      assert.deepEqual(
        [bytes.readUInt32LE(18), bytes.readUInt32LE(22), bytes.readUInt16LE(28)],
        [0xffffffff, 0xffffffff, 20],
      );
      assert.deepEqual([bytes.readUInt16LE(31), bytes.readUInt16LE(33)], [1, 16]);
      assert.deepEqual([bytes.readBigUInt64LE(35), bytes.readBigUInt64LE(43)], [3n, 3n]);
      // b: small, but far. Local header plain, central one with the offset only.
      const b = 30 + 1 + 20 + 3;
      assert.deepEqual([bytes.readUInt16LE(b + 4), bytes.readUInt32LE(b + 18), bytes.readUInt16LE(b + 28)], [20, 1, 0]);
      const start = b + 31 + 1 + 30 + 1 + 20 + 3;
      const centralA = bytes.subarray(start, start + 46 + 1 + 20);
      assert.deepEqual([centralA.readUInt16LE(30), centralA.readUInt32LE(42)], [20, 0]);
      const centralB = bytes.subarray(start + 67, start + 67 + 46 + 1 + 12);
      assert.deepEqual([centralB.readUInt32LE(20), centralB.readUInt32LE(42)], [1, 0xffffffff]);
      assert.equal(centralB.readBigUInt64LE(51), BigInt(b));
      const centralC = bytes.subarray(start + 126, start + 126 + 46 + 1 + 28);
      assert.equal(centralC.readUInt16LE(49), 24);
      // End: zip64 record, locator, plain record.
      const end64 = start + 126 + 75;
      assert.equal(bytes.readUInt32LE(end64), 0x06064b50);
      assert.deepEqual(
        [4, 24, 32, 40, 48].map((at) => bytes.readBigUInt64LE(end64 + at)),
        [44n, 3n, 3n, 201n, BigInt(start)],
      );
      assert.equal(bytes.readUInt32LE(end64 + 56), 0x07064b50);
      assert.equal(bytes.readBigUInt64LE(end64 + 64), BigInt(end64));
      const end = end64 + 76;
      assert.deepEqual(
        [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)],
        [3, 0xffffffff, 0xffffffff],
      );
      assert.equal(bytes.length, end + 22);
      assert.deepEqual(
        (await readAll(bytes)).map(([, content]) => content),
        ['xyz', 'x', 'xyz'],
      );
    });

    it('carries the number of entries alone', async () => {
      const { bytes } = await write(entries, { zip64: { bytes: 0xffffffff, entries: 3 } });
      assert.deepEqual(
        [bytes.readUInt16LE(bytes.length - 14), bytes.readUInt16LE(bytes.length - 12)],
        [0xffff, 0xffff],
      );
      assert.notEqual(bytes.readUInt32LE(bytes.length - 6), 0xffffffff);
      assert.equal((await readAll(bytes)).length, 3);
    });
  });

  it('refuses names before it reads anything', async () => {
    await assert.rejects(write([file('../a', '/absent')]), { code: 'unsafe-name' });
    await assert.rejects(write([text('a', ''), file('A', '/absent')]), { code: 'duplicate-name' });
  });

  it('stops within an entry when cancelled', async () => {
    const evidence = new MemoryFileOperations();
    const source = evidence.put('/f', Buffer.alloc(5 << 20));
    for (const entry of [file('f', '/f'), { name: 'b', source: { kind: 'bytes', bytes: source.bytes } } as const]) {
      const cancellation = { isCancellationRequested: false };
      let done = 0;
      const onProgress = (bytes: number): void => {
        done = bytes;
        cancellation.isCancellationRequested = bytes >= 2 << 20;
      };
      await assert.rejects(write([entry], { evidence, cancellation, onProgress }), CancelledError);
      assert.equal(done, 2 << 20);
    }
    assert.equal(source.open, 0);
  });

  it('goes on after a short write, and does not wait for ever on one that takes nothing', async () => {
    const target = new MemoryFile();
    const slow = { write: (bytes: Uint8Array, position: number) => target.write(bytes.subarray(0, 7), position) };
    const options = { evidence: new MemoryFileOperations(), timestamp };
    const writer = new StoredZipWriter(slow, options);
    await writer.add(text('a', 'contenu plus long que sept octets'));
    await writer.finish();
    assert.deepEqual(await readAll(target.bytes), [['a', 'contenu plus long que sept octets']]);
    const stuck = new StoredZipWriter({ write: () => Promise.resolve(0) }, options);
    await stuck.add(text('a', 'x'));
    await assert.rejects(stuck.finish(), { code: 'io-error' });
  });
});
