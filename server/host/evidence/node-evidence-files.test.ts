import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EvidenceContent, EvidenceFile } from '../../core/evidence/evidence-file';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { openBeside, openHere, type OpenContent } from './content-file';
import { NodeEvidenceFiles, type NodeEvidenceOptions } from './node-evidence-files';
import { readContent } from './read-content';

describe('NodeEvidenceFiles', () => {
  let root: string;
  let storagePath: string;
  const uri = () => pathToFileURL(root).href;
  const write = (name: string, content: string | Buffer) => {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
    // A time that every file system keeps to the letter.
    fs.utimesSync(file, 1_700_000_000, 1_700_000_000);
  };
  const factsOf = async (name: string, options: NodeEvidenceOptions = {}): Promise<EvidenceFile | undefined> => {
    const evidence = new NodeEvidenceFiles(options);
    await evidence.scan(uri(), [name], neverCancelled);
    return evidence.lookup(uri(), name);
  };
  const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

  beforeEach(() => {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-evidence-')));
    root = path.join(folder, 'dossier');
    storagePath = path.join(folder, 'storage');
    fs.mkdirSync(root);
  });
  afterEach(() => {
    fs.rmSync(path.dirname(root), { recursive: true, force: true });
  });

  it('knows nothing before it looked', () => {
    assert.equal(new NodeEvidenceFiles().lookup(uri(), 'a.txt'), undefined);
  });

  it('tells size, digest and nature of a file', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(64)]);
    write('p/a.png', png);
    const detected = { extension: 'png', mime: 'image/png' };
    assert.deepEqual(await factsOf('p/a.png'), {
      state: 'file',
      size: png.length,
      sha256: digest(png),
      text: false,
      detected,
      inspection: { damage: { code: 'truncated', offset: 69 } },
    });
    write('été.log', 'déjà vu\n');
    assert.deepEqual(await factsOf('été.log'), {
      state: 'file',
      size: 10,
      sha256: digest('déjà vu\n'),
      text: true,
      inspection: { text: { encoding: 'utf-8', lines: 1 }, transactions: [] },
    });
    write('latin.txt', Buffer.from([0x64, 0xe9, 0x6a, 0xe0]));
    assert.equal(((await factsOf('latin.txt')) as { text?: boolean }).text, true);
    write('empty.txt', '');
    assert.deepEqual(await factsOf('empty.txt'), {
      state: 'file',
      size: 0,
      sha256: digest(''),
      text: false,
      inspection: { text: { encoding: 'ascii', lines: 0 }, transactions: [] },
    });
    const long = Buffer.alloc(3 * 1024 * 1024 + 17, 'x');
    write('long.txt', long);
    const { inspection, ...facts } = (await factsOf('long.txt')) as EvidenceContent;
    assert.deepEqual(facts, { state: 'file', size: long.length, sha256: digest(long), text: true });
    assert.equal(inspection?.text?.encoding, 'ascii');
  });

  it('tells what is no file', async () => {
    fs.mkdirSync(path.join(root, 'folder'));
    assert.deepEqual(await factsOf('folder'), { state: 'directory' });
    assert.deepEqual(await factsOf('nothing.png'), { state: 'absent' });
    assert.deepEqual(await factsOf('folder/nothing/x.png'), { state: 'absent' });
  });

  it('never follows a link out of the dossier, but follows one inside', async function () {
    if (process.platform === 'win32') this.skip();
    const outside = path.join(path.dirname(root), 'secret.txt');
    fs.writeFileSync(outside, 'secret');
    fs.symlinkSync(outside, path.join(root, 'link.txt'));
    fs.symlinkSync(path.dirname(root), path.join(root, 'up'));
    assert.deepEqual(await factsOf('link.txt'), { state: 'outside' });
    assert.deepEqual(await factsOf('up/secret.txt'), { state: 'outside' });
    write('a.txt', 'a');
    fs.symlinkSync(path.join(root, 'a.txt'), path.join(root, 'inside.txt'));
    assert.equal((await factsOf('inside.txt'))?.state, 'file');
    fs.symlinkSync(path.join(root, 'gone'), path.join(root, 'dangling'));
    assert.deepEqual(await factsOf('dangling'), { state: 'absent' });
  });

  it('never opens a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    assert.deepEqual(await factsOf('pipe'), { state: 'special' });
  });

  it('reads no byte of a file outside that is opened under the name of one inside', async function () {
    if (process.platform === 'win32') this.skip();
    const elsewhere = path.join(path.dirname(root), 'ailleurs');
    fs.mkdirSync(elsewhere);
    fs.writeFileSync(path.join(elsewhere, 'a.txt'), 'secret');
    write('p/a.txt', 'pièce');
    for (const open of [openHere, openBeside]) {
      let reads = 0;
      // As if a link took the place of the folder between the look and the opening.
      const openContent: OpenContent = async () => {
        const file = await open(path.join(elsewhere, 'a.txt'));
        return {
          ...file,
          read: (buffer, position) => {
            reads++;
            return file.read(buffer, position);
          },
        };
      };
      const within = fs.realpathSync(root);
      const reading = readContent(path.join(within, 'p/a.txt'), undefined, neverCancelled, { openContent, within });
      await assert.rejects(reading, { fault: { kind: 'outside' } });
      assert.equal(reads, 0);
      assert.ok((await readContent(path.join(within, 'p/a.txt'), undefined, neverCancelled, { within })).stable);
    }
  });

  it('finds a name in another case or Unicode form, alike on every system', async () => {
    write('Preuves/Écran.PNG'.normalize('NFD'), 'x');
    const found = await factsOf('preuves/écran.png');
    if (found?.state !== 'file') assert.fail(found?.state);
    assert.equal(found.nameOnDisk?.normalize('NFC'), 'Preuves/Écran.PNG');
  });

  it('reads no byte of what has not changed, in this run and the next', async () => {
    write('a.txt', 'old!');
    const before = await factsOf('a.txt', { storagePath });
    // The same size, time and inode: only reading would tell.
    write('a.txt', 'new!');
    assert.deepEqual(await factsOf('a.txt', { storagePath }), before);
    const evidence = new NodeEvidenceFiles({ storagePath });
    await evidence.scan(uri(), ['a.txt'], neverCancelled);
    evidence.invalidate(uri(), 'a.txt');
    await evidence.scan(uri(), ['a.txt'], neverCancelled);
    assert.deepEqual(evidence.lookup(uri(), 'a.txt'), { ...before, sha256: digest('new!') });
  });

  it('looks again at what changed, and tells once', async () => {
    write('a.txt', 'one');
    const evidence = new NodeEvidenceFiles();
    let told = 0;
    evidence.onDidChange(() => told++);
    await evidence.scan(uri(), ['a.txt'], neverCancelled);
    const first = evidence.lookup(uri(), 'a.txt');
    await evidence.scan(uri(), ['a.txt'], neverCancelled);
    assert.equal(evidence.lookup(uri(), 'a.txt'), first, 'the same object while it says the same');
    assert.equal(told, 1);
    write('a.txt', 'three');
    await evidence.scan(uri(), ['a.txt'], neverCancelled);
    assert.equal(told, 2);
    fs.rmSync(path.join(root, 'a.txt'));
    await evidence.scan(uri(), ['a.txt'], neverCancelled);
    assert.deepEqual(evidence.lookup(uri(), 'a.txt'), { state: 'absent' });
  });

  it('begins anew when what it kept is damaged', async () => {
    write('a.txt', 'one');
    const expected = await factsOf('a.txt', { storagePath });
    const kept = path.join(storagePath, 'pieces.jsonl');
    const stored = fs.readFileSync(kept, 'utf8');
    for (const damage of [
      '',
      '{',
      'null',
      '{"version":0}',
      stored.slice(0, 40),
      stored.replace(/[0-9a-f]{64}/, 'zz'),
      '{"pieces":4}\n1\n[2]\n["a",{}]',
    ]) {
      fs.writeFileSync(kept, damage);
      assert.deepEqual(await factsOf('a.txt', { storagePath }), expected, damage);
    }
    assert.deepEqual(fs.readdirSync(storagePath), ['pieces.jsonl'], 'no temporary file stays');
  });

  it('goes on when it can keep nothing', async () => {
    write('a.txt', 'one');
    fs.writeFileSync(storagePath, 'a file where a folder is wanted');
    const errors: unknown[] = [];
    const found = await factsOf('a.txt', { storagePath, onStoreError: (error) => errors.push(error) });
    assert.equal(found?.state, 'file');
    assert.equal(errors.length, 1);
  });

  it('opens and keeps nothing where the user does not trust the folder', async () => {
    write('a.txt', 'one');
    const evidence = new NodeEvidenceFiles({ storagePath, mayOpen: false });
    await evidence.scan(uri(), ['a.txt', 'absent.txt'], neverCancelled);
    assert.equal(evidence.lookup(uri(), 'a.txt'), undefined);
    assert.deepEqual(evidence.lookup(uri(), 'absent.txt'), { state: 'absent' });
    assert.ok(!fs.existsSync(storagePath));
    evidence.setMayOpen(true);
    await evidence.scan(uri(), ['a.txt'], neverCancelled);
    assert.equal(evidence.lookup(uri(), 'a.txt')?.state, 'file');
  });

  it('stops when asked to, in the middle of a file', async () => {
    write('a.bin', Buffer.alloc(64 * 1024 * 1024));
    const cancellation = { isCancellationRequested: false };
    const evidence = new NodeEvidenceFiles();
    const scan = evidence.scan(uri(), ['a.bin'], cancellation);
    setImmediate(() => {
      cancellation.isCancellationRequested = true;
    });
    await assert.rejects(scan, CancelledError);
    assert.equal(evidence.lookup(uri(), 'a.bin'), undefined);
  });
});
