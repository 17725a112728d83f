import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { buildZip } from '../../../server/host/archive/testing/build-zip';
import { buildPdf } from '../../../server/host/inspection/testing/build-pdf';
import { buildPng } from '../../../server/host/inspection/testing/build-png';
import { fill, mebibyte } from './fill';

const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * mebibyte);
const spaces = (mebibytes: number, unit: string): Buffer => Buffer.alloc(mebibytes * mebibyte, unit);

/** What holds itself: base64 of base64 and so on, until it is a mebibyte. */
function base64Nest(content: string): string {
  let text = content;
  for (;;) {
    const next = Buffer.from(text).toString('base64');
    if (next.length > mebibyte) return text;
    text = next;
  }
}

function nestedArchives(depth: number): Buffer {
  let inner = buildZip([{ name: 'a.txt', content: 'ins=279035121518989' }]);
  for (let level = 0; level < depth; level++)
    inner = buildZip(Array.from({ length: 3 }, (_, index) => ({ name: `${index}.zip`, content: inner, deflate: true })));
  return inner;
}

/** One compressed stream under many names. */
function overlapping(count: number): Buffer {
  const content = spaces(1, 'ins 2 79 03 51 215 189 89 ');
  const data = deflateRawSync(content);
  return buildZip([
    { name: 'a.txt', content, data, method: 8 },
    ...Array.from({ length: count }, (_, index) => ({ name: `${index}.txt`, data: Buffer.alloc(0), offset: 0, size: content.length, compressedSize: data.length, method: 8 })),
  ]);
}

function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

const mail = (body: string, type = 'multipart/mixed; boundary=b'): string =>
  `From: a@medecin.mssante.fr\r\nTo: b@patient.mssante.fr\r\nDate: Tue, 3 Nov 2026 10:00:00 +0100\r\nSubject: essai\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`;

const cda = '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>';

