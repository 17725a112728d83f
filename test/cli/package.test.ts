import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { diskEvidence, DiskDossier } from '../kit/disk-dossier';
import { textInPackage } from '../kit/read-package';
import { cli, Scratch } from './run-cli';

const example = resolve('examples/moncabinet');

describe('package', function () {
  this.timeout(30_000);
  const scratch = new Scratch();
  const dossiers: DiskDossier[] = [];
  afterEach(() => {
    scratch.remove();
    for (const dossier of dossiers.splice(0)) dossier.remove();
  });
  const dossierOf = (...args: ConstructorParameters<typeof DiskDossier>): DiskDossier => {
    const dossier = new DiskDossier(...args);
    dossiers.push(dossier);
    return dossier;
  };

  it('holds a record that its published schema describes', async () => {
    cpSync(example, join(scratch.path, 'd'), { recursive: true });
    const schema = JSON.parse(readFileSync(resolve('schemas/depot.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    for (const more of [[], ['--chapitre', 'Pro Santé Connect']]) {
      await cli(scratch.path, ['package', 'd', '--brouillon', '-o', 'a.zip', ...more]);
      const record = JSON.parse(await textInPackage(join(scratch.path, 'a.zip'), 'data/depot.json')) as object;
      assert.ok(validate(record), JSON.stringify(validate.errors));
    }
  });

  it('has beside it what stays in the house, as its schema describes it, for this content and no other', async () => {
    cpSync(example, join(scratch.path, 'd'), { recursive: true });
    const schema = JSON.parse(readFileSync(resolve('schemas/interne.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    const { err } = await cli(scratch.path, ['package', 'd', '--brouillon', '-o', 'a.zip']);
    assert.match(err, /a\.interne\.json garde ce qui ne part pas/);
    const record = JSON.parse(readFileSync(join(scratch.path, 'a.interne.json'), 'utf8')) as {
      paquet: { fichier: string; sha256_tagmanifest: string };
      pieces: { examen: string; revue: { par: string | null } }[];
      constats: object[];
    };
    assert.ok(validate(record), JSON.stringify(validate.errors));
    const tags = await textInPackage(join(scratch.path, 'a.zip'), 'tagmanifest-sha256.txt');
    assert.equal(record.paquet.sha256_tagmanifest, createHash('sha256').update(tags).digest('hex'));
    assert.equal(record.paquet.fichier, 'a.zip');
    assert.ok(record.constats.length > 0);
    for (const examined of ['lue', 'sans fichier']) assert.ok(record.pieces.some(({ examen }) => examen === examined));
    assert.ok(record.pieces.some(({ revue }) => revue.par !== null));
    assert.equal((await cli(scratch.path, ['verify', 'a.zip', 'd'])).code, 0);
  });

  it('is made where a comment is an alias of an internal note, which is told', async () => {
    const dossier = dossierOf(diskEvidence('{ fichier: a.png, note_interne: &s Vue le 2, commentaire: *s }'), {
      'a.png': 'image',
    });
    const { code, err } = await cli(dossier.base, ['package', 'dossier', '--brouillon', '-o', 'a.zip']);
    assert.equal(code, 0, err);
    const filed = await textInPackage(join(dossier.base, 'a.zip'), 'data/dossier/main.preuves.yaml');
    assert.match(filed, /commentaire: Vue le 2/);
    const checked = await cli(dossier.base, ['check', 'dossier', '--format', 'json']);
    assert.match(checked.out, /preuve\/note-dans-commentaire/);
  });

  it('takes its date from SOURCE_DATE_EPOCH, and has none without', async () => {
    const dossier = dossierOf(diskEvidence('fichier: a.png'), { 'a.png': 'image' });
    const make = (name: string, epoch?: string) =>
      cli(
        dossier.base,
        ['package', 'dossier', '--brouillon', '-o', name],
        epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch },
      );
    const info = (name: string) => textInPackage(join(dossier.base, name), 'bag-info.txt');
    await make('a.zip', '1796083200');
    await make('b.zip', '1796083200');
    await make('c.zip');
    const bytes = (name: string) => readFileSync(join(dossier.base, name));
    assert.ok(bytes('a.zip').equals(bytes('b.zip')));
    assert.match(await info('a.zip'), /^Bagging-Date: 2026-12-01$/m);
    assert.ok(!(await info('c.zip')).includes('Bagging-Date'));
  });

  it('names evidence as the configuration says; any reader can check it; a wrong layout blocks', async () => {
    const dossier = dossierOf(diskEvidence('fichier: a.png'), {
      'a.png': 'image',
      'segur.config.yaml': 'version: 1\ndepot:\n  noms: "{ordre} {chapitre}/{preuve} – {nom}"\n',
    });
    const make = (...more: string[]) => cli(dossier.base, ['package', 'dossier', '-o', 'a.zip', ...more]);
    await make('--brouillon');
    const record = JSON.parse(await textInPackage(join(dossier.base, 'a.zip'), 'data/depot.json')) as {
      pieces: { fichier: string }[];
    };
    assert.deepEqual(
      record.pieces.map(({ fichier }) => fichier),
      ['01 Identité nationale de santé/INS va1.56.01.01 – a.png'],
    );
    assert.equal((await cli(dossier.base, ['verify', 'a.zip'])).code, 0);
    dossier.write('segur.config.yaml', 'version: 1\ndepot:\n  noms: "../{nom}"\n');
    const { code, out } = await make();
    assert.equal(code, 1);
    assert.match(
      out,
      /segur\.config\.yaml, ligne 3 : « noms » : un dossier ne peut être ni vide, ni « \. », ni « \.\. »/,
    );
  });

  it('never holds an internal note or a comment of the team, in whatever file', async () => {
    const dossier = dossierOf(
      diskEvidence('{ fichier: a.png, note_interne: SECRET, commentaire: pour ANS }').concat('# SECRET\n'),
      { 'a.png': 'image' },
    );
    await cli(dossier.base, ['package', 'dossier', '--brouillon', '-o', 'a.zip']);
    const bytes = readFileSync(join(dossier.base, 'a.zip'));
    assert.ok(bytes.includes('pour ANS') && !bytes.includes('SECRET'));
  });

  it('names the command that fetches a content kept elsewhere, and writes nothing', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
    const dossier = dossierOf(diskEvidence('fichier: a.png'), { 'a.png': pointer });
    const checked = await cli(dossier.base, ['check', 'dossier', '--format', 'json']);
    const { findings } = JSON.parse(checked.out) as { findings: { rule: string; message: string; severity: string }[] };
    const found = findings.filter(({ message }) => message.includes('git lfs pull --include="a.png"'));
    assert.deepEqual(
      found.map(({ rule, severity }) => [rule, severity]),
      [['preuve/fichier-introuvable', 'warning']],
    );
    // A draft is made without it, and says so.
    await cli(dossier.base, ['package', 'dossier', '--brouillon', '-o', 'a.zip']);
    const record = JSON.parse(await textInPackage(join(dossier.base, 'a.zip'), 'data/depot.json')) as {
      totaux: { absentes: number };
    };
    assert.equal(record.totaux.absentes, 1);
    assert.ok(!readFileSync(join(dossier.base, 'a.zip')).includes('git-lfs'));
  });

  it('names the fetch command in the way of a final package too', async () => {
    cpSync(example, join(scratch.path, 'd'), { recursive: true });
    const files = readdirSync(join(scratch.path, 'd'), { recursive: true, encoding: 'utf8' });
    const film = files.find((name) => name.endsWith('PSC.01.01.01-mode-web.mp4'));
    assert.ok(film);
    writeFileSync(
      join(scratch.path, 'd', film),
      `version https://git-lfs.github.com/spec/v1\noid sha256:${'b'.repeat(64)}\nsize 9\n`,
    );
    const args = ['package', 'd', '--chapitre', 'Pro Santé Connect', '-o', 'a.zip', '--at', '2026-11-20'];
    const { code, err, out } = await cli(scratch.path, args);
    assert.notEqual(code, 0);
    assert.match(err + out, /git lfs pull|empreinte/);
    assert.ok(!existsSync(join(scratch.path, 'a.zip')));
  });
});
