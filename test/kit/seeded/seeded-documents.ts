import { createHash } from 'node:crypto';
import { buildZip } from '../../../server/host/archive/testing/build-zip';

/** PAT-TROIS, whom ANS made up for tests. */
export const testIns = '279035121518989';
/** Made up for these tests: a valid key, and nobody's. */
export const madeUpIns = '269022A00400188';
export const oids = { nir: '1.2.250.1.213.1.4.8', nia: '1.2.250.1.213.1.4.9', test: '1.2.250.1.213.1.4.10' };

interface Patient {
  readonly ins?: string;
  readonly oid?: string;
}

/** A CDA R2 level 1 around a PDF. */
export function clinicalDocument(
  pdf: Buffer,
  { ins = testIns, oid = oids.test, code = '11490-0' }: Patient & { readonly code?: string } = {},
): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3">
  <templateId root="1.2.250.1.213.1.1.1.1"/>
  <code code="${code}" codeSystem="2.16.840.1.113883.6.1"/>
  <title>Lettre de liaison</title>
  <recordTarget>
    <patientRole>
      <id root="${oid}" extension="${ins}"/>
    </patientRole>
  </recordTarget>
  <component>
    <nonXMLBody>
      <text mediaType="application/pdf" representation="B64">${pdf.toString('base64')}</text>
    </nonXMLBody>
  </component>
</ClinicalDocument>
`);
}

/** What a test asks of an IHE_XDM archive; by default one document, rightly described. */
export interface XdmRequest extends Patient {
  readonly document: Buffer;
  /** Of a second document, which belongs to this patient. */
  readonly secondIns?: string;
  readonly withoutReadme?: boolean;
  readonly withoutMetadata?: boolean;
  /** Listed, and not there. */
  readonly missing?: boolean;
  /** Another document than the one described. */
  readonly changed?: boolean;
  readonly unlisted?: boolean;
}

export function xdmArchive(request: XdmRequest): Buffer {
  const { document, ins = testIns, oid = oids.test, secondIns, missing = false } = request;
  const folder = 'IHE_XDM/SUBSET01';
  const entries = [extrinsicObject('DOC00001.XML', document, ins, oid)];
  if (missing) entries.push(extrinsicObject('DOC00002.XML', document, ins, oid));
  if (secondIns !== undefined) entries.push(extrinsicObject('DOC00001.XML', document, secondIns, oid));
  const present = request.changed ? Buffer.concat([document, Buffer.from('\n')]) : document;
  return buildZip([
    ...(request.withoutReadme ? [] : [{ name: 'README.TXT', content: 'Archive de test' }]),
    { name: 'INDEX.HTM', content: '<html lang="fr"></html>' },
    ...(request.withoutMetadata ? [] : [{ name: `${folder}/METADATA.XML`, content: metadata(entries) }]),
    { name: `${folder}/DOC00001.XML`, content: present },
    ...(request.unlisted ? [{ name: `${folder}/DOC00009.XML`, content: document }] : []),
  ]);
}

function metadata(entries: readonly string[]): string {
  return `<lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0" xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><rim:RegistryObjectList>
${entries.join('\n')}
</rim:RegistryObjectList></lcm:SubmitObjectsRequest>`;
}

function extrinsicObject(uri: string, document: Buffer, ins: string, oid: string): string {
  const slot = (name: string, value: string) =>
    `<rim:Slot name="${name}"><rim:ValueList><rim:Value>${value}</rim:Value></rim:ValueList></rim:Slot>`;
  const hash = createHash('sha1').update(document).digest('hex');
  const patient = `${ins}^^^&amp;${oid}&amp;ISO^NH`;
  return `<rim:ExtrinsicObject id="${uri}">${slot('hash', hash)}${slot('size', String(document.length))}${slot('sourcePatientId', patient)}${slot('URI', uri)}</rim:ExtrinsicObject>`;
}

/** What a test asks of an e-mail; by default a letter sent as it should be. */
export interface MailRequest {
  readonly to?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly archive?: Buffer;
  readonly pdf?: Buffer;
  readonly text?: string;
}

export function mail(request: MailRequest): Buffer {
  const boundary = '=_test_1';
  const part = (name: string, type: string, content: Buffer) => [
    `--${boundary}`,
    `Content-Type: ${type}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    ...(content.toString('base64').match(/.{1,76}/g) ?? []),
  ];
  return Buffer.from(
    [
      'From: "Dr Camille TEST" <camille.test@cabinet-exemple.mssante.fr>',
      `To: <${request.to ?? 'dominique.essai@cabinet-exemple.mssante.fr'}>`,
      `Subject: ${request.subject ?? 'XDM/1.0/DDM+Lettre de liaison PAT-TROIS DOMINIQUE 28/03/1979'}`,
      'Date: Mon, 02 Nov 2026 10:15:00 +0100',
      'Message-ID: <20261104101500.1@cabinet-exemple.mssante.fr>',
      ...(request.headers ?? ['X-MSS-CODECDA: 11490-0', 'X-MSS-INS: O', 'X-MSS-NIL: REFERENCE-PRODUIT']),
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      request.text ?? 'Message de test, identite de test.',
      '',
      ...(request.archive ? part('IHE_XDM.zip', 'application/zip', request.archive) : []),
      ...(request.pdf ? part('lettre.pdf', 'application/pdf', request.pdf) : []),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
}

/** An ADT^A31; PID-3 as given. */
export function identityMessage(pid3: string, pid32 = '', event = 'A31'): Buffer {
  return Buffer.from(
    [
      `MSH|^~\\&|MONCABINET|CABINET|COFFRE|CABINET|20261102152012||ADT^${event}^ADT_A05|42|D|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR`,
      'EVN||20261102152012',
      `PID|1||${pid3}||PAT-TROIS^DOMINIQUE^^^^^L||19790328|F${pid32 === '' ? '' : '|'.repeat(24) + pid32}`,
      'PV1|1|N',
      '',
    ].join('\r'),
  );
}

export function validationReport(result: 'PASSED' | 'FAILED'): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<detailedResult>
  <ValidationResultsOverview>
    <ValidationDate>2026, 11 02</ValidationDate>
    <ValidationServiceName>Gazelle CDA Validation</ValidationServiceName>
    <ValidationTestResult>${result}</ValidationTestResult>
  </ValidationResultsOverview>
</detailedResult>
`);
}

/** A SOAP message with an assertion in its header, or an answer without. */
export function soapMessage(assertion: boolean): Buffer {
  const header = assertion
    ? `<S:Header><wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1" Version="2.0"><saml:Issuer>CN=Structure de test</saml:Issuer></saml:Assertion></wsse:Security></S:Header>`
    : '<S:Header/>';
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope">${header}<S:Body/></S:Envelope>\n`,
  );
}
