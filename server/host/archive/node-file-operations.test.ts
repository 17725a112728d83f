import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { nodeFileOperations } from './node-file-operations';
import { temporaryPath } from './temporary-name';
import { writeArchive, type ArchiveRequest } from './write-archive';

const windows = process.platform === 'win32';

describe('nodeFileOperations', () => {
  let folder: string;
  const request = (path: string, more: Partial<ArchiveRequest> = {}): ArchiveRequest => ({
    target: join(folder, 'a.zip'),
    entries: [{ name: 'é', source: { kind: 'file', path } }],
    timestamp: new Date(0),
    ...more,
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'archive-'));
    writeFileSync(join(folder, 'é.txt'), 'contenu');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes and replaces an archive', async () => {
    const first = await writeArchive(request(join(folder, 'é.txt')));
    const bytes = readFileSync(first.path);
    assert.equal(bytes.length, first.size);
    await writeArchive(request(join(folder, 'é.txt')));
    assert.deepEqual(readFileSync(first.path), bytes);
    assert.deepEqual(readdirSync(folder).sort(), ['a.zip', 'é.txt']);
  });

  it('refuses a symbolic link as evidence, also between the look and the opening', async function () {
    if (windows) this.skip();
    symlinkSync(join(folder, 'é.txt'), join(folder, 'lien'));
    await assert.rejects(writeArchive(request(join(folder, 'lien'))), { code: 'evidence-not-a-file' });
    const status = (): ReturnType<typeof nodeFileOperations.status> => nodeFileOperations.status(join(folder, 'é.txt'));
    await assert.rejects(writeArchive(request(join(folder, 'lien'), { files: { ...nodeFileOperations, status } })), {
      code: 'evidence-not-a-file',
    });
  });

  it('does not wait on a named pipe', async function () {
    if (windows || spawnSync('mkfifo', [join(folder, 'tube')]).status !== 0) this.skip();
    await assert.rejects(writeArchive(request(join(folder, 'tube'))), { code: 'evidence-not-a-file' });
    const file = await nodeFileOperations.openForReading(join(folder, 'tube'));
    await file.close();
  });

  it('gives missing files and folders their codes', async () => {
    await assert.rejects(writeArchive(request(join(folder, 'absent'))), { code: 'evidence-missing' });
    await assert.rejects(writeArchive(request(folder)), { code: 'evidence-not-a-file' });
    const inside = join(folder, 'absent', 'a.zip');
    await assert.rejects(writeArchive(request('x', { target: inside })), { code: 'target-folder-missing' });
    const under = join(folder, 'é.txt', 'a.zip');
    await assert.rejects(writeArchive(request('x', { target: under })), { code: 'target-folder-missing' });
    mkdirSync(join(folder, 'b.zip'));
    await assert.rejects(writeArchive(request('x', { target: join(folder, 'b.zip') })), {
      code: 'target-is-directory',
    });
    assert.deepEqual(readdirSync(folder).sort(), ['b.zip', 'é.txt']);
  });

  it('refuses to create over a file', async () => {
    await assert.rejects(nodeFileOperations.create(join(folder, 'é.txt')), { code: 'EEXIST' });
  });

  it('removes what an ended process left, not what a running one writes', async () => {
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    assert.equal(nodeFileOperations.isProcessAlive(ended), false);
    assert.equal(nodeFileOperations.isProcessAlive(process.pid), true);
    const target = join(folder, 'a.zip');
    const stale = temporaryPath(target).replace(`.${process.pid}-`, `.${ended}-`);
    const running = temporaryPath(target);
    for (const path of [stale, running]) writeFileSync(path, '');
    await writeArchive(request(join(folder, 'é.txt')));
    assert.deepEqual([existsSync(stale), existsSync(running)], [false, true]);
  });

  it('says when the disk is full', async function () {
    // A device of Linux that answers every write so.
    if (!existsSync('/dev/full')) this.skip();
    const create = async (path: string): ReturnType<typeof nodeFileOperations.create> => {
      const real = await nodeFileOperations.create(path);
      const full = await import('node:fs/promises').then((fs) => fs.open('/dev/full', 'r+'));
      return {
        ...real,
        write: async (bytes) => (await full.write(bytes)).bytesWritten,
        close: async () => {
          await full.close();
          await real.close();
        },
      };
    };
    await assert.rejects(writeArchive(request(join(folder, 'é.txt'), { files: { ...nodeFileOperations, create } })), {
      code: 'disk-full',
      path: join(folder, 'a.zip'),
    });
    assert.deepEqual(readdirSync(folder), ['é.txt']);
  });
});
