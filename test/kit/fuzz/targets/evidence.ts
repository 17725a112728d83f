import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { neverCancelled } from '../../../../server/core/ports/cancellation';
import { buildZip } from '../../../../server/host/archive/testing/build-zip';
import { evidenceInspectors } from '../../../../server/host/inspection/evidence-inspectors';
import { memorySource } from '../../../../server/host/inspection/evidence-source';
import { inspectEvidence } from '../../../../server/host/inspection/inspect-evidence';
import { defaultLimits, type InspectionLimits } from '../../../../server/host/inspection/limits';
import { buildAvi } from '../../../../server/host/inspection/testing/build-avi';
import { buildExif } from '../../../../server/host/inspection/testing/build-exif';
import { buildMp4, buildWebm } from '../../../../server/host/inspection/testing/build-film';
import { buildPdf, buildSignedPdf } from '../../../../server/host/inspection/testing/build-pdf';
import { buildBmp, buildGif, buildHeic, buildJpeg, buildTiff, buildWebp } from '../../../../server/host/inspection/testing/build-pictures';
import { buildPng } from '../../../../server/host/inspection/testing/build-png';
import { mutations } from '../../../../server/host/inspection/testing/mutations';
import { fakePdfReader } from '../../../../server/host/inspection/testing/with-parts';
import type { FuzzTarget } from '../fuzz-target';
import { mutateText } from '../mutate-text';
import type { Random } from '../random';

/** Small, so that the limits are met. */
const limits: InspectionLimits = { ...defaultLimits, maxEntries: 200, maxInflatedBytes: 1024 * 1024, maxParts: 50, maxPartBytes: 2 * 1024 * 1024 };

type Seed = readonly [name: string, content: Uint8Array];

const text = (name: string, content: string): Seed => [name, strToU8(content)];

const mail = `From: a@medecin.mssante.fr\r\nTo: "A, B" <b@patient.mssante.fr>\r\nDate: Tue, 3 Nov 2026 10:00:00 +0100\r\nSubject: =?utf-8?B?w6k=?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nins=3D279035121518989\r\n--b\r\nContent-Type: application/zip; name="a.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${buildZip([{ name: 'a.txt', content: 'a' }]).toString('base64')}\r\n--b--\r\n`;
const hl7 = 'MSH|^~\\&|A|B|C|D|20261103101010||ADT^A01^ADT_A01|1|P|2.5^FRA\rEVN||20261103101010\rPID|1||279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS-NIR||PAT-TROIS^DOMINIQUE\rOBX|1|ED|1||^TEXT^XML^Base64^PGE+PC9hPg==\r';
const jwt = ['{"alg":"RS256"}', '{"sub":"899700000001","iat":1762160000}', 'xyz'].map((one) => Buffer.from(one).toString('base64url')).join('.');

