import { gzipSync } from 'node:zlib';
import { buildZip } from '../../../server/host/archive/testing/build-zip';
import { tar } from './build-tar';
import { described } from './described';

/** A file that carries an identity, or a test identity, in some container and spelling. */
export interface Carrier {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Made up, with a valid key: nobody's. */
export const madeUp = '281065145432112';
const production = '1.2.250.1.213.1.4.8';
const test = '1.2.250.1.213.1.4.10';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const folded = (text: string, end: string): string => base64(text).replace(/.{76}/g, `$&${end}`);
const mail = (type: string, body: string): string =>
  `From: a@exemple.test\r\nTo: b@exemple.test\r\nDate: Mon, 2 Nov 2026 10:15:00 +0100\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\nSubject: essai\r\nContent-Type: ${type}\r\n\r\n${body}`;
const attached = (headers: string, body: string): string =>
  mail(
    'multipart/mixed; boundary=b',
    `--b\r\nContent-Type: text/plain\r\n\r\nvoir\r\n--b\r\n${headers}\r\n\r\n${body}\r\n--b--\r\n`,
  );
const oru = (value: string): string =>
  `MSH|^~\\&|A|B|C|D|20261102||ORU^R01|1|P|2.5\rOBX|1|ED|1^X^LN||${value}||||||F\r`;
const paragraph = (runs: string): string => `<w:document xmlns:w="w"><w:body><w:p>${runs}</w:p></w:body></w:document>`;
const cda = (text: string): string =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3"><text>${escaped(text)}</text></ClinicalDocument>`;

/** Ways to hold a line of text. */
const containers: Readonly<Record<string, (line: string) => string | Uint8Array>> = {
  'texte.log': (line) => `2026-11-02 10:00:00 INFO ${line}\n`,
  'nul.log': (line) => `${'\0'.repeat(5000)}INFO ${line}\n`,
  'utf16.txt': (line) => Buffer.from(`\ufeff${line}`, 'utf16le'),
  'journal.log.gz': (line) => gzipSync(`INFO ${line}\n`),
  'journaux.tar': (line) => tar('logs/a.log', Buffer.from(line)),
  'journaux.tar.gz': (line) => gzipSync(tar('a.log', Buffer.from(line))),
  'archive.zip': (line) => buildZip([{ name: 'a/journal.log', content: line }]),
  'emboitee.zip': (line) => buildZip([{ name: 'b.zip', content: buildZip([{ name: 'c.txt', content: line }]) }]),
  'lettre.docx': (line) =>
    buildZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      {
        name: 'word/document.xml',
        content: paragraph(
          Array.from(
            line.match(/.{1,7}/gs) ?? [],
            (run) => `<w:r><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`,
          ).join(''),
        ),
      },
    ]),
  'page.html': (line) => `<!DOCTYPE html><html><p>${escaped(line).replace(/(\d{2})(\d)/, '$1<b>$2</b>')}</p></html>`,
  'message.eml': (line) => mail('text/plain', line),
  'html.eml': (line) => mail('text/html', `<p>${escaped(line)}</p>`),
  'joint.eml': (line) =>
    attached('Content-Type: application/octet-stream; name=a.txt\r\nContent-Transfer-Encoding: base64', base64(line)),
  'transfere.eml': (line) => attached('Content-Type: message/rfc822', mail('text/plain', line)),
  'boite.mbox': (line) => `From a@exemple.test Mon Nov  2 10:15:00 2026\n${mail('text/plain', line)}\n`,
  'corps.cda.xml': (line) =>
    `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody><text representation="B64">${base64(cda(line))}</text></nonXMLBody></component></ClinicalDocument>`,
  'soap.xml': (line) => `<Envelope><Body><Document>${folded(cda(line), '\n')}</Document></Body></Envelope>`,
  'cdata.xml': (line) => `<Envelope><Body><![CDATA[${cda(line)}]]></Body></Envelope>`,
  'obx.hl7': (line) => oru(`^TEXT^XML^Base64^${folded(cda(line), '\\.br\\')}`),
  'obx-x.hl7': (line) => oru(`^TEXT^XML^Base64^${folded(cda(line), '\\X0D0A\\')}`),
  'binary.json': (line) => JSON.stringify({ resourceType: 'Binary', data: base64(cda(line)) }),
  'lignes.log': (line) => `10:00 ${JSON.stringify({ level: 'info', message: line })}\n`,
  'jeton.log': (line) =>
    `Authorization: Bearer eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify({ sub: line })).toString('base64url')}.x\n`,
  'data.txt': (line) => `<a href="data:text/plain;base64,${base64(line)}">\n`,
};

const grouped = (ins: string): string =>
  `${ins.slice(0, 1)} ${ins.slice(1, 3)} ${ins.slice(3, 5)} ${ins.slice(5, 7)} ${ins.slice(7, 10)} ${ins.slice(10, 13)} ${ins.slice(13)}`;

