import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPublicTestIns, testInsSystems } from '../../server/core/evidence/test-identities';
import type { Inspection, PersonFacts } from '../../server/core/evidence/inspection';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { memorySource } from '../../server/host/inspection/evidence-source';
import { inspectHl7 } from '../../server/host/inspection/inspect-hl7';
import { inspectXml } from '../../server/host/inspection/inspect-xml';
import { withParts } from '../../server/host/inspection/testing/with-parts';
import { defaultLimits } from '../../server/host/inspection/limits';

/** Messages and documents that ANS publishes, beside the repository; these tests are skipped without them. */
const real = join('..', 'shared', 'data', 'evidence');
const content = (name: string): Buffer => readFileSync(join(real, name));

const inspect = (name: string): Promise<Partial<Inspection>> => {
  const read = name.endsWith('.xml') ? inspectXml : inspectHl7;
  return read(memorySource(content(name), { name }), defaultLimits, neverCancelled);
};

function assertTestPatient(patient: PersonFacts | undefined): void {
  assert.ok(patient);
  assert.ok(
    patient.identifiers.some(({ value, system }) => value === '279035121518989' && system === '1.2.250.1.213.1.4.10'),
  );
  assert.equal(patient.family, 'PAT-TROIS');
  assert.equal(patient.given?.[0], 'DOMINIQUE');
  assert.equal(patient.birthDate, '1979-03-28');
  assert.equal(patient.sex, 'F');
}

describe('inspection of published examples', () => {
  before(function () {
    if (existsSync(real)) return;
    process.stdout.write(`    skipped: there is no ${real}\n`);
    this.skip();
  });

  for (const [name, type, date] of [
    ['sgl-admission-adt-a01.er7', 'ADT^A01', '2024-03-06T11:11:54'],
    ['sgl-sortie-adt-a03.er7', 'ADT^A03', '2024-03-06T11:11:54'],
    ['consentement-dmp-opposition.er7', 'ADT^A01', '2024-03-09T11:11:54'],
    ['mdm-cr-radio-n1.er7', 'MDM^T02', '2021-06-06T09:31:00'],
    ['oru-cr-bio-n3.hl7', 'ORU^R01', '2021-06-06T09:31:00'],
  ] as const) {
    it(`reads ${name}`, async () => {
      const { hl7, partial } = await inspect(name);
      assert.equal(partial, undefined);
      assert.equal(hl7?.messages.length, 1);
      const [message] = hl7.messages;
      assert.deepEqual([message?.type, message?.date, message?.reliability], [type, date, ['VALI']]);
      assertTestPatient(message?.patient);
    });
  }

  it('finds the patient of a CDA inside a message', async () => {
    for (const name of ['mdm-cr-radio-n1.er7', 'oru-cr-bio-n3.hl7']) {
      const { identifiers = [] } = await withParts(inspectHl7, memorySource(content(name), { name }));
      const where = identifiers.map((one) => one.where);
      assert.ok(where.includes('OBX-5/recordTarget/patientRole/id'), `${name}: ${where.join(', ')}`);
    }
  });

  for (const [name, code] of [
    ['cr-radio-cda-n1.xml', '18748-4'],
    ['cr-bio-cda-n3.xml', '11502-2'],
    ['ris-cr-imagerie-cda.xml', '18748-4'],
  ] as const) {
    it(`reads ${name}`, async () => {
      const { cda, damage, partial } = await inspect(name);
      assert.deepEqual([damage, partial], [undefined, undefined]);
      assert.equal(cda?.code?.code, code);
      assert.ok(cda.templateIds.includes('1.2.250.1.213.1.1.1.1'));
      assertTestPatient(cda.patient);
    });
  }

  it('digests the document that a CDA embeds', async () => {
    const { cda } = await inspect('cr-radio-cda-n1.xml');
    const [, encoded = ''] = /representation="B64">([^<]*)</.exec(content('cr-radio-cda-n1.xml').toString()) ?? [];
    const pdf = Buffer.from(encoded, 'base64');
    assert.deepEqual(cda?.embedded, {
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(pdf).digest('hex'),
      size: pdf.length,
      extension: 'pdf',
    });
  });

  it('sees no identifier that is not the test one, under its OID', async () => {
    for (const name of readdirSync(real)) {
      if (!/\.(?:xml|er7|hl7)$/.test(name)) continue;
      const { identifiers = [] } = await inspect(name);
      assert.ok(identifiers.length > 0, name);
      for (const { value, system } of identifiers) {
        assert.ok(isPublicTestIns(value), `${name}: ${value}`);
        assert.ok(system === undefined || testInsSystems.has(system), `${name}: ${system}`);
      }
    }
  });
});
