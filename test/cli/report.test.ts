import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { readWorkbook } from '../../server/host/workbook/read-workbook';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { cli, Scratch } from './run-cli';

const example = resolve('examples/moncabinet');
const specimens = resolve('examples/specimens/specimens.preuves.yaml');
const at = ['--at', '2026-11-20'];

interface Figures {
  readonly status: string;
  readonly counts: Readonly<Record<'provided' | 'toProvide' | 'incomplete' | 'toReview', number>>;
}
interface PlanStep {
  readonly numero: number;
  readonly fin_au_plus_tot: { readonly date: string } | null;
}
interface StatusJson {
  readonly dossiers: readonly (Figures & { readonly chapters: readonly (Figures & { readonly name: string })[] })[];
}

describe('command line: report', function () {
  this.timeout(60_000);
  const scratch = new Scratch();
  afterEach(() => {
    scratch.remove();
  });
  const run = (...args: string[]) => cli(scratch.path, args);
  const read = (name: string) => readFileSync(join(scratch.path, name), 'utf8');
  const sheetsOf = async (name: string) =>
    (await readWorkbook(readFileSync(join(scratch.path, name)), neverCancelled)).sheets;

  for (const dossier of [example, specimens]) {
    it(`has the figures of status (${dossier.endsWith('yaml') ? 'specimens' : 'example'})`, async () => {
      const json = JSON.parse((await run('status', dossier, ...at, '--format', 'json')).out) as StatusJson;
      const { code, out } = await run('report', dossier, ...at, '-o', 'r.xlsx');
      assert.equal(code, 0);
      assert.match(out, /r\.xlsx/);
      const sheets = await sheetsOf('r.xlsx');
      const [summary, byChapter, byDomain] = sheets.filter(({ name }) => !name.endsWith('à compléter'));
      const [whole] = json.dossiers;
      assert.ok(whole);
      const total = ({ counts }: Figures) => counts.provided + counts.toProvide + counts.incomplete + counts.toReview;
      const figures = ({ status, counts }: Figures, all: number) =>
        [status, all, counts.provided, counts.toProvide, counts.incomplete, counts.toReview].map(String);
      assert.deepEqual(
        summary?.rows.slice(-6).map(({ cells }) => cells[1]),
        figures(whole, total(whole)),
      );
      const shown = new Map(
        byChapter?.rows
          .slice(1)
          .map(({ cells: [name = '', status = '', , ...rest] }) => [name, [status, ...rest.slice(0, 5)]]),
      );
      for (const chapter of whole.chapters) {
        if (shown.has(chapter.name)) assert.deepEqual(shown.get(chapter.name), figures(chapter, total(chapter)));
        else assert.equal(total(chapter), 0, chapter.name);
      }
      const expected = byDomain?.rows.slice(1).map(({ cells }) => Number(cells[3])) ?? [];
      assert.equal(
        expected.reduce((sum, one) => sum + one, 0),
        total(whole),
      );
      await run('report', dossier, ...at, '-o', 'r.html');
      assert.ok(read('r.html').includes(`${whole.counts.provided} preuves fournies sur ${total(whole)} attendues`));
    });
  }

  it('has the way of `plan`', async () => {
    const { out } = await run('plan', example, ...at, '--format', 'json');
    const [plan] = (
      JSON.parse(out) as {
        dossiers: { etapes: PlanStep[]; echeances: { date: string | null; a_confirmer: string | null }[] }[];
      }
    ).dossiers;
    assert.ok(plan);
    await run('report', example, ...at, '-o', 'r.xlsx');
    const sheets = await sheetsOf('r.xlsx');
    const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.slice(1) ?? assert.fail(name);
    assert.deepEqual(
      rows('Parcours').map(({ cells }) => [cells[0], cells[6]?.replace(/^≥ /, '')]),
      plan.etapes.map(({ numero, fin_au_plus_tot: end }) => [String(numero), end?.date ?? 'inconnu']),
    );
    assert.deepEqual(
      rows('Échéances').map(({ cells }) => cells[0]),
      plan.echeances.map(({ date, a_confirmer: doubtful }) => date ?? doubtful ?? 'inconnu'),
    );
    await run('report', example, ...at, '-o', 'r.html');
    assert.match(read('r.html'), /<section id="parcours">[^]*<svg class="timeline"/);
    await run('report', example, ...at, '--pour-ans', '-o', 'r.html');
    assert.doesNotMatch(read('r.html'), /id="parcours"|Maison de santé Exemple/);
  });

  it('writes every format, in both languages, the same bytes each time', async () => {
    for (const extension of ['html', 'xlsx', 'csv', 'md']) {
      const [first, second] = await Promise.all(
        ['a', 'b'].map(async (name) => {
          assert.equal((await run('report', example, ...at, '-o', `${name}.${extension}`)).code, 0);
          return readFileSync(join(scratch.path, `${name}.${extension}`));
        }),
      );
      assert.deepEqual(first, second);
    }
    assert.deepEqual(readdirSync(scratch.path).sort(), [
      'a.csv',
      'a.html',
      'a.md',
      'a.xlsx',
      'b.csv',
      'b.html',
      'b.md',
      'b.xlsx',
    ]);
    await run('report', example, ...at, '--lang', 'en', '-o', 'a.md');
    assert.match(read('a.md'), /^# Proof dossier MDV-LGC-Va2/);
  });

  it('keeps notes and findings out of what is made for ANS', async () => {
    const note = 'Retour annoncé';
    for (const name of ['r.html', 'r.xlsx']) {
      const inside = await run('report', example, ...at, '-o', name);
      assert.match(inside.err, /interne/);
      const internal = name === 'r.xlsx' ? JSON.stringify(await sheetsOf(name)) : read(name);
      assert.match(internal, /Emprunter un lecteur de datamatrix/);
      const outside = await run('report', example, ...at, '--pour-ans', '-o', name);
      assert.equal(outside.err, '');
      const text = name === 'r.xlsx' ? JSON.stringify(await sheetsOf(name)) : read(name);
      for (const secret of [note, 'Emprunter un lecteur', 'LUCILE PERRIN', 'exigence/absente', 'Note interne']) {
        assert.ok(!text.includes(secret), `${name}: ${secret}`);
      }
    }
  });

  it('writes CSV that spreadsheets read, with mark and separator when asked', async () => {
    await run('report', example, ...at, '-o', 'r.csv');
    const plain = Papa.parse<string[]>(read('r.csv'), { newline: '\r\n', skipEmptyLines: true });
    assert.deepEqual(plain.errors, []);
    assert.equal(new Set(plain.data.map((row) => row.length)).size, 1);
    await run('report', example, ...at, '--bom', '--separateur', ';', '-o', 's.csv');
    assert.ok(read('s.csv').startsWith('\uFEFFChapitre;Domaine;'));
  });

  it('refuses what it cannot do, in a sentence', async () => {
    for (const [args, code, words] of [
      [['report', example], 2, /-o/],
      [['report', example, '-o', 'r.pdf'], 2, /\.html, \.xlsx, \.csv/],
      [['report', example, '--separateur', '|', '-o', 'r.csv'], 2, /--separateur/],
      [['report', example, '-o', 'absent/r.html'], 3, /absent/],
    ] as const) {
      const { code: found, err } = await run(...args);
      assert.equal(found, code, args.join(' '));
      assert.match(err, words);
      assert.ok(!err.includes('    at '), err);
    }
  });
});

describe('command line: attestation', function () {
  this.timeout(60_000);
  const scratch = new Scratch();
  afterEach(() => {
    scratch.remove();
  });
  const run = (...args: string[]) => cli(scratch.path, args);
  const scenario = 'SSI/IE.40.02';
  const attached = 'preuves/declarations/SSI-IE.40.02-non-applicable.pdf';
  const copy = () => {
    cpSync(example, join(scratch.path, 'd'), { recursive: true });
    return join(scratch.path, 'd');
  };

  it('writes the statement that the dossier calls for, and overwrites nothing', async () => {
    for (const [id, title] of [
      ['SSI/GEN.06', 'Déclaration'],
      ['PSC.08', 'Lettre'],
      ['SSI/GEN.14', 'Attestation'],
    ] as const) {
      const name = `${id.replace('/', '-')}.pdf`;
      const { code, err } = await run('attestation', example, '--exigence', id, '-o', name);
      assert.equal(code, 0, err);
      assert.match(err, /pas un modèle officiel/);
      const bytes = readFileSync(join(scratch.path, name));
      assert.equal(bytes.toString('latin1', 0, 8), '%PDF-1.7');
      assert.ok(bytes.includes(title), 'the title stands in the metadata');
    }
    const signed = readFileSync(join(scratch.path, 'PSC.08.pdf'));
    const again = await run('attestation', example, '--exigence', 'PSC.08', '-o', 'PSC.08.pdf');
    assert.equal(again.code, 2);
    assert.match(again.err, /existe déjà/);
    assert.deepEqual(readFileSync(join(scratch.path, 'PSC.08.pdf')), signed);
  });

  it('attaches a statement of non-applicability by one line, and the dossier still checks', async () => {
    const folder = copy();
    const before = readFileSync(join(folder, 'exigences/comptes.preuves.yaml'), 'utf8');
    const { code, out } = await run('attestation', 'd', '--exigence', scenario, '--joindre');
    assert.equal(code, 0);
    assert.match(out, /cité dans le manifeste/);
    const after = readFileSync(join(folder, 'exigences/comptes.preuves.yaml'), 'utf8');
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    assert.deepEqual(added, [`          declaration: ${attached}`]);
    assert.equal(after.replace(`${added[0] ?? ''}\n`, ''), before);
    assert.ok(existsSync(join(folder, attached)));
    assert.equal((await run('check', 'd', ...at)).code, 0);
    const again = await run('attestation', 'd', '--exigence', scenario, '--joindre');
    assert.equal(again.code, 2);
    assert.match(again.err, /cite déjà/);
  });

  it('leaves manifest and folder as they were when it refuses', async () => {
    const folder = copy();
    const file = join(folder, 'exigences/comptes.preuves.yaml');
    const text = readFileSync(file, 'utf8');
    const signed = join(folder, attached);
    writeFileSync(signed, 'signed');
    const { code, err } = await run('attestation', 'd', '--exigence', scenario, '--joindre');
    assert.equal(code, 2);
    assert.match(err, /document signé/);
    assert.equal(readFileSync(signed, 'utf8'), 'signed');
    assert.equal(readFileSync(file, 'utf8'), text);
    for (const [args, words] of [
      [['--exigence', 'SSI/GEN.07', '--joindre'], /non_applicable/],
      [['--exigence', 'SSI/GEN.777', '-o', 'x.pdf'], /SSI\/GEN\.07/],
      [['--exigence', 'SSI/GEN.06'], /--joindre/],
      [['--exigence', 'SSI/GEN.06', '--modele', 'x', '-o', 'x.pdf'], /--modele/],
      [['-o', 'x.pdf'], /--exigence/],
    ] as const) {
      const refused = await run('attestation', 'd', ...args);
      assert.equal(refused.code, 2, args.join(' '));
      assert.match(refused.err, words);
    }
  });

  it('does not follow a link out of the dossier', async function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(join(scratch.path, 'd'));
    mkdirSync(join(scratch.path, 'dehors'));
    symlinkSync(join(scratch.path, 'dehors'), join(scratch.path, 'd/preuves'));
    const manifest = join(scratch.path, 'd/d.preuves.yaml');
    const text =
      'version: 1\ndossier: { dispositif: MDV-LGC-Va2 }\nexigences:\n  SSI/GEN.06: { non_applicable: { justification: Non. } }\n';
    writeFileSync(manifest, text);
    const { code, err } = await run('attestation', 'd', '--exigence', 'SSI/GEN.06', '--joindre');
    assert.equal(code, 2);
    assert.match(err, /hors du dossier/);
    assert.deepEqual(readdirSync(join(scratch.path, 'dehors')), []);
    assert.equal(readFileSync(manifest, 'utf8'), text);
  });
});
