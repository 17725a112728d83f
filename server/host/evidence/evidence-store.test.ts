import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EvidenceStore } from './evidence-store';

describe('EvidenceStore', () => {
  let folder: string;
  const file = () => path.join(folder, 'pieces.jsonl');
  const lines = () => fs.readFileSync(file(), 'utf8').split('\n').filter(Boolean).length;
  const identity = (size: number) => ({ size, mtimeMs: 1.5, ino: '18446744073709551615' });
  const content = (size: number) => ({ state: 'file' as const, size, sha256: 'a'.repeat(64), text: false });
  const opened = async () => {
    const store = new EvidenceStore(folder);
    await store.load();
    return store;
  };
  const learn = async (store: EvidenceStore, name: string, size: number) => {
    store.set(name, identity(size), content(size));
    await store.save();
  };

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'segur-store-'));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('adds what was learnt, and knows the last of it in the next run', async () => {
    const first = await opened();
    await learn(first, '/é', 1);
    await learn(first, '/b', 2);
    const before = fs.readFileSync(file(), 'utf8');
    await learn(first, '/é', 3);
    first.delete('/b');
    await first.save();
    assert.ok(fs.readFileSync(file(), 'utf8').startsWith(before));
    const second = await opened();
    assert.equal(second.get('/é', identity(1)), undefined);
    assert.deepEqual(second.get('/é', identity(3)), content(3));
    assert.equal(second.get('/b', identity(2)), undefined);
  });

  it('joins what two windows learn', async () => {
    const [first, second] = [await opened(), await opened()];
    await learn(first, '/a', 1);
    await second.load();
    const third = await opened();
    await learn(third, '/b', 2);
    await learn(first, '/c', 3);
    const last = await opened();
    assert.deepEqual(
      ['/a', '/b', '/c'].map((name, index) => last.get(name, identity(index + 1))?.size),
      [1, 2, 3],
    );
  });

  it('goes on after a line that an interrupted run left half written', async () => {
    const first = await opened();
    await learn(first, '/a', 1);
    fs.appendFileSync(file(), '["/b",{"identity":{"si');
    await learn(await opened(), '/c', 3);
    const last = await opened();
    assert.equal(last.get('/a', identity(1))?.size, 1);
    assert.equal(last.get('/b', identity(2)), undefined);
    assert.equal(last.get('/c', identity(3))?.size, 3);
  });

  it('begins a new file when it was removed meanwhile, with all that is known', async () => {
    const first = await opened();
    await learn(first, '/a', 1);
    fs.rmSync(folder, { recursive: true });
    await learn(first, '/b', 2);
    const last = await opened();
    assert.equal(last.get('/a', identity(1))?.size, 1);
    assert.equal(last.get('/b', identity(2))?.size, 2);
  });

  it('writes the file anew when most of it says nothing any more', async () => {
    const store = await opened();
    for (let round = 0; round < 12; round++) {
      for (let one = 0; one < 1000; one++) store.set(`/${one}`, identity(round), content(round));
      await store.save();
    }
    assert.ok(lines() < 11_500, String(lines()));
    const last = await opened();
    for (let one = 0; one < 1000; one++) assert.equal(last.get(`/${one}`, identity(11))?.size, 11);
  });
});
