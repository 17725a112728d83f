import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { dayNumber, SpreadsheetProgram } from '../kit/spreadsheet-program';
import { cli, Scratch } from './run-cli';

const main = diskManifest(`  # gardé
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/écran 1.log # vu
              version: 12.4.0
`).replace('profils', 'fragments: [exigences/*.preuves.yaml]\n  profils');
const fragment = 'version: 1\r\nexigences:\r\n  PSC.01:\r\n    commentaire: à relire\r\n';
const proof = '["proof","INS/va1.56","INS/va1.56.01","INS/va1.56.01.01"]';
const psc = '["requirement","PSC.01","",""]';
const piece = '["piece","INS/va1.56","INS/va1.56.01","INS/va1.56.01.01","fichier","preuves/écran 1.log"]';

describe('cli: intake of an edited report', () => {
  const scratch = new Scratch();
  const at = (...names: string[]) => join(scratch.path, ...names);
  const manifest = () => readFileSync(at('mon dossier', 'main.preuves.yaml'), 'utf8');
  const other = () => readFileSync(at('mon dossier', 'exigences', 'psc.preuves.yaml'), 'utf8');
  const intake = (...args: string[]) => cli(scratch.path, ['intake', 'r.xlsx', '--dossier', 'mon dossier', ...args]);
  const edited = (edit: (program: SpreadsheetProgram) => void): void => {
    const program = new SpreadsheetProgram(readFileSync(at('r.xlsx')));
    edit(program);
    writeFileSync(at('r.xlsx'), program.save());
  };

  beforeEach(async () => {
    for (const folder of ['preuves', 'exigences']) mkdirSync(at('mon dossier', folder), { recursive: true });
    writeFileSync(at('mon dossier', 'main.preuves.yaml'), main);
    writeFileSync(at('mon dossier', 'exigences', 'psc.preuves.yaml'), fragment);
    writeFileSync(at('mon dossier', 'catalogue.rem.yaml'), catalogueText);
    writeFileSync(at('mon dossier', 'preuves', 'écran 1.log'), 'journal');
    const { code, err } = await cli(scratch.path, ['report', 'mon dossier', '-o', 'r.xlsx']);
    assert.equal(code, 0, err);
  });
  afterEach(() => {
    scratch.remove();
  });

  it('finds nothing in a report that nobody edited', async () => {
    const { code, out, err } = await intake('--appliquer');
    assert.equal(code, 0, err);
    assert.match(out, /^Aucune valeur à reprendre, aucun conflit, .*\nAucune valeur écrite\./);
    assert.deepEqual([manifest(), other()], [main, fragment]);
  });

  it('shows first, writes when asked, in every manifest, and nothing the second time', async () => {
    edited((program) => {
      program.set('Suivi à compléter', proof, 'responsable', 'Équipe INS');
      program.set('Suivi à compléter', psc, 'commentaire', 'relu');
      program.set('Pièces à compléter', piece, 'date', dayNumber('2026-11-09'));
      program.set('Pièces à compléter', piece, 'version', '12.10');
    });
    const shown = await intake();
    assert.equal(shown.code, 0, shown.err);
    assert.match(shown.out, /Version « 12\.4\.0 » → « 12\.10 »\n/);
    assert.match(shown.err, /r\.xlsx » est un rapport de Ségur Preuves[^]*rien n’a été écrit/);
    assert.deepEqual([manifest(), other()], [main, fragment]);
    const { code, out } = await intake('--appliquer');
    assert.equal(code, 0);
    assert.match(out, /4 valeurs écrites/);
    assert.match(
      manifest(),
      /# gardé\n[^]*- fichier: preuves\/écran 1\.log # vu\n +date: 2026-11-09\n +version: .?12\.10.?\n[^]*responsable: Équipe INS\n/,
    );
    assert.equal(other(), fragment.replace('à relire', 'relu'));
    const texts = [manifest(), other()];
    const again = await intake('--appliquer');
    assert.match(again.out, /aucun conflit, .* 4 changées de même des deux côtés/);
    assert.deepEqual([manifest(), other()], texts);
  });

  it('writes nothing of a conflict before it is settled', async () => {
    edited((program) => {
      program.set('Pièces à compléter', piece, 'version', '12.5.0');
      program.set('Pièces à compléter', piece, 'note_interne', 'vu');
    });
    const now = main.replace(/version: 12\.4\.0\n$/, 'version: 12.6.0\n');
    writeFileSync(at('mon dossier', 'main.preuves.yaml'), now);
    const open = await intake('--appliquer');
    assert.equal(open.code, 1);
    assert.match(open.err, /Une valeur a changé des deux côtés/);
    assert.match(
      open.err,
      /Version valait « 12\.4\.0 » ; vaut « 12\.6\.0 » dans le dossier et « 12\.5\.0 » dans le classeur\./,
    );
    assert.match(manifest(), /version: 12\.6\.0\n +note_interne: vu\n/);
    const ours = await intake('--conflits', 'ours', '--appliquer');
    assert.equal(ours.code, 0, ours.err);
    assert.match(manifest(), /version: 12\.6\.0\n/);
    const theirs = await intake('--conflits', 'theirs', '--appliquer');
    assert.equal(theirs.code, 0, theirs.err);
    assert.match(manifest(), /version: .?12\.5\.0.?\n/);
  });

  it('refuses a workbook of another dossier, and options that say nothing of it', async () => {
    writeFileSync(at('mon dossier', 'main.preuves.yaml'), main.replace('MonCabinet', 'AutreCabinet'));
    const { code, err } = await intake();
    assert.equal(code, 2);
    assert.match(err, /écrit pour « MonCabinet »[^]*--autre-dossier/);
    assert.equal((await intake('--autre-dossier')).code, 0);
    writeFileSync(at('c.yaml'), 'colonnes: { preuve: "N°" }\n');
    assert.match((await intake('--correspondance', 'c.yaml')).err, /ses colonnes sont connues/);
    writeFileSync(at('r.xlsx'), 'pas un classeur');
    assert.equal((await intake()).code, 3);
    writeFileSync(at('suivi.csv'), 'N° preuve;Fichier\nINS/va1.56.01.01;a.png\n');
    const csv = await cli(scratch.path, ['intake', 'suivi.csv', '--conflits', 'ours', '--dossier', 'mon dossier']);
    assert.equal(csv.code, 2);
    assert.match(csv.err, /ne valent que pour un rapport/);
  });

  it('refuses a workbook whose hidden sheet was changed', async () => {
    edited((program) => program.sheet('segur-preuves').rows.splice(8, 1));
    const { code, err } = await intake('--appliquer');
    assert.equal(code, 2);
    assert.match(err, /sa feuille masquée « segur-preuves » a été modifiée/);
    assert.equal(manifest(), main);
  });

  it('writes in no broken manifest, and says so', async () => {
    edited((program) => {
      program.set('Suivi à compléter', proof, 'responsable', 'BL');
    });
    const broken = main.replace('exigences:\n', 'exigences:\n<<<<<<< HEAD\n=======\n>>>>>>> x\n');
    writeFileSync(at('mon dossier', 'main.preuves.yaml'), broken);
    const { code, err } = await intake('--appliquer');
    assert.equal(code, 1, err);
    assert.match(err, /conflit de fusion git/);
    assert.equal(manifest(), broken);
  });

  it('leaves everything as it was where one of the manifests cannot be written', async function () {
    if (process.getuid?.() === 0) this.skip();
    edited((program) => {
      program.set('Suivi à compléter', proof, 'responsable', 'BL');
      program.set('Suivi à compléter', psc, 'commentaire', 'relu');
    });
    chmodSync(at('mon dossier', 'exigences'), 0o500);
    const { code } = await intake('--appliquer');
    chmodSync(at('mon dossier', 'exigences'), 0o700);
    assert.notEqual(code, 0);
    assert.deepEqual([manifest(), other()], [main, fragment]);
  });
});