function tar(): Buffer {
  const header = Buffer.alloc(512);
  header.write('a.txt', 0);
  header.write('0000644\0', 100);
  header.write('00000000012\0', 124);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(`${header.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, Buffer.from('2026-11-03'.padEnd(512, '\0')), Buffer.alloc(1024)]);
}

/** A sound piece of every kind. */
function evidenceSeeds(): readonly Seed[] {
  const exif = buildExif('2026:11:02 10:41:07\0');
  const fixtures = readdirSync('test/fixtures/evidence').map((name): Seed => [name, readFileSync(join('test/fixtures/evidence', name))]);
  return [
    ...fixtures.filter(([, content]) => content.length < 40_000),
    ['a.png', buildPng({ extra: [['eXIf', exif]] })],
    ['a.jpg', buildJpeg(8, 8, exif)],
    ['a.gif', buildGif(8, 8)],
    ['a.webp', buildWebp(8, 8, exif)],
    ['a.bmp', buildBmp(8, 8)],
    ['a.tif', buildTiff(8, 8)],
    ['a.heic', buildHeic(8, 8)],
    ['a.mp4', buildMp4()],
    ['b.mp4', buildMp4({ indexLast: true, long: true })],
    ['a.webm', buildWebm({ duration: 2500, created: 1n })],
    ['a.avi', buildAvi()],
    ['a.pdf', buildPdf({ info: '/CreationDate (D:20261104)', xmp: '<x:xmpmeta/>' })],
    ['signe.pdf', buildSignedPdf('/SubFilter /adbe.pkcs7.detached /M (D:20261104) /Name <FEFF0041>')],
    text('a.eml', mail),
    text('a.mbox', `From a@b.fr Tue Nov  3 10:00:00 2026\n${mail.replaceAll('\r\n', '\n')}`),
    text('a.hl7', hl7),
    text('a.csv', 'ins;date\n279035121518989;2026-11-03\n"a\nb";"c""d"\n'),
    text('a.log', `2026-11-03T10:41:07 é\r\n[02/Nov/2026:10:11:12] ins=279035121518989 Bearer ${jwt}\n`),
    text('a.json', JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', details: { text: 'a' } }], data: Buffer.from('<a/>').toString('base64'), list: [1, 'b'] })),
    text('a.jsonl', '{"a":1}\n{"ins":"279035121518989"}\n'),
    text('a.html', '<html><body><p>2026-11-03 &eacute;</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><script>var a = "<b>";</script></body></html>'),
    text('a.rtf', "{\\rtf1\\ansi {\\fonttbl{\\f0 A;}}\\par \\'e9\\u233? ins 279035121518989{\\pict\\pngblip 89504e470d0a1a0a}}"),
    text('a.txt', `tests: 3\n${Buffer.from('ins=279035121518989').toString('base64')}\n`),
    text('a.tap', '1..2\nok 1 - a\nnot ok 2 - b\n  ---\n  message: c\n  ...\n'),
    text('junit.xml', '<?xml version="1.0"?><testsuites><testsuite name="a" tests="2" failures="1" timestamp="2026-11-03T10:00:00"><testcase name="b"><failure message="c">d</failure></testcase><testcase name="e"/></testsuite></testsuites>'),
    text('svrl.xml', '<svrl:schematron-output xmlns:svrl="http://purl.oclc.org/dsdl/svrl"><svrl:fired-rule context="a"/><svrl:failed-assert test="a" location="/b"><svrl:text>c</svrl:text></svrl:failed-assert></svrl:schematron-output>'),
    text('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>2026</text><image href="data:image/gif;base64,R0lGODlhAQABAAAAACw="/></svg>'),
    ['a.zip', buildZip([{ name: 'a/b.txt', content: 'ins=279035121518989' }, { name: 'c.xml', content: '<a/>', deflate: true }, { name: 'd.zip', content: buildZip([{ name: 'e.hl7', content: hl7 }]) }])],
    ['xdm.zip', buildZip([{ name: 'INDEX.HTM', content: '<html/>' }, { name: 'README.TXT', content: 'a' }, { name: 'IHE_XDM/SUBSET01/METADATA.XML', content: '<SubmitObjectsRequest xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"><RegistryObjectList xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><ExtrinsicObject id="D" mimeType="text/xml"><Slot name="URI"><ValueList><Value>DOC.XML</Value></ValueList></Slot></ExtrinsicObject></RegistryObjectList></SubmitObjectsRequest>' }, { name: 'IHE_XDM/SUBSET01/DOC.XML', content: '<ClinicalDocument xmlns="urn:hl7-org:v3"/>' }])],
    ['a.tar', tar()],
    ['a.gz', gzipSync(hl7)],
    ['a.tgz', gzipSync(tar())],
  ];
}

const isText = /\.(?:xml|json|jsonl|html|rtf|txt|tap|svg|eml|mbox|hl7|er7|csv|log|pem)$/;

/** Texts are changed as lines or as bytes, archives within what they hold, everything else as bytes. */
function mutated([name, content]: Seed, others: readonly string[], random: Random): Buffer {
  if (isText.test(name) && random.once(2)) return Buffer.from(mutateText(Buffer.from(content).toString(), others, random));
  if (extname(name) === '.zip' && random.once(2)) {
    const files: Unzipped = unzipSync(content);
    const inner = random.pick(Object.keys(files));
    files[inner] = new Uint8Array(bytesOf(files[inner] ?? new Uint8Array(), random));
    return Buffer.from(zipSync(files));
  }
  return bytesOf(content, random);
}

function bytesOf(content: Uint8Array, random: Random): Buffer {
  const [made] = mutations(content, 1, random.below(2 ** 31));
  return made ?? Buffer.from(content);
}

export const evidenceTarget: FuzzTarget = {
  name: 'evidence',
  weight: 6,
  prepare() {
    const seeds = evidenceSeeds();
    const texts = seeds.filter(([name]) => isText.test(name)).map(([, content]) => Buffer.from(content).toString());
    const inspectors = evidenceInspectors(fakePdfReader('ins=279035121518989'));
    // Now and then of another name than its content says.
    const made = (random: Random): Seed => {
      const seed = random.pick(seeds);
      return [random.once(10) ? random.pick(seeds)[0] : seed[0], mutated(seed, texts, random)];
    };
    return {
      input: (random) => made(random)[1],
      async run(random) {
        const [name, content] = made(random);
        return inspectEvidence(memorySource(content, { name }), { inspectors }, neverCancelled, limits);
      },
    };
  },
};
