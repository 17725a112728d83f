import assert from 'node:assert/strict';
import { buildPdf } from '../../server/host/inspection/testing/build-pdf';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  badKinds,
  badRoleNames,
  badRoles,
  canMakeBadFiles,
  otherRule,
  ruleFor,
  writeBadDossiers,
  type BadKind,
} from '../kit/bad-files';
import { cli, Scratch, type CliResult } from './run-cli';

interface CheckJson {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly file: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
  readonly status: { readonly dossiers: readonly { readonly file: string }[] };
}

/** An order that nothing is missing of, so that a request gets as far as reading its files. */
const soundOrder = `commandes:
  - client: Cabinet
    signee_le: 2026-09-01
    avance: { montant_ht: "10", pieces: { bon_de_commande: bon.pdf } }
`;

const isPlain = ({ err, out }: CliResult) => {
  assert.doesNotMatch(err, /^\s+at /m, 'no stack trace');
  assert.ok(!`${out}${err}`.includes('SECRET/'), 'nothing of what is outside is told');
};

describe('a bad file on the command line', function () {
  this.timeout(60_000);
  const scratch = new Scratch();
  beforeEach(function () {
    if (!canMakeBadFiles) this.skip();
  });
  afterEach(() => {
    scratch.remove();
  });
  const folder = () => join(scratch.path, 'espace');
  const prepare = (kind: BadKind, roles?: readonly string[]) => {
    writeBadDossiers(folder(), join(scratch.path, 'ailleurs'), kind, roles === undefined ? undefined : [...roles]);
  };
  const run = async (...args: string[]): Promise<CliResult> => {
    const result = await cli(folder(), args);
    isPlain(result);
    return result;
  };

  for (const kind of badKinds) {
    it(`(${kind}) is one finding at its place, and hides none of the others`, async () => {
      // A link out of its folder is no fault of a fragment that nobody names.
      const roles = badRoleNames.filter((role) => !(role === 'manifeste' && kind === 'outside'));
      prepare(kind, roles);
      const { code, out } = await run('check', '.', '--format', 'json');
      assert.equal(code, 1);
      const { findings, status } = JSON.parse(out) as CheckJson;
      assert.equal(status.dossiers.length, roles.length + 1);
      for (const role of roles) {
        const { path, at } = badRoles[role] ?? assert.fail();
        const [main, bad] = [`${role}/main.preuves.yaml`, `${role}/${path}`];
        const here = findings.filter(({ file }) => file === main);
        assert.ok(
          here.some(({ rule, message }) => rule === otherRule && message.includes('absente.png')),
          `${role}: what has nothing to do with it is told`,
        );
        const rule = ruleFor(role, kind);
        const about = findings.filter(
          ({ file, message }) => (file === main || file === bad) && message.includes(path.slice(path.indexOf('/') + 1)),
        );
        if (rule === null) {
          assert.ok(!about.some(({ message }) => /Mio/.test(message)), role);
          continue;
        }
        const told = about.filter((one) => one.rule === rule);
        assert.equal(told.length, 1, `${role}: ${JSON.stringify(about)}`);
        const [one] = told;
        assert.equal(one?.severity, 'error');
        assert.equal(one.file, at === 'itself' ? bad : main);
        const { line, character } = one.range.start;
        if (at === 'itself') assert.deepEqual([line, character], [0, 0]);
        else {
          const text = readFileSync(join(folder(), main), 'utf8').split('\n')[line]?.slice(character) ?? '';
          assert.ok(text.startsWith(at), `${role}: stands on « ${text} »`);
        }
      }
      assert.deepEqual(
        findings
          .filter(({ file }) => file === 'bon/main.preuves.yaml')
          .map(({ rule }) => rule)
          .includes(otherRule),
        true,
      );
    });

    it(`(${kind}) never lets its own dossier be filed`, async () => {
      const roles = badRoleNames.filter((role) => role !== 'manifeste' && ruleFor(role, kind) !== null);
      prepare(kind, roles);
      for (const role of roles) {
        const { code, out } = await run('package', role, '-o', 'a.zip');
        assert.equal(code, 1, role);
        const name = (badRoles[role]?.path ?? '').split('/').pop() ?? '';
        // Without a catalogue there is nothing else to say.
        assert.ok(out.includes(role === 'catalogue' ? 'catalogue' : name), `${role}: ${out}`);
        assert.ok(!existsSync(join(folder(), 'a.zip')));
      }
    });
  }

  it('that is a manifest is told beside the figures, the report and the package of the others', async () => {
    prepare('directory', ['manifeste']);
    const status = await run('status', '.', '--format', 'json');
    assert.equal((JSON.parse(status.out) as { dossiers: unknown[] }).dossiers.length, 2);
    assert.match(status.err, /^manifeste\/autre\.preuves\.yaml:1:1 /m);
    assert.equal(status.code, 3, 'a manifest is missing from the figures');
    for (const args of [
      ['report', 'manifeste', '-o', 'r.html'],
      ['package', 'manifeste', '--brouillon', '-o', 'a.zip'],
      ['plan', 'bon'],
      ['attestation', 'bon', '--exigence', 'INS/va1.56', '-o', 'a.pdf'],
    ]) {
      const result = await run(...args);
      assert.equal(result.code, 0, `${args.join(' ')}: ${result.err}`);
      assert.equal(/autre\.preuves\.yaml:1:1/.test(result.err), args[1] === 'manifeste', args.join(' '));
    }
    for (const format of ['pretty', 'sarif', 'junit', 'github', 'gitlab']) {
      const { code, out } = await run('check', '.', '--format', format);
      assert.equal(code, 1);
      assert.ok(out.includes('manifeste/autre.preuves.yaml'), format);
    }
  });

  it('that is the only manifest is said, not taken for an empty folder', async () => {
    mkdirSync(join(folder(), 'seul'), { recursive: true });
    writeFileSync(join(folder(), 'seul/main.preuves.yaml'), '');
    truncateSync(join(folder(), 'seul/main.preuves.yaml'), 64 * 2 ** 20 + 1);
    const checked = await run('check', 'seul', '--format', 'json');
    assert.equal(checked.code, 1);
    const { findings } = JSON.parse(checked.out) as CheckJson;
    assert.deepEqual(
      findings.map(({ rule, file }) => [rule, file]),
      [['manifeste/illisible', 'seul/main.preuves.yaml']],
    );
    for (const args of [
      ['status', 'seul'],
      ['package', 'seul', '-o', 'a.zip'],
      ['migrate', 'seul', '--catalogue', 'x.rem.yaml'],
    ]) {
      const { code, err } = await run(...args);
      assert.equal(code, 3, args.join(' '));
      assert.match(err, /seul\/main\.preuves\.yaml.*64 Mio/);
    }
    const english = await run('status', 'seul', '--lang', 'en');
    assert.match(english.err, /over 64 MiB/);
  });

  it('that is a main manifest leading elsewhere is refused', async () => {
    prepare('directory', []);
    mkdirSync(join(folder(), 'lien'));
    symlinkSync(join(folder(), 'bon/main.preuves.yaml'), join(folder(), 'lien/main.preuves.yaml'));
    const { code, out } = await run('check', '.', '--format', 'json');
    assert.equal(code, 1);
    const { findings, status } = JSON.parse(out) as CheckJson;
    assert.deepEqual(
      status.dossiers.map(({ file }) => file),
      ['bon/main.preuves.yaml'],
    );
    assert.ok(findings.some(({ rule, file }) => rule === 'manifeste/illisible' && file === 'lien/main.preuves.yaml'));
  });

  it('in a dossier reached through a link, links that stay inside are no fault', async () => {
    prepare('directory', []);
    symlinkSync(join(folder(), 'bon'), join(scratch.path, 'raccourci'));
    mkdirSync(join(folder(), 'bon/vrai'));
    mkdirSync(join(folder(), 'bon/f'));
    writeFileSync(join(folder(), 'bon/vrai/a.yaml'), 'version: 1\nexigences:\n  INS/va9.99: {}\n');
    symlinkSync('../vrai/a.yaml', join(folder(), 'bon/f/a.preuves.yaml'));
    symlinkSync('catalogue.rem.yaml', join(folder(), 'bon/lien.rem.yaml'));
    const main = join(folder(), 'bon/main.preuves.yaml');
    const text = readFileSync(main, 'utf8').replace('catalogue.rem.yaml', 'lien.rem.yaml');
    writeFileSync(main, text.replace('  profils:', '  fragments: [f/*.preuves.yaml]\n  profils:'));
    const { out } = await run('check', join(scratch.path, 'raccourci'), '--format', 'json');
    const { findings } = JSON.parse(out) as CheckJson;
    assert.ok(findings.some(({ rule, message }) => rule === 'exigence/inconnue' && message.includes('INS/va9.99')));
    assert.ok(!findings.some(({ rule }) => /illisible|catalogue-introuvable|hors-dossier/.test(rule)));
  });

  it('in a folder of fragments that is a link: taken where it stays inside, refused where it leads out', async () => {
    prepare('directory', ['fragment']);
    const fragments = join(folder(), 'fragment/f');
    rmSync(fragments, { recursive: true });
    const outside = join(scratch.path, 'ailleurs/f');
    for (const real of [join(folder(), 'fragment/vrai'), outside]) {
      mkdirSync(real);
      writeFileSync(join(real, 'a.preuves.yaml'), 'version: 1\nexigences:\n  SECRET/va9.99: {}\n');
    }
    const check = async () => {
      // What is in the dossier may be told.
      const { out } = await cli(folder(), ['check', 'fragment', '--format', 'json']);
      return JSON.parse(out) as CheckJson;
    };
    symlinkSync('vrai', fragments);
    const inside = await check();
    assert.ok(
      inside.findings.some(({ file, rule }) => file === 'fragment/f/a.preuves.yaml' && rule === 'exigence/inconnue'),
    );
    assert.ok(!inside.findings.some(({ rule }) => rule.startsWith('fragment/')));
    rmSync(fragments);
    symlinkSync(outside, fragments);
    const out = await check();
    assert.ok(!JSON.stringify(out).includes('SECRET/'));
    assert.equal(out.findings.filter(({ rule }) => rule === 'fragment/illisible').length, 1);
    assert.equal((await run('package', 'fragment', '-o', 'a.zip')).code, 1);
  });

  describe('as an argument', () => {
    const cases: Readonly<Record<string, (path: string) => readonly string[]>> = {
      check: (path) => ['check', path],
      status: (path) => ['status', path],
      package: (path) => ['package', path, '-o', 'a.zip'],
      report: (path) => ['report', path, '-o', 'r.html'],
      plan: (path) => ['plan', path],
      verify: (path) => ['verify', path],
      diff: (path) => ['diff', path, path],
      import: (path) => ['import', path, '--dispositif', 'MDV-LGC-Va2', '-o', 'x.rem.yaml'],
      'init --catalogue': (path) => ['init', '--catalogue', path, '-o', 'neuf'],
      'rem-diff': (path) => ['rem-diff', `./${path}`, `./${path}`],
      'migrate --catalogue': (path) => ['migrate', 'bon', '--catalogue', `./${path}`],
      'asp --modele': (path) => {
        return ['asp', 'commande', '--demande', 'avance', '--modele', path, '--correspondance', path, '-o', 'd.json'];
      },
    };
    for (const [name, args] of Object.entries(cases)) {
      it(`of ${name}: a pipe, a device or a link in a circle is named, with exit code 3, and nobody waits`, async () => {
        prepare('directory', []);
        mkdirSync(join(folder(), 'commande'));
        const main = readFileSync(join(folder(), 'bon/main.preuves.yaml'), 'utf8');
        writeFileSync(join(folder(), 'commande/main.preuves.yaml'), `${main}${soundOrder}`);
        writeFileSync(join(folder(), 'commande/bon.pdf'), buildPdf());
        execFileSync('mkfifo', [join(folder(), 'tube.preuves.yaml')]);
        symlinkSync('rond.preuves.yaml', join(folder(), 'rond.preuves.yaml'));
        symlinkSync('/dev/zero', join(folder(), 'zero.preuves.yaml'));
        for (const path of ['tube.preuves.yaml', 'rond.preuves.yaml', 'zero.preuves.yaml']) {
          const { code, err } = await run(...args(path));
          assert.equal(code, 3, err);
          assert.ok(err.includes(path), err);
          rmSync(join(folder(), path));
        }
        const absent = await run(...args('absent.preuves.yaml'));
        assert.equal(absent.code, 3, absent.err);
        assert.ok(absent.err.includes('absent.preuves.yaml'));
      });
    }
  });

  for (const kind of badKinds) {
    it(`(${kind}) is no part of a request to ASP`, async () => {
      prepare(kind, ['commande', 'modele']);
      const isWritten = () => readdirSync(folder()).some((name) => name.startsWith('d.'));
      const main = join(folder(), 'modele/main.preuves.yaml');
      writeFileSync(main, `${readFileSync(main, 'utf8')}${soundOrder}`);
      writeFileSync(join(folder(), 'modele/bon.pdf'), buildPdf());
      const model = await run('asp', 'modele', '--demande', 'avance', '-o', 'd.json');
      assert.equal(model.code, kind === 'outside' ? 2 : 3, model.err);
      assert.ok(model.err.includes('modele.json'), model.err);
      assert.ok(!isWritten());
      // A document may be large.
      if (kind === 'tooLarge') return;
      const refused = await run('asp', 'commande', '--demande', 'avance', '-o', 'd.json');
      assert.equal(refused.code, 1, refused.err);
      assert.ok(refused.out.includes('p/bon.pdf'), refused.out);
      assert.ok(!isWritten());
      // A draft is made of what is there: not of this one.
      const draft = await run('asp', 'commande', '--demande', 'avance', '--brouillon', '-o', 'd.json');
      assert.equal(draft.code, 0, draft.err);
      assert.ok(draft.err.includes('p/bon.pdf'), draft.err);
      assert.ok(!readFileSync(join(folder(), 'd.brouillon.zip')).includes('SECRET/'));
    });
  }

  it('that a package would take along stays outside of a draft too', async () => {
    prepare('outside', ['fragment', 'catalogue', 'piece', 'agrement', 'commande']);
    for (const role of ['fragment', 'catalogue', 'piece', 'agrement', 'commande']) {
      const { code } = await run('package', role, '--brouillon', '-o', `${role}.zip`);
      assert.equal(code, 0);
      assert.ok(!readFileSync(join(folder(), `${role}.zip`)).includes('SECRET/'), role);
    }
  });
});
