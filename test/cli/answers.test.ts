import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskManifest, DiskDossier } from '../kit/disk-dossier';
import { cli } from './run-cli';

const text = `Bonjour,
- INS/va1.56.02.01 : Modification demandée (18/11/2026) : La capture est floue.
INS/va1.56.01.01 : validé
MSS/CONF.14.01.01 : conforme
`;

describe('cli: answers', function () {
  this.timeout(30_000);
  let dossier: DiskDossier;
  const at = (...names: string[]) => join(dossier.base, ...names);
  const manifest = () => readFileSync(dossier.path('main.preuves.yaml'), 'utf8');
  const main = diskManifest('exigences: {}\n');
  const answers = (file: string, ...args: string[]) =>
    cli(dossier.base, ['answers', file, '--dossier', 'dossier', ...args]);

  beforeEach(() => {
    dossier = new DiskDossier(main);
    writeFileSync(at('retour.txt'), text.replaceAll('\n', '\r\n'));
  });
  afterEach(() => {
    dossier.remove();
  });

  it('shows what would be written and what would not, and writes nothing before it is asked to', async () => {
    const { code, out, err } = await answers('retour.txt', '--le', '2026-11-20');
    assert.equal(code, 1);
    assert.match(out, /INS\/va1\.56\.02\.01 : modification demandée, 2026-11-18 : La capture est floue\.\n/);
    assert.match(out, /INS\/va1\.56\.01\.01 : validé, 2026-11-20\n/);
    assert.match(out, /2 réponses à écrire/);
    assert.match(err, /ligne 4 : MSS\/CONF\.14\.01\.01 : « conforme » n’est pas un avis connu/);
    assert.match(err, /ligne 1 : laissée de côté.*« Bonjour, »/);
    assert.match(err, /Rien n’a été écrit/);
    assert.equal(manifest(), main);
  });

  it('writes the keys that answers have, once; the dossier then says that something is asked', async () => {
    const { out } = await answers('retour.txt', '--le', '2026-11-20', '--appliquer');
    assert.match(out, /2 réponses écrites/);
    const written = manifest();
    assert.match(
      written,
      /instruction:\n +INS\/va1\.56\.02\.01: \[\{ le: 2026-11-18, avis: modification demandée, commentaire: La capture est floue\. \}\]/,
    );
    const status = await cli(dossier.base, ['status', 'dossier']);
    assert.match(status.out, /La capture est floue/);
    await answers('retour.txt', '--le', '2026-11-20', '--appliquer');
    assert.equal(manifest(), written);
  });

  it('writes what is said of a chapter as a whole where status and the fiche read it', async () => {
    writeFileSync(
      at('chapitre.txt'),
      'Chapitre identité nationale de santé : modification demandée : Captures floues.\n',
    );
    const { out, code } = await answers('chapitre.txt', '--le', '2026-11-20', '--appliquer');
    assert.equal(code, 0);
    assert.match(out, /Chapitre Identité nationale de santé : modification demandée, 2026-11-20 : Captures floues\./);
    assert.match((await cli(dossier.base, ['status', 'dossier'])).out, /Captures floues/);
    const written = manifest();
    assert.match((await answers('chapitre.txt', '--le', '2026-11-20', '--appliquer')).out, /1 déjà là/);
    assert.equal(manifest(), written);
  });

  it('reads a table, and the words that a mapping says the meaning of', async () => {
    writeFileSync(
      at('retour.csv'),
      Buffer.from('N° preuve;Décision;Le\nINS/va1.56.02.01;Conforme;18/11/2026\n', 'latin1'),
    );
    writeFileSync(at('c.yaml'), 'avis: { Conforme: validé }\n');
    const { code, out } = await answers('retour.csv', '--correspondance', 'c.yaml');
    assert.equal(code, 0, out);
    assert.match(out, /INS\/va1\.56\.02\.01 : validé, 2026-11-18/);
    writeFileSync(at('c.yaml'), 'avis: { Conforme: bon }\n');
    const wrong = await answers('retour.csv', '--correspondance', 'c.yaml');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /« bon » n’est pas un avis de l’ANS/);
    writeFileSync(at('c.yaml'), 'colonnes: { avis: Décision, commentaire: Motif }\n');
    const missing = await answers('retour.csv', '--correspondance', 'c.yaml', '--appliquer');
    assert.equal(missing.code, 2);
    assert.match(missing.err, /c\.yaml, aucune colonne ne s’appelle « Motif »/);
  });

  it('leaves a dossier that it cannot write as it is', async () => {
    const broken = `${main}chapitres: [\n`;
    dossier.write('main.preuves.yaml', broken);
    const { code } = await answers('retour.txt', '--le', '2026-11-20', '--appliquer');
    assert.notEqual(code, 0);
    assert.equal(manifest(), broken);
    assert.equal((await answers('rien.txt')).code, 3);
    assert.equal((await answers('retour.txt', '--le', 'demain')).code, 2);
    assert.ok(!existsSync(at('rien.txt')));
  });
});
