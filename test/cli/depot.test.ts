import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { diskManifest, DiskDossier } from '../kit/disk-dossier';
import { textInPackage } from '../kit/read-package';
import { cli } from './run-cli';

const main = diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        conformite: { texte: Il appelle INSi., redige_par: REDACTRICE }
        preuves:
          INS/va1.56.01.01:
            - { fichier: écran 1.log, commentaire: Vue du journal }
            - { fichier: suivi-depot.yaml }
            - { execution: 4127 }
`);
const proof = 'INS/va1.56.01.01';

describe('cli: depot', function () {
  this.timeout(30_000);
  let dossier: DiskDossier;
  const at = (...names: string[]) => join(dossier.base, ...names);
  const depot = (...args: string[]) => cli(dossier.base, ['depot', 'p.zip', ...args]);
  const log = () => readFileSync(at('suivi-depot.yaml'), 'utf8');

  beforeEach(async () => {
    dossier = new DiskDossier(main, { 'écran 1.log': 'journal', 'suivi-depot.yaml': 'par: REDACTRICE' });
    const { err } = await cli(dossier.base, ['package', 'dossier', '--brouillon', '-o', 'brouillon.zip']);
    const record = await textInPackage(at('brouillon.zip'), 'data/depot.json').catch(() => assert.fail(err));
    // The record of a package that is no draft; the rest of it is not looked at.
    const final = record.replace('"brouillon": true', '"brouillon": false');
    writeFileSync(at('p.zip'), zipSync({ 'X/data/depot.json': strToU8(final) }));
  });
  afterEach(() => {
    dossier.remove();
  });

  it('lists what is to be filed with the texts to copy, in each form, and writes nothing', async () => {
    const { code, out } = await depot();
    assert.equal(code, 1);
    assert.match(out, /MonCabinet 12\.4\.0 : 0 \/ 2 pièces déposées/);
    assert.match(out, /\[ \] 1\. INS\/va1\.56\.01\.01 {2}.*écran 1\.log \(7 octets\)/);
    assert.match(out, /Texte de conformité \(16 caractères\) :\n +Il appelle INSi\.\n/);
    assert.match(out, /\[ \] 2\. INS\/va1\.56\.01\.01 {2}exécution n° 4127/);
    const json = JSON.parse((await depot('--format', 'json')).out) as { total: number; pieces: object[] };
    assert.deepEqual([json.total, json.pieces.length], [2, 2]);
    assert.match((await depot('--format', 'html')).out, /^<!doctype html>/);
    assert.match((await depot('--format', 'csv', '--lang', 'en')).out, /^\ufeffNo\.,Chapter,/);
    assert.ok(!existsSync(at('suivi-depot.yaml')));
  });

  it('notes what is filed beside the package, by id and by name, and takes it back', async () => {
    const named = await depot('--cocher', `INS va1.56.01.01 – écran 1.log`, '--par', 'CM', '--le', '2026-11-30');
    assert.equal(named.code, 0, named.err);
    assert.match(named.out, /1 pièce notée comme déposée dans suivi-depot\.yaml\.\n1 \/ 2 pièces déposées/);
    assert.match(log(), /fichier: écran 1\.log, sha256: .*, depose_le: 2026-11-30, par: CM \}/);
    const rest = await depot('--reste');
    assert.doesNotMatch(rest.out, /1\. INS/);
    assert.match(rest.out, /2\. INS/);
    const all = await depot('--cocher', proof, '--le', '2026-12-01');
    assert.match(all.out, /1 pièce notée/);
    assert.match(log(), /depose_le: 2026-11-30/);
    assert.match((await depot()).out, /2 \/ 2 pièces déposées/);
    const back = await depot('--decocher', '4127');
    assert.match(back.out, /1 pièce n’est plus notée/);
    assert.doesNotMatch(log(), /4127/);
  });

  it('says later what of the dossier changed, went and came', async () => {
    await depot('--cocher', proof, '--le', '2026-11-30');
    const same = await depot('dossier');
    assert.match(same.out, /2 pièces déposées sont toujours les mêmes/);
    dossier.write('écran 1.log', 'autre journal');
    dossier.write(
      'main.preuves.yaml',
      main.replace('execution: 4127', 'lien: https://x.fr/1 }\n            - { execution: 5'),
    );
    const { code, out } = await depot('dossier');
    assert.equal(code, 1);
    assert.match(out, /écran 1\.log, déposée le 2026-11-30 : changée depuis son dépôt/);
    assert.match(out, /4127, déposée le 2026-11-30 : déposée, et n’est plus dans le dossier/);
    assert.match(out, /https:\/\/x\.fr\/1 : n’est pas déposée/);
    dossier.write('main.preuves.yaml', main.replace('version: 12.4.0', 'version: 12.5.0'));
    const other = await depot('dossier');
    assert.equal(other.code, 2);
    assert.match(other.err, /12\.5\.0.*ne dit rien de l’autre/);
  });

  it('notes nothing of a draft, of what is not there, or into a file that it does not understand', async () => {
    const draft = await cli(dossier.base, ['depot', 'brouillon.zip', '--cocher', proof]);
    assert.equal(draft.code, 2);
    assert.match(draft.err, /brouillon/);
    const unknown = await depot('--cocher', 'INS/va1.56.99');
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /ni un identifiant ni une pièce/);
    assert.equal((await depot('--cocher', proof, '--decocher', proof)).code, 2);
    assert.equal((await depot('--cocher', proof, '--le', '2026-02-30')).code, 2);
    assert.ok(!existsSync(at('suivi-depot.yaml')));
    const latin1 = Buffer.from('version: 1\n# déposé\n', 'latin1');
    for (const content of [Buffer.from('version: 1\ndepots: [\n'), Buffer.from('version: 9\n'), latin1]) {
      writeFileSync(at('suivi-depot.yaml'), content);
      assert.equal((await depot('--cocher', proof)).code, 3);
      assert.deepEqual(readFileSync(at('suivi-depot.yaml')), content);
    }
    writeFileSync(at('p.zip'), zipSync({ 'X/lisez-moi.txt': strToU8('x') }));
    assert.equal((await depot()).code, 3);
    assert.deepEqual(
      readdirSync(dossier.base).filter((name) => name.includes('.tmp')),
      [],
    );
  });

  it('never leaves: neither the list of what was filed, cited by mistake, nor who wrote a text', async () => {
    const entries = Object.entries(unzipSync(readFileSync(at('brouillon.zip'))));
    for (const [name, bytes] of entries) {
      assert.ok(!name.endsWith('suivi-depot.yaml'), name);
      const inside = name.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes];
      for (const one of inside) assert.ok(!Buffer.from(one).toString('utf8').includes('REDACTRICE'), name);
    }
  });
});
