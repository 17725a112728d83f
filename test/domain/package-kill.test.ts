import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { diskEvidence, DiskDossier } from '../kit/disk-dossier';

/** Several chunks each, so that a kill falls between two of them. */
const large = (byte: number) => Buffer.alloc(5 * 2 ** 20, byte);

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Numbers in [0, 1[, the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('a process that is killed while it makes a package', () => {
  let dossier: DiskDossier;
  let target: string;
  beforeEach(() => {
    dossier = new DiskDossier(diskEvidence('fichier: preuves/a.bin', 'fichier: preuves/b.bin'), {
      'preuves/a.bin': large(1),
      'preuves/b.bin': large(2),
    });
    target = join(dossier.out, 'depot.zip');
  });
  afterEach(() => {
    dossier.remove();
  });

  it('keeps the previous archive or has the new one, at 100 random instants', async function () {
    this.timeout(120_000);
    const child = join(dossier.base, 'archive-child.js');
    bundle('test/kit/archive-child.ts', child);
    const evidence = ['preuves/a.bin', 'preuves/b.bin'].map((name) => dossier.path(name));
    await killAt(100, (own) => [child, own, ...evidence]);
  });

  it('the shipped command line does so too', async function () {
    this.timeout(120_000);
    const cli = resolve('dist/cli.js');
    assert.ok(existsSync(cli), 'dist/cli.js is built first');
    await killAt(12, (own) => [cli, 'package', dossier.root, '--brouillon', '-o', own]);
  });

  /** Kills processes that write over a previous archive; then lets one finish. */
  async function killAt(count: number, command: (target: string) => string[]): Promise<void> {
    const run = (own: string): void => {
      const { status, stderr } = spawnSync(process.execPath, command(own), { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    };
    const previous = join(dossier.base, 'precedent.zip');
    run(previous);
    const before = sha256(previous);
    dossier.write('preuves/b.bin', large(4));
    const started = performance.now();
    run(target);
    const duration = performance.now() - started;
    const after = sha256(target);
    assert.notEqual(before, after);

    const random = randomNumbers(20261122);
    let [killed, unfinished, kept] = [0, 0, 0];
    const kill = async (index: number, lane: string): Promise<void> => {
      const own = join(lane, 'depot.zip');
      copyFileSync(previous, own);
      const record = previous.replace('.zip', '.interne.json');
      if (existsSync(record)) copyFileSync(record, own.replace('.zip', '.interne.json'));
      // Half of them anywhere in the run, half of them after the file began to be written.
      const fromStart = index % 2 === 0;
      const wait = random() * (fromStart ? duration : duration / 4);
      const child = spawn(process.execPath, command(own), { stdio: 'ignore' });
      const ended = new Promise<void>((done) => {
        child.once('exit', () => {
          done();
        });
      });
      await (fromStart ? Promise.resolve() : fileAppears(lane, ended));
      const timer = setTimeout(() => child.kill('SIGKILL'), wait);
      await ended;
      clearTimeout(timer);
      const found = sha256(own);
      assert.ok(found === before || found === after, `kill ${index}: neither the previous archive nor the new one`);
      if (found === before) kept++;
      assertBeside(own);
      if (readdirSync(lane).some((name) => name.endsWith('.partiel'))) unfinished++;
    };
    // Two at a time, each in its own folder: most of a run is the start of its process.
    const lanes = [dossier.out, join(dossier.base, 'out-2')];
    mkdirSync(join(dossier.base, 'out-2'));
    const deadline = performance.now() + 25_000;
    const work = async (lane: string): Promise<void> => {
      // On a slow machine fewer, but as many as it takes to have put something to the test.
      const isTried = (): boolean => unfinished > 0 && kept > 0;
      while (killed < count * 4 && (isTried() ? killed < count && performance.now() < deadline : true))
        await kill(killed++, lane);
    };
    await Promise.all(lanes.map(work));
    if (killed < count) process.stdout.write(`      note: a slow machine, ${killed} of ${count} kills\n`);
    // Otherwise nothing was put to the test.
    assert.ok(unfinished > 0 && kept > 0, `${unfinished} unfinished files, ${kept} previous archives kept`);

    run(target);
    assert.equal(sha256(target), after);
    const left = readdirSync(dossier.out).filter((name) => name !== 'depot.interne.json');
    assert.deepEqual(left, ['depot.zip'], 'the next run cleans up');
  }
});

/** What stands beside an archive is about that archive, or nothing stands there. */
function assertBeside(archive: string): void {
  const beside = archive.replace('.zip', '.interne.json');
  if (!existsSync(beside)) return;
  const { paquet } = JSON.parse(readFileSync(beside, 'utf8')) as { paquet: { sha256_tagmanifest: string } };
  const [bytes, digest] = [readFileSync(archive), createHash('sha256')];
  const start = bytes.indexOf('tagmanifest-sha256.txt') + 'tagmanifest-sha256.txt'.length;
  // Three lines, the last of this name in the order of the archive.
  const lines = /^(?:[0-9a-f]{64} {2}\S+\n){3}/.exec(bytes.subarray(start, start + 400).toString('latin1'))?.[0] ?? '';
  assert.equal(paquet.sha256_tagmanifest, digest.update(lines).digest('hex'));
}

function bundle(entry: string, outfile: string): void {
  const options = { entryPoints: [entry], bundle: true, platform: 'node', outfile, logLevel: 'error' };
  const script = `require('esbuild').buildSync(${JSON.stringify(options)})`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** Resolves when a file is added to the folder beside those there, or when there is nothing to wait for any more. */
function fileAppears(folder: string, ended: Promise<void>): Promise<void> {
  return new Promise((done) => {
    const watcher = watch(folder, (event, name) => {
      if (event === 'rename' && name?.endsWith('.partiel')) finish();
    });
    const finish = (): void => {
      watcher.close();
      done();
    };
    void ended.then(finish);
  });
}
