import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cli, Scratch } from './run-cli';

interface CheckJson {
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

/** A regime that nobody has, as its team writes it: a pack in a data package, and no line of code. */
const pack = readFileSync('test/fixtures/regimes/invente/regime.yaml', 'utf8');
const facts = `version: '1'
origine: Équipe
regimes:
  - ${pack.trimEnd().replaceAll('\n', '\n    ')}
`;
const workbook = resolve('test/fixtures/regimes/invente/classeur.xlsx');

describe('a regime that is data alone', () => {
  const scratch = new Scratch();
  const at = (name: string) => join(scratch.path, name);
  const run = (...args: string[]) => cli(scratch.path, args);
  before(() => {
    writeFileSync(at('faits.yaml'), facts);
  });
  after(() => {
    scratch.remove();
  });

  const importing = (...more: string[]) =>
    run('import', workbook, '--dispositif', 'INV-ABC-T3', '-o', 'rem.rem.yaml', ...more);

  it('takes a workbook of its shape without a doubt, which is doubted without it', async () => {
    const alone = await importing();
    assert.match(alone.err, /K#1 n’est pas reconnue/);
    const { code, out, err } = await importing('--donnees', 'faits.yaml', '--strict');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /INV-ABC-T3/);
    const catalogue = readFileSync(at('rem.rem.yaml'), 'utf8');
    assert.match(catalogue, /vague: 3\b/);
    assert.equal(catalogue.match(/nature: EXIGENCE/g)?.length, 2);
  });

  it('is found through the configuration beside the catalogue, too', async () => {
    mkdirSync(at('produit'));
    writeFileSync(at('produit/segur.config.yaml'), 'version: 1\ndonnees: ../faits.yaml\n');
    const { code, err } = await run('import', workbook, '--dispositif', 'INV-ABC-T3', '-o', 'produit/rem.rem.yaml');
    assert.deepEqual([code, err], [0, '']);
  });

  it('is what its page shows: the package there is taken as it stands', async () => {
    const [, shown] = /```yaml\n(# faits\.yaml\n[^]*?)```/.exec(readFileSync('docs/regimes.md', 'utf8')) ?? [];
    assert.ok(shown);
    writeFileSync(at('page.yaml'), shown);
    const wanted = ['--donnees', 'page.yaml', '--strict', '-o', 'page/rem.rem.yaml'];
    const { code, err } = await run('import', workbook, '--dispositif', 'EX-A-T1', ...wanted);
    assert.deepEqual([code, err], [0, '']);
    assert.match(readFileSync(at('page/rem.rem.yaml'), 'utf8'), /vague: 1\b/);
  });

  it('imports nothing where the pack is refused, and says where and why', async () => {
    writeFileSync(at('faux.yaml'), facts.replace('^INV-', '(a+)+$'));
    const { code, out, err } = await importing('--donnees', 'faux.yaml');
    assert.deepEqual([code, out], [3, '']);
    assert.match(err, /faux\.yaml.*ligne \d+.*\(a\+\)\+\$/);
    assert.match(err, /Rien n’a été importé/);
  });

  it('tells its steps as not known, its platforms and its test identities as its own', async () => {
    await importing('--donnees', 'faits.yaml');
    assert.equal((await run('init', '--catalogue', 'rem.rem.yaml', '-o', 'd')).code, 0);
    const plan = await run('plan', 'd', '--donnees', 'faits.yaml');
    assert.match(plan.out, /étapes non connues/);
    writeFileSync(at('d/journal.txt'), 'patient INS 184129999999029 OID 1.2.250.1.213.1.4.8\n');
    writeFileSync(
      at('d/inv-abc-t3.preuves.yaml'),
      `version: 1
dossier: { dispositif: INV-ABC-T3, catalogue: rem/rem.rem.yaml }
exigences:
  K#1:
    scenarios:
      '1:1':
        preuves:
          '1:1:1': [{ lien: 'https://essais.invente.example/rapport?oid=1.2.3', date: 2026-11-02 }]
          '1:1:2': [{ fichier: journal.txt, date: 2026-11-02 }]
`,
    );
    const found = async (...more: string[]) => {
      const { out } = await run('check', 'd', '--format', 'json', ...more);
      return (JSON.parse(out) as CheckJson).findings.filter(({ rule }) => /^(?:lien|donnees)\//.test(rule));
    };
    const own = await found('--donnees', 'faits.yaml');
    // No host of this name can exist, which is told as well.
    assert.deepEqual(own.map(({ rule }) => rule).sort(), ['lien/inaccessible', 'lien/plateforme']);
    assert.match(own.map(({ message }) => message).join('\n'), /rejouez le test .*preuves\.invente\.example/);
    const rules = (await found()).map(({ rule }) => rule);
    assert.ok(rules.includes('donnees/ins-de-production'), rules.join());
  });
});
