import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';

import { ArchiveError, type ArchiveErrorCode } from './archive-error';
import { CancelledError } from '../../core/ports/cancellation';
import { StoredZipWriter } from './stored-zip-writer';
import { buildZip, type BuiltEnd, type BuiltEntry } from './testing/build-zip';
import { MemoryFile, MemoryFileOperations, systemFailure } from './testing/memory-file-operations';
import type { ZipLimits } from './zip-directory';
import { ZipReader } from './zip-reader';

/** Opens and reads everything, as the verification of a received archive does. */
async function readAll(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Promise<Record<string, string>> {
  const reader = await ZipReader.open(new MemoryFile(bytes), { limits });
  const all: Record<string, string> = {};
  for (const entry of reader.entries) all[entry.name] = Buffer.from(await reader.read(entry, 1 << 20)).toString();
  return all;
}

async function refuses(bytes: Uint8Array, code: ArchiveErrorCode, limits?: Partial<ZipLimits>): Promise<void> {
  await assert.rejects(readAll(bytes, limits), (error) => {
    assert.ok(error instanceof ArchiveError, String(error));
    assert.equal(error.code, code, error.message);
    return true;
  });
}

const extra64 = (...values: bigint[]): Buffer => {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, index) => extra.writeBigUInt64LE(value, 4 + 8 * index));
  return extra;
};

