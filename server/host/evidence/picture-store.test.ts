import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PictureFindings } from '../inspection/pictures/picture-findings';
import { PictureStore } from './picture-store';

const findings = (words: number): PictureFindings => ({ recognised: { words }, identifiers: [], unread: [] });
const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];

describe('what pictures were found to show, kept by digest', () => {
  let folder = '';
  const open = async (): Promise<PictureStore> => {
    const store = new PictureStore(folder);
    await store.load();
    return store;
  };
  const file = () => join(folder, 'images.jsonl');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is there in the next run, whatever each run added', async () => {
    const first = await open();
    first.set(one, findings(1));
    await first.save();
    const second = await open();
    second.set(other, findings(2));
    await second.save();
    const third = await open();
    assert.deepEqual([third.get(one), third.get(other)], [findings(1), findings(2)]);
    assert.equal(third.get('c'.repeat(64)), undefined);
  });

  it('forgets with the run what another one may find out better', async () => {
    const first = await open();
    first.set(one, findings(0), false);
    first.set(other, findings(2));
    await first.save();
    assert.deepEqual([first.get(one), (await open()).get(one)], [findings(0), undefined]);
  });

  it('survives a line cut short, and takes nothing of another version', async () => {
    const first = await open();
    first.set(one, findings(1));
    await first.save();
    appendFileSync(file(), `["${other}",{"ident`);
    const second = await open();
    second.set('c'.repeat(64), findings(3));
    await second.save();
    const third = await open();
    assert.deepEqual(
      [third.get(one), third.get(other), third.get('c'.repeat(64))],
      [findings(1), undefined, findings(3)],
    );
    writeFileSync(file(), readFileSync(file(), 'utf8').replace(/^.*\n/, '{"images":0}\n'));
    assert.equal((await open()).get(one), undefined);
  });

  it('keeps nothing without a folder', async () => {
    const store = new PictureStore(undefined);
    await store.load();
    store.set(one, findings(1));
    await store.save();
    assert.deepEqual(store.get(one), findings(1));
  });
});
