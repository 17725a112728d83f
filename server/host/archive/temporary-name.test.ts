import assert from 'node:assert/strict';
import { basename } from 'node:path';

import { removeStaleTemporaries, removeTemporary, temporaryPath } from './temporary-name';
import { MemoryFileOperations, systemFailure } from './testing/memory-file-operations';

const fail = (): never => assert.fail('nothing is left over');

describe('temporary names', () => {
  it('are beside the target, new each time, and say whose they are', () => {
    const path = temporaryPath('/d/dossier.zip');
    assert.match(path, new RegExp(`^[/\\\\]d[/\\\\]\\.dossier\\.zip\\.${process.pid}-[0-9a-f]{20}\\.partiel$`));
    assert.notEqual(path, temporaryPath('/d/dossier.zip'));
  });

  it('fit in a file name even when the target just fits', () => {
    assert.ok(Buffer.byteLength(basename(temporaryPath(`/d/${'é'.repeat(125)}.zip`))) <= 255);
  });

  it('are removed when the process of this machine that made them has ended, and only then', async () => {
    const files = new MemoryFileOperations();
    const alive = temporaryPath('/d/a.zip').replaceAll('\\', '/');
    const dead = alive.replace(`.${process.pid}-`, '.999999-');
    const kept = [alive, dead.replace(/-[0-9a-f]{8}/, '-00000000'), '/d/.a.zip.999999-notre.partiel', '/d/a.zip'];
    for (const path of [...kept, dead]) files.put(path, '');
    await removeStaleTemporaries('/d/a.zip', files, fail);
    assert.deepEqual(files.paths(), [...kept].sort());
  });

  it('of another target in the same folder are removed once nobody has written them for an hour', async () => {
    const files = new MemoryFileOperations();
    const hour = 3_600_000;
    const now = 10 * hour;
    const alive = temporaryPath('/d/b.zip').replaceAll('\\', '/');
    const dead = alive.replace(`.${process.pid}-`, '.999999-');
    const at = (path: string, milliseconds: number) => {
      files.put(path, '').modified = BigInt(milliseconds) * 1_000_000n;
      return path;
    };
    const kept = [
      at(alive, 0),
      at(dead.replace('b.zip', 'recent.zip'), now - hour + 1000),
      at(dead.replace('b.zip', 'to come.zip'), now + hour),
      at(dead.replace(/-[0-9a-f]{8}/, '-00000000'), 0),
      at(dead.replace('.partiel', '.zip'), 0),
      at(dead.replace('/.', '/'), 0),
      at('/d/.note.999999-12345678.partiel', 0),
      at('/e/.b.zip.partiel', 0),
    ];
    at(dead, now - 2 * hour);
    await removeStaleTemporaries('/d/a.zip', files, fail, now);
    assert.deepEqual(files.paths(), [...kept].sort());
  });

  it('are reported when they cannot be removed; one already gone is well', async () => {
    const reported: unknown[] = [];
    const refusing = (code: string) => ({ remove: () => Promise.reject(systemFailure(code)) });
    await removeTemporary('/d/x', refusing('EPERM'), (path, error) =>
      reported.push([path, (error as { code?: string }).code]),
    );
    await removeTemporary('/d/x', refusing('ENOENT'), fail);
    assert.deepEqual(reported, [['/d/x', 'EPERM']]);
  });
});
