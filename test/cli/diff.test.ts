import assert from 'node:assert/strict';
import { join } from 'node:path';
import { cpSync } from 'node:fs';
import { diskEvidence, DiskDossier } from '../kit/disk-dossier';
import { cli, type CliResult } from './run-cli';

describe('diff', function () {
  this.timeout(30_000);
  let dossier: DiskDossier;
  const run = (...args: string[]): Promise<CliResult> => cli(dossier.base, args);

  before(async () => {
    dossier = new DiskDossier(diskEvidence('fichier: a.png', 'fichier: b.png'), { 'a.png': 'a', 'b.png': 'b' });
    await run('package', 'dossier', '--brouillon', '-o', 'avant.zip');
    cpSync(dossier.root, join(dossier.base, 'ancien'), { recursive: true });
    dossier.write('a.png', 'une autre');
    dossier.write('c.png', 'b');
    dossier.write('main.preuves.yaml', diskEvidence('fichier: a.png', 'fichier: c.png', 'lien: https://x.fr/1'));
    await run('package', 'dossier', '--brouillon', '-o', 'apres.zip');
  });
  after(() => {
    dossier.remove();
  });

  it('gives the same between packages, folders and manifests', async () => {
    const counts = { added: 1, removed: 0, replaced: 1, renamed: 1, statuses: 0 };
    for (const before of ['avant.zip', 'ancien', 'ancien/main.preuves.yaml']) {
      for (const after of ['apres.zip', 'dossier']) {
        const { code, out } = await run('diff', before, after, '--format', 'json');
        assert.equal(code, 1);
        assert.deepEqual((JSON.parse(out) as { counts: object }).counts, counts, `${before} ${after}`);
      }
    }
  });

  it('returns 0 where nothing differs', async () => {
    const { code, out } = await run('diff', 'apres.zip', 'dossier');
    assert.equal(code, 0);
    assert.match(out, /Aucune différence/);
  });

  it('is shown as text, Markdown and a page', async () => {
    const text = (await run('diff', 'avant.zip', 'dossier')).out;
    assert.match(
      text,
      /^INS\/va1\.56\.01\.01 {2}Identité nationale de santé\n {2}~ a\.png .*\n {2}> b\.png → c\.png\n/m,
    );
    assert.match((await run('diff', 'avant.zip', 'dossier', '--format', 'md')).out, /\| Preuve \| Statut \| Pièces \|/);
    assert.match(
      (await run('diff', 'avant.zip', 'dossier', '--format', 'html', '--lang', 'en')).out,
      /<html lang="en">/,
    );
  });

  it('refuses what it cannot compare', async () => {
    assert.equal((await run('diff', 'avant.zip')).code, 2);
    assert.equal((await run('diff', 'avant.zip', 'absent')).code, 3);
    const picture = await run('diff', 'avant.zip', 'dossier/a.png');
    assert.equal(picture.code, 3);
    assert.match(picture.err, /n’est pas une archive ZIP/);
  });
});
