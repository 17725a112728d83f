import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { diskManifest, DiskDossier } from '../kit/disk-dossier';
import { textInPackage } from '../kit/read-package';
import { cli } from './run-cli';

const asked = (more = '') =>
  diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.02: [ { lien: "https://interop.referencement.esante.gouv.fr/x?id=1" } ]
        instruction:
          INS/va1.56.02.02:
            - { le: 2026-11-18, avis: modification demandée, commentaire: Le lien ne s’ouvre pas.${more} }
`);
const at = ['--at', '2026-11-20'];

describe('what ANS asked for, on the command line', function () {
  this.timeout(30_000);
  let dossier: DiskDossier | undefined;
  afterEach(() => {
    dossier?.remove();
  });
  const run = (text: string, ...args: string[]) => {
    dossier = new DiskDossier(text);
    return cli(dossier.base, args);
  };
  const target = () => join(dossier?.base ?? '', 'reponses.zip');

  it('package --reponses makes a final package of the answers alone', async () => {
    const { code, out, err } = await run(asked(), 'package', 'dossier', '--reponses', '-o', 'reponses.zip', ...at);
    assert.equal(code, 0, out + err);
    const record = JSON.parse(await textInPackage(target(), 'data/depot.json')) as {
      preuves: { preuve: string }[];
      reponses: { demande_le: string; demande: string }[];
    };
    assert.deepEqual(
      record.preuves.map(({ preuve }) => preuve),
      ['INS/va1.56.02.02'],
    );
    assert.deepEqual(
      record.reponses.map(({ demande_le, demande }) => [demande_le, demande]),
      [['2026-11-18', 'Le lien ne s’ouvre pas.']],
    );
    const schema = JSON.parse(readFileSync(resolve('schemas/depot.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    assert.ok(validate(record), JSON.stringify(validate.errors));
    const verified = await cli(dossier?.base ?? '', ['verify', 'reponses.zip', 'dossier']);
    assert.equal(verified.code, 0, verified.out + verified.err);
  });

  it('package --reponses writes nothing when nothing answers, draft or not', async () => {
    const answered = asked(', repondu_le: 2026-11-19');
    for (const more of [[], ['--brouillon']]) {
      const args = ['package', 'dossier', '--reponses', '-o', 'reponses.zip', ...at, ...more];
      const { code, err } = await run(answered, ...args);
      assert.equal(code, 2);
      assert.match(err, /Rien ne répond à une demande de modification/);
      assert.ok(!existsSync(target()));
      dossier?.remove();
    }
  });

  it('status begins with the open requests, in every format', async () => {
    const { out } = await run(asked(), 'status', 'dossier', ...at);
    assert.match(
      out,
      /^MDV-LGC-Va2 .*\nDemandes de l’ANS à traiter \(1\)\n {2}INS\/va1\.56\.02\.02 {2}du 2026-11-18 · .*2026-11-19 : dépassé · Le lien ne s’ouvre pas\.\n\n\d/,
    );
    const base = dossier?.base ?? '';
    const markdown = await cli(base, ['status', 'dossier', '--format', 'md', '--lang', 'en', ...at]);
    assert.match(
      markdown.out,
      /^## .*\n\n\*\*Requests of ANS to deal with \(1\)\*\*\n\n- INS\/va1\.56\.02\.02 {2}of 2026-11-18/,
    );
    const json = await cli(base, ['status', 'dossier', '--format', 'json', ...at]);
    const { dossiers } = JSON.parse(json.out) as { dossiers: { requests: { proof: string; overdue: boolean }[] }[] };
    assert.deepEqual(
      dossiers[0]?.requests.map(({ proof, overdue }) => [proof, overdue]),
      [['INS/va1.56.02.02', true]],
    );
  });

  it('refuses a SOURCE_DATE_EPOCH that is no time, before anything is read', async () => {
    dossier = new DiskDossier(asked());
    const args = ['package', 'dossier', '--brouillon', '-o', 'reponses.zip', '--lang', 'en'];
    const { code, err } = await cli(dossier.base, args, { SOURCE_DATE_EPOCH: 'hier' });
    assert.equal(code, 2);
    assert.match(err, /SOURCE_DATE_EPOCH is “hier”/);
    assert.ok(!existsSync(target()));
  });
});