describe('ZipReader', () => {
  describe('reads', () => {
    it('stored and deflated entries, folders, accents, a comment', async () => {
      const long = 'Ségur '.repeat(50_000);
      const bytes = buildZip(
        [
          { name: 'dossier/', mode: 0o040755 },
          { name: 'dossier/été.txt', content: 'été' },
          { name: 'long', content: long, deflate: true },
          { name: 'vide', deflate: true },
          { name: Uint8Array.of(0x82, 0x74, 0x82), content: 'cp437', flags: 0 },
          { name: 'sans mode', content: 'dos', mode: 0 },
        ],
        { comment: 'commentaire' },
      );
      assert.deepEqual(await readAll(bytes), {
        'dossier/': '',
        'dossier/été.txt': 'été',
        long,
        vide: '',
        été: 'cp437',
        'sans mode': 'dos',
      });
      const reader = await ZipReader.open(new MemoryFile(bytes));
      assert.deepEqual(
        reader.entries.map((entry) => entry.directory),
        [true, false, false, false, false, false],
      );
      const [, , entry] = reader.entries;
      assert.ok(entry);
      assert.equal((await reader.digest(entry)).sha256, createHash('sha256').update(long).digest('hex'));
    });

    it('an archive without entries', async () => {
      assert.deepEqual(await readAll(buildZip([])), {});
    });

    it('entries whose sizes come after the data', async () => {
      const entry: BuiltEntry = { name: 'a', content: 'abc', deflate: true, flags: 0x808 };
      assert.deepEqual(await readAll(buildZip([entry, { name: 'b' }])), { a: 'abc', b: '' });
    });

    it('two entries at once', async () => {
      const content = Buffer.alloc(3 << 20, 'x');
      const reader = await ZipReader.open(
        new MemoryFile(
          buildZip([
            { name: 'a', content },
            { name: 'b', content },
          ]),
        ),
      );
      const digests = await Promise.all(reader.entries.map((entry) => reader.digest(entry)));
      const sha256 = createHash('sha256').update(content).digest('hex');
      assert.deepEqual(
        digests.map((digest) => digest.sha256),
        [sha256, sha256],
      );
    });
  });

  describe('refuses', () => {
    const damaged: readonly [string, ArchiveErrorCode, readonly BuiltEntry[], BuiltEnd?][] = [
      ['a name that climbs', 'unsafe-name', [{ name: '../../etc/passwd' }]],
      ['a name that climbs from within', 'unsafe-name', [{ name: 'a/../../b' }]],
      ['an absolute name', 'unsafe-name', [{ name: '/etc/passwd' }]],
      ['a drive letter', 'unsafe-name', [{ name: 'C:/Windows' }]],
      ['a backslash', 'unsafe-name', [{ name: '..\\a' }]],
      ['a NUL', 'unsafe-name', [{ name: 'a.png\0.exe' }]],
      ['an empty name', 'unsafe-name', [{ name: '' }]],
      ['the root as a folder', 'unsafe-name', [{ name: '/' }]],
      ['a name that is not UTF-8', 'corrupt', [{ name: Uint8Array.of(0x82) }]],
      ['a symbolic link', 'unsafe-entry', [{ name: 'a', content: '/etc/passwd', mode: 0o120777 }]],
      ['a device', 'unsafe-entry', [{ name: 'a', mode: 0o060644 }]],
      ['a file said to be a folder', 'unsafe-entry', [{ name: 'a', mode: 0o040755 }]],
      ['two entries of one name', 'duplicate-name', [{ name: 'a' }, { name: 'a' }]],
      ['an encrypted entry', 'unsupported', [{ name: 'a', flags: 0x801 }]],
      ['an unknown compression', 'unsupported', [{ name: 'a', method: 12 }]],
      ['an entry on another disk', 'unsupported', [{ name: 'a', disk: 1 }]],
      ['an archive over several disks', 'unsupported', [], { disk: 1 }],
      ['a stored entry of two sizes', 'corrupt', [{ name: 'a', content: 'abc', size: 2 }]],
      ['a folder with content', 'corrupt', [{ name: 'a/', content: 'abc', mode: 0o040755 }]],
      ['an impossible ratio', 'corrupt', [{ name: 'a', content: 'abc', deflate: true, size: 1e6 }]],
      ['a wrong CRC', 'corrupt', [{ name: 'a', content: 'abc', crc32: 1 }]],
      ['a local CRC of its own', 'corrupt', [{ name: 'a', content: 'abc', localCrc32: 1 }]],
      ['a local size of its own', 'corrupt', [{ name: 'a', content: 'abc', localSize: 4 }]],
      ['a local name of its own', 'corrupt', [{ name: 'a', localName: 'b' }]],
      ['an offset outside', 'corrupt', [{ name: 'a', offset: 1 << 20 }]],
      ['an offset beside', 'corrupt', [{ name: 'a', content: 'x'.repeat(80), offset: 1 }]],
      [
        'two entries that share data',
        'corrupt',
        [
          { name: 'a', content: 'abc' },
          { name: 'b', content: 'abc', offset: 0 },
        ],
      ],
      [
        'a local extra field that pushes the data out',
        'corrupt',
        [
          { name: 'a', content: 'x', localExtra: Buffer.alloc(9), offset: 0 },
          { name: 'b', offset: 32 },
        ],
      ],
      [
        'deflate data that are none',
        'corrupt',
        [{ name: 'a', content: 'abc', data: Buffer.from('zzzzzz'), method: 8 }],
      ],
      [
        'deflate data cut short',
        'corrupt',
        [{ name: 'a', content: 'abcabc', data: deflateRawSync(Buffer.from('abcabc')).subarray(0, 4), method: 8 }],
      ],
      [
        'deflate data that give more',
        'corrupt',
        [{ name: 'a', content: 'abc', data: deflateRawSync(Buffer.alloc(1e6)), method: 8 }],
      ],
      [
        'deflate data that give less',
        'corrupt',
        [{ name: 'a', content: 'abcd', data: deflateRawSync(Buffer.from('abc')), method: 8 }],
      ],
      [
        'bytes hidden after deflate data',
        'corrupt',
        [
          {
            name: 'a',
            content: 'abc',
            data: Buffer.concat([deflateRawSync(Buffer.from('abc')), Buffer.from('caché')]),
            method: 8,
          },
        ],
      ],
      ['a zip64 mark without its field', 'corrupt', [{ name: 'a', size: 0xffffffff, compressedSize: 0xffffffff }]],
      [
        'a zip64 field too short',
        'corrupt',
        [{ name: 'a', size: 0xffffffff, compressedSize: 0xffffffff, extra: extra64(3n) }],
      ],
      [
        'a zip64 size out of range',
        'corrupt',
        [{ name: 'a', size: 0xffffffff, compressedSize: 0xffffffff, extra: extra64(2n ** 60n, 2n ** 60n) }],
      ],
      ['fewer entries than said', 'corrupt', [{ name: 'a' }], { entries: 2 }],
      ['more entries than said', 'corrupt', [{ name: 'a' }, { name: 'b' }], { entries: 1 }],
      ['a directory elsewhere', 'corrupt', [{ name: 'a' }], { offset: 3 }],
      ['a directory of another size', 'corrupt', [{ name: 'a' }], { bytes: 10 }],
      ['bytes before', 'corrupt', [{ name: 'a', offset: 0 }], { before: Buffer.from('MZ..') }],
      ['bytes after the directory', 'corrupt', [{ name: 'a' }], { between: Buffer.alloc(9) }],
      ['bytes after the end', 'truncated', [{ name: 'a' }], { after: Buffer.alloc(9) }],
    ];
    for (const [name, code, entries, end] of damaged) {
      it(`${name}: ${code}`, async () => {
        await refuses(buildZip(entries, end), code);
      });
    }

    it('what is no archive: not-a-zip', async () => {
      for (const bytes of ['', 'P', '%PDF-1.7 et la suite du document', 'x'.repeat(100_000)]) {
        await refuses(Buffer.from(bytes), 'not-a-zip');
      }
    });

    it('an archive cut short anywhere: truncated', async () => {
      const whole = buildZip([{ name: 'a', content: 'abc' }, { name: 'b' }]);
      for (let length = 4; length < whole.length; length++) await refuses(whole.subarray(0, length), 'truncated');
    });

    it('more than its limits: limit-exceeded', async () => {
      const bytes = buildZip([
        { name: 'a', content: Buffer.alloc(600), deflate: true },
        { name: 'b', content: Buffer.alloc(600), deflate: true },
      ]);
      await readAll(bytes, { entries: 2, entryBytes: 600, totalBytes: 1200, directoryBytes: 94 });
      for (const limits of [{ entries: 1 }, { entryBytes: 599 }, { totalBytes: 1199 }, { directoryBytes: 93 }]) {
        await refuses(bytes, 'limit-exceeded', limits);
      }
      const reader = await ZipReader.open(new MemoryFile(bytes));
      const [entry] = reader.entries;
      assert.ok(entry);
      await assert.rejects(reader.read(entry, 599), { code: 'limit-exceeded' });
    });

    it('two end records that disagree: corrupt', async () => {
      const target = new MemoryFile();
      const options = {
        evidence: new MemoryFileOperations(),
        timestamp: new Date(0),
        zip64: { bytes: 1e9, entries: 1 },
      };
      const writer = new StoredZipWriter(target, options);
      await writer.add({ name: 'a', source: { kind: 'bytes', bytes: Buffer.from('abc') } });
      await writer.finish();
      assert.deepEqual(await readAll(target.bytes), { a: 'abc' });
      const end = target.bytes.length - 22;
      const end64 = end - 76;
      for (const [at, value] of [
        [end + 8, 2],
        [end + 12, 1],
        [end + 16, 1],
        [end64 + 4, 45],
        [end64 + 32, 2],
        [end64 + 47, 255],
        [end - 12, 0],
        [end - 5, 255],
      ] as const) {
        const bytes = Buffer.from(target.bytes);
        bytes[at] = value;
        await refuses(bytes, 'corrupt');
      }
    });
  });

  it('stops when cancelled, within a stored and within a deflated entry', async () => {
    const content = Buffer.alloc(4 << 20, 'abc');
    for (const deflate of [false, true]) {
      const reader = await ZipReader.open(new MemoryFile(buildZip([{ name: 'a', content, deflate }])));
      const [entry] = reader.entries;
      assert.ok(entry);
      const cancellation = { isCancellationRequested: false };
      let chunks = 0;
      const digest = reader.digest(entry, cancellation, () => {
        cancellation.isCancellationRequested = ++chunks === 2;
      });
      await assert.rejects(digest, CancelledError);
      assert.equal(chunks, 2);
    }
    await assert.rejects(
      ZipReader.open(new MemoryFile(), { cancellation: { isCancellationRequested: true } }),
      CancelledError,
    );
  });

  it('may be left in the middle of an entry', async () => {
    for (const deflate of [false, true]) {
      const bytes = buildZip([{ name: 'a', content: Buffer.alloc(4 << 20, 'abc'), deflate }]);
      const reader = await ZipReader.open(new MemoryFile(bytes));
      const [entry] = reader.entries;
      assert.ok(entry);
      for await (const chunk of reader.stream(entry)) {
        assert.ok(chunk.length > 0);
        break;
      }
      assert.equal((await reader.digest(entry)).size, 4 << 20);
    }
  });

  it('gives errors of the disk their code', async () => {
    const incompressible = createHash('shake256', { outputLength: 400_000 }).digest();
    const file = new MemoryFile(buildZip([{ name: 'a', content: incompressible, deflate: true }]));
    const reader = await ZipReader.open(file);
    file.read = () => Promise.reject(systemFailure('EIO'));
    const [entry] = reader.entries;
    assert.ok(entry);
    await assert.rejects(reader.digest(entry), { name: 'ArchiveError', code: 'io-error' });
    await assert.rejects(ZipReader.open(file), { name: 'ArchiveError', code: 'io-error' });
  });
});
