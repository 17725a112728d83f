import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { catalogueOf, proofFile, requirementFile, requirementWith, scenarioFile } from '../kit/revision-kit';
import { cli, Scratch, type CliResult } from './run-cli';

const both = 'Copie d’écran de la fiche, puis journal de l’appel.';
const printed = catalogueOf([
  requirementFile('A.01', { scenarios: [scenarioFile('A.01.01', [proofFile('A.01.01.01', both)])] }),
  requirementWith('A.02', [1]),
]);
const overlay = `version: 1
preuves:
  A.01.01.01:
    preuves:
      - { id: A.01.01.01a, attendu: Copie d’écran, types: [capture_ecran] }
      - { id: A.01.01.01b, attendu: Journal, types: [log] }
  A.02.01.01: { condition: Si le logiciel archive }
`;

describe('cli: an overlay beside a catalogue', function () {
  this.timeout(30_000);
  const scratch = new Scratch();
  const run = (...args: string[]): Promise<CliResult> => cli(scratch.path, args);
  const read = (name: string) => readFileSync(join(scratch.path, name), 'utf8');
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(scratch.path, name)), { recursive: true });
    writeFileSync(join(scratch.path, name), text);
  };
  beforeEach(() => {
    write('r/v2.rem.yaml', writeCatalogue(printed));
    write('r/v2.ajustements.yaml', overlay);
  });
  afterEach(() => {
    scratch.remove();
  });

  describe('init', () => {
    const init = () => run('init', '--catalogue', 'r/v2.rem.yaml', '-o', 'd');

    it('follows it, and takes it into the dossier', async () => {
      const { code, err } = await init();
      assert.equal(code, 0, err);
      assert.equal(read('d/rem/v2.ajustements.yaml'), overlay);
      assert.equal(read('d/rem/v2.rem.yaml'), read('r/v2.rem.yaml'));
      const manifest = read('d/mdv-lgc-va2.preuves.yaml');
      assert.match(manifest, /A\.01\.01\.01a:[^]*A\.01\.01\.01b:/);
      assert.doesNotMatch(manifest, /A\.01\.01\.01:/);
      const checked = await run('check', 'd');
      assert.equal(checked.code, 0, checked.out);
    });

    it('follows the one that the dossier keeps under the name of the copy', async () => {
      write('d/rem/v2.ajustements.yaml', overlay);
      write('s/v2.rem.yaml', read('r/v2.rem.yaml'));
      const { code, err } = await run('init', '--catalogue', 's/v2.rem.yaml', '-o', 'd');
      assert.equal(code, 0, err);
      assert.match(read('d/mdv-lgc-va2.preuves.yaml'), /A\.01\.01\.01a:/);
    });

    it('never overwrites another, nor another catalogue, and writes nothing then', async () => {
      for (const name of ['v2.ajustements.yaml', 'v2.rem.yaml']) {
        write(`d/rem/${name}`, 'version: 1\n');
        const { code, err } = await init();
        assert.equal(code, 2);
        assert.ok(err.includes(`d/rem/${name} existe déjà`), err);
        assert.deepEqual(readdirSync(join(scratch.path, 'd'), { recursive: true }).sort(), ['rem', `rem/${name}`]);
        assert.equal(read(`d/rem/${name}`), 'version: 1\n');
        scratch.remove();
        write('r/v2.rem.yaml', writeCatalogue(printed));
        write('r/v2.ajustements.yaml', overlay);
      }
      write('d/mdv-lgc-va2.preuves.yaml', 'version: 1\n');
      assert.equal((await init()).code, 2);
      assert.ok(!existsSync(join(scratch.path, 'd', 'rem')));
    });

    it('refuses one that cannot be read, and names it', async () => {
      for (const text of ['version: 1\npreuves: [', 'version: 2\n', '[]\n']) {
        write('r/v2.ajustements.yaml', text);
        const { code, err } = await init();
        assert.equal(code, 2, text);
        assert.match(err, /v2\.ajustements\.yaml n’est pas lisible/);
        assert.ok(!existsSync(join(scratch.path, 'd')));
      }
    });
  });

  describe('migrate', () => {
    beforeEach(() => {
      const entry = (id: string, proofs: readonly string[]) =>
        `  ${id}:\n    scenarios:\n      ${id}.01:\n        preuves:\n${proofs.map((one) => `          ${one}: [ { execution: 12 } ]\n`).join('')}`;
      write('d/rem/v1.rem.yaml', writeCatalogue(printed));
      write('d/rem/v1.ajustements.yaml', overlay);
      write(
        'd/d.preuves.yaml',
        `version: 1\ndossier:\n  dispositif: MDV-LGC-Va2\n  catalogue: rem/v1.rem.yaml\nexigences:\n${entry('A.01', ['A.01.01.01a', 'A.01.01.01b'])}`,
      );
    });
    const migrate = (...more: string[]) => run('migrate', 'd', '--catalogue', 'r/v2.rem.yaml', ...more);

    it('follows it, takes it into the dossier, and takes it out again', async () => {
      const before = read('d/d.preuves.yaml');
      const { code, out, err } = await migrate();
      assert.equal(code, 0, err);
      assert.doesNotMatch(out, /mis de côté/);
      assert.equal(read('d/rem/v2.ajustements.yaml'), overlay);
      assert.match(read('d/d.preuves.yaml'), /v2\.rem\.yaml[^]*A\.01\.01\.01a: [^]*A\.01\.01\.01b: /);
      assert.doesNotMatch((await run('check', 'd')).out, /preuve\/inconnue/);
      assert.equal((await migrate('--annuler')).code, 0);
      assert.equal(read('d/d.preuves.yaml'), before);
      assert.deepEqual(readdirSync(join(scratch.path, 'd', 'rem')).sort(), ['v1.ajustements.yaml', 'v1.rem.yaml']);
    });

    it('loses no piece where the new catalogue has none', async () => {
      write('s/v2.rem.yaml', writeCatalogue(printed));
      const { code, err } = await run('migrate', 'd', '--catalogue', 's/v2.rem.yaml');
      assert.equal(code, 0, err);
      assert.equal(read('d/d.preuves.yaml').split('execution: 12').length, 3);
    });

    it('never overwrites another, nor goes on with one that cannot be read', async () => {
      const before = read('d/d.preuves.yaml');
      write('d/rem/v2.ajustements.yaml', 'version: 1\n');
      const taken = await migrate();
      assert.equal(taken.code, 2);
      assert.match(taken.err, /rem\/v2\.ajustements\.yaml existe déjà/);
      write('r/v2.ajustements.yaml', 'version: 1\npreuves: [');
      const broken = await migrate();
      assert.equal(broken.code, 2);
      assert.match(broken.err, /v2\.ajustements\.yaml n’est pas lisible/);
      assert.equal(read('d/d.preuves.yaml'), before);
      assert.deepEqual(readdirSync(join(scratch.path, 'd')).sort(), ['d.preuves.yaml', 'rem']);
    });
  });

  it('is no change of the REM', async () => {
    write('s/v2.rem.yaml', writeCatalogue(printed));
    const { out } = await run('rem-diff', 's/v2.rem.yaml', 'r/v2.rem.yaml', '--format', 'json');
    const { exigences } = JSON.parse(out) as { exigences: { inchangees: number } };
    assert.equal(exigences.inchangees, 2);
  });
});
