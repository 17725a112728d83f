import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { neverCancelled } from '../../core/ports/cancellation';
import { readThread } from '../../core/threads/read-thread';
import { withMessage, withoutMessage, withState } from '../../core/threads/thread-text';
import { changeThread, startThread } from './threads';

const first = { by: 'AM', on: '2026-11-20', text: 'un' };
const about = { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.01' };

describe('threads on disk', function () {
  this.timeout(60_000);
  let folder = '';
  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-threads é ')));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const own = (name = '') => path.join(folder, 'discussions', name);
  const read = (id: string) => readThread(id, '', { text: fs.readFileSync(own(id), 'utf8') });
  const start = () => startThread(folder, { about, first }, neverCancelled);
  const change = (id: string, how: Parameters<typeof changeThread>[2]) => changeThread(folder, id, how, neverCancelled);

  it('begin in a file of their own, beside a word to git', async () => {
    const [one, two] = [await start(), await start()];
    assert.notEqual(one, two);
    assert.match(one, /^ins-va1-56-02-01-[0-9a-f]{8}\.yaml$/);
    assert.deepEqual(read(one).messages, [first]);
    assert.equal(fs.readFileSync(own('.gitattributes'), 'utf8'), '*.yaml merge=union\n');
    fs.writeFileSync(own('.gitattributes'), 'à moi\n');
    await start();
    assert.equal(fs.readFileSync(own('.gitattributes'), 'utf8'), 'à moi\n');
  });

  it('lose nothing when many write at once', async () => {
    const id = await start();
    const texts = Array.from({ length: 25 }, (_, index) => `message ${index}`);
    const outcomes = await Promise.all(texts.map((text) => change(id, withMessage({ ...first, text }))));
    assert.ok(outcomes.every((one) => one === 'changed'));
    assert.deepEqual(
      read(id)
        .messages.map(({ text }) => text)
        .sort(),
      ['un', ...texts].sort(),
    );
    assert.deepEqual(fs.readdirSync(own()).sort(), ['.gitattributes', id]);
  });

  it('go on after somebody ended in the middle of writing', async () => {
    const id = await start();
    const lock = own(`.${id}.verrou`);
    fs.writeFileSync(lock, 'mort');
    const long = new Date(Date.now() - 3_600_000);
    fs.utimesSync(lock, long, long);
    assert.equal(await change(id, withMessage({ ...first, text: 'deux' })), 'changed');
    assert.deepEqual(fs.readdirSync(own()).sort(), ['.gitattributes', id]);
  });

  it('are gone with their last message, and are told gone', async () => {
    const id = await start();
    assert.equal(await change(id, withState('close')), 'changed');
    assert.equal(read(id).isOpen, false);
    assert.equal(await change(id, withState('close')), 'unchanged');
    assert.equal(await change(id, withoutMessage(0, { ...first, text: 'autre' })), 'refused');
    assert.equal(await change(id, withoutMessage(0, first)), 'removed');
    assert.deepEqual(fs.readdirSync(own()), ['.gitattributes']);
    assert.equal(await change(id, withState('ouverte')), 'gone');
  });

  it('are left as they are where they cannot be read', async () => {
    fs.mkdirSync(own());
    const latin = Buffer.from('version: 1\npreuve: A\nsujet: é\n', 'latin1');
    fs.writeFileSync(own('l.yaml'), latin);
    await assert.rejects(change('l.yaml', withMessage(first)), /Not UTF-8/);
    assert.deepEqual(fs.readFileSync(own('l.yaml')), latin);
    fs.writeFileSync(own('b.yaml'), 'bonjour\n');
    assert.equal(await change('b.yaml', withMessage(first)), 'refused');
    assert.equal(fs.readFileSync(own('b.yaml'), 'utf8'), 'bonjour\n');
    fs.mkdirSync(own('d.yaml'));
    await assert.rejects(change('d.yaml', withMessage(first)), /directory/);
  });

  it('stay in the dossier, whatever a link or a name says', async () => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'segur-outside-'));
    try {
      fs.writeFileSync(path.join(outside, 'a.yaml'), 'version: 1\npreuve: A\n');
      await assert.rejects(change('../../a.yaml', withMessage(first)), /outside/);
      fs.symlinkSync(outside, own());
      await assert.rejects(start(), /outside/);
      await assert.rejects(change('a.yaml', withMessage(first)), /outside/);
      assert.equal(fs.readFileSync(path.join(outside, 'a.yaml'), 'utf8'), 'version: 1\npreuve: A\n');
      assert.deepEqual(fs.readdirSync(outside), ['a.yaml']);
    } finally {
      fs.rmSync(outside, { recursive: true });
    }
  });
});
