import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { cli, Scratch } from './run-cli';

const main = diskManifest('exigences: {}\n');

describe('cli: intake', () => {
  const scratch = new Scratch();
  const at = (...names: string[]) => join(scratch.path, ...names);
  const manifest = () => readFileSync(at('d', 'main.preuves.yaml'), 'utf8');
  const intake = (...args: string[]) =>
    cli(scratch.path, ['intake', 'suivi.csv', '--dossier', 'd', '--pieces', 'p', ...args]);

  beforeEach(() => {
    for (const folder of ['d', 'p']) mkdirSync(at(folder));
    writeFileSync(at('d', 'main.preuves.yaml'), main);
    writeFileSync(at('d', 'catalogue.rem.yaml'), catalogueText);
    writeFileSync(at('p', 'ecran é.log'), 'journal');
    writeFileSync(at('p', 'autre.log'), 'autre');
    // As Excel writes it in France: semicolons, windows-1252.
    const rows = [
      'N° preuve;Fichier;Date;Responsable;Échéance;État;Remarque',
      'SCN_DB/CO.01.01.01;écran é.log;02/11/2026;AM;15/12/2026;En cours;',
      'MSS/CONF.14.01.01;;;BL;;à faire;',
      'MSS/CONF.99.01.01;autre.log;;;;;',
    ];
    writeFileSync(at('suivi.csv'), Buffer.from(rows.join('\r\n').replace('écran é.log', 'ecran é.log'), 'latin1'));
  });
  afterEach(() => {
    scratch.remove();
  });

  it('shows first what would come in, and what would not, and writes nothing', async () => {
    const { code, out, err } = await intake();
    assert.equal(code, 1);
    assert.match(out, /SCN_DB\/CO\.01\.01\.01 ← ecran é\.log\n/);
    assert.match(out, /MSS\/CONF\.14\.01\.01 : responsable = BL\n/);
    assert.match(err, /A « N° preuve » : identifiant de la preuve \(preuve\)/);
    assert.match(err, /suivi\.csv, ligne 4 : « MSS\/CONF\.99\.01\.01 » n’est pas un identifiant de ce dossier/);
    assert.match(err, /rien n’a été copié ni écrit/);
    assert.equal(manifest(), main);
    assert.ok(!existsSync(at('d', 'preuves')));
  });

  it('writes pieces and follow-up when asked, and nothing the second time', async () => {
    const { code, err } = await intake('--appliquer');
    assert.equal(code, 1, err);
    assert.doesNotMatch(err, /n’a pas été écrit/);
    const text = manifest();
    assert.match(text, /fichier: preuves\/SCN_DB-CO\.01\.01\.01-ecran é\.log\n +sha256: .+\n +date: 2026-11-02\n/);
    assert.match(text, /SCN_DB\/CO\.01\.01\.01:\n +responsable: AM\n +pour_le: 2026-12-15\n +travail: en cours\n/);
    assert.match(text, /MSS\/CONF\.14\.01\.01:\n +responsable: BL\n +travail: à faire\n/);
    assert.deepEqual(readdirSync(at('d', 'preuves')), ['SCN_DB-CO.01.01.01-ecran é.log']);
    assert.ok(existsSync(at('p', 'ecran é.log')));
    await intake('--appliquer');
    assert.equal(manifest(), text);
  });

  it('follows a mapping, and refuses one that says nothing', async () => {
    writeFileSync(at('c.yaml'), 'colonnes: { preuve: "N° preuve", responsable: État }\n');
    const mapped = await intake('--correspondance', 'c.yaml');
    assert.match(mapped.out, /SCN_DB\/CO\.01\.01\.01 : responsable = En cours/);
    writeFileSync(at('c.yaml'), 'colones: {}\n');
    const wrong = await intake('--correspondance', 'c.yaml');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /ligne 1 : « colones » n’est pas une clé/);
    writeFileSync(at('c.yaml'), 'colonnes: { preuve: "N° preuv" }\n');
    const before = manifest();
    const missing = await intake('--correspondance', 'c.yaml', '--appliquer');
    assert.equal(missing.code, 2);
    assert.match(missing.err, /« c\.yaml ».*« N° preuv ».*Vouliez-vous dire « N° preuve » \?/);
    assert.equal(manifest(), before);
    const english = await intake('--correspondance', 'c.yaml', '--lang', 'en');
    assert.match(english.err, /“N° preuv”.*Did you mean “N° preuve”\?/);
    const plain = await intake('--lang', 'en');
    assert.match(plain.err, /suivi\.csv, row 4: “MSS\/CONF\.99\.01\.01” is no id/);
  });

  it('says when no sheet has ids of the dossier', async () => {
    writeFileSync(at('suivi.csv'), 'a;b\n1;2\n');
    const { code, err } = await intake();
    assert.equal(code, 2);
    assert.match(err, /Aucune feuille/);
  });
});
