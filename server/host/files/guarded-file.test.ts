import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { badFiles, badKinds, canMakeBadFiles } from '../../../test/kit/bad-files';
import { UnreadableFile } from '../../core/ports/file-fault';
import {
  isInside,
  judgeOpened,
  nodePaths,
  openGuarded,
  readGuarded,
  realPathOf,
  type PathSystem,
} from './guarded-file';

const mostBytes = 64 * 2 ** 20;
const mayNot = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });

describe('the guard of files', () => {
  let base: string;
  let root: string;
  const at = (name: string) => path.join(root, name);
  const faultOf = async (action: Promise<unknown>): Promise<unknown> => {
    try {
      await action;
    } catch (error) {
      if (error instanceof UnreadableFile) return error.fault;
      throw error;
    }
    return undefined;
  };

  beforeEach(() => {
    base = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-guard-')));
    root = path.join(base, 'dossier');
    fs.mkdirSync(root);
    fs.writeFileSync(at('a.txt'), 'contenu');
    fs.mkdirSync(path.join(base, 'dossier-autre'));
    fs.writeFileSync(path.join(base, 'dossier-autre/s.txt'), 'secret');
  });
  afterEach(() => {
    fs.rmSync(base, { recursive: true, force: true });
  });

  it('reads a regular file, and says where it is', async () => {
    const { bytes, realPath } = await readGuarded(at('a.txt'), { within: root, mostBytes });
    assert.equal(bytes.toString(), 'contenu');
    assert.equal(realPath, at('a.txt'));
    fs.writeFileSync(at('vide'), '');
    assert.equal((await readGuarded(at('vide'), { mostBytes })).bytes.length, 0);
    const long = Buffer.alloc(300_000, 'x');
    fs.writeFileSync(at('long'), long);
    assert.ok((await readGuarded(at('long'), { mostBytes })).bytes.equals(long));
  });

  it('takes exactly as many bytes as are allowed', async () => {
    assert.equal((await readGuarded(at('a.txt'), { mostBytes: 7 })).bytes.length, 7);
    assert.deepEqual(await faultOf(readGuarded(at('a.txt'), { mostBytes: 6 })), { kind: 'tooLarge', mebibytes: 0 });
  });

  it('refuses a file by its size before any of it is read', async () => {
    const opened = { descriptor: 0, status: fs.statSync(at('a.txt'), { bigint: true }) };
    const system: PathSystem = { ...nodePaths, readLink: () => Promise.resolve(at('a.txt')) };
    assert.equal(await judgeOpened(opened, at('a.txt'), { mostBytes: 7 }, system), at('a.txt'));
    const fault = await faultOf(judgeOpened(opened, at('a.txt'), { mostBytes: 6 }, system));
    assert.deepEqual(fault, { kind: 'tooLarge', mebibytes: 0 });
  });

  it('leaves it to the caller that there is no such file', async () => {
    await assert.rejects(openGuarded(at('absent')), { code: 'ENOENT' });
    await assert.rejects(openGuarded(at('a.txt/b')), { code: 'ENOTDIR' });
  });

  for (const kind of badKinds) {
    it(`refuses (${kind})`, async function () {
      if (!canMakeBadFiles) this.skip();
      badFiles[kind](at('bad'), path.join(base, 'dossier-autre/s.txt'));
      const fault = await faultOf(readGuarded(at('bad'), { within: root, mostBytes }));
      assert.deepEqual(fault, kind === 'tooLarge' ? { kind, mebibytes: 64 } : { kind });
    });
  }

  it('refuses a link that leads nowhere, a device, and a socket', async function () {
    if (!canMakeBadFiles) this.skip();
    fs.symlinkSync(at('absent'), at('nowhere'));
    assert.deepEqual(await faultOf(openGuarded(at('nowhere'))), { kind: 'brokenLink' });
    assert.deepEqual(await faultOf(openGuarded('/dev/null')), { kind: 'special' });
    const { createServer } = await import('node:net');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(at('socket'), resolve));
    try {
      assert.deepEqual(await faultOf(openGuarded(at('socket'))), { kind: 'special' });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('follows links that stay inside, refuses folders that are links out, also to one whose name begins alike', async function () {
    if (!canMakeBadFiles) this.skip();
    fs.symlinkSync('a.txt', at('lien'));
    assert.equal((await openAndClose(at('lien'))).realPath, at('a.txt'));
    fs.symlinkSync(path.join(base, 'dossier-autre'), at('autre'));
    assert.deepEqual(await faultOf(openGuarded(at('autre/s.txt'), { within: root })), { kind: 'outside' });
    assert.ok(!isInside(root, path.join(base, 'dossier-autre/s.txt')));
    assert.ok(!isInside(root, root));
    assert.ok(isInside(root, at('..a')));
  });

  async function openAndClose(file: string) {
    const opened = await openGuarded(file, { within: root });
    await opened.handle.close();
    return opened;
  }

  describe('judges what was opened, not its name', () => {
    it('when a link takes the place of a folder afterwards', async function () {
      if (!canMakeBadFiles) this.skip();
      fs.mkdirSync(at('p'));
      fs.writeFileSync(at('p/s.txt'), 'la pièce');
      fs.symlinkSync(path.join(base, 'dossier-autre'), at('lien'));
      // Opened through the link, judged when the name leads inside.
      const handle = await fs.promises.open(at('lien/s.txt'));
      try {
        const status = await handle.stat({ bigint: true });
        fs.rmSync(at('lien'));
        fs.renameSync(at('p'), at('lien'));
        const fault = await faultOf(judgeOpened({ descriptor: handle.fd, status }, at('lien/s.txt'), { within: root }));
        // Where the system does not tell of the open file, its name leads to another one by now.
        const expected = process.platform === 'linux' ? { kind: 'outside' } : { kind: 'unreadable', reason: 'ESTALE' };
        assert.deepEqual(fault, expected);
      } finally {
        await handle.close();
      }
    });

    it('where the system does not tell of open files: by its name, which must still lead to it', async () => {
      const system: PathSystem = { ...nodePaths, readLink: () => Promise.reject(mayNot) };
      const handle = await fs.promises.open(at('a.txt'));
      try {
        const opened = { descriptor: handle.fd, status: await handle.stat({ bigint: true }) };
        assert.equal(await realPathOf(opened, at('a.txt'), system), at('a.txt'));
        const elsewhere: PathSystem = {
          ...system,
          realPath: () => Promise.resolve(path.join(base, 'dossier-autre/s.txt')),
        };
        assert.deepEqual(await faultOf(judgeOpened(opened, at('a.txt'), { within: root }, elsewhere)), {
          kind: 'unreadable',
          reason: 'ESTALE',
        });
      } finally {
        await handle.close();
      }
    });

    it('also once it was replaced: what was read is what was there', async function () {
      if (process.platform !== 'linux') this.skip();
      const handle = await fs.promises.open(at('a.txt'));
      try {
        fs.rmSync(at('a.txt'));
        const status = await handle.stat({ bigint: true });
        assert.equal(await realPathOf({ descriptor: handle.fd, status }, at('a.txt')), at('a.txt'));
      } finally {
        await handle.close();
      }
    });
  });
});
