import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { writeAttestation } from '../../server/host/operations/write-attestation';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { DiskDossier, diskManifest } from '../kit/disk-dossier';

const id = 'INS/va1.56';
const pdf = 'preuves/declarations/INS-va1.56-non-applicable.pdf';

describe('a statement whose run was cut off before it was named', () => {
  let dossier: DiskDossier;
  const write = async (more: { readonly leaveManifest?: true } = {}) =>
    await writeAttestation({
      analysis: await dossier.analyse(),
      id,
      reread: false,
      cancellation: neverCancelled,
      ...more,
    });
  const manifest = () => readFileSync(dossier.path('main.preuves.yaml'), 'utf8');
  beforeEach(async () => {
    dossier = new DiskDossier(
      diskManifest(`exigences:\n  ${id}: { non_applicable: { justification: Aucun appel. } }\n`),
    );
    assert.equal((await write({ leaveManifest: true })).kind, 'written');
    assert.ok(!manifest().includes(pdf));
  });
  afterEach(() => {
    dossier.remove();
  });

  it('is named by the next run', async () => {
    assert.equal((await write()).kind, 'written');
    assert.ok(manifest().includes(pdf), manifest());
  });

  it('is left alone, and so is the manifest, once somebody has changed it: it may be signed', async () => {
    appendFileSync(dossier.path(pdf), '% signé');
    const before = manifest();
    assert.equal((await write()).kind, 'exists');
    assert.equal(manifest(), before);
  });
});
