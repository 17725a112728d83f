import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { zipSync } from 'fflate';
import { textInPackage } from '../kit/read-package';
import { cli, Scratch } from './run-cli';

const schemas = resolve('test/fixtures/cisis');
const sound = readFileSync(join(schemas, 'ExemplesCDA/ESSAI-A_2024.01.xml'), 'utf8');

interface Checked {
  readonly findings: readonly { rule: string; message: string; range: { start: { line: number } } }[];
}

describe('check --cisis', function () {
  this.timeout(180_000);
  const scratch = new Scratch();
  const write = (path: string, content: string | Uint8Array): void => {
    writeFileSync(join(scratch.path, path), content);
  };
  /** `rule: message` of what is told of CDA. */
  const told = async (...args: string[]): Promise<string[]> => {
    const { out } = await cli(scratch.path, ['check', '.', '--format', 'json', ...args]);
    return (JSON.parse(out) as Checked).findings
      .filter(({ rule }) => rule.startsWith('preuve/cda-non-'))
      .map(({ rule, message }) => `${rule}: ${message}`);
  };

  beforeEach(() => {
    mkdirSync(join(scratch.path, 'preuves'), { recursive: true });
    cpSync(schemas, join(scratch.path, 'ans'), { recursive: true });
    const withCode = (code: string): string => sound.replace('bleu', code);
    write('preuves/bon.xml', sound);
    write('preuves/mauvais.xml', withCode('mauve'));
    write('preuves/lot.zip', zipSync({ 'SUB/DOC1.XML': Buffer.from(withCode('rouge')) }));
    const encoded = Buffer.from(withCode('jaune')).toString('base64');
    write(
      'preuves/m.hl7',
      `MSH|^~\\&|A|B|C|D|20240101||MDM^T02|1|P|2.5\rPID|1\rOBX|1|ED|x||^TEXT^XML^Base64^${encoded}||||||F\r`,
    );
    const cited = ['bon.xml', 'mauvais.xml', 'lot.zip', 'm.hl7'].map(
      (name) => `            - fichier: preuves/${name}`,
    );
    write(
      'd.preuves.yaml',
      `version: 1
dossier:
  dispositif: MDV-LGC-Va2
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
${cited.join('\n')}
`,
    );
  });
  afterEach(() => {
    scratch.remove();
  });

  it('finds a CDA that fails, as a file, in an archive and in a message, and says nothing without the option', async () => {
    assert.deepEqual(await told(), []);
    const found = await told('--cisis', 'ans');
    assert.equal(found.length, 3, found.join('\n'));
    for (const [index, place] of [
      'preuves/mauvais.xml',
      'preuves/lot.zip › SUB/DOC1.XML',
      'preuves/m.hl7 › OBX-5',
    ].entries()) {
      assert.ok(found[index]?.includes(`« ${place} », ligne 16, colonne 15, volet ESSAI-A_2024.01`), found[index]);
    }
    const { out } = await cli(scratch.path, ['check', '.', '--cisis', 'ans']);
    assert.match(out, /CDA confrontés aux schémas de l’équipe.*36 assertions, 36 évaluées.*3 échecs.*Ne remplace pas/);
  });

  it('takes the folder that the configuration names, and says when there is nothing in it', async () => {
    write('segur.config.yaml', 'version: 1\ncontrole:\n  cda: ./ans\n');
    assert.equal((await told()).length, 3);
    write('segur.config.yaml', 'version: 1\ncontrole:\n  cda: ../nulle-part\n');
    const [only, ...others] = await told();
    assert.match(only ?? '', /cda-non-verifie: 4 pièces portent des CDA.*nulle-part/);
    assert.deepEqual(others, []);
    const { code, err } = await cli(scratch.path, ['check', '.', '--cisis', 'preuves']);
    assert.equal(code, 2);
    assert.match(err, /TestContenuCDA/);
  });

  it('never follows a schema out of its folder', async () => {
    write('preuves/bon.xml', sound.replace('.9001"', '.9002"').replace('<title>Essai</title>', ''));
    const found = await told('--cisis', 'ans');
    assert.ok(found.some((one) => one.includes('cda-non-verifie') && one.includes('etc/hostname')));
  });

  it('keeps what was held against what, with digests, beside the package and not in it', async () => {
    write('segur.config.yaml', 'version: 1\ncontrole:\n  cda: ans\n');
    await cli(scratch.path, ['package', '.', '--brouillon', '-o', 'a.zip']);
    const text = readFileSync(join(scratch.path, 'a.interne.json'), 'utf8');
    const schema = JSON.parse(readFileSync(resolve('schemas/interne.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    const record = JSON.parse(text) as {
      reserve_controles_cda: string;
      pieces: {
        valeur: string;
        controles_cda: { sha256_schemas: string; volet: { echecs: number }; echecs: object[] }[];
      }[];
    };
    assert.ok(validate(record), JSON.stringify(validate.errors));
    assert.match(record.reserve_controles_cda, /ne les remplace pas/);
    const counts = record.pieces.map(({ valeur, controles_cda: [control] }) => [
      valeur,
      control?.volet.echecs,
      control?.echecs.length,
    ]);
    assert.deepEqual(counts.slice(0, 2), [
      ['preuves/bon.xml', 0, 0],
      ['preuves/mauvais.xml', 1, 1],
    ]);
    assert.match(record.pieces[0]?.controles_cda[0]?.sha256_schemas ?? '', /^[0-9a-f]{64}$/);
    const filed = await textInPackage(join(scratch.path, 'a.zip'), 'data/depot.json');
    assert.ok(!filed.includes('controles_cda'));
    assert.equal((await cli(scratch.path, ['report', '.', '-o', 'r.md'])).code, 0);
    const report = readFileSync(join(scratch.path, 'r.md'), 'utf8');
    assert.match(report, /Contrôle CDA \(ne remplace pas l’espace de tests\)/);
    assert.ok(report.includes(record.pieces[0]?.controles_cda[0]?.sha256_schemas ?? assert.fail()));
    await cli(scratch.path, ['report', '.', '--pour-ans', '-o', 'ans.md']);
    assert.doesNotMatch(readFileSync(join(scratch.path, 'ans.md'), 'utf8'), /Contrôle CDA/);
  });
});
