import assert from 'node:assert/strict';
import { neverCancelled } from '../../../core/ports/cancellation';
import { buildZip } from '../../archive/testing/build-zip';
import { detectType } from '../../evidence/content-signature';
import { evidenceInspectors } from '../evidence-inspectors';
import { memorySource } from '../evidence-source';
import { inspectEvidence } from '../inspect-evidence';
import { fakePdfReader } from '../testing/with-parts';

const mail = (day: string) =>
  `From: a@exemple.test\r\nTo: b@exemple.test\r\nDate: ${day} Nov 2026 10:15:00 +0100\r\nMIME-Version: 1.0\r\nSubject: essai\r\nContent-Type: text/plain\r\n\r\nvoir\r\n`;
const message = (day: string) => `MSH|^~\\&|A|B|C|D|202611${day}||ORU^R01|1|P|2.5\rPID|1||42\r`;

async function dayOf(name: string, bytes: Buffer): Promise<string | undefined> {
  const detected = await detectType(bytes);
  const source = memorySource(bytes, { name, ...(detected && { detected }) });
  const inspectors = evidenceInspectors(fakePdfReader(''));
  return (await inspectEvidence(source, { inspectors }, neverCancelled)).partsDay;
}

describe('days of parts', () => {
  it('keeps the latest, at any depth', async () => {
    const members = [
      { name: 'a.eml', content: mail('04') },
      { name: 'b.hl7', content: message('02') },
    ];
    assert.equal(await dayOf('a.zip', buildZip(members)), '2026-11-04');
    const nested = [...members, { name: 'c.zip', content: buildZip([{ name: 'd.hl7', content: message('09') }]) }];
    assert.equal(await dayOf('a.zip', buildZip(nested)), '2026-11-09');
  });

  it('takes no day out of a text, nor of a content without parts', async () => {
    assert.equal(
      await dayOf('a.zip', buildZip([{ name: 'a.log', content: '2026-11-04 10:00:00 INFO fin\n' }])),
      undefined,
    );
    assert.equal(await dayOf('a.hl7', Buffer.from(message('04'))), undefined);
  });
});
