import assert from 'node:assert/strict';

import { CancelledError } from '../../server/core/ports/cancellation';
import type { ArchiveEntry } from '../../server/host/archive/stored-zip-writer';
import { temporaryPath } from '../../server/host/archive/temporary-name';
import { MemoryFileOperations, systemFailure } from '../../server/host/archive/testing/memory-file-operations';
import { writeArchive, type ArchiveProgress, type ArchiveRequest } from '../../server/host/archive/write-archive';
import { ZipReader } from '../../server/host/archive/zip-reader';

const timestamp = new Date('2026-12-15T10:20:30Z');
const target = '/sortie/dossier.zip';
const megabyte = 1 << 20;
const entries: readonly ArchiveEntry[] = [
  { name: 'preuves/été.mp4', source: { kind: 'file', path: '/preuves/été.mp4' } },
  { name: 'preuves/b.png', source: { kind: 'file', path: '/preuves/b.png' } },
  {
    name: 'SHA256SUMS',
    source: { kind: 'lazy', produce: (written) => Buffer.from(written.map((e) => e.sha256 + e.name).join('\n')) },
  },
];

function setUp(): MemoryFileOperations {
  const files = new MemoryFileOperations(['/sortie', '/']);
  files.put('/preuves/été.mp4', Buffer.alloc(3 * megabyte, 1));
  files.put('/preuves/b.png', Buffer.alloc(2 * megabyte, 2));
  files.put(target, 'ancien');
  return files;
}

/** Runs, expects the failure, and checks that the world is as before. */
async function fails(files: MemoryFileOperations, expected: object, more: Partial<ArchiveRequest> = {}): Promise<void> {
  const before = files.files.get(target);
  const content = before?.bytes.toString();
  await assert.rejects(writeArchive({ target, entries, timestamp, files, ...more }), expected);
  assert.equal(files.files.get(target), before, 'the target is the same file');
  assert.equal(before?.bytes.toString(), content);
  assert.deepEqual(
    files.paths().filter((path) => path.endsWith('.partiel')),
    [],
  );
  for (const [path, file] of files.files) assert.equal(file.open, 0, `${path} is closed`);
}

/** The file system fails on the n-th write into the archive. */
function failOnWrite(files: MemoryFileOperations, nth: number, code: string): void {
  const create = files.create.bind(files);
  files.create = async (path) => {
    const file = await create(path);
    const write = file.write.bind(file);
    let count = 0;
    file.write = (bytes, position) => (++count === nth ? Promise.reject(systemFailure(code)) : write(bytes, position));
    return file;
  };
}

