import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { cli, Scratch } from './run-cli';

/** Requirements that the built-in catalogues of these two dispositifs ask in the same words. */
const shared = { requirement: 'INS/va1.03', scenario: 'INS/va1.03.01', proof: 'INS/va1.03.01.01' };

const png = readFileSync('examples/moncabinet/preuves/psc/INS-PSC.01.01.01-appel-insi.png');

function manifest(dispositif: string, product: string, pieces: readonly string[] = [], more = ''): string {
  return `version: 1
dossier:
  dispositif: ${dispositif}
editeur:
  denomination: Éditeur Exemple
  siret: "73282932000074"
logiciel:
  nom: ${product}
  version: "1.0"
${more}exigences:
  ${shared.requirement}:
${pieces.length === 0 ? '' : '    empreinte: 1a42fd74\n'}    scenarios:
      ${shared.scenario}:
        preuves:
          ${shared.proof}:${pieces.length === 0 ? ' []' : ''}
${pieces.map((one) => `            - ${one}\n`).join('')}`;
}

/** What is in a package, by name. */
function entriesOf(path: string): Map<string, Uint8Array> {
  const entries = Object.entries(unzipSync(readFileSync(path)));
  // A workbook is an archive itself.
  const inside = entries.flatMap(([name, bytes]) =>
    name.endsWith('.xlsx')
      ? Object.entries(unzipSync(bytes)).map(([part, text]) => [`${name}/${part}`, text] as const)
      : [],
  );
  return new Map([...entries, ...inside]);
}

