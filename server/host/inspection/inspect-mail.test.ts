import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection } from '../../core/evidence/inspection';
import { buildZip } from '../archive/testing/build-zip';
import { memorySource } from './evidence-source';
import { inspectMail } from './inspect-mail';
import { defaultLimits, type InspectionLimits } from './limits';
import { mutations } from './testing/mutations';
import { withParts } from './testing/with-parts';

const cda = readFileSync(join('test', 'fixtures', 'evidence', 'cda-n1.xml'));
const pdf = Buffer.from('%PDF-1.4 …');
const zip = buildZip([
  { name: 'INDEX.HTM', content: '<html></html>' },
  { name: 'README.TXT', content: 'Éditeur' },
  { name: 'IHE_XDM/SUBSET01/METADATA.XML', content: '<SubmitObjectsRequest/>' },
  { name: 'IHE_XDM/SUBSET01/DOC00001.XML', content: cda },
]);

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const wrapped = (content: Uint8Array): string => Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');

const message = [
  'From: =?UTF-8?Q?Cabinet_=C3=89?= <cabinet@test-ci-sis.mssante.fr>',
  'To: 279035121518989@patient.mssante.fr, "Hoda, Adam" <adam.hoda@test-ci-sis.mssante.fr>',
  'Subject: =?UTF-8?Q?XDM/1.0/DDM+Lettre_PAT-TROIS_=C3=A9t=C3=A9?=',
  'Date: Mon, 2 Nov 2026 10:41:07 +0100',
  'Message-ID: <1@exemple.test>',
  'X-MSS-INS: O',
  'X-MSS-NIL: REF-1',
  'X-MSS-CODECDA: 11490-0,',
  ' 57833-6',
  'Disposition-Notification-To: cabinet@test-ci-sis.mssante.fr',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Bonjour, matricule 180032B02040123.',
  '--b',
  'Content-Type: application/zip; name="IHE_XDM.zip"',
  'Content-Disposition: attachment; filename="IHE_XDM.zip"',
  'Content-Transfer-Encoding: base64',
  '',
  wrapped(zip),
  '--b',
  'Content-Type: application/PDF',
  'Content-Disposition: attachment; filename="20261102_Lettre_PAT-TROIS_DOMINIQUE.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  wrapped(pdf),
  '--b--',
  '',
].join('\r\n');

const inspect = (
  content: string | Uint8Array,
  limits: InspectionLimits = defaultLimits,
): Promise<Partial<Inspection>> =>
  withParts(inspectMail, memorySource(Buffer.from(content), { name: 'a.eml' }), limits, {
    pdfText: 'INS 269022A00400188',
  });

describe('inspecting mail', () => {
  it('reads headers, addresses and attachments', async () => {
    const { mail, partial } = await inspect(message);
    assert.equal(partial, undefined);
    assert.ok(mail);
    assert.deepEqual(mail.from, ['cabinet@test-ci-sis.mssante.fr']);
    assert.deepEqual(mail.to, ['279035121518989@patient.mssante.fr', 'adam.hoda@test-ci-sis.mssante.fr']);
    assert.equal(mail.subject, 'XDM/1.0/DDM+Lettre PAT-TROIS été');
    assert.equal(mail.date, '2026-11-02T10:41:07');
    assert.equal(mail.messageId, '<1@exemple.test>');
    assert.equal(mail.headers['x-mss-ins'], 'O');
    assert.equal(mail.headers['x-mss-nil'], 'REF-1');
    assert.equal(mail.headers['x-mss-codecda'], '11490-0, 57833-6');
    assert.equal(mail.headers['disposition-notification-to'], 'cabinet@test-ci-sis.mssante.fr');
    assert.deepEqual(mail.attachments, [
      { name: 'IHE_XDM.zip', mediaType: 'application/zip', size: zip.length, sha256: sha256(zip) },
      {
        name: '20261102_Lettre_PAT-TROIS_DOMINIQUE.pdf',
        mediaType: 'application/pdf',
        size: pdf.length,
        sha256: sha256(pdf),
      },
    ]);
  });

  it('looks into the attached archive, and finds identifiers everywhere', async () => {
    const { mail, identifiers } = await inspect(message);
    assert.equal(mail?.xdm?.hasMetadata, true);
    assert.deepEqual(mail.xdm.unlisted, ['IHE_XDM/SUBSET01/DOC00001.XML']);
    assert.deepEqual(identifiers, [
      { value: '279035121518989', where: 'To' },
      { value: '180032B02040123', where: 'text/plain' },
      {
        value: '279035121518989',
        system: '1.2.250.1.213.1.4.10',
        where: 'IHE_XDM.zip/IHE_XDM/SUBSET01/DOC00001.XML/recordTarget/patientRole/id',
      },
      {
        value: '269022A00400188',
        where: 'IHE_XDM.zip/IHE_XDM/SUBSET01/DOC00001.XML/component/nonXMLBody/text/page 1',
      },
      { value: '269022A00400188', where: '20261102_Lettre_PAT-TROIS_DOMINIQUE.pdf/page 1' },
    ]);
  });

  it('reads a message with LF, and one without parts', async () => {
    assert.equal((await inspect(message.replaceAll('\r\n', '\n'))).mail?.attachments.length, 2);
    const { mail } = await inspect('From: a@exemple.test\nSubject: essai\n\ncorps');
    assert.deepEqual(mail, {
      from: ['a@exemple.test'],
      to: [],
      subject: 'essai',
      headers: mail?.headers,
      attachments: [],
    });
  });

  it('says nothing of what is no message', async () => {
    for (const content of ['', 'a: b\n\nc', Buffer.alloc(1000), zip]) assert.deepEqual(await inspect(content), {});
    for (const content of ['bonjour', '<html><p>Bonjour</p></html>'])
      assert.deepEqual(await inspect(content), { damage: { code: 'no-headers' } });
  });

  it('gives the headers of a message that is too large or has too many parts', async () => {
    const large = await inspect(message, { ...defaultLimits, maxBytes: 1000 });
    assert.deepEqual([large.mail?.date, large.mail?.attachments, large.partial], ['2026-11-02T10:41:07', [], true]);
    const many = await inspect(message.replace('--b\r\n', '--b\r\n\r\nx\r\n'.repeat(200_000)));
    assert.deepEqual([many.mail?.date, many.partial], ['2026-11-02T10:41:07', true]);
  });

  it('survives nesting', async () => {
    const depth = 500;
    const open = Array.from(
      { length: depth },
      (_, level) => `Content-Type: multipart/mixed; boundary="n${level}"\n\n--n${level}\n`,
    );
    const found = await inspect(`From: a@exemple.test\n${open.join('')}\nfin\n`);
    assert.deepEqual(found.unread, [{ reason: 'depth' }]);
  });

  it('gives a result for any damaged message', async () => {
    for (const bytes of mutations(Buffer.from(message), 200)) await inspect(bytes);
  });
});
