import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli as run, Scratch } from './run-cli';

interface FactJson {
  readonly id: string;
  readonly valeur: string | null;
  readonly par: string | null;
  readonly verifie_le: string | null;
  readonly doutes: readonly { readonly genre: string; readonly valeur?: string }[];
  readonly sources: readonly { readonly url: string | null; readonly nouvelle_lue: boolean | null }[];
}
interface ListJson {
  readonly listes: readonly {
    readonly dispositifs: readonly string[];
    readonly donnees: { readonly paquets: readonly { readonly origine: string; readonly version: string }[] };
    readonly a_reverifier: readonly FactJson[];
    readonly verifies: readonly FactJson[];
  }[];
}

const manifest = 'version: 1\ndossier: { dispositif: MDV-LGC-Va2 }\n';
const dated = (date: string) => `version: '2'
origine: Conformité
dispositifs:
  - { id: MDV-LGC-Va2, vague: 2, jalons: [{ id: avance, date: ${date}, source: [roadmap], confiance: vu, verifie_le: null }] }
`;
const day = ['--at', '2026-11-30'];

describe('segur-preuves freshness', () => {
  const scratch = new Scratch();
  let folders = 0;
  after(() => {
    scratch.remove();
  });
  const cli = (args: readonly string[], { cwd }: { readonly cwd: string }) => run(cwd, args);

  function folder(files: Readonly<Record<string, string>>): string {
    const cwd = join(scratch.path, String(++folders));
    mkdirSync(cwd);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(cwd, name, '..'), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    return cwd;
  }

  async function list(cwd: string, ...args: string[]) {
    const { out: stdout, err: stderr, code } = await cli(['freshness', ...args, ...day, '--format', 'json'], { cwd });
    const [first] = (JSON.parse(stdout) as ListJson).listes;
    assert.ok(first);
    const all = [...first.a_reverifier, ...first.verifies];
    return { ...first, all, stderr, code, find: (id: string) => all.find((each) => each.id === id) };
  }

  it('lists what is doubtful with its address, and the new one that nobody read', async () => {
    const { find, code } = await list(folder({}));
    assert.equal(code, 0);
    const kinds = (id: string) => find(id)?.doutes.map(({ genre }) => genre);
    assert.deepEqual(kinds('MDV-LGC-Va2/avance'), ['a_confirmer', 'tierce', 'jamais']);
    assert.deepEqual(kinds('dispositif/HOP-RI-Va1'), ['deduit', 'deplacee', 'jamais']);
    assert.deepEqual(find('delai/agrement_cnda_6_semaines')?.doutes[0], {
      genre: 'contredit',
      valeur: '10 semaines',
      de: "délivrance de l'agrément CNDA, selon le conseil de la même roadmap",
    });
    assert.ok(
      find('IMG-DB-Va2/solde')?.sources.some(({ url, nouvelle_lue }) => url !== null && nouvelle_lue === false),
    );
  });

  it('keeps to the dispositif of a dossier, and tells where its own dates differ', async () => {
    const own = `${manifest}parcours:\n  calendrier:\n    avance: { date: 2027-01-20 }\n`;
    const { all, dispositifs, find } = await list(folder({ 'a.preuves.yaml': own }), '.');
    assert.deepEqual(dispositifs, ['MDV-LGC-Va2']);
    assert.ok(all.every(({ id }) => !/^(HOP|IMG|BIO|PHA)-/.test(id)));
    assert.equal(find('MDV-LGC-Va2/avance')?.doutes[0]?.valeur, '2027-01-20');
  });

  it('writes who verified a fact, which is then shown and makes its date count', async () => {
    const cwd = folder({ 'a.preuves.yaml': manifest, 'segur.config.yaml': 'version: 1\ndonnees: équipe/faits.yaml\n' });
    const args = ['--verifie', 'MDV-LGC-Va2/avance', '--par', 'Zoé Exemple', '--le', '2026-11-20'];
    const written = await cli(['freshness', '.', ...args], { cwd });
    assert.equal(written.code, 0, written.err);
    const { find } = await list(cwd, '.');
    const { par, verifie_le, doutes } = find('MDV-LGC-Va2/avance') ?? {};
    assert.deepEqual([par, verifie_le, doutes], ['Zoé Exemple', '2026-11-20', []]);
    const plan = await cli(['plan', '.', ...day], { cwd });
    assert.match(plan.out, /2026-12-16 .*vérifié le 2026-11-20/);
    // Half a year later it is to be read again.
    const late = await cli(['freshness', '.', '--at', '2027-07-01'], { cwd });
    assert.match(late.out, /MDV-LGC-Va2\/avance[^\n]*\n[^\n]*vérifié le 2026-11-20, il y a 223 jours/);
  });

  it('never lets the name of who verified leave', async () => {
    const cwd = folder({ 'a.preuves.yaml': manifest });
    const facts = ['--donnees', 'faits.yaml'];
    await cli(['freshness', ...facts, '--verifie', 'MDV-LGC-Va2/avance', '--par', 'Zoé Exemple'], { cwd });
    for (const name of ['r.html', 'r.md']) {
      const { code, err: stderr } = await cli(['report', '--pour-ans', ...facts, '-o', name], { cwd });
      assert.equal(code, 0, stderr);
      assert.doesNotMatch(readFileSync(join(cwd, name), 'utf8'), /Zoé/);
    }
    for (const command of [['plan', '--format', 'json'], ['plan', '--format', 'md'], ['ics']])
      assert.doesNotMatch((await cli([...command, ...facts], { cwd })).out, /Zoé/);
  });

  it('puts a package in the place of what ships, and tells its origin and version wherever the fact is shown', async () => {
    const cwd = folder({ 'a.preuves.yaml': manifest, 'données/1.yaml': dated('2027-02-03') });
    const facts = ['--donnees', 'données'];
    const { find, donnees } = await list(cwd, '.', ...facts);
    assert.deepEqual(donnees.paquets, [{ origine: 'Conformité', version: '2' }]);
    assert.deepEqual(
      [find('MDV-LGC-Va2/avance')?.valeur, find('MDV-LGC-Va2/avance')?.doutes[0]?.valeur],
      ['2027-02-03', '2026-12-16'],
    );
    const plan = await cli(['plan', '.', ...facts, ...day], { cwd });
    assert.match(plan.out, /2027-02-03 .*données « Conformité », version 2 ; non vérifié/);
    const ics = await cli(['ics', ...facts, ...day], { cwd });
    assert.match(ics.out.replace(/\r\n /g, ''), /DTSTART;VALUE=DATE:20270203[^]*Conformité/);
    await cli(['report', ...facts, ...day, '-o', 'r.html'], { cwd });
    assert.match(readFileSync(join(cwd, 'r.html'), 'utf8'), /données « Conformité », version 2/);
  });

  it('refuses a broken package with words, and what ships stays', async () => {
    const files = { 'a.preuves.yaml': manifest, 'faits.yaml': dated('2027-02-31') };
    const told = await list(folder(files), '--donnees', 'faits.yaml');
    assert.equal(told.code, 3);
    assert.match(told.stderr, /« faits\.yaml » refusé, ligne 4 : .*2027-02-31.*restent en vigueur\./);
    assert.equal(told.find('MDV-LGC-Va2/avance')?.valeur, '2026-12-16');
    const cwd = folder({ ...files, 'segur.config.yaml': 'version: 1\ndonnees: faits.yaml\n' });
    const check = await cli(['check', '.'], { cwd });
    assert.match(check.out, /segur\.config\.yaml, ligne 2 : paquet de données « faits\.yaml » refusé, ligne 4/);
    assert.equal(check.code, 1);
    const before = readFileSync(join(cwd, 'faits.yaml'), 'utf8');
    const write = await cli(['freshness', '--verifie', 'delai/compte_cnda', '--par', 'Z'], { cwd });
    assert.deepEqual([write.code, readFileSync(join(cwd, 'faits.yaml'), 'utf8')], [3, before]);
    const missing = await list(folder({ 'segur.config.yaml': 'donnees: absent.yaml\n' }));
    assert.equal(missing.code, 3);
    assert.match(missing.stderr, /« absent\.yaml » absent/);
  });

  it('says what is missing to write a verification', async () => {
    const cwd = folder({});
    for (const [args, words] of [
      [['--verifie', 'MDV-LGC-Va2/avance'], /--par/],
      [['--verifie', 'MDV-LGC-Va2/avances', '--par', 'Z'], /vouliez-vous « MDV-LGC-Va2\/avance »/],
      [['--verifie', 'MDV-LGC-Va2/avance', '--par', 'Z'], /--donnees/],
      [['--par', 'Z'], /--verifie/],
      [['--verifie', 'MDV-LGC-Va2/avance', '--par', 'Z', '--le', '2026-02-30'], /2026-02-30/],
    ] as const) {
      const { code, err: stderr } = await cli(['freshness', ...args], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, words);
    }
  });

  it('makes a page in which nothing of a package is markup', async () => {
    const text = dated('2027-02-03').replace('Conformité', "'<script>alert(1)</script>'");
    const cwd = folder({ 'faits.yaml': text });
    const { out: stdout } = await cli(['freshness', '--donnees', 'faits.yaml', '--format', 'html', ...day], { cwd });
    assert.match(stdout, /<!doctype html>[^]*MDV-LGC-Va2\/avance/);
    assert.doesNotMatch(stdout, /<script/);
  });
});
