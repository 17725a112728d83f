import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { diskEvidence, DiskDossier } from '../kit/disk-dossier';
import { OtherTools } from '../kit/other-tools';
import { packageLines } from '../kit/read-package';

const mebibyte = 2 ** 20;

/** Writes down the most memory that the process had, all its threads together. */
const peakSource = `process.on('exit', () => {
  require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS));
});`;

/** A file that takes little room on most disks: holes, with a number every few MiB that tells each part from another. */
function writeLarge(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  try {
    ftruncateSync(file, bytes);
    for (let at = 0; at + 16 < bytes; at += 8 * mebibyte + 4093) writeSync(file, `n° ${at}`, at);
  } finally {
    closeSync(file);
  }
}

// Some minutes and 10 GiB of disk: not for every run.
const asked = process.env['SEGUR_BIG'] === '1';

(asked ? describe : describe.skip)('a package with over 4 GiB of evidence (SEGUR_BIG=1)', function () {
  this.timeout(1_200_000);
  const tools = new OtherTools();
  let dossier: DiskDossier;
  let target: string;
  let extracted: string;

  before(() => {
    // One entry over 4 GiB, then one that starts behind 4 GiB.
    dossier = new DiskDossier(
      diskEvidence('fichier: preuves/grande vidéo.mp4', 'fichier: preuves/suite.mp4', 'fichier: preuves/fin.txt'),
      { 'preuves/fin.txt': 'fin' },
    );
    writeLarge(dossier.path('preuves/grande vidéo.mp4'), 4352 * mebibyte);
    writeLarge(dossier.path('preuves/suite.mp4'), 300 * mebibyte + 1);
    target = join(dossier.out, 'depot.zip');
    extracted = join(dossier.base, 'extrait');
    writeFileSync(join(dossier.base, 'peak.cjs'), peakSource);
  });
  after(() => {
    dossier.remove();
  });

  /** Runs the shipped command line. @returns its most memory, in MiB */
  function cli(...args: string[]): number {
    const peak = join(dossier.base, 'peak.txt');
    const started = performance.now();
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--require', join(dossier.base, 'peak.cjs'), resolve('dist/cli.js'), ...args],
      { encoding: 'utf8', cwd: dossier.root, env: { ...process.env, PEAK_FILE: peak } },
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    assert.equal(status, 0, stdout + stderr);
    const mib = Math.round(Number(readFileSync(peak, 'utf8')) / 1024);
    process.stdout.write(`      ${args[0] ?? ''}: ${seconds} s, ${mib} MiB at most\n`);
    return mib;
  }

  const lines = () => packageLines(target);

  it('is made in flat memory', async () => {
    assert.ok(cli('package', dossier.root, '--brouillon', '-o', target) < 512);
    const sizes = (await lines()).map((line) => Number(line.split('\t')[1]));
    assert.equal(Math.max(...sizes), 4352 * mebibyte);
  });

  it('is verified in flat memory', () => {
    assert.ok(cli('verify', target) < 512);
  });

  it('is unpacked by unzip, and agrees with its lists', function () {
    tools.need('unzip', this);
    mkdirSync(extracted);
    tools.unzip(target, extracted);
    tools.need('sha256sum', this);
    assert.ok(tools.sumsAgree(join(extracted, readdirSync(extracted)[0] ?? '')));
  });

  it('is a valid bag', function () {
    tools.need('unzip', this);
    tools.need('bagit (Python)', this);
    assert.equal(tools.bagitFault(join(extracted, readdirSync(extracted)[0] ?? '')), '');
  });

  it('is read by 7-Zip', async function () {
    tools.need('7-Zip', this);
    assert.deepEqual(
      tools.sevenZip(target),
      (await lines()).map((line) => line.split('\t')[0]),
    );
  });

  it('is read by Python', async function () {
    tools.need('Python 3', this);
    assert.deepEqual(tools.python(target), await lines());
  });

  it('is read front to back by Java', async function () {
    tools.need('Java 11', this);
    assert.deepEqual(tools.java([target], dossier.base).get(target), await lines());
  });
});