describe('a portfolio on the command line', function () {
  this.timeout(60_000);
  let scratch: Scratch;
  const write = (path: string, content: string | Uint8Array) => {
    const full = join(scratch.path, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  };
  const read = (path: string) => readFileSync(join(scratch.path, path), 'utf8');
  const run = (...args: string[]) => cli(scratch.path, args);
  const held = 'version: 1\ndossiers:\n  - cabinet/vague 1\n  - imagerie\ncommun: commun\n';
  const digest = createHash('sha256').update(png).digest('hex');

  beforeEach(() => {
    scratch = new Scratch();
    write('portefeuille.yaml', held);
    write(
      'cabinet/vague 1/lgc.preuves.yaml',
      manifest('MDV-LGC-Va1', 'MonCabinet', [`fichier: preuves/secret-du-cabinet.png\n              date: 2026-11-02`]),
    );
    write('cabinet/vague 1/preuves/secret-du-cabinet.png', png);
    write('imagerie/ris.preuves.yaml', manifest('RAD-RIS-Va1', 'MonImagerie'));
    write('commun/passi é.png', png);
  });
  afterEach(() => {
    scratch.remove();
  });

  it('status names each dossier by product, with what they share', async () => {
    write('imagerie/ris.preuves.yaml', manifest('RAD-RIS-Va1', 'MonImagerie', ['fichier: "commun:passi é.png"']));
    const { code, out, err } = await run('status', 'portefeuille.yaml');
    assert.equal(code, 0, err);
    assert.match(out, /MonCabinet\n {2}Vague 1 · cabinet\/vague 1\/lgc\.preuves\.yaml · 1\//);
    assert.match(out, /MonImagerie\n {2}Vague 1 · imagerie\/ris\.preuves\.yaml · 1\//);
    assert.match(out, /passi é\.png · présente · en dépendent : imagerie\/ris\.preuves\.yaml/);
    const { out: json } = await run('status', 'portefeuille.yaml', '--format', 'json');
    const { portfolios } = JSON.parse(json) as { portfolios: { dossiers: { dossier: string; wave: number }[] }[] };
    assert.deepEqual(
      portfolios[0]?.dossiers.map(({ dossier, wave }) => [dossier, wave]),
      [
        ['cabinet/vague 1/lgc.preuves.yaml', 1],
        ['imagerie/ris.preuves.yaml', 1],
      ],
    );
  });

  it('says which dossier is broken, and does not hide the others', async () => {
    write('portefeuille.yaml', held.replace('  - imagerie\n', '  - imagerie\n  - nulle-part\n  - ../dehors\n'));
    const status = await run('status', 'portefeuille.yaml');
    assert.equal(status.code, 3);
    assert.match(status.err, /portefeuille\.yaml:5:5 {2}Aucun dossier de preuves à « nulle-part »/);
    assert.match(status.err, /portefeuille\.yaml:6:5 {2}« \.\.\/dehors »/);
    assert.match(status.out, /MonCabinet[^]*MonImagerie/);
    const check = await run('check', 'portefeuille.yaml', '--format', 'json');
    assert.equal(check.code, 1);
    const { findings, status: figures } = JSON.parse(check.out) as {
      findings: { rule: string; file: string }[];
      status: { dossiers: unknown[] };
    };
    assert.equal(findings.filter(({ rule }) => rule === 'portefeuille/dossier').length, 2);
    assert.equal(figures.dossiers.length, 2);
    const report = await run('report', 'portefeuille.yaml', '-o', 'r.html');
    assert.equal(report.code, 3);
    assert.ok(existsSync(join(scratch.path, 'r.html')), 'what could be read is reported all the same');
    assert.match(read('r.html'), /nulle-part/);
  });

  it('check ends with 0 when nothing is an error, and with 3 where there is no portfolio', async () => {
    assert.equal((await run('check', 'portefeuille.yaml')).code, 0);
    assert.equal((await run('check', 'ailleurs/portefeuille.yaml')).code, 3);
  });

  it('report writes each form once for all, and none for ANS', async () => {
    for (const form of ['html', 'md', 'csv', 'json', 'xlsx']) {
      const { code, err } = await run('report', 'portefeuille.yaml', '-o', `r.${form}`);
      assert.equal(code, 0, err);
      assert.ok(existsSync(join(scratch.path, `r.${form}`)), form);
    }
    assert.match(read('r.csv'), /MonCabinet[^]*MonImagerie/);
    assert.match(read('r.md'), /même texte/);
    assert.equal((await run('report', 'portefeuille.yaml', '--pour-ans', '-o', 'r.html')).code, 2);
    assert.equal((await run('report', 'portefeuille.yaml', '-o', 'r.pdf')).code, 2);
  });

  it('package makes one for each dossier, and nothing of one leaves with another', async () => {
    write(
      'imagerie/ris.preuves.yaml',
      manifest('RAD-RIS-Va1', 'MonImagerie', [
        'fichier: "commun:passi é.png"',
        'fichier: "commun:../cabinet/vague 1/preuves/secret-du-cabinet.png"',
      ]),
    );
    const refused = await run('package', 'portefeuille.yaml', '-o', 'depots');
    assert.equal(refused.code, 1);
    assert.ok(!existsSync(join(scratch.path, 'depots')), 'a refusal leaves nothing behind');
    assert.match(refused.out, /cabinet\/vague 1\/lgc\.preuves\.yaml :[^]*imagerie\/ris\.preuves\.yaml :/);
    const { code, err, out } = await run('package', 'portefeuille.yaml', '--brouillon', '-o', 'depots');
    assert.equal(code, 0, err);
    assert.match(out, /Dépôts constitués : 2 sur 2\./);
    const other = entriesOf(join(scratch.path, 'depots/imagerie/ris.zip'));
    const names = [...other.keys()];
    assert.ok(
      names.some((name) => name.endsWith('passi é.png')),
      names.join('\n'),
    );
    assert.ok(!names.some((name) => name.includes('secret')), names.join('\n'));
    for (const [name, bytes] of other) {
      const text = Buffer.from(bytes).toString('latin1');
      for (const leak of ['MonCabinet', 'secret-du-cabinet', 'portefeuille'])
        assert.ok(!text.includes(leak), `${leak} in ${name}`);
    }
    const own = entriesOf(join(scratch.path, 'depots/cabinet/vague 1/lgc.zip'));
    for (const [name, bytes] of own) {
      const text = Buffer.from(bytes).toString('latin1');
      for (const leak of ['MonImagerie', 'commun:', 'passi']) assert.ok(!text.includes(leak), `${leak} in ${name}`);
    }
    const zip = await run('package', 'portefeuille.yaml', '--brouillon', '-o', 'depots.zip');
    assert.equal(zip.code, 2);
  });

  it('package goes on after a dossier that fails', async () => {
    write('imagerie/ris.preuves.yaml', manifest('RAD-RIS-Va1', 'MonImagerie', ['fichier: "commun:passi é.png"']));
    // What is to become the folder of the first is a file.
    write('depots/cabinet', 'x');
    const { code, err, out } = await run('package', 'portefeuille.yaml', '--brouillon', '-o', 'depots');
    assert.equal(code, 3);
    assert.match(err, /cabinet\/vague 1\/lgc\.preuves\.yaml : /);
    assert.match(out, /Dépôts constitués : 1 sur 2\./);
    assert.ok(existsSync(join(scratch.path, 'depots/imagerie/ris.zip')));
  });

  it('opens no common folder that a link leads out of the portfolio to', async () => {
    const outside = new Scratch();
    try {
      writeFileSync(join(outside.path, 'dehors.png'), png);
      rmSync(join(scratch.path, 'commun'), { recursive: true });
      symlinkSync(outside.path, join(scratch.path, 'commun'));
      write('imagerie/ris.preuves.yaml', manifest('RAD-RIS-Va1', 'MonImagerie', ['fichier: "commun:dehors.png"']));
      const { code, out } = await run('check', 'portefeuille.yaml');
      assert.equal(code, 1);
      assert.match(out, /le dossier commun n’est pas ouvert/);
      await run('package', 'portefeuille.yaml', '--brouillon', '-o', 'depots');
      const made = entriesOf(join(scratch.path, 'depots/imagerie/ris.zip'));
      assert.ok(![...made.keys()].some((name) => name.includes('dehors')));
    } finally {
      outside.remove();
    }
  });

  it('reuse offers what is asked in the same words, and attaches only what is chosen', async () => {
    const before = read('imagerie/ris.preuves.yaml');
    const listed = await run('reuse', 'portefeuille.yaml', '--format', 'json');
    assert.equal(listed.code, 0, listed.err);
    const { offers } = JSON.parse(listed.out) as { offers: { id: string; reason: string; path: string }[] };
    assert.deepEqual(
      offers.map(({ reason, path }) => [reason, path]),
      [['sameText', 'preuves/secret-du-cabinet.png']],
    );
    assert.equal(read('imagerie/ris.preuves.yaml'), before, 'nothing is assumed');
    const id = offers[0]?.id ?? '';
    assert.equal((await run('reuse', 'portefeuille.yaml', '--offre', 'inconnue')).code, 2);
    assert.equal(
      (await run('reuse', 'portefeuille.yaml', '--offre', id, '--reference')).code,
      2,
      'it is no common piece',
    );
    await run('reuse', 'portefeuille.yaml', '--offre', id, '--dry-run');
    assert.equal(read('imagerie/ris.preuves.yaml'), before);
    const { code, err, out } = await run('reuse', 'portefeuille.yaml', '--offre', id);
    assert.equal(code, 0, err);
    assert.match(out, /INS\/va1\.03\.01\.01 : « preuves\//);
    const after = read('imagerie/ris.preuves.yaml');
    assert.match(after, new RegExp(`fichier: preuves/[^\\n]+\\n +sha256: ${digest}\\n +date: 2026-11-02`));
    assert.match(after, /date: 2026-11-02\n(?! *version)/, 'no version is noted: none is claimed');
    assert.doesNotMatch((await run('reuse', 'portefeuille.yaml')).out, new RegExp(id), 'it is there now');
  });

  it('reuse cites a common piece where it is, or copies it when told', async () => {
    const lgc = 'cabinet/vague 1/lgc.preuves.yaml';
    write(lgc, manifest('MDV-LGC-Va1', 'MonCabinet', ['fichier: "commun:passi é.png"']));
    const { out } = await run('reuse', 'portefeuille.yaml', '--format', 'json');
    const id = (JSON.parse(out) as { offers: { id: string }[] }).offers[0]?.id ?? '';
    const before = read('imagerie/ris.preuves.yaml');
    assert.equal((await run('reuse', 'portefeuille.yaml', '--offre', id)).code, 0);
    assert.match(read('imagerie/ris.preuves.yaml'), /fichier: "commun:passi é\.png"/);
    write('imagerie/ris.preuves.yaml', before);
    assert.equal((await run('reuse', 'portefeuille.yaml', '--offre', id, '--copie')).code, 0);
    assert.match(read('imagerie/ris.preuves.yaml'), /fichier: "?preuves\//);
    assert.equal((await run('reuse', 'imagerie')).code, 2);
  });
});