/** Pieces of about a mebibyte that are hard to read, by the name of the file. */
export function hostileEvidence(): Readonly<Record<string, string | Uint8Array>> {
  return {
    'zip-bomb.zip': buildZip([{ name: 'a.txt', content: zeros(900), deflate: true }]),
    'many-entries.zip': buildZip(Array.from({ length: 9000 }, (_, index) => ({ name: `${index}.txt`, content: 'a' }))),
    'many-bombs.zip': buildZip(Array.from({ length: 32 }, (_, index) => ({ name: `${index}.txt`, content: spaces(30, '2 79 03 51 '), deflate: true }))),
    'nested.zip': nestedArchives(7),
    'overlapping.zip': overlapping(9000),
    'xml-bombs.zip': buildZip(Array.from({ length: 60 }, (_, index) => ({ name: `${index}.xml`, content: `<a>${'<b c="d"/>'.repeat(200_000)}</a>`, deflate: true }))),
    'bomb.gz': gzipSync(spaces(900, 'ins=279035121518989 2026-11-03\n')),
    'zeros.gz': gzipSync(zeros(1000)),
    'nested.gz': gzipSync(gzipSync(gzipSync(gzipSync(zeros(900))))),
    'many.tar': Buffer.concat(Array.from({ length: 1000 }, (_, index) => [tarHeader(`${index}.txt`, 10), Buffer.alloc(512, 'a')]).flat()),
    'empty-entries.tar': Buffer.concat(Array.from({ length: 2000 }, (_, index) => tarHeader(`${index}.txt`, 0))),
    'bomb.tgz': gzipSync(Buffer.concat(Array.from({ length: 100_000 }, (_, index) => tarHeader(`${index}.txt`, 0)))),
    'deep.xml': fill('', '<a>'),
    'wide.xml': fill('<a>', '<b c="d"/>', '</a>'),
    'attributes.xml': fill('<a ', (index) => `b${index}="c" `, '/>'),
    'namespaces.xml': fill('<a ', (index) => `xmlns:b${index}="c" `, '/>'),
    'nested-namespaces.xml': fill('', (index) => `<a${index % 9} xmlns:b${index}="c">`),
    'entities.xml': fill('<a>', '&amp;&#65;&lt;', '</a>'),
    'laughs.xml': `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 60 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]><a>&a60;</a>`,
    'quadratic.xml': `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(500_000)}">]><a>${'&a;'.repeat(160_000)}</a>`,
    'open-comment.xml': fill('<a><!--', '- -'),
    'open-doctype.xml': fill('<!DOCTYPE a [', '<!ENTITY '),
    'cdata.xml': fill('<a>', '<![CDATA[x]]>', '</a>'),
    'comments.xml': fill('<a>', '<!---->', '</a>'),
    'sections.cda.xml': fill(`${cda}<component><structuredBody>`, (index) => `<component><section><code code="${index}-1" codeSystem="2.16.840.1.113883.6.1"/><text>t</text></section></component>`, '</structuredBody></component></ClinicalDocument>'),
    'ids.cda.xml': fill(cda, (index) => `<id root="1.2.250.1.213.1.4.10" extension="27903512151${index}"/>`, '</ClinicalDocument>'),
    'patients.cda.xml': fill(cda, (index) => `<recordTarget><patientRole><id root="1.2.250.1.213.1.4.8" extension="${279035121518989 + index}"/><patient><name><given>A</given></name></patient></patientRole></recordTarget>`, '</ClinicalDocument>'),
    'base64.cda.xml': `${cda}<component><nonXMLBody><text representation="B64" mediaType="application/pdf">${base64Nest('%PDF-1.4 x'.repeat(40_000))}</text></nonXMLBody></component></ClinicalDocument>`,
    'deep.json': fill('', '['),
    'deep-objects.json': fill('', '{"a":'),
    'closed.json': '['.repeat(mebibyte / 2 - 10) + ']'.repeat(mebibyte / 2 - 10),
    'wide.json': fill('[', '1,', '1]'),
    'keys.json': fill('{', (index) => `"k${index}":"279035121518989",`, '"z":1}'),
    'base64.json': JSON.stringify({ data: base64Nest('{"ins":"279035121518989"}') }),
    'many-base64.json': fill('[', () => `"${Buffer.from('{"ins":"279035121518989","a":["b"]}'.repeat(4)).toString('base64')}",`, '1]'),
    'jwt.txt': fill('', () => `${['{"alg":"RS256","typ":"JWT"}', '{"sub":"899700000001","iat":1762160000}', 'signature-signature-signature'].map((one) => Buffer.from(one).toString('base64url')).join('.')}\n`),
    'one-jwt.txt': `eyJ${'eyJ'.repeat(160_000)}.eyJ${'A'.repeat(160_000)}.${'B'.repeat(160_000)}`,
    'dots.txt': fill('', 'eyJ.'),
    'base64.txt': base64Nest('ins=279035121518989'),
    'base64-lines.txt': fill('', (index) => `${'QUJD'.repeat(19)}${index % 7}\n`),
    'base64-data.html': fill('<html>', () => '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">', '</html>'),
    'deep.html': fill('<html>', '<div>'),
    'open-tags.html': fill('<html>', '<'),
    'scripts.html': fill('<html>', '<script>'),
    'comments.html': fill('<html>', '<!--'),
    'entities.html': fill('<html>', '&eacute;&#x41;&'),
    'many.hl7': fill('MSH|^~\\&|A|B|C|D|20261103101010||ADT^A01|1|P|2.5\r', (index) => `PID|${index}||279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS-NIR||A^B\r`),
    'messages.hl7': fill('', (index) => `MSH|^~\\&|A|B|C|D|20261103101010||ADT^A01|${index}|P|2.5\rPID|1||279035121518989\r`),
    'fields.hl7': fill('MSH|^~\\&|A|B|C|D|20261103101010||ADT^A01|1|P|2.5\rPID', '|a'),
    'repetitions.hl7': fill('MSH|^~\\&|A|B|C|D|20261103101010||ADT^A01|1|P|2.5\rPID|1||', '1^2&3~'),
    'base64.hl7': fill('MSH|^~\\&|A|B|C|D|20261103101010||MDM^T02|1|P|2.5\rOBX|1|ED|1||^TEXT^XML^Base64^', 'PGE+'),
    'groups.rtf': fill('{\\rtf1 ', '{'),
    'words.rtf': fill('{\\rtf1 ', "\\par \\'e9\\u233? ", '}'),
    'pictures.rtf': fill('{\\rtf1 ', '{\\pict\\pngblip 89504e470d0a1a0a}', '}'),
    'one-picture.rtf': fill('{\\rtf1 {\\pict\\pngblip ', '89504e47', '}}'),
    'binary.rtf': fill('{\\rtf1 ', '\\bin9 ', '}'),
    'parts.eml': mail(fill('', '--b\r\n\r\na\r\n', '--b--').slice(0, mebibyte - 400)),
    'nested.eml': mail(fill('', (index) => `--${index === 0 ? 'b' : `b${index}`}\r\nContent-Type: multipart/mixed; boundary=b${index + 1}\r\n\r\n`)),
    'forwarded.eml': mail(fill('', 'Content-Type: message/rfc822\r\n\r\n'), 'message/rfc822'),
    'headers.eml': fill('From: a@b.fr\r\n', (index) => `X-A${index}: b\r\n`, '\r\nbody'),
    'folded-header.eml': fill('From: a@b.fr\r\nSubject: a', '\r\n a', '\r\n\r\nbody'),
    'words.eml': fill('From: a@b.fr\r\nSubject: ', '=?utf-8?B?w6k=?= ', '\r\n\r\nbody'),
    'addresses.eml': fill('From: a@b.fr\r\nTo: ', (index) => `"a, b" <a${index}@medecin.mssante.fr>, `, '\r\n\r\nbody'),
    'brackets.eml': fill('From: a@b.fr\r\nTo: ', '<"(', '\r\n\r\nbody'),
    'quoted.eml': mail(fill('', '=C3=A9=\r\n'), 'text/plain\r\nContent-Transfer-Encoding: quoted-printable'),
    'base64.eml': mail(base64Nest('From: a@b.fr\r\n\r\nins=279035121518989').replaceAll(/.{76}/g, '$&\r\n'), 'text/plain\r\nContent-Transfer-Encoding: base64'),
    'many.mbox': fill('', (index) => `From a@b.fr Tue Nov  3 10:00:00 2026\nFrom: a@b.fr\nSubject: s${index}\n\nbody\n\n`),
    'pages.pdf': buildPdf({ pages: Array.from({ length: 2500 }, () => 'a') }),
    'one-page.pdf': buildPdf({ pages: ['ins 2 79 03 51 215 189 89 '.repeat(38_000)] }),
    'streams.pdf': buildPdf({ objects: Array.from({ length: 8000 }, () => '<< /Length 0 >>\nstream\n\nendstream') }),
    'bomb.pdf': buildPdf({ objects: Array.from({ length: 20 }, () => {
      const data = deflateSync(zeros(30)).toString('latin1');
      return `<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n${data}\nendstream`;
    }) }),
    'kids.pdf': Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [${'2 0 R '.repeat(160_000)}] /Count 160000 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF`),
    'brackets.pdf': fill('%PDF-1.4\n1 0 obj\n', '['),
    'dictionaries.pdf': fill('%PDF-1.4\n1 0 obj\n', '<</A '),
    'objects.pdf': fill('%PDF-1.4\n', (index) => `${index} 0 obj\n<< >>\nendobj\n`, 'trailer << /Root 1 0 R >>'),
    'signatures.pdf': buildPdf({ objects: Array.from({ length: 5000 }, () => '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> /SubFilter /adbe.pkcs7.detached >>') }),
    'ends.pdf': fill('%PDF-1.4\n', 'startxref\n9\n%%EOF\n'),
    'xmp.pdf': buildPdf({ xmp: '<rdf:li>'.repeat(120_000) }),
    'one-colour.png': buildPng({ width: 30_000, height: 30_000, depth: 8, colourType: 0, rows: zeros(859) }),
    'chunks.png': buildPng({ extra: Array.from({ length: 80_000 }, () => ['tEXt', Buffer.alloc(1)]) }),
    'texts.png': buildPng({ extra: Array.from({ length: 20 }, () => ['zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(spaces(30, 'a'))])]) }),
    'markers.jpg': Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(mebibyte, Buffer.from([0xff, 0xe0, 0, 2]))]),
    'boxes.mp4': Buffer.concat([Buffer.from([0, 0, 0, 16, ...Buffer.from('ftypisom'), 0, 0, 0, 0]), Buffer.alloc(mebibyte, Buffer.from([0, 0, 0, 8, ...Buffer.from('moov')]))]),
    'elements.webm': Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80]), Buffer.alloc(mebibyte, Buffer.from([0xec, 0x80]))]),
    'list.avi': Buffer.concat([Buffer.from('RIFF\xff\xff\xff\x00AVI ', 'latin1'), Buffer.alloc(mebibyte, Buffer.from('LIST\x04\0\0\0hdrl', 'latin1'))]),
    'columns.csv': fill('', 'a;'),
    'rows.csv': fill('a;b\n', '1;2\n'),
    'quotes.csv': fill('a;b\n', '"'),
    'open-quotes.csv': fill('a;b\n', '"a;b\n'),
    'ins.csv': fill('ins;nom\n', (index) => `${279035121500000 + index};A\n`),
    'digits.log': fill('', '2 79 03 51 2'),
    'dates.log': fill('', '2026-11-03T10:00:00 '),
    'half-dates.log': fill('', '2026-11-'),
    'ins-spaces.log': fill('', '279035121518989 '),
    'one-line.log': fill('', 'a'),
    'lines.log': fill('', '\n'),
    'pem.pem': fill('', '-----BEGIN CERTIFICATE-----\n'),
    'certificates.pem': fill('', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'),
    'key.txt': fill('', '-----BEGIN PRIVATE KEY-----\nA'),
    'soap.xml': fill('<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>', '<VIHF_Version>3</VIHF_Version>', '</s:Header><s:Body/></s:Envelope>'),
    'report.xml': fill('<testsuites>', (index) => `<testsuite name="${index}" tests="1"><testcase name="a"><failure message="b">c</failure></testcase></testsuite>`, '</testsuites>'),
    'svrl.xml': fill('<svrl:schematron-output xmlns:svrl="http://purl.oclc.org/dsdl/svrl">', '<svrl:failed-assert test="a" location="/b"><svrl:text>c</svrl:text></svrl:failed-assert>', '</svrl:schematron-output>'),
    'tap.txt': fill('1..99\n', (index) => `not ok ${index} - a\n`),
    'console.txt': fill('', 'Tests: 1 failed, 2 passed, 3 total\n'),
    'compound.msg': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(mebibyte, 1)]),
  };
}