describe('writeArchive', () => {
  it('replaces the target and says what is in it', async () => {
    const files = setUp();
    const progress: ArchiveProgress[] = [];
    const result = await writeArchive({ target, entries, timestamp, files, onProgress: (p) => progress.push(p) });
    const made = files.files.get(target);
    assert.ok(made);
    assert.deepEqual([result.path, result.size], [target, made.bytes.length]);
    assert.deepEqual(files.paths(), ['/preuves/b.png', '/preuves/été.mp4', target]);
    assert.equal(made.open, 0);
    const reader = await ZipReader.open(made);
    for (const [index, entry] of reader.entries.entries()) {
      assert.deepEqual({ name: entry.name, ...(await reader.digest(entry)) }, result.entries[index]);
    }
    const total = result.entries.reduce((sum, entry) => sum + entry.size, 0);
    const phases = (phase: string): number[] => progress.filter((p) => p.phase === phase).map((p) => p.bytes);
    assert.equal(phases('copy').at(-1), total);
    assert.equal(phases('verify').at(-1), total);
    assert.deepEqual(
      phases('copy'),
      [...phases('copy')].sort((a, b) => a - b),
    );
  });

  it('gives the same bytes again', async () => {
    const [one, two] = [setUp(), setUp()];
    await writeArchive({ target, entries, timestamp, files: one });
    await writeArchive({ target, entries, timestamp, files: two });
    assert.ok(one.files.get(target)?.bytes.equals(two.files.get(target)?.bytes ?? Buffer.alloc(0)));
  });

  it('does the same where nothing was before', async () => {
    const files = setUp();
    files.files.delete(target);
    await writeArchive({ target, entries, timestamp, files });
    assert.ok(files.files.has(target));
  });

  it('forgets what dead runs left', async () => {
    const files = setUp();
    files.put(temporaryPath(target).replace(`.${process.pid}-`, '.999999-'), 'reste');
    await writeArchive({ target, entries, timestamp, files });
    assert.deepEqual(files.paths(), ['/preuves/b.png', '/preuves/été.mp4', target]);
  });

  it('lets two runs for one target go on at once', async () => {
    const files = setUp();
    const other: ArchiveEntry = { name: 'autre', source: { kind: 'bytes', bytes: Buffer.from('autre') } };
    const results = await Promise.all([
      writeArchive({ target, entries, timestamp, files }),
      writeArchive({ target, entries: [other], timestamp, files }),
    ]);
    const made = files.files.get(target);
    assert.ok(made);
    assert.ok(results.some((result) => result.size === made.bytes.length));
    for (const entry of (await ZipReader.open(made)).entries) assert.ok(entry);
    assert.deepEqual(files.paths(), ['/preuves/b.png', '/preuves/été.mp4', target]);
  });

  describe('with a file beside it', () => {
    const path = '/sortie/dossier.interne.json';
    const beside = {
      path,
      content: (written: readonly { name: string }[]) => Buffer.from(written.map((e) => e.name).join()),
    };
    const textOf = (files: MemoryFileOperations, name: string) => files.files.get(name)?.bytes.toString();
    /** The n-th file put in place is not. */
    const failOnReplace = (files: MemoryFileOperations, nth: number): void => {
      const replace = files.replace.bind(files);
      let count = 0;
      files.replace = (from, to) => (++count === nth ? Promise.reject(systemFailure('EIO')) : replace(from, to));
    };

    it('puts both in place, and takes both places again', async () => {
      const files = setUp();
      for (const more of ['preuves/b.png', 'preuves/été.mp4']) {
        const own = entries.filter(({ name }) => name === more);
        await writeArchive({ target, entries: own, timestamp, files, beside });
        assert.equal(textOf(files, path), more);
        assert.deepEqual(files.paths(), ['/preuves/b.png', '/preuves/été.mp4', path, target].sort());
      }
    });

    it('leaves both as they were when either cannot be written or the archive cannot take its place', async () => {
      // The record steps aside, then the archive comes.
      for (const nth of [1, 2]) {
        const files = setUp();
        files.put(path, 'ancien');
        failOnReplace(files, nth);
        await fails(files, { code: 'io-error' }, { beside });
        assert.equal(textOf(files, path), 'ancien');
      }
      const files = setUp();
      files.put(path, 'ancien');
      const content = (): Uint8Array => {
        throw systemFailure('ENOSPC');
      };
      await fails(files, { code: 'disk-full' }, { beside: { path, content } });
      assert.equal(textOf(files, path), 'ancien');
    });

    it('never leaves that of another archive there', async () => {
      const files = setUp();
      files.put(path, 'ancien');
      failOnReplace(files, 3);
      await assert.rejects(writeArchive({ target, entries, timestamp, files, beside }), { code: 'io-error' });
      assert.notEqual(textOf(files, target), 'ancien');
      assert.deepEqual(files.paths(), ['/preuves/b.png', '/preuves/été.mp4', target]);
    });
  });

  describe('leaves everything as it was', () => {
    for (const [code, expected] of [
      ['ENOSPC', 'disk-full'],
      ['EFBIG', 'file-too-large'],
      ['EIO', 'io-error'],
    ] as const) {
      it(`${code} at any write`, async () => {
        for (let nth = 1; nth <= 9; nth++) {
          const files = setUp();
          failOnWrite(files, nth, code);
          await fails(files, { name: 'ArchiveError', code: expected, path: target });
        }
        const files = setUp();
        failOnWrite(files, 10, code);
        await writeArchive({ target, entries, timestamp, files });
      });
    }

    const steps: readonly [string, string, string][] = [
      ['create', 'EACCES', 'permission-denied'],
      ['create', 'EROFS', 'read-only'],
      ['create', 'ENAMETOOLONG', 'name-too-long'],
      ['replace', 'EPERM', 'permission-denied'],
      ['replace', 'EISDIR', 'target-is-directory'],
      ['list', 'ENOENT', 'target-folder-missing'],
      ['list', 'ENOTDIR', 'target-folder-missing'],
      ['status', 'EACCES', 'permission-denied'],
    ];
    for (const [step, code, expected] of steps) {
      it(`${code} at ${step}`, async () => {
        const files = setUp();
        Object.assign(files, { [step]: () => Promise.reject(systemFailure(code)) });
        await fails(files, { code: expected, path: target });
      });
    }

    for (const step of ['sync', 'close'] as const) {
      it(`ENOSPC at ${step}`, async () => {
        const files = setUp();
        const create = files.create.bind(files);
        files.create = async (path) => {
          const file = await create(path);
          const own = file[step].bind(file);
          file[step] = async () => {
            await own();
            throw systemFailure('ENOSPC');
          };
          return file;
        };
        await fails(files, { code: 'disk-full', path: target });
      });
    }

    it('a target that is a folder', async () => {
      await assert.rejects(writeArchive({ target: '/preuves', entries, timestamp, files: setUp() }), {
        code: 'target-is-directory',
        path: '/preuves',
      });
    });

    it('a folder that is missing', async () => {
      await assert.rejects(writeArchive({ target: '/absent/a.zip', entries, timestamp, files: setUp() }), {
        code: 'target-folder-missing',
        path: '/absent/a.zip',
      });
    });

    it('evidence that is missing, with its own path', async () => {
      const files = setUp();
      files.files.delete('/preuves/b.png');
      await fails(files, { code: 'evidence-missing', path: '/preuves/b.png', entry: 'preuves/b.png' });
    });

    it('evidence that grows or vanishes while it is copied', async () => {
      for (const change of [
        (files: MemoryFileOperations): unknown =>
          files.files.get('/preuves/été.mp4')?.write(Buffer.from('x'), 3 * megabyte),
        (files: MemoryFileOperations): unknown => files.files.delete('/preuves/été.mp4'),
      ]) {
        const files = setUp();
        let done = false;
        const onProgress = (): void => {
          if (!done) change(files);
          done = true;
        };
        await fails(files, { name: 'EvidenceChangedError', path: '/preuves/été.mp4' }, { onProgress });
      }
    });

    it('evidence that cannot be read to its end', async () => {
      const files = setUp();
      const source = files.files.get('/preuves/été.mp4');
      assert.ok(source);
      const read = source.read.bind(source);
      source.read = (buffer, position) =>
        position > megabyte ? Promise.reject(systemFailure('EIO')) : read(buffer, position);
      await fails(files, { code: 'evidence-unreadable', path: '/preuves/été.mp4' });
    });

    it('cancelled at any moment of both phases', async () => {
      const moments: ArchiveProgress[] = [];
      await writeArchive({ target, entries, timestamp, files: setUp(), onProgress: (p) => moments.push(p) });
      assert.ok(moments.length > 10);
      for (const stop of moments.keys()) {
        const cancellation = { isCancellationRequested: false };
        let at = 0;
        const onProgress = (): void => {
          cancellation.isCancellationRequested ||= at++ === stop;
        };
        await fails(setUp(), CancelledError, { cancellation, onProgress });
      }
      await fails(setUp(), CancelledError, { cancellation: { isCancellationRequested: true } });
    });

    it('an error of the caller, given as it is', async () => {
      const mine = new Error('à moi');
      const produce = (): never => {
        throw mine;
      };
      await fails(setUp(), mine, { entries: [...entries, { name: 'x', source: { kind: 'lazy', produce } }] });
    });

    it('a disk that gives back other bytes than it took', async () => {
      for (const position of [3 * megabyte, 40, 5 * megabyte + 300]) {
        const files = setUp();
        const create = files.create.bind(files);
        files.create = async (path) => {
          const file = await create(path);
          file.sync = () => Promise.resolve();
          const write = file.write.bind(file);
          file.write = (bytes, at) => {
            const copy = Buffer.from(bytes);
            const inside = position - at;
            if (inside >= 0 && inside < copy.length) copy[inside] = (copy[inside] ?? 0) ^ 0x10;
            return write(copy, at);
          };
          return file;
        };
        await fails(files, { code: 'verification-failed', path: target });
      }
    });
  });

  it('says which temporary file it could not remove', async () => {
    const files = setUp();
    failOnWrite(files, 1, 'ENOSPC');
    files.remove = () => Promise.reject(systemFailure('EIO'));
    const left: string[] = [];
    await assert.rejects(writeArchive({ target, entries, timestamp, files, onLeftover: (path) => left.push(path) }), {
      code: 'disk-full',
    });
    assert.match(left.join(), /^.sortie.\.dossier\.zip\..*\.partiel$/);
  });

  it('succeeds where a folder cannot be synced', async () => {
    const files = setUp();
    files.syncFolder = () => Promise.reject(systemFailure('EINVAL'));
    await writeArchive({ target, entries, timestamp, files });
    assert.notEqual(files.files.get(target)?.bytes.toString(), 'ancien');
  });
});