/** How one may write an identity that has to be seen. */
const spellings: Readonly<Record<string, string>> = {
  named: `patient INS ${madeUp}`,
  cx: `PID-3=${madeUp}^^^ASIP-SANTE-INS-NIR&${production}&ISO^INS`,
  token: `identifier=urn:oid:${production}|${madeUp}`,
  percent: `identifier=urn%3Aoid%3A${production}%7C${madeUp}`,
  grouped: `NIR : ${grouped(madeUp)}`,
  dashes: `NIR : ${grouped(madeUp).replaceAll(' ', '-')}`,
  key: `NIR=${madeUp.slice(0, 13)}, cle=${madeUp.slice(13)}`,
  said: `${grouped(madeUp).slice(0, -3)} clé ${madeUp.slice(13)}`,
  wide: `NIR ${madeUp.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}`,
};

/** How one may write a test identity, which nobody may be told of. */
const allowed: Readonly<Record<string, string>> = {
  cx: `PID-3=${madeUp}^^^ASIP-SANTE-INS-NIR&${test}&ISO^INS`,
  token: `identifier=urn:oid:${test}|${madeUp}`,
  percent: `identifier=urn%3Aoid%3A${test}%7C${madeUp}`,
  public: 'patient INS 279035121518989',
};

function carriersOf(lines: Readonly<Record<string, string>>): Carrier[] {
  return Object.entries({ ...containers, ...described }).flatMap(([name, wrap]) =>
    Object.entries(lines).map(([spelling, line]) => ({
      name: `${spelling}-${name}`,
      content: Buffer.from(wrap(line)),
    })),
  );
}

/** Identities that the structure of a document tells, under an OID of production or of test. */
function structured(system: string): Carrier[] {
  const all: Readonly<Record<string, string>> = {
    'apres.json': `{"identifier":[{"value":"${madeUp}","use":"official","system":"urn:oid:${system}"}]}`,
    'avant.json': `{"identifier":[{"system":"urn:oid:${system}","type":{"coding":[{"code":"INS"}]},"value":"${madeUp}"}]}`,
    'colonnes.csv': `nom;matricule;oid\nX;${madeUp};${system}\n`,
    'cle.csv': `nom;nir;cle;oid\nX;${madeUp.slice(0, 13)};${madeUp.slice(13)};${system}\n`,
    'v2.xml': `<ADT_A01><PID><PID.3><CX.1>${madeUp}</CX.1><CX.4><HD.2>${system}</HD.2></CX.4></PID.3></PID></ADT_A01>`,
    'id.xml': `<ClinicalDocument xmlns="urn:hl7-org:v3"><id extension="${madeUp}" root="${system}"/></ClinicalDocument>`,
    'fhir.xml': `<Patient><identifier><value value="${madeUp}"/><system value="urn:oid:${system}"/></identifier></Patient>`,
    'pid.hl7': `MSH|^~\\&|A|B|C|D|20261102||ADT^A31|1|P|2.5\rPID|1||${madeUp}^^^A&${system}&ISO^INS\r`,
  };
  return Object.entries(all).map(([name, text]) => ({ name, content: Buffer.from(text) }));
}

/** A table whose cell is stored as spreadsheets store a long number. */
function storedAs(cell: string): Buffer {
  return buildZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData><row r="1"><c r="A1"><v>${cell}</v></c></row></sheetData></worksheet>`,
    },
  ]);
}

const stored: readonly Carrier[] = ['2.81065145432112E14', '2.81065145432112E+14', '281065145432112'].map((cell) => ({
  name: `${cell}.xlsx`,
  content: storedAs(cell),
}));

/** Carriers in which something must be seen. */
export const identities: readonly Carrier[] = [...carriersOf(spellings), ...structured(production), ...stored];

/** Carriers in which nobody must be accused. */
export const testIdentities: readonly Carrier[] = [
  ...carriersOf(allowed),
  ...structured(test),
  { name: 'public.xlsx', content: storedAs('2.79035121518989E14') },
];

/** What looks like an identity and is none. */
const others: Readonly<Record<string, string>> = {
  siret: 'SIRET 732 829 320 00074, capital 281 065 145 432 112 €',
  siren: 'contrat 2 81 06 51 454 321 page 12',
  oid: 'OID 1.2.250.1.213.281065145432112.4',
  decimal: 'durée 0,281065145432112 s ; 2.81065145432113E14',
  telephone: 'Tél. 06 51 45 43 21 ou +33 6 51 45 43 21',
  uuid: '28106514-5432-4112-8106-514543211200',
  key: 'matricule 2810651454321 clé 13',
};

/** Carriers in which nobody must be accused, although numbers of that kind stand in them. */
export const lookAlikes: readonly Carrier[] = carriersOf(others);
