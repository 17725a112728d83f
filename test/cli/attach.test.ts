import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { cli, Scratch } from './run-cli';

const main = diskManifest('exigences:\n  INS/va1.56:\n    scenarios:\n');
const content = 'journal du 2 novembre';
const digest = createHash('sha256').update(content).digest('hex');

describe('cli: attach', () => {
  const scratch = new Scratch();
  const at = (...names: string[]) => join(scratch.path, ...names);
  const manifest = () => readFileSync(at('d', 'main.preuves.yaml'), 'utf8');
  const attach = (...args: string[]) => cli(scratch.path, ['attach', ...args, '--dossier', 'd']);
  const own = ['catalogue.rem.yaml', 'main.preuves.yaml'];

  beforeEach(() => {
    mkdirSync(at('d'));
    writeFileSync(at('d', 'main.preuves.yaml'), main);
    writeFileSync(at('d', 'catalogue.rem.yaml'), catalogueText);
    writeFileSync(at('SCN_DB-CO.01.01.01 appel.log'), content);
    utimesSync(at('SCN_DB-CO.01.01.01 appel.log'), new Date('2026-01-05T12:00:00Z'), new Date('2026-01-05T12:00:00Z'));
  });
  afterEach(() => {
    scratch.remove();
  });

  it('copies a file under its slot and writes it, by the id in its name', async () => {
    const { code, out, err } = await attach('SCN_DB-CO.01.01.01 appel.log');
    assert.equal(code, 0, err);
    const path = 'preuves/SCN_DB-CO.01.01.01-appel.log';
    assert.equal(readFileSync(at('d', path), 'utf8'), content);
    assert.ok(out.includes(path) && out.includes('2026-01-05 selon la date du fichier'), out);
    const text = manifest();
    assert.match(
      text,
      new RegExp(`fichier: ${path}\n +sha256: "?${digest}"?\n +date: 2026-01-05\n +version: 12.4.0\n`),
    );
    assert.match(text, /SCN_DB\/CO\.01:\n {4}empreinte: /);
    assert.ok(existsSync(at('SCN_DB-CO.01.01.01 appel.log')));

    // The same again changes nothing; the checker finds no fault of the piece.
    assert.equal((await attach('SCN_DB-CO.01.01.01 appel.log')).code, 0);
    assert.equal(manifest(), text);
    const checked = await cli(scratch.path, ['check', 'd', '--format', 'json']);
    assert.ok(!checked.out.includes('empreinte-absente') && !checked.out.includes('fichier-introuvable'), checked.out);
  });

  it('shows beforehand what it would do, and does nothing', async () => {
    const { code, out, err } = await attach('SCN_DB-CO.01.01.01 appel.log', '--dry-run', '--lang', 'en');
    assert.equal(code, 0, err);
    assert.match(out, /--- d\/main\.preuves\.yaml[^]*\n\+ +- fichier: preuves\/SCN_DB-CO\.01\.01\.01-appel\.log\n/);
    assert.ok(err.includes('Preview only'));
    assert.equal(manifest(), main);
    assert.deepEqual(readdirSync(at('d')).sort(), own);
  });

  it('takes links, execution numbers, statements and files of the dossier', async () => {
    const link = await attach('--lien', 'https://exemple.test/rapport?id=1', '--preuve', 'INS/va1.56.02.02');
    assert.ok(link.code < 2, link.err);
    assert.match(manifest(), /- lien: https:\/\/exemple\.test\/rapport\?id=1\n +version: 12\.4\.0\n/);
    const run = await attach('--execution', '4127', '--preuve', 'MSS/CONF.14');
    assert.equal(run.code, 0, run.err);
    assert.match(manifest(), /- execution: 4127\n +version: 12\.4\.0\n/);
    mkdirSync(at('d', 'preuves'));
    writeFileSync(at('d', 'preuves', 'a.pdf'), '%PDF-1.4 x');
    const inside = await attach('d/preuves/a.pdf', '--declaration', '--preuve', 'SSI/GEN.06.01.02');
    assert.match(manifest(), /- declaration: preuves\/a\.pdf\n/, inside.err);
    assert.deepEqual(readdirSync(at('d', 'preuves')), ['a.pdf']);
  });

  it('refuses in words, and leaves everything as it was', async () => {
    writeFileSync(at('x.log'), 'x');
    writeFileSync(at('INS-va1.56.log'), 'x');
    const cases: readonly [args: readonly string[], code: number, words: RegExp][] = [
      [[], 2, /Rien à joindre/],
      [['x.log'], 2, /aucun identifiant de preuve/],
      [
        ['SCN_DB-CO.01.01.01 appel.log', 'INS-va1.56.log'],
        2,
        /plusieurs preuves : INS\/va1\.56\.01\.01, INS\/va1\.56\.02\.01/,
      ],
      [['x.log', '--preuve', 'INS/va1.56.02.03'], 2, /Vouliez-vous dire .*INS\/va1\.56\.02\.0[12]/],
      [['--lien', 'https://a.fr'], 2, /--preuve ID/],
      [['--lien', 'a.fr', '--preuve', 'INS/va1.56.02.02'], 2, /adresse complète/],
      [['--execution', '12a', '--preuve', 'INS/va1.56.02.02'], 2, /nombre entier/],
      [['absent.log', '--preuve', 'INS/va1.56.02.02'], 3, /absent\.log/],
      [['d', '--preuve', 'INS/va1.56.02.02'], 3, /dossier, pas un fichier/],
    ];
    for (const [args, code, words] of cases) {
      const result = await attach(...args);
      assert.equal(result.code, code, `${args.join(' ')}: ${result.err}`);
      assert.match(result.err, words);
      assert.equal(manifest(), main);
      assert.deepEqual(readdirSync(at('d')).sort(), own);
    }
  });

  it('finds the dossier above the folder where one stands', async () => {
    mkdirSync(at('d', 'exigences', 'deep'), { recursive: true });
    const file = at('SCN_DB-CO.01.01.01 appel.log');
    for (const folder of [at('d', 'exigences'), at('d', 'exigences', 'deep')]) {
      const { code, out, err } = await cli(folder, ['attach', file, '--dry-run']);
      assert.equal(code, 0, err);
      assert.match(out, /main\.preuves\.yaml/);
    }
    // A fragment of it lies there, which is no dossier of its own.
    writeFileSync(
      at('d', 'main.preuves.yaml'),
      main.replace('dossier:\n', 'fragments: ["exigences/*.preuves.yaml"]\ndossier:\n'),
    );
    writeFileSync(at('d', 'exigences', 'a.preuves.yaml'), 'exigences:\n  MSS/CONF.14:\n    scenarios:\n');
    const { code, err } = await cli(at('d', 'exigences'), ['attach', file]);
    assert.equal(code, 0, err);
    assert.ok(existsSync(at('d', 'preuves', 'SCN_DB-CO.01.01.01-appel.log')));
    // Where none is above either, that is told.
    assert.equal((await cli(scratch.path, ['attach', file, '--dossier', 'd/exigences/deep'])).code, 2);
  });

  it('says where a manifest is no YAML, and takes no file of the dossier itself', async () => {
    writeFileSync(at('d', 'main.preuves.yaml'), `${main}      INS/va1.56.02: [\n`);
    const broken = await attach('SCN_DB-CO.01.01.01 appel.log');
    assert.equal(broken.code, 2);
    assert.match(broken.err, /d\/main\.preuves\.yaml, ligne \d+ : .*fermez-le\. Rien n’a été modifié/);
    assert.deepEqual(readdirSync(at('d')).sort(), own);
    writeFileSync(at('d', 'main.preuves.yaml'), main);
    writeFileSync(at('d', 'main-2026.zip'), 'PK');
    for (const name of ['main.preuves.yaml', 'catalogue.rem.yaml', 'main-2026.zip']) {
      const { code, err } = await attach(`d/${name}`, '--preuve', 'INS/va1.56.02.02');
      assert.equal(code, 2, name);
      assert.match(err, /fichier du dossier lui-même/, name);
      assert.equal(manifest(), main);
    }
  });

  it('says under what a proof stands, and how to give a value that begins with a dash', async () => {
    const wrong = await attach('--execution', '1', '--preuve', 'INS/va1.56.02.01', '--scenario', 'INS/va1.56.01');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /n’est pas sous INS\/va1\.56\.01, mais sous INS\/va1\.56, INS\/va1\.56\.02\./);
    const dashed = await attach('--execution', '1', '--preuve', '-INS/va1.56');
    assert.equal(dashed.code, 2);
    assert.match(dashed.err, /--preuve=-INS\/va1\.56/);
    const given = await attach('--execution', '1', '--preuve=-INS/va1.56');
    assert.match(given.err, /« -INS\/va1\.56 » n’est ni une preuve/);
    assert.equal(manifest(), main);
  });

  it('never writes over a file, nor through a link out of the dossier', async () => {
    mkdirSync(at('d', 'preuves'));
    writeFileSync(at('d', 'preuves', 'SCN_DB-CO.01.01.01-appel.log'), 'un autre');
    assert.equal((await attach('SCN_DB-CO.01.01.01 appel.log')).code, 0);
    assert.equal(readFileSync(at('d', 'preuves', 'SCN_DB-CO.01.01.01-appel.log'), 'utf8'), 'un autre');
    assert.equal(readFileSync(at('d', 'preuves', 'SCN_DB-CO.01.01.01-appel-2.log'), 'utf8'), content);
    const text = manifest();
    mkdirSync(at('ailleurs'));
    symlinkSync(at('ailleurs'), at('d', 'segur'));
    writeFileSync(at('d', 'segur.config.yaml'), 'version: 1\npieces: { noms: "segur/{nom}" }\n');
    writeFileSync(at('y.log'), 'y');
    const refused = await attach('y.log', '--preuve', 'SCN_DB/CO.01.01.01');
    assert.equal(refused.code, 3);
    assert.match(refused.err, /mène hors du dossier/);
    assert.equal(manifest(), text);
    assert.deepEqual(readdirSync(at('ailleurs')), []);
  });

  it('warns of what a check would find, and says so by its exit code', async () => {
    writeFileSync(at('vide.log'), '');
    const { code, err } = await attach('vide.log', '--preuve', 'SCN_DB/CO.01.01.01');
    assert.equal(code, 1);
    assert.match(err, /À savoir[^]*vide/);
  });
});
