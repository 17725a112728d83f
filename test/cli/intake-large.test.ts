import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { diskManifest } from '../kit/disk-dossier';
import { proof, requirement, scenario, smallCatalogue } from '../kit/small-catalogue';
import { cli, Scratch } from './run-cli';

const two = (number: number) => String(number).padStart(2, '0');
/** Requirements of two proofs each. */
const many = Array.from({ length: 65 }, (_, at) => `INS/va2.${two(at + 1)}`);
const catalogue = writeCatalogue({
  ...smallCatalogue,
  requirements: many.map((id) => requirement(id, [scenario(`${id}.01`, [proof(`${id}.01.01`), proof(`${id}.01.02`)])])),
});
const proofs = many.flatMap((id) => [`${id}.01.01`, `${id}.01.02`]);

describe('cli: intake of a whole dossier', () => {
  const scratch = new Scratch();
  const at = (...names: string[]) => join(scratch.path, ...names);
  const manifest = () => readFileSync(at('d', 'main.preuves.yaml'), 'utf8');
  const intake = (...args: string[]) =>
    cli(scratch.path, ['intake', 'suivi.csv', '--dossier', 'd', '--pieces', 'p', ...args]);
  const secret = 'à revoir avec Camille';
  /** What each proof gets, by the sheet or by name. */
  const expected = new Map<string, string[]>();

  before(() => {
    for (const folder of ['d', 'p']) mkdirSync(at(folder));
    writeFileSync(at('d', 'main.preuves.yaml'), diskManifest('exigences: {}\n'));
    writeFileSync(at('d', 'catalogue.rem.yaml'), catalogue);
    const put = (name: string): string => {
      mkdirSync(join(at('p', name), '..'), { recursive: true });
      writeFileSync(at('p', name), `journal ${name}`);
      return name;
    };
    // 130 rows: 50 of one file, 50 of two in a cell, 20 whose file is named after the proof, 5 of none, 5 of a link and a file.
    const rows = proofs.map((id, row) => {
      const stem = `captures/${two(row % 7)}/essai ${row}`;
      const plain = id.replace('/', '-');
      const [files, name]: [string[], string[]] =
        row < 50
          ? [[put(`${stem}.log`)], [`essai ${row}.log`]]
          : row < 100
            ? [
                [put(`${stem}-a.log`), put(`${stem}-b.log`)],
                [`C:\\projet\\p\\${stem}-a.log`, `essai ${row}-b.log`],
              ]
            : row < 120
              ? [[put(`nommes/${plain} capture.log`)], []]
              : row < 125
                ? [[], []]
                : [['https://gazelle.example.org/r/' + String(row), put(`${stem}.log`)], [`essai ${row}`]];
      expected.set(id, files);
      const link = files.find((one) => one.startsWith('https')) ?? '';
      const cells = [id, `"${name.join('\n')}"`, link, '02/11/2026', 'Camille Durand', 'en cours', secret];
      return cells.join(';');
    });
    const header = 'N° preuve;Fichiers;Lien;Date;Responsable;État;Remarque';
    writeFileSync(at('suivi.csv'), Buffer.from([header, ...rows].join('\r\n'), 'latin1'));
    for (let one = 0; one < 200 - [...expected.values()].flat().length + 5; one++) put(`divers/brouillon-${one}.txt`);
  });
  after(() => {
    scratch.remove();
  });

  it('brings the right pieces of 130 rows and 200 files, each to its proof, and nothing the second time', async function () {
    this.timeout(120_000);
    assert.equal(
      readdirSync(at('p'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length,
      200,
    );
    const wanted = [...expected].flatMap(([id, files]) => files.map((file) => `${id} ${file}`));
    const { out, err } = await intake();
    const shown = [...out.matchAll(/^(\S+) ← (.+?)(?: \(trouvé par son nom\))?$/gm)].map(
      ([, id, file]) => `${id} ${file}`,
    );
    assert.deepEqual(shown.sort(), wanted.sort(), err);
    assert.equal(wanted.length, 180);
    const done = await intake('--appliquer');
    assert.match(done.out, /180 pièces/, done.err);
    assert.equal([...manifest().matchAll(/(?:fichier|lien):/g)].length, 180);
    assert.equal(
      readdirSync(at('d', 'preuves'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length,
      175,
    );
    const text = manifest();
    const again = await intake();
    assert.match(again.out, /aucune pièce à joindre, rien à noter du suivi, 180 pièces déjà/, again.err);
    assert.doesNotMatch(again.out, /←/);
    await intake('--appliquer');
    assert.equal(manifest(), text);
  });

  it('lets nothing of the team out', async function () {
    this.timeout(120_000);
    writeFileSync(at('d', 'main.collecte.json'), '{"version":1,"pieces":[]}\n');
    assert.ok(manifest().includes(secret) && manifest().includes('Camille Durand'));
    const made = await cli(scratch.path, ['package', 'd', '--brouillon', '-o', 'depot.zip']);
    const unpacked = readFileSync(at('depot.zip'));
    const entries = unzipSync(unpacked);
    const names = Object.keys(entries);
    assert.ok(names.length > 175, made.out + made.err);
    assert.deepEqual(
      names.filter((name) => /collecte|suivi/.test(name)),
      [],
    );
    for (const [name, bytes] of Object.entries(entries))
      assert.doesNotMatch(Buffer.from(bytes).toString('utf8'), /Camille|note_interne|collecte\.json/, name);
    for (const format of ['md', 'csv', 'html', 'xlsx']) {
      await cli(scratch.path, ['report', 'd', '--pour-ans', '-o', `r.${format}`]);
      const bytes = readFileSync(at(`r.${format}`));
      const inside = format === 'xlsx' ? Object.values(unzipSync(bytes)) : [bytes];
      for (const one of inside)
        assert.doesNotMatch(Buffer.from(one).toString('utf8'), /Camille|collecte\.json/, format);
    }
  });
});
