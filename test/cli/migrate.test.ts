import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { catalogueOf, requirementFile, requirementWith } from '../kit/revision-kit';
import { cli, Scratch } from './run-cli';

const text = 'Le système DOIT afficher les cinq traits stricts de l’identité du patient à l’écran.';
const old = catalogueOf([
  requirementWith('A.01', [1], { texte: text, id_socle: 'SC.A.01' }),
  requirementWith('A.02', [1], { texte: 'Le logiciel DOIT envoyer les documents par messagerie sécurisée.' }),
]);
const next = catalogueOf([requirementWith('B.01', [1], { texte: `${text} Et sa photo.`, id_socle: 'SC.A.01' })], {
  version_rem: '2',
});

const main = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: rem/ancien.rem.yaml
  fragments: [f.preuves.yaml]
`;
const fragment = `version: 1
exigences:
  A.01:
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01: [ { execution: 12 } ]   # fait
  A.02:
    scenarios:
      A.02.01:
        preuves:
          A.02.01.01: [ { execution: 13 } ]
`;

describe('cli: rem-diff and migrate', () => {
  const scratch = new Scratch();
  const read = (name: string) => readFileSync(join(scratch.path, name), 'utf8');

  beforeEach(async () => {
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(scratch.path, 'd', 'rem'), { recursive: true });
    writeFileSync(join(scratch.path, 'd', 'd.preuves.yaml'), main);
    writeFileSync(join(scratch.path, 'd', 'f.preuves.yaml'), fragment);
    writeFileSync(join(scratch.path, 'd', 'rem', 'ancien.rem.yaml'), writeCatalogue(old));
    writeFileSync(join(scratch.path, 'nouveau.rem.yaml'), writeCatalogue(next));
  });
  afterEach(() => {
    scratch.remove();
  });

  it('compares two catalogues in every format', async () => {
    const diff = (...args: string[]) =>
      cli(scratch.path, ['rem-diff', 'd/rem/ancien.rem.yaml', 'nouveau.rem.yaml', ...args]);
    const plain = await diff();
    assert.equal(plain.code, 0, plain.err);
    assert.match(plain.out, /A\.01 devient B\.01 \(même identifiant de socle\)/);
    assert.match(plain.out, /\{\+ ?Et sa photo\. ?\+\}/);
    assert.match((await diff('--format', 'md')).out, /^# Du REM MDV-LGC-Va2 au REM MDV-LGC-Va2 \(2\)/);
    assert.match((await diff('--format', 'html', '--lang', 'en')).out, /^<!doctype html>\n<html lang="en">/);
    const json = JSON.parse((await diff('--format', 'json')).out) as { exigences: { retirees: string[] } };
    assert.deepEqual(json.exigences.retirees, ['A.02']);
  });

  it('compares built-in catalogues, and says what is none', async () => {
    const builtIn = await cli(scratch.path, ['rem-diff', 'MDV-LGC-Va1', 'MDV-LGC-Va2']);
    assert.equal(builtIn.code, 0, builtIn.err);
    const unknown = await cli(scratch.path, ['rem-diff', 'MDV-LGC-Va9', 'MDV-LGC-Va2']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /« MDV-LGC-Va9 » n’est ni un fichier .* \(vouliez-vous /);
    assert.equal((await cli(scratch.path, ['rem-diff', 'rien.rem.yaml', 'MDV-LGC-Va2'])).code, 3);
    assert.equal((await cli(scratch.path, ['rem-diff', 'MDV-LGC-Va2'])).code, 2);
  });

  it('shows what would change, writes it, does nothing twice, and takes it back', async () => {
    const migrate = (...args: string[]) =>
      cli(scratch.path, ['migrate', 'd', '--catalogue', 'nouveau.rem.yaml', ...args]);
    const preview = await migrate('--dry-run');
    assert.equal(preview.code, 0, preview.err);
    assert.match(preview.out, /--- d\/f\.preuves\.yaml\n\+\+\+ d\/f\.preuves\.yaml/);
    assert.match(preview.out, /- {10}A\.01\.01\.01: \[ \{ execution: 12 \} \] {3}# fait\n/);
    assert.match(preview.err, /rien n’a été écrit/);
    assert.deepEqual([read('d/d.preuves.yaml'), read('d/f.preuves.yaml')], [main, fragment]);
    assert.ok(!existsSync(join(scratch.path, 'd', 'rem', 'nouveau.rem.yaml')));

    const done = await migrate();
    assert.equal(done.code, 0, done.err);
    assert.match(done.out, /à revoir : B\.01[^]*mis de côté en fin de fichier : exigences › A\.02 \(1 pièce/);
    assert.match(read('d/d.preuves.yaml'), /catalogue: rem\/nouveau\.rem\.yaml/);
    assert.match(
      read('d/f.preuves.yaml'),
      /B\.01\.01\.01: \[ \{ execution: 12 \} \] {3}# fait[^]*# {11}A\.02\.01\.01: \[ \{ execution: 13/,
    );
    const status = await cli(scratch.path, ['check', 'd']);
    assert.match(status.out, /exigence\/texte-modifie/);
    assert.ok(!status.out.includes('exigence/inconnue'));

    const again = await migrate();
    assert.match(again.out, /rien à changer/);
    const undone = await cli(scratch.path, ['migrate', 'd', '--annuler']);
    assert.equal(undone.code, 0, undone.err);
    assert.deepEqual([read('d/d.preuves.yaml'), read('d/f.preuves.yaml')], [main, fragment]);
    assert.deepEqual(readdirSync(join(scratch.path, 'd')).sort(), ['d.preuves.yaml', 'f.preuves.yaml', 'rem']);
    assert.equal((await cli(scratch.path, ['migrate', 'd', '--annuler'])).code, 2);
  });

  it('refuses what it could damage', async () => {
    const migrate = (...args: string[]) =>
      cli(scratch.path, ['migrate', 'd', '--catalogue', 'nouveau.rem.yaml', ...args]);
    writeFileSync(join(scratch.path, 'd', 'f.preuves.yaml'), 'version: 1\nexigences:\n  A.01: [\n');
    const syntax = await migrate();
    assert.deepEqual([syntax.code, syntax.out], [2, '']);
    assert.match(syntax.err, /d\/f\.preuves\.yaml:\d+:\d+ : ce manifeste a une erreur de syntaxe/);
    writeFileSync(join(scratch.path, 'd', 'f.preuves.yaml'), fragment);
    writeFileSync(join(scratch.path, 'd', 'rem', 'nouveau.rem.yaml'), 'autre');
    assert.match((await migrate()).err, /rem\/nouveau\.rem\.yaml existe déjà/);
    writeFileSync(join(scratch.path, 'd', 'd.preuves.yaml'), main.replace('ancien', 'perdu'));
    assert.match((await migrate()).err, /--depuis/);
    assert.equal((await cli(scratch.path, ['migrate', 'd'])).code, 2);
  });

  it('takes the old catalogue from elsewhere when the new one replaced it', async () => {
    writeFileSync(join(scratch.path, 'd', 'rem', 'ancien.rem.yaml'), writeCatalogue(next));
    writeFileSync(join(scratch.path, 'avant.rem.yaml'), writeCatalogue(old));
    const done = await cli(scratch.path, [
      'migrate',
      'd',
      '--catalogue',
      'd/rem/ancien.rem.yaml',
      '--depuis',
      'avant.rem.yaml',
    ]);
    assert.equal(done.code, 0, done.err);
    assert.match(read('d/f.preuves.yaml'), /\n {2}B\.01:\n/);
    assert.equal(read('d/d.preuves.yaml'), main);
  });

  it('follows a text that is nearly the same only when allowed', async () => {
    const renamed = catalogueOf([requirementFile('C.07', { texte: text })]);
    writeFileSync(join(scratch.path, 'nouveau.rem.yaml'), writeCatalogue(renamed));
    const preview = (...args: string[]) =>
      cli(scratch.path, ['migrate', 'd', '--catalogue', 'nouveau.rem.yaml', '--dry-run', ...args]);
    assert.match((await preview()).err, /A\.01 → C\.07 \(probable/);
    assert.ok(!(await preview('--sans-probables')).err.includes('C.07'));
  });
});
