import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { cli, Scratch } from './run-cli';

const workbook = resolve('test/fixtures/workbooks/vague2.xlsx');
const example = resolve('examples/moncabinet');
const specimens = resolve('examples/specimens');

interface CheckJson {
  readonly version: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly file: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
  readonly summary: Readonly<Record<string, number>>;
  readonly status: {
    readonly dossiers: readonly { readonly dispositif: string; readonly counts: Readonly<Record<string, number>> }[];
  };
}

describe('command line', function () {
  this.timeout(30_000);
  const scratch = new Scratch();
  afterEach(() => {
    scratch.remove();
  });
  const run = (...args: string[]) => cli(scratch.path, args);
  const check = async (...args: string[]) =>
    JSON.parse((await run('check', ...args, '--format', 'json')).out) as CheckJson;

  describe('usage', () => {
    it('shows itself, in French by default and in English when asked', async () => {
      const french = await run('--help');
      assert.equal(french.code, 0);
      assert.match(french.out, /vérifie un ou plusieurs dossiers/);
      assert.match((await run('--help', '--lang', 'en')).out, /checks one or more dossiers/);
      assert.match((await run('--version')).out, /^\d+\.\d+\.\d+\n$/);
    });

    it('shows the help of one command, however it is asked for', async () => {
      const { code, out } = await run('check', '--help');
      assert.equal(code, 0);
      assert.match(out, /^segur-preuves check : vérifie un ou plusieurs dossiers\n/);
      assert.match(out, /--format pretty\|json/);
      for (const args of [
        ['help', 'check'],
        ['check', '-h'],
        ['check', '--fix', '--help'],
        ['--lang', 'fr', 'check', '--help'],
      ])
        assert.equal((await run(...args)).out, out, args.join(' '));
      assert.match((await run('lsp', '--help')).out, /^segur-preuves lsp : .*--stdio/s);
      assert.match((await run('help', 'rem-diff', '--lang', 'en')).out, /^segur-preuves rem-diff: says what/);
      assert.equal((await run('help', 'chek')).code, 2);
    });

    it('words what is wrong in the language asked for', async () => {
      assert.match(
        (await run('chek')).err,
        /^Commande « chek » inconnue \(vouliez-vous check \?\)\. Commandes : import, /,
      );
      assert.match((await run('chek', '--lang', 'en')).err, /^Unknown command “chek” \(did you mean check\?\)/);
      assert.match(
        (await run('check', '--fromat', 'json')).err,
        /^Option « --fromat » inconnue \(vouliez-vous --format \?\)/,
      );
      assert.match((await run('check', '--lang', 'en', '--nope')).err, /^Unknown option “--nope”\. /);
      assert.match((await run('package')).err, /^Il manque -o FICHIER\.zip\. « segur-preuves package --help » montre/);
      assert.match((await run('diff', 'a')).err, /diff AVANT APRÈS/);
      assert.match((await run('diff', 'a', 'b', 'c')).err, /^« c » est de trop/);
    });

    it('returns 2 with a sentence on stderr for wrong usage', async () => {
      for (const args of [
        [],
        ['chek'],
        ['check', '--nope'],
        ['check', '--format', 'pdf'],
        ['check', '--at', '2026-02-31'],
        ['init'],
        ['package'],
      ]) {
        const { code, err, out } = await run(...args);
        assert.equal(code, 2, args.join(' '));
        assert.ok(err.length > 0 || out.length > 0);
        assert.ok(!err.includes('    at '), `no stack trace: ${err}`);
      }
    });

    it('returns 3 for what is not there, 2 where there is no dossier', async () => {
      assert.equal((await run('check', 'absent')).code, 3);
      mkdirSync(join(scratch.path, 'vide'));
      const empty = await run('check', 'vide');
      assert.equal(empty.code, 2);
      assert.match(empty.err, /segur-preuves init/);
    });
  });

  describe('import', () => {
    it('writes a catalogue and says what it read and what to check', async () => {
      const { code, out } = await run('import', workbook, '--dispositif', 'MDV-LGC-Va2', '-o', 'rem.rem.yaml');
      assert.equal(code, 0);
      assert.match(out, /REM MDV-LGC-Va2 lu : \d+ exigences/);
      assert.match(readFileSync(join(scratch.path, 'rem.rem.yaml'), 'utf8'), /^dispositif: MDV-LGC-Va2$/m);
    });

    it('tells what is lost or ambiguous first, and fails on it with --strict', async () => {
      const doubtful = resolve('test/fixtures/workbooks/vague1.xlsx');
      const order = ['import', doubtful, '--dispositif', 'MDV-LGC-Va1', '-o', 'rem.rem.yaml'];
      const lax = await run(...order);
      assert.equal(lax.code, 0);
      const at = ['Perdu ou ambigu, à relire d’abord', 'Déduit, parce que', 'Sans conséquence'].map((title) =>
        lax.err.indexOf(title),
      );
      assert.equal(at[0], 0);
      assert.deepEqual(
        [...at].sort((one, other) => one - other),
        at,
      );
      assert.ok(lax.err.indexOf('est déjà imprimé à la ligne 5') < (at[1] ?? 0));
      const strict = await run(...order, '--strict', '--lang', 'en');
      assert.equal(strict.code, 1);
      assert.match(strict.err, /With --strict the import fails/);
      assert.ok(existsSync(join(scratch.path, 'rem.rem.yaml')));
      const clean = resolve('test/fixtures/workbooks/convergence.xlsx');
      const sound = await run('import', clean, '--dispositif', 'MDV-LGC-Va2', '-o', 'rem.rem.yaml', '--strict');
      assert.equal(sound.code, 0, sound.err);
    });

    it('asks for the dispositif when the name of the file does not tell', async () => {
      const { code, err } = await run('import', workbook, '-o', 'rem.rem.yaml');
      assert.equal(code, 2);
      assert.match(err, /--dispositif/);
      assert.ok(!existsSync(join(scratch.path, 'rem.rem.yaml')));
    });

    it('leaves the previous catalogue as it was when the workbook cannot be read', async () => {
      writeFileSync(join(scratch.path, 'rem.rem.yaml'), 'avant');
      writeFileSync(join(scratch.path, 'faux.xlsx'), 'ceci n’est pas un classeur');
      const { code, err } = await run('import', 'faux.xlsx', '--dispositif', 'X', '-o', 'rem.rem.yaml');
      assert.equal(code, 3);
      assert.match(err, /faux\.xlsx/);
      assert.equal(readFileSync(join(scratch.path, 'rem.rem.yaml'), 'utf8'), 'avant');
      assert.deepEqual(readdirSync(scratch.path).sort(), ['faux.xlsx', 'rem.rem.yaml']);
    });
  });

  describe('init', () => {
    it('makes a dossier in which everything is to provide and nothing is wrong', async () => {
      assert.equal((await run('init', '--dispositif', 'MDV-LGC-Va2', '--profil', 'BAL PER-ORG', '-o', 'd')).code, 0);
      const report = await check('d');
      assert.deepEqual(
        [...new Set(report.findings.map(({ rule }) => rule))],
        ['agrement/absent', 'manifeste/identite-manquante', 'preuve/manquante'],
      );
      assert.equal(report.summary.error, 0);
      const [dossier] = report.status.dossiers;
      assert.equal(dossier?.dispositif, 'MDV-LGC-Va2');
      assert.equal(dossier.counts.provided, 0);
      assert.ok((dossier.counts.toProvide ?? 0) > 100);
    });

    it('never overwrites', async () => {
      await run('init', '--dispositif', 'MDV-LGC-Va2', '-o', 'd');
      const path = join(scratch.path, 'd/mdv-lgc-va2.preuves.yaml');
      writeFileSync(path, 'à moi');
      const { code, err } = await run('init', '--dispositif', 'MDV-LGC-Va2', '-o', 'd');
      assert.equal(code, 2);
      assert.match(err, /existe déjà/);
      assert.equal(readFileSync(path, 'utf8'), 'à moi');
    });

    it('says what was meant by an unknown dispositif or profile, and what to do with an empty one', async () => {
      assert.match((await run('init', '--dispositif', 'MDV-LGC-Va3', '-o', 'd')).err, /vouliez-vous MDV-LGC-Va/);
      assert.match((await run('init', '--dispositif', 'MDV-LGC-Va2', '--profil', 'Nope', '-o', 'd')).err, /Profils : /);
      assert.match((await run('init', '--dispositif', 'PHA-LGO-Va2', '-o', 'd')).err, /Importez/);
      assert.ok(!existsSync(join(scratch.path, 'd')));
    });

    const known = [
      ...['--editeur', 'Éditeur Exemple', '--siret', '732 829 320 00074', '--logiciel', 'MonCabinet'],
      ...['--version-logiciel', '12.10', '--date-version', '2026-10-12', '--depot-vise', '2026-12-15'],
    ];
    const make = (...more: string[]) => run('init', '--dispositif', 'MDV-LGC-Va2', '-o', 'd', ...more);
    const read = (path: string) => readFileSync(join(scratch.path, path), 'utf8');

    it('writes what is known of vendor, software and dates, so that nothing asks for it', async () => {
      const { code, err, out } = await make(...known);
      assert.equal(code, 0, err);
      const text = read('d/mdv-lgc-va2.preuves.yaml');
      for (const line of [
        'depot_vise: 2026-12-15',
        'denomination: Éditeur Exemple',
        'siret: "73282932000074"',
        'nom: MonCabinet',
        'version: "12.10"',
        'date_version: 2026-10-12',
      ])
        assert.ok(text.includes(`\n  ${line}\n`), line);
      const report = await check('d');
      assert.deepEqual([...new Set(report.findings.map(({ rule }) => rule))], ['agrement/absent', 'preuve/manquante']);
      const [, line] = /preuves\.yaml:(\d+)\n/.exec(out) ?? [];
      assert.match(text.split('\n')[Number(line) - 1] ?? '', /^ +\S+: \[\]$/);
    });

    it('finds the same in a file for each chapter as in one file', async () => {
      const all = async (folder: string) => {
        const { findings, status } = await check(folder);
        return {
          findings: findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`).sort(),
          counts: status.dossiers[0]?.counts,
        };
      };
      assert.equal((await make(...known, '--profil', 'BAL PER-ORG', '--un-fichier')).code, 0);
      const one = await all('d');
      rmSync(join(scratch.path, 'd'), { recursive: true });
      const { out } = await make(...known, '--profil', 'BAL PER-ORG', '--par-chapitre');
      assert.match(out, /un par chapitre/);
      assert.deepEqual(await all('d'), one);
      const names = readdirSync(join(scratch.path, 'd/exigences'));
      assert.ok(names.length > 5);
      for (const name of names) assert.match(name, /^\d\d-[a-z0-9-]+\.preuves\.yaml$/);
      assert.match(read('d/mdv-lgc-va2.preuves.yaml'), /\n {2}fragments:\n {4}- exigences\/\*\.preuves\.yaml\n/);
    });

    it('keeps the chapters of two dossiers of one folder apart', async () => {
      await make('--par-chapitre');
      const { code } = await run('init', '--dispositif', 'HOP-DPI-Va2', '-o', 'd', '--par-chapitre');
      assert.equal(code, 0);
      assert.ok(existsSync(join(scratch.path, 'd/exigences-hop-dpi-va2')));
      assert.deepEqual(
        (await check('d')).findings.filter(({ severity }) => severity === 'error'),
        [],
      );
    });

    it('says where evidence goes, for attach to put it there, and leaves a configuration that says otherwise', async () => {
      assert.equal((await make('--pieces', './captures/')).code, 0);
      assert.equal(read('d/segur.config.yaml'), 'version: 1\npieces:\n  noms: "captures/{preuve}-{nom}"\n');
      assert.ok(existsSync(join(scratch.path, 'd/captures')));
      const missing = (await check('d')).findings.find(({ rule }) => rule === 'preuve/manquante');
      const proof = /(\S+\.\d\d\.\d\d)/.exec(missing?.message ?? '')?.[1] ?? '';
      writeFileSync(join(scratch.path, 'écran.txt'), 'essai\n');
      const attached = await run('attach', 'écran.txt', '--preuve', proof, '--dossier', 'd');
      assert.equal(readdirSync(join(scratch.path, 'd/captures')).length, 1, attached.err);

      rmSync(join(scratch.path, 'd'), { recursive: true });
      mkdirSync(join(scratch.path, 'd'));
      writeFileSync(join(scratch.path, 'd/segur.config.yaml'), 'version: 1\r\ngravites: { preuve/manquante: off }\r\n');
      assert.equal((await make('--pieces', 'captures')).code, 0);
      assert.match(read('d/segur.config.yaml'), /off \}\r\npieces:\r\n {2}noms: "captures/);

      for (const place of ['d', '.']) {
        rmSync(join(scratch.path, 'd'), { recursive: true });
        mkdirSync(join(scratch.path, 'd'));
        const theirs = 'version: 1\npieces: { noms: "vues/{nom}" }\n';
        writeFileSync(join(scratch.path, place, 'segur.config.yaml'), theirs);
        const { code, err } = await make('--pieces', 'captures');
        assert.equal(code, 2);
        assert.match(err, /segur\.config\.yaml vaut déjà pour ce dossier/);
        assert.equal(read(`${place}/segur.config.yaml`), theirs);
        assert.deepEqual(readdirSync(join(scratch.path, 'd')), place === 'd' ? ['segur.config.yaml'] : []);
      }
    });

    it('refuses what would be wrong from the first day, and writes nothing', async () => {
      for (const [said, of] of [
        [/clé de contrôle du SIRET/, ['--siret', '73282932000075']],
        [/n’est pas un SIRET/, ['--siret', '123']],
        [/2026-02-31/, ['--date-version', '2026-02-31']],
        [/15\/12\/2026/, ['--depot-vise', '15/12/2026']],
        [/dossier des pièces/, ['--pieces', '../ailleurs']],
        [/s’excluent/, ['--par-chapitre', '--un-fichier']],
      ] as const) {
        const { code, err } = await make(...of);
        assert.equal(code, 2, of.join(' '));
        assert.match(err, said);
        assert.ok(!existsSync(join(scratch.path, 'd')));
      }
    });

    it('takes back what it wrote when the manifest is there already', async () => {
      mkdirSync(join(scratch.path, 'd'));
      writeFileSync(join(scratch.path, 'd/mdv-lgc-va2.preuves.yaml'), 'à moi');
      const { code } = await make('--par-chapitre', '--pieces', 'captures');
      assert.equal(code, 2);
      const left = readdirSync(join(scratch.path, 'd'), { recursive: true, withFileTypes: true });
      assert.deepEqual(
        left.filter((one) => one.isFile()).map(({ name }) => name),
        ['mdv-lgc-va2.preuves.yaml'],
      );
      assert.equal(read('d/mdv-lgc-va2.preuves.yaml'), 'à moi');
    });
  });

  describe('check', () => {
    it('gives JSON that its published schema describes, with paths relative to the working directory', async () => {
      cpSync(specimens, join(scratch.path, 'specimens'), { recursive: true });
      const report = await check('specimens');
      const schema = JSON.parse(readFileSync(resolve('schemas/check.schema.json'), 'utf8')) as object;
      const validate = new Ajv2020({ strict: false }).compile(schema);
      assert.ok(validate(report), JSON.stringify(validate.errors));
      assert.ok(report.findings.every(({ file }) => file.startsWith('specimens/') && !file.includes('\\')));
      assert.ok((report.summary.error ?? 0) > 10);
    });

    it('returns 1 when there are errors, 0 when there are none', async () => {
      cpSync(specimens, join(scratch.path, 'specimens'), { recursive: true });
      cpSync(example, join(scratch.path, 'moncabinet'), { recursive: true });
      assert.equal((await run('check', 'specimens')).code, 1);
      const clean = await run('check', 'moncabinet', '--at', '2026-11-20');
      assert.equal(clean.code, 0, clean.out);
    });

    it('shows each finding with its place, its line and the faulty text underlined', async () => {
      cpSync(specimens, join(scratch.path, 'specimens'), { recursive: true });
      const { out } = await run('check', 'specimens/specimens.preuves.yaml');
      assert.match(
        out,
        /specimens\/specimens\.preuves\.yaml:\d+:\d+ {2}erreur {2}.*preuve\/hors-dossier\n.*\.\.\/.*\n +\^+/,
      );
      assert.match(out, /\d+ erreurs?, \d+ avertissements?/);
    });

    it('applies safe fixes, and a second time changes nothing', async () => {
      cpSync(example, join(scratch.path, 'd'), { recursive: true });
      const files = () =>
        readdirSync(join(scratch.path, 'd'), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
          .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
          .join('\n');
      const main = join(scratch.path, 'd/moncabinet.preuves.yaml');
      writeFileSync(main, readFileSync(main, 'utf8').replace('    empreinte: 4410d5bb\n', ''));
      const before = files();
      await run('check', 'd', '--fix', '--at', '2026-11-20');
      const once = files();
      assert.notEqual(once, before);
      assert.match(once, /empreinte: [0-9a-f]{8}/);
      await run('check', 'd', '--fix', '--at', '2026-11-20');
      assert.equal(files(), once);
      const report = await check('d', '--at', '2026-11-20');
      assert.ok(
        !report.findings.some(({ rule }) => rule === 'exigence/sans-empreinte' || rule === 'preuve/empreinte-absente'),
      );
    });

    it('moves nothing but the severity of missing proofs with the day, and names that day in every format', async () => {
      await run('init', '--dispositif', 'MDV-LGC-Va2', '-o', 'd');
      const main = join(scratch.path, 'd/mdv-lgc-va2.preuves.yaml');
      const made = readFileSync(main, 'utf8').replace(/^ {2}depot_vise:.*\n/m, '');
      writeFileSync(main, made.replace(/^dossier:\n/m, 'dossier:\n  depot_vise: 2026-12-15\n'));
      const at = async (day: string) => {
        const { code, out } = await run('check', 'd', '--format', 'json', '--at', day);
        assert.equal(code, 0);
        return JSON.parse(out) as CheckJson & { readonly at: string };
      };
      const [before, near] = [await at('2026-11-14'), await at('2026-11-15')];
      assert.deepEqual([before.at, near.at], ['2026-11-14', '2026-11-15']);
      const missing = ({ findings }: CheckJson) => findings.filter(({ rule }) => rule === 'preuve/manquante');
      assert.ok(missing(before).length > 100);
      assert.ok(missing(before).every(({ severity }) => severity === 'info'));
      assert.deepEqual(
        missing(near),
        missing(before).map((one) => ({ ...one, severity: 'warning' })),
      );
      assert.deepEqual(near.status, before.status);
      const as = (format: string) => run('check', 'd', '--format', format, '--at', '2026-11-14', '--lang', 'en');
      assert.match((await as('pretty')).out, /\nChecked as of 2026-11-14: /);
      const sarif = JSON.parse((await as('sarif')).out) as { runs: [{ properties: { at: string } }] };
      assert.equal(sarif.runs[0].properties.at, '2026-11-14');
      assert.match((await as('junit')).out, /<testsuite [^>]*timestamp="2026-11-14T00:00:00"/);
      for (const format of ['github', 'gitlab']) assert.match((await as(format)).err, /Checked as of 2026-11-14/);
      await run('report', 'd', '-o', 'r.md', '--at', '2026-11-14');
      assert.match(readFileSync(join(scratch.path, 'r.md'), 'utf8'), /Vérifié le \| 2026-11-14/);
    });

    it('names absent requirements once a chapter, each in a place of its own', async () => {
      await run('import', workbook, '--dispositif', 'MDV-LGC-Va2', '-o', 'rem.rem.yaml');
      const head = 'version: 1\ndossier: { dispositif: MDV-LGC-Va2, catalogue: rem.rem.yaml }\nexigences: {}\n';
      writeFileSync(join(scratch.path, 'd.preuves.yaml'), head);
      const { findings } = await check('d.preuves.yaml');
      const absent = findings.filter(({ rule }) => rule === 'exigence/absente');
      assert.deepEqual(
        absent.map((one) => (one as { related?: readonly { message: string }[] }).related?.length),
        [2],
      );
      const { out } = await run('check', 'd.preuves.yaml');
      assert.match(out, /exigence\/absente\n {6}exigences.*\n {6}\^+\n {6}d\.preuves\.yaml:3:1 {2}SC\.PSC\.01 : /);
    });

    it('obeys segur.config.yaml found upwards', async () => {
      cpSync(example, join(scratch.path, 'a/b/d'), { recursive: true });
      const before = await check('a/b/d', '--at', '2026-11-20');
      assert.ok(before.findings.some(({ rule }) => rule === 'preuve/manquante'));
      writeFileSync(join(scratch.path, 'a/segur.config.yaml'), 'version: 1\ngravites: { preuve/manquante: off }\n');
      const after = await check('a/b/d', '--at', '2026-11-20');
      assert.ok(!after.findings.some(({ rule }) => rule === 'preuve/manquante'));
    });
  });

  describe('status', () => {
    it('gives the figures of the tree as text, JSON and Markdown', async () => {
      cpSync(example, join(scratch.path, 'd'), { recursive: true });
      const json = JSON.parse((await run('status', 'd', '--format', 'json')).out) as {
        dossiers: { counts: { provided: number } }[];
      };
      const provided = json.dossiers[0]?.counts.provided ?? 0;
      assert.ok(provided > 20);
      assert.match((await run('status', 'd')).out, new RegExp(`${provided}/\\d+ fournies`));
      assert.match((await run('status', 'd', '--format', 'md')).out, /\| Chapitre \| État \|/);
    });

    it('tells what counts no proof, what is required without proof, and what ANS said, in every format', async () => {
      await run('import', workbook, '--dispositif', 'MDV-LGC-Va2', '-o', 'rem.rem.yaml');
      await run('init', '--catalogue', 'rem.rem.yaml', '-o', 'd');
      const main = join(scratch.path, 'd/mdv-lgc-va2.preuves.yaml');
      const noted =
        'chapitres:\n  Utilisation de PSC: { statut: soumis, le: 2026-11-10 }\n  Divers: { statut: modification demandée, le: 2026-11-12 }\n';
      writeFileSync(main, `${readFileSync(main, 'utf8')}\n${noted}`);
      const of = async (...more: string[]) => (await run('status', 'd', '--at', '2026-11-20', ...more)).out;
      const pretty = await of();
      assert.match(pretty, /^MDV-LGC-Va2 {2}d\/.* {2}au 2026-11-20\n/);
      assert.match(pretty, /○ Utilisation de PSC\n {4}0\/2 fournies.*\n {4}ANS : soumis, 2026-11-10\n/);
      assert.match(pretty, /– Sécurité\n {4}non applicable\n/);
      assert.match(pretty, /\? Messagerie\n {4}1 inconnue · 1 sans preuve attendue\n/);
      assert.match(
        pretty,
        /◌ Divers\n {4}1 exigée, sans preuve attendue par le REM : ZZZ\.01\n {4}ANS : modification demandée, 2026-11-12\n/,
      );
      const markdown = await of('--format', 'md', '--lang', 'en');
      assert.match(markdown, /^## MDV-LGC-Va2 .*, as of 2026-11-20\n/);
      assert.match(markdown, /\| Utilisation de PSC \| to provide \| 0\/2 .*\| soumis, 2026-11-10 \|\n/);
      assert.match(markdown, /### Required, no proof expected by the REM\n\n- Divers: ZZZ\.01\n/);
      const json = JSON.parse(await of('--format', 'json')) as {
        readonly at: string;
        readonly dossiers: readonly [{ readonly catalogue: string; readonly chapters: readonly { name: string }[] }];
      };
      assert.deepEqual([json.at, json.dossiers[0].catalogue], ['2026-11-20', 'loaded']);
      assert.deepEqual(
        json.dossiers[0].chapters.find(({ name }) => name === 'Divers'),
        {
          name: 'Divers',
          status: 'exigée, sans preuve attendue par le REM',
          counts: { incomplete: 0, toReview: 0, toProvide: 0, provided: 0 },
          requirements: { covered: 0, requiredWithoutProof: 1, unknown: 0, nothingExpected: 0, notApplicable: 0 },
          requiredWithoutProof: ['ZZZ.01'],
          ans: { status: 'modification demandée', on: '2026-11-12' },
        },
      );
    });

    it('says of a dossier whose catalogue is not there that nothing is known of it, and why', async () => {
      const head = 'version: 1\ndossier: { dispositif: MDV-LGC-Va2, catalogue: rem/absent.rem.yaml }\n';
      writeFileSync(join(scratch.path, 'd.preuves.yaml'), head);
      assert.match((await run('status')).out, /\? inconnue : Catalogue introuvable : rem\/absent\.rem\.yaml\. Aucun/);
      assert.match((await run('status', '--format', 'md', '--lang', 'en')).out, /unknown: Catalogue not found/);
      const { dossiers } = JSON.parse((await run('status', '--format', 'json')).out) as {
        readonly dossiers: readonly { readonly catalogue: string; readonly status: null; readonly counts?: object }[];
      };
      assert.deepEqual(
        dossiers.map(({ catalogue, status, counts }) => [catalogue, status, counts]),
        [['notFound', null, undefined]],
      );
    });
  });

  describe('package', () => {
    it('is refused while something is missing, with the places, and leaves no file', async () => {
      cpSync(example, join(scratch.path, 'd'), { recursive: true });
      const { code, out, err } = await run('package', 'd', '-o', 'depot.zip', '--at', '2026-11-20');
      assert.equal(code, 1);
      assert.match(out, /d\/.*\.preuves\.yaml:\d+:\d+ /);
      assert.match(err, /--brouillon/);
      assert.ok(!existsSync(join(scratch.path, 'depot.zip')));
    });

    it('makes the complete chapter of an unfinished dossier, the same bytes each time', async () => {
      cpSync(example, join(scratch.path, 'd'), { recursive: true });
      const make = (name: string) =>
        cli(scratch.path, ['package', 'd', '--chapitre', 'Pro Santé Connect', '-o', name, '--at', '2026-11-20'], {
          TZ: name === 'a.zip' ? 'UTC' : 'Pacific/Auckland',
        });
      const first = await make('a.zip');
      assert.equal(first.code, 0, first.out + first.err);
      await make('b.zip');
      assert.ok(readFileSync(join(scratch.path, 'a.zip')).equals(readFileSync(join(scratch.path, 'b.zip'))));
    });

    it('makes a draft of anything, and says that it is one', async () => {
      cpSync(specimens, join(scratch.path, 'd'), { recursive: true });
      const { code, out } = await run('package', 'd/specimens.preuves.yaml', '--brouillon', '-o', 'depot.zip');
      assert.equal(code, 0);
      assert.match(out, /Brouillon constitué/);
      assert.ok(statSync(join(scratch.path, 'depot.zip')).size > 1000);
    });

    it('leaves the previous package as it was when the target cannot be written', async () => {
      cpSync(example, join(scratch.path, 'd'), { recursive: true });
      mkdirSync(join(scratch.path, 'depot.zip'));
      const { code, err } = await run('package', 'd', '--brouillon', '-o', 'depot.zip');
      assert.equal(code, 3);
      assert.match(err, /est un dossier/);
      assert.equal((await run('package', 'd', '--brouillon', '-o', 'nulle/part.zip')).code, 3);
    });
  });

  describe('machine formats', () => {
    it('agree with one another on the number of findings', async () => {
      cpSync(specimens, join(scratch.path, 'specimens'), { recursive: true });
      const { findings } = await check('specimens');
      const as = async (format: string) => (await run('check', 'specimens', '--format', format)).out;
      const sarif = JSON.parse(await as('sarif')) as {
        runs: { results: object[]; tool: { driver: { rules: object[] } } }[];
      };
      assert.equal(sarif.runs[0]?.results.length, findings.length);
      assert.equal((JSON.parse(await as('gitlab')) as object[]).length, findings.length);
      assert.equal((await as('github')).trimEnd().split('\n').length, findings.length);
      assert.equal(
        (await as('junit')).match(/<failure /g)?.length,
        findings.filter(({ severity }) => severity === 'error').length,
      );
    });
  });
});
