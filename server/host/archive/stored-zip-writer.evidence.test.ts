import assert from 'node:assert/strict';

import { EvidenceChangedError } from './archive-error';
import { StoredZipWriter } from './stored-zip-writer';
import { MemoryFile, MemoryFileOperations } from './testing/memory-file-operations';

async function add(path: string, evidence: MemoryFileOperations, onProgress = (): void => undefined): Promise<void> {
  const writer = new StoredZipWriter(new MemoryFile(), { evidence, timestamp: new Date(0), onProgress });
  await writer.add({ name: 'a', source: { kind: 'file', path } });
}

describe('StoredZipWriter and its evidence', () => {
  it('refuses what is not a regular file', async () => {
    const evidence = new MemoryFileOperations(['/d']);
    evidence.put('/d/lien', 'cible');
    evidence.links.add('/d/lien');
    await assert.rejects(add('/d/lien', evidence), {
      code: 'evidence-not-a-file',
      path: '/d/lien',
      entry: 'a',
    });
    await assert.rejects(add('/d', evidence), { code: 'evidence-not-a-file' });
    await assert.rejects(add('/d/absent', evidence), {
      code: 'evidence-missing',
      path: '/d/absent',
    });
  });

  describe('evidence that changes while it is copied', () => {
    const size = 3 * (1 << 20);
    const changes: Record<string, (files: MemoryFileOperations) => unknown> = {
      grows: (files) => files.files.get('/f')?.write(Buffer.from('x'), size),
      'is edited in place': (files) => files.files.get('/f')?.write(Buffer.from('x'), 0),
      'is replaced by another': (files) => files.put('/f', Buffer.alloc(size)),
      vanishes: (files) => files.files.delete('/f'),
      'becomes a link': (files) => files.links.add('/f'),
    };
    for (const [name, change] of Object.entries(changes)) {
      it(name, async () => {
        const evidence = new MemoryFileOperations();
        const original = evidence.put('/f', Buffer.alloc(size));
        let changed = false;
        const onProgress = (): void => {
          if (!changed) change(evidence);
          changed = true;
        };
        await assert.rejects(add('/f', evidence, onProgress), (error) => {
          assert.ok(error instanceof EvidenceChangedError);
          assert.deepEqual([error.code, error.path, error.entry], ['evidence-changed', '/f', 'a']);
          return true;
        });
        assert.equal(original.open, 0, 'closed');
      });
    }

    it('is not what was opened', async () => {
      const evidence = new MemoryFileOperations();
      evidence.put('/f', 'une pièce');
      const open = evidence.openForReading.bind(evidence);
      evidence.openForReading = (path) => {
        evidence.put('/f', 'une autre');
        return open(path);
      };
      await assert.rejects(add('/f', evidence), EvidenceChangedError);
    });

    it('shrinks', async () => {
      const evidence = new MemoryFileOperations();
      const whole = evidence.put('/f', Buffer.alloc(size));
      evidence.openForReading = () =>
        Promise.resolve({
          size: () => Promise.resolve(size),
          read: (buffer, position) => (position < 1 << 20 ? whole.read(buffer, position) : Promise.resolve(0)),
          status: () => evidence.status('/f'),
          realPath: () => Promise.resolve('/f'),
          close: () => Promise.resolve(),
        });
      await assert.rejects(add('/f', evidence), EvidenceChangedError);
    });
  });

  describe('evidence in a folder that a link takes the place of', () => {
    const size = 3 * (1 << 20);
    const entries = [
      { name: 'a', source: { kind: 'file', path: '/d/a/film', within: '/d' } },
      { name: 'b', source: { kind: 'file', path: '/d/b/note', within: '/d' } },
    ] as const;

    async function addBoth(target: string): Promise<void> {
      const evidence = new MemoryFileOperations();
      evidence.put('/d/a/film', Buffer.alloc(size));
      evidence.put('/d/b/note', 'la pièce');
      evidence.put('/d/c/note', 'sa copie');
      evidence.put('/ailleurs/note', 'un secret');
      // While the first one is copied.
      const onProgress = (): void => {
        evidence.folderLinks.set('/d/b', target);
      };
      const writer = new StoredZipWriter(new MemoryFile(), { evidence, timestamp: new Date(0), onProgress });
      for (const entry of entries) await writer.add(entry);
    }

    it('that leads out: what was opened is refused', async () => {
      await assert.rejects(addBoth('/ailleurs'), { code: 'evidence-outside', path: '/d/b/note', entry: 'b' });
    });

    it('that stays inside: it is taken', async () => {
      await addBoth('/d/c');
    });

    it('to a folder whose name begins alike', async () => {
      await assert.rejects(addBoth('/d-autre'), { code: 'evidence-missing' });
      const evidence = new MemoryFileOperations();
      evidence.put('/dossier-autre/note', 'un secret');
      const writer = new StoredZipWriter(new MemoryFile(), { evidence, timestamp: new Date(0) });
      const source = { kind: 'file', path: '/dossier-autre/note', within: '/dossier' } as const;
      await assert.rejects(writer.add({ name: 'a', source }), { code: 'evidence-outside' });
    });
  });
});
