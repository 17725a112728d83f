import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskEvidence, DiskDossier } from '../kit/disk-dossier';
import { cli, type CliResult } from './run-cli';

interface VerifyJson {
  readonly valid: boolean;
  readonly draft: boolean | null;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly difference?: { readonly counts: Readonly<Record<string, number>> } | null;
}

describe('verify', function () {
  this.timeout(30_000);
  let dossier: DiskDossier;
  const run = (...args: string[]): Promise<CliResult> => cli(dossier.base, args);
  const json = async (...args: string[]) =>
    JSON.parse((await run('verify', ...args, '--format', 'json')).out) as VerifyJson;

  beforeEach(async () => {
    dossier = new DiskDossier(diskEvidence('fichier: preuves/a.png', 'execution: 12'), { 'preuves/a.png': 'image' });
    assert.equal((await run('package', 'dossier', '--brouillon', '-o', 'depot.zip')).code, 0);
  });
  afterEach(() => {
    dossier.remove();
  });

  it('says that a package is right, and what it is', async () => {
    const { code, out } = await run('verify', 'depot.zip');
    assert.equal(code, 0);
    assert.match(out, /✔ depot\.zip : dépôt intact \(\d+ fichiers/);
    assert.match(out, /brouillon/);
    assert.match((await run('verify', 'depot.zip', '--lang', 'en')).out, /package intact/);
  });

  it('returns 1 and names the file when a byte of it was changed', async () => {
    const path = join(dossier.base, 'depot.zip');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('image');
    bytes[at] = 0x49;
    writeFileSync(path, bytes);
    const { code, out } = await run('verify', 'depot.zip');
    assert.equal(code, 1);
    assert.match(out, /a\.png.*damaged\n/);
    assert.equal((await json('depot.zip')).valid, false);
  });

  it('returns 1 for what is no package, 3 for what is not there, 2 without a name', async () => {
    writeFileSync(join(dossier.base, 'x.zip'), 'rien');
    const { code, out } = await run('verify', 'x.zip');
    assert.equal(code, 1);
    assert.match(out, /n’est pas une archive ZIP/);
    assert.equal((await run('verify', 'absent.zip')).code, 3);
    assert.equal((await run('verify')).code, 2);
  });

  it('tells what differs from the dossier as it is now', async () => {
    assert.equal((await run('verify', 'depot.zip', 'dossier')).code, 0);
    dossier.write('preuves/a.png', 'une autre image');
    dossier.write('main.preuves.yaml', diskEvidence('fichier: preuves/a.png', 'execution: 13', 'lien: https://x.fr/1'));
    const { code, out } = await run('verify', 'depot.zip', 'dossier');
    assert.equal(code, 1);
    assert.match(out, /~ preuves\/a\.png \([0-9a-f]{12} → [0-9a-f]{12}\)/);
    assert.match(out, /\+ exécution 13/);
    assert.match(out, /- exécution 12/);
    const report = await json('depot.zip', 'dossier');
    assert.equal(report.valid, true);
    assert.deepEqual(report.difference?.counts, { added: 2, removed: 1, replaced: 1, renamed: 0, statuses: 0 });
  });
});
