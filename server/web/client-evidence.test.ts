import assert from 'node:assert/strict';
import { digest, MemoryDisk } from '../../test/kit/memory-disk';
import { examinedOf } from '../core/evidence/examined';
import { CancelledError, neverCancelled } from '../core/ports/cancellation';
import { ClientEvidence } from './client-evidence';

const root = 'vscode-vfs://github/editeur/depot/dossier';

describe('evidence in a browser', () => {
  let disk: MemoryDisk;
  let evidence: ClientEvidence;
  const look = async (path: string) => {
    await evidence.scan(root, [path], neverCancelled);
    return evidence.lookup(root, path);
  };

  beforeEach(() => {
    disk = new MemoryDisk(root, {
      'preuves/A.01 é.log': 'un journal\n',
      'preuves/Film.MP4': 'x',
      'preuves/vide.log': '',
      'preuves/faux.png': '%PDF-1.4\n',
      'preuves/gros.mp4.dvc':
        'outs:\n- md5: 0123456789abcdef0123456789abcdef\n  size: 12\n  hash: md5\n  path: gros.mp4\n',
      'preuves/lfs.mp4': `version https://git-lfs.github.com/spec/v1\noid sha256:${'b'.repeat(64)}\nsize 12345\n`,
    });
    evidence = new ClientEvidence(disk, true);
  });

  it('is known by size, digest and signature, and said not to be read', async () => {
    const file = await look('preuves/A.01 é.log');
    assert.ok(file?.state === 'file');
    assert.equal(file.sha256, digest('un journal\n'));
    assert.equal(file.size, 11);
    assert.equal(file.text, true);
    assert.deepEqual(examinedOf(file), { extent: 'notRead', left: [{ reason: 'browser', parts: [] }] });
    assert.equal(evidence.lastWritten(root, 'preuves/A.01 é.log'), '2026-05-04');
    const pdf = await look('preuves/faux.png');
    assert.equal(pdf?.state === 'file' && pdf.detected?.extension, 'pdf');
  });

  it('has no content that could be left where it is empty', async () => {
    const file = await look('preuves/vide.log');
    assert.ok(file?.state === 'file');
    assert.equal(file.inspection, undefined);
  });

  it('is found under another letter case, and not where nothing is', async () => {
    const film = await look('preuves/film.mp4');
    assert.equal(film?.state === 'file' && film.nameOnDisk, 'preuves/Film.MP4');
    assert.deepEqual(await look('preuves/absent.log'), { state: 'absent' });
    assert.deepEqual(await look('ailleurs/absent.log'), { state: 'absent' });
    assert.deepEqual(await look('preuves'), { state: 'directory' });
  });

  it('is a pointer where its content is kept elsewhere', async () => {
    const lfs = await look('preuves/lfs.mp4');
    assert.ok(lfs?.state === 'file' && lfs.pointer?.kind === 'git-lfs');
    assert.equal(lfs.sha256, 'b'.repeat(64));
    assert.deepEqual(await look('preuves/gros.mp4'), {
      state: 'absent',
      pointer: { kind: 'dvc', fetch: 'dvc pull preuves/gros.mp4.dvc', size: 12 },
    });
  });

  it('says of what the editor refuses that it is unreadable', async () => {
    const uri = disk.uri('preuves/A.01 é.log');
    disk.refused.set(uri, { kind: 'unreadable', reason: 'NoPermissions' });
    assert.deepEqual(await look('preuves/A.01 é.log'), { state: 'unreadable', reason: 'NoPermissions' });
    disk.refused.set(uri, { kind: 'tooLarge', mebibytes: 512 });
    assert.deepEqual(await look('preuves/A.01 é.log'), { state: 'unreadable', reason: 'EFBIG' });
  });

  it('is read again only where it changed, or where somebody doubts it', async () => {
    await look('preuves/A.01 é.log');
    await look('preuves/A.01 é.log');
    assert.equal(disk.examined.length, 1);
    evidence.invalidate(root, 'preuves/A.01 é.log');
    await look('preuves/A.01 é.log');
    assert.equal(disk.examined.length, 2);
    disk.write('preuves/A.01 é.log', 'autre chose');
    const file = await look('preuves/A.01 é.log');
    assert.equal(file?.state === 'file' && file.sha256, digest('autre chose'));
  });

  it('is not opened where the user trusts nothing', async () => {
    evidence = new ClientEvidence(disk, false);
    assert.equal(await look('preuves/A.01 é.log'), undefined);
    assert.deepEqual(await look('preuves/absent.log'), { state: 'absent' });
    assert.deepEqual(disk.examined, []);
  });

  it('of a common folder is looked for there, and in no folder outside of the portfolio', async () => {
    const portfolio = 'vscode-vfs://github/editeur/depot';
    disk.files.set(`${portfolio}/commun/a.log`, { bytes: new TextEncoder().encode('a'), modified: 1 });
    evidence.commonFolder(root, { folderUri: `${portfolio}/commun`, withinUri: portfolio });
    assert.equal((await look('commun:a.log'))?.state, 'file');
    evidence.commonFolder(root, { folderUri: `${portfolio}/commun`, withinUri: 'vscode-vfs://github/autre/depot' });
    assert.equal((await look('commun:a.log'))?.state, 'absent');
  });

  it('lists what lies in its folders, without what is hidden', async () => {
    disk.write('preuves/.cache', 'x');
    disk.write('preuves/sous/b.log', 'x');
    await evidence.list(root, [{ path: 'preuves', whole: true }], neverCancelled);
    assert.ok(evidence.listed(root)?.includes('preuves/sous/b.log'));
    assert.ok(!evidence.listed(root)?.includes('preuves/.cache'));
  });

  it('stops when it is asked to', async () => {
    await assert.rejects(evidence.scan(root, ['preuves/vide.log'], { isCancellationRequested: true }), CancelledError);
  });
});
