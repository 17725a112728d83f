import assert from 'node:assert/strict';
import { buildPdf } from '../../server/host/inspection/testing/build-pdf';
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cli, Scratch } from './run-cli';

const manifest = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
editeur:
  denomination: Société Éditrice
logiciel:
  nom: MonCabinet
  version: 12.4.0
exigences:
  PSC.01:
    scenarios:
      PSC.01.01:
        preuves:
          PSC.01.01.01:
            - fichier: preuves\\a.log
`;

describe('files of the user', function () {
  this.timeout(60_000);
  let scratch: Scratch;
  const write = (path: string, content: string | Uint8Array) => {
    const full = join(scratch.path, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  };
  const read = (path: string) => readFileSync(join(scratch.path, path));
  const run = (...args: string[]) => cli(scratch.path, args);
  const latin1 = (text: string) => Buffer.from(text, 'latin1');

  beforeEach(() => {
    scratch = new Scratch();
  });
  afterEach(() => {
    scratch.remove();
  });

  describe('that are not UTF-8', () => {
    it('are told and never rewritten, main manifest or fragment', async () => {
      const main = manifest.replace('dossier:\n', 'dossier:\n  fragments: [f.preuves.yaml]\n');
      write('preuves/a.log', 'x');
      write(
        'f.preuves.yaml',
        latin1(`version: 1\nexigences:\n  PSC.02:\n    commentaire: vérifié\n    empreinte: 1\n`),
      );
      write('d.preuves.yaml', latin1(main));
      const before = ['d.preuves.yaml', 'f.preuves.yaml'].map((name) => read(name));
      for (const language of ['fr', 'en']) {
        const { code, out } = await run('check', '--fix', '--lang', language);
        assert.equal(code, 1);
        assert.match(out, /d\.preuves\.yaml:6:\d+ .*Windows-1252/);
        assert.match(out, /f\.preuves\.yaml:4:\d+ .*Windows-1252/);
      }
      const { code, err } = await run('migrate', '--catalogue', 'MDV-LGC-Va2');
      assert.equal(code, 3);
      assert.match(err, /d\.preuves\.yaml.*Windows-1252/);
      assert.deepEqual(
        ['d.preuves.yaml', 'f.preuves.yaml'].map((name) => read(name)),
        before,
      );
      assert.ok(readdirSync(scratch.path).every((name) => !name.includes('partiel') && !name.includes('migration')));
    });

    it('are no dossier that went missing', async () => {
      write('d.preuves.yaml', Buffer.from(`\ufeff${manifest}`, 'utf16le'));
      const { code, out } = await run('check');
      assert.equal(code, 1);
      assert.match(out, /d\.preuves\.yaml:1:1 .*UTF-16 LE/);
      // Nothing tells that it is a main manifest: still, it is named.
      write('d.preuves.yaml', latin1('d\x8ftruit: \x81\n'));
      const { code: none, err } = await run('check', '--lang', 'en');
      assert.equal(none, 2);
      assert.match(err, /d\.preuves\.yaml \(an encoding that nothing tells\)/);
    });

    it('are told where they are a catalogue, a configuration or a mapping', async () => {
      write('c/d.preuves.yaml', manifest.replace('dossier:\n', 'dossier:\n  catalogue: c.rem.yaml\n'));
      write('c/c.rem.yaml', latin1('version: 1\ndispositif:\n  id: MDV-LGC-Va2\n  nom: Médecin\n'));
      assert.match((await run('check', 'c')).out, /c\.rem\.yaml.*Windows-1252.*catalogue-introuvable/);
      const created = await run('init', '--catalogue', 'c/c.rem.yaml', '-o', 'new');
      assert.notEqual(created.code, 0);
      assert.match(created.err, /Windows-1252/);
      write('s/d.preuves.yaml', manifest);
      write('s/segur.config.yaml', Buffer.from('version: 1\nignorer: []\n', 'utf16le'));
      assert.match((await run('check', 's', '--lang', 'en')).out, /segur\.config\.yaml.*UTF-16 LE/);
      write('m.json', '{}');
      write('m.yaml', latin1('version: 1 # é\n'));
      write('s/segur.config.yaml', 'version: 1\n');
      // Nothing else is wrong with the request.
      const order =
        '{ client: A, signee_le: 2026-09-01, avance: { montant_ht: "10", pieces: { bon_de_commande: bon.pdf } } }';
      const vendor = manifest.replace('Société Éditrice\n', 'Société Éditrice\n  siret: "73282932000074"\n');
      write('s/bon.pdf', buildPdf());
      write('s/d.preuves.yaml', `${vendor}commandes:\n  - ${order}\n`);
      const asked = [
        'asp',
        's',
        '--demande',
        'avance',
        '--modele',
        'm.json',
        '--correspondance',
        'm.yaml',
        '-o',
        'o.json',
      ];
      assert.match((await run(...asked)).err, /m\.yaml.*Windows-1252/);
    });

    it('are converted by a command, which shows first what it would do', async () => {
      const crlf = manifest.replaceAll('\n', '\r\n');
      write('d.preuves.yaml', latin1(crlf));
      const dry = await run('convert', 'd.preuves.yaml', '--dry-run');
      assert.equal(dry.code, 0);
      assert.match(dry.out, /Windows-1252[^]*ligne 5 : denomination: Société Éditrice/);
      assert.ok(read('d.preuves.yaml').equals(latin1(crlf)));
      assert.equal((await run('convert', 'd.preuves.yaml')).code, 0);
      assert.equal(read('d.preuves.yaml').toString('utf8'), crlf);
      assert.match((await run('convert', 'd.preuves.yaml', '--lang', 'en')).out, /UTF-8 already/);
      write('w.rem.yaml', Buffer.from(`\ufeff${manifest}`, 'utf16le').swap16());
      assert.equal((await run('convert', 'w.rem.yaml')).code, 0);
      assert.equal(read('w.rem.yaml').toString('utf8'), manifest);
    });

    it('are left alone where something would be lost', async () => {
      const mixed = Buffer.concat([Buffer.from(manifest), latin1('# \xe9t\xe9\n')]);
      write('d.preuves.yaml', mixed);
      const { code, err } = await run('convert', 'd.preuves.yaml');
      assert.equal(code, 1);
      assert.match(err, /mélange/);
      const forced = await run('convert', 'd.preuves.yaml', '--depuis', 'utf-16le');
      assert.equal(forced.code, 1);
      assert.ok(read('d.preuves.yaml').equals(mixed));
      assert.equal((await run('convert')).code, 2);
      assert.equal((await run('convert', 'absent.yaml')).code, 3);
      assert.equal((await run('convert', 'd.preuves.yaml', '--depuis', 'ebcdic')).code, 2);
    });

    it('keep their mark when they are UTF-8', async () => {
      write('preuves/a.log', 'x');
      write('d.preuves.yaml', `\ufeff${manifest}`);
      const { out } = await run('check', '--fix');
      assert.doesNotMatch(out, /yaml\/encodage/);
      const fixed = read('d.preuves.yaml').toString('utf8');
      assert.ok(fixed.startsWith('\ufeffversion: 1\n') && fixed.includes('- fichier: preuves/a.log\n'), fixed);
    });
  });

  describe('in reports of services', () => {
    const files = async (env: Record<string, string>, folder: string, ...more: string[]) => {
      const { out } = await cli(join(scratch.path, folder), ['check', '--format', 'gitlab', ...more], env);
      return [...new Set((JSON.parse(out) as { location: { path: string } }[]).map(({ location }) => location.path))];
    };
    // What runs these tests may be such a service itself.
    const nowhere = { CI_PROJECT_DIR: '', GITHUB_WORKSPACE: '' };

    it('are named from the root of the repository', async () => {
      write('r/.git/HEAD', 'ref: refs/heads/main\n');
      write('r/a/b/d.preuves.yaml', manifest);
      for (const folder of ['r', 'r/a', 'r/a/b'])
        assert.deepEqual(await files(nowhere, folder), ['a/b/d.preuves.yaml']);
      assert.deepEqual(await files(nowhere, '.', 'r/a'), ['a/b/d.preuves.yaml']);
      const github = await cli(join(scratch.path, 'r/a/b'), ['check', '--format', 'github'], nowhere);
      assert.match(github.out, /file=a\/b\/d\.preuves\.yaml,/);
      const sarif = await cli(join(scratch.path, 'r/a/b'), ['check', '--format', 'sarif'], nowhere);
      assert.match(sarif.out, /"uri": "a\/b\/d\.preuves\.yaml"/);
      const junit = await cli(join(scratch.path, 'r/a/b'), ['check', '--format', 'junit'], nowhere);
      assert.match(junit.out, /<testsuite name="a\/b\/d\.preuves\.yaml"/);
      const pretty = await cli(join(scratch.path, 'r/a/b'), ['check'], nowhere);
      assert.match(pretty.out, /^d\.preuves\.yaml$/m);
    });

    it('know worktrees, submodules and what the service says', async () => {
      write('r/w/d.preuves.yaml', manifest);
      const place = (env: Record<string, string>) => files({ ...nowhere, ...env }, 'r/w');
      assert.deepEqual(await place({}), ['d.preuves.yaml']);
      assert.deepEqual(await place({ GITHUB_WORKSPACE: scratch.path }), ['r/w/d.preuves.yaml']);
      assert.deepEqual(await place({ CI_PROJECT_DIR: join(scratch.path, 'r') }), ['w/d.preuves.yaml']);
      assert.deepEqual(await place({ CI_PROJECT_DIR: join(scratch.path, 'elsewhere') }), ['d.preuves.yaml']);
      write('r/w/.git', 'gitdir: /x/.git/worktrees/w\n');
      write('r/.git/HEAD', '');
      assert.deepEqual(await place({}), ['d.preuves.yaml']);
      write('r/w/.git', 'gitdir: ../.git/modules/w\n');
      assert.deepEqual(await place({}), ['w/d.preuves.yaml']);
      assert.deepEqual(await place({ GITHUB_WORKSPACE: join(scratch.path, 'r') }), ['w/d.preuves.yaml']);
    });

    it('are found through a link', async function () {
      if (process.platform === 'win32') this.skip();
      write('r/.git/HEAD', '');
      write('r/a/d.preuves.yaml', manifest);
      symlinkSync(join(scratch.path, 'r/a'), join(scratch.path, 'lien'));
      assert.deepEqual(await files(nowhere, '.', 'lien'), ['a/d.preuves.yaml']);
    });
  });

  it('put no hidden character into a package, nor into what is said of it', async () => {
    const [path, fragment] = ['preuves/a\u202egol.exe.log', 'f\u2066.preuves.yaml'];
    write(path, 'journal');
    write(fragment, 'version: 1\nexigences:\n  PSC.02:\n    commentaire: "a\\u202Eb"\n');
    write(
      'd.preuves.yaml',
      manifest
        .replace('preuves\\a.log', '"preuves/a\\u202Egol.exe.log"\n              commentaire: "c\\u202Ed"')
        .replace('dossier:\n', 'dossier:\n  fragments: [f*.preuves.yaml]\n')
        .replace('Société', 'Société \u202e'),
    );
    const { out } = await run('check', '--lang', 'en');
    assert.match(out, /a<U\+202E>gol\.exe\.log.*invisible.*nom-non-portable/);
    assert.equal((await run('package', '--brouillon', '-o', 'p.zip')).code, 0);
    const bytes = read('p.zip');
    for (const one of ['\u202e', '\u2066']) assert.ok(!bytes.includes(Buffer.from(one)), encodeURIComponent(one));
    assert.ok(bytes.includes('agol.exe.log'));
    assert.ok(bytes.includes('f.preuves.yaml'));
    assert.equal((await run('verify', 'p.zip')).code, 0);
  });

  it('give the same names to deadlines from any folder', async () => {
    write('a/d.preuves.yaml', `${manifest}commandes:\n  - { client: Alpha, signee_le: 2026-10-01 }\n`);
    const uids = (text: string) => [...text.matchAll(/^UID:(.*)$/gm)].map((one) => one[1]);
    const above = await run('ics', 'a', '--at', '2026-10-20');
    const inside = await cli(join(scratch.path, 'a'), ['ics', '--at', '2026-10-20']);
    assert.ok(uids(above.out).length > 0);
    assert.deepEqual(uids(above.out), uids(inside.out));
  });
});
