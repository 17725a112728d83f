import assert from 'node:assert/strict';
import { MemoryDisk } from '../../test/kit/memory-disk';
import { neverCancelled } from '../core/ports/cancellation';
import { UnreadableFile } from '../core/ports/file-fault';
import { ClientFiles } from './client-files';

const root = 'vscode-vfs://github/editeur/depot';

describe('texts in a browser', () => {
  const disk = new MemoryDisk(root, {
    'a/main.preuves.yaml': '\ufeffversion: 1\r\n',
    'a/exigences/é b.preuves.yaml': 'x',
    'node_modules/x.preuves.yaml': 'x',
    '.git/x.preuves.yaml': 'x',
    'latin.preuves.yaml': Uint8Array.from([0x61, 0xe9, 0x0a]),
  });
  const files = new ClientFiles(disk);

  it('are read as they are, with the fault of their encoding', async () => {
    const uri = disk.uri('a/main.preuves.yaml');
    assert.deepEqual(await files.readText(uri, neverCancelled), { text: '\ufeffversion: 1\r\n', realUri: uri });
    assert.ok((await files.readText(disk.uri('latin.preuves.yaml'), neverCancelled))?.fault);
  });

  it('are not there, or not read, and say which', async () => {
    assert.equal(await files.readText(disk.uri('b.yaml'), neverCancelled), undefined);
    assert.equal(await files.realUri(disk.uri('b.yaml'), neverCancelled), undefined);
    assert.equal(await files.realUri(disk.uri('a'), neverCancelled), disk.uri('a'));
    await assert.rejects(files.readText(disk.uri('a'), neverCancelled), UnreadableFile);
    disk.refused.set(disk.uri('c'), { kind: 'unreadable', reason: 'Unavailable' });
    assert.deepEqual(await files.folderFault(disk.uri('c'), neverCancelled), {
      kind: 'unreadable',
      reason: 'Unavailable',
    });
    assert.equal(await files.folderFault(disk.uri('d'), neverCancelled), undefined);
  });

  it('are found by their names, not in folders that nobody means', async () => {
    const found = await files.findNamed(root, ['**/*.preuves.yaml'], neverCancelled);
    assert.deepEqual(found, [
      `${root}/a/exigences/%C3%A9%20b.preuves.yaml`,
      `${root}/a/main.preuves.yaml`,
      `${root}/latin.preuves.yaml`,
    ]);
    assert.deepEqual(await files.find(`${root}/a`, ['exigences/*.yaml'], neverCancelled), [found[0]]);
  });
});
