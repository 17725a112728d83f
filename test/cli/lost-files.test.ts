import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { diskEvidence, DiskDossier } from '../kit/disk-dossier';
import { cli } from './run-cli';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('check --fix, after files were renamed elsewhere', function () {
  this.timeout(60_000);
  const written = diskEvidence(
    `{ fichier: preuves/a.log, sha256: ${sha256('a')}, date: 2026-11-02 }`,
    `fichier: "preuves/INS/é b.log"   # relu\n              sha256: ${sha256('b')}`,
  );
  let dossier: DiskDossier;
  const run = () => cli(dossier.root, ['check', '--fix', '--at', '2026-11-20', '--format', 'json']);
  const text = () => readFileSync(dossier.path('main.preuves.yaml'), 'utf8');
  let main: string;
  beforeEach(async () => {
    dossier = new DiskDossier(written, { 'preuves/a.log': 'a', 'preuves/INS/é b.log': 'b' });
    // What else is safe to fix is fixed before.
    await run();
    main = text();
  });
  afterEach(() => {
    dossier.remove();
  });

  it('cites them under their present names, in the ways of quoting that stood there, once and for all', async () => {
    renameSync(dossier.path('preuves'), dossier.path('pièces'));
    renameSync(dossier.path('pièces/a.log'), dossier.path('pièces/INS/a : 1.log'));
    const { out, err } = await run();
    const expected = main
      .replace('preuves/a.log', '"pièces/INS/a : 1.log"')
      .replace('preuves/INS/é b.log', 'pièces/INS/é b.log');
    assert.equal(text(), expected);
    assert.doesNotMatch(out, /fichier-introuvable/);
    assert.match(err, /2/);
    await run();
    assert.equal(text(), expected);
  });

  it('leaves what has two copies, and what was deleted, as it is written', async () => {
    cpSync(dossier.path('preuves/a.log'), dossier.path('preuves/b.log'));
    renameSync(dossier.path('preuves/a.log'), dossier.path('preuves/c.log'));
    rmSync(dossier.path('preuves/INS'), { recursive: true });
    const { out } = await run();
    assert.equal(text(), main);
    assert.equal(out.match(/"preuve\/fichier-introuvable"/g)?.length, 2);
    assert.ok(existsSync(dossier.path('preuves/b.log')));
  });
});
