import { deflateSync, gzipSync } from 'node:zlib';
import { buildZip } from '../../../server/host/archive/testing/build-zip';
import { buildAvi, list } from '../../../server/host/inspection/testing/build-avi';
import { box, buildMp4, buildWebm, element } from '../../../server/host/inspection/testing/build-film';
import { buildHeic, buildJpeg, buildWebp, riff } from '../../../server/host/inspection/testing/build-pictures';
import { buildPng } from '../../../server/host/inspection/testing/build-png';
import { tar, tarEntry } from './build-tar';

const jpegSegment = (marker: number, data: Uint8Array): Buffer => {
  const length = data.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), data]);
};
const jpegWith = (marker: number, data: Uint8Array): Buffer => {
  const whole = buildJpeg(8, 8);
  return Buffer.concat([whole.subarray(0, 2), jpegSegment(marker, data), whole.subarray(2)]);
};

/** Exif (TIFF, little endian) with one tag. */
export function exifOf(tag: number, type: number, value: Uint8Array): Buffer {
  const head = Buffer.alloc(26);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(1, 8);
  head.writeUInt16LE(tag, 10);
  head.writeUInt16LE(type, 12);
  head.writeUInt32LE(value.length, 14);
  head.writeUInt32LE(26, 18);
  return Buffer.concat([head, value]);
}

const text = (line: string): Buffer => Buffer.from(line);
const keyed = (line: string, ...between: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('Comment\0'), Buffer.from(between), text(line)]);
const xmp = (line: string): Buffer =>
  text(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><dc:title><rdf:li>${line.replaceAll('&', '&amp;')}</rdf:li></dc:title></rdf:RDF></x:xmpmeta>`,
  );
const appExif = (exif: Uint8Array): Buffer => jpegWith(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]));

function gifWith(line: string): Buffer {
  const head = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([8, 0, 8, 0, 0, 0, 0])]);
  const blocks = Array.from({ length: Math.ceil(line.length / 20) }, (_, at) => {
    const piece = text(line.slice(20 * at, 20 * at + 20));
    return Buffer.concat([Buffer.from([piece.length]), piece]);
  });
  const image = Buffer.from([0x2c, 0, 0, 0, 0, 8, 0, 8, 0, 0, 2, 2, 0x4c, 0x01, 0]);
  return Buffer.concat([head, Buffer.from([0x21, 0xfe]), ...blocks, Buffer.from([0]), image, Buffer.from([0x3b])]);
}

function webpWith(chunk: string, data: Uint8Array): Buffer {
  const whole = buildWebp(8, 8, Buffer.alloc(8));
  return riff('RIFF', Buffer.concat([whole.subarray(8), riff(chunk, data)]));
}

function heicWith(data: Uint8Array): Buffer {
  const whole = buildHeic(320, 200);
  return Buffer.concat([whole.subarray(0, whole.length - 12), box('mdat', [data])]);
}

const ilst = (name: string, line: string): Buffer =>
  box('udta', [
    box('meta', [
      Buffer.alloc(4),
      box('ilst', [box(name, [box('data', [Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), text(line)])])]),
    ]),
  ]);

function gzipNamed(flag: number, line: string): Buffer {
  const plain = gzipSync('INFO\n');
  const head = Buffer.from(plain.subarray(0, 10));
  head[3] = flag;
  return Buffer.concat([head, text(`${line}\0`), plain.subarray(10)]);
}

const mail = (headers: string, body: string): string =>
  `From: a@exemple.test\r\nTo: b@exemple.test\r\nDate: Mon, 2 Nov 2026 10:15:00 +0100\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`;
const word = (line: string): string => `=?utf-8?B?${Buffer.from(line).toString('base64')}?=`;
const quoted = (line: string): string =>
  Array.from(text(line), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const attachedAs = (disposition: string): string =>
  mail(
    'Subject: essai\r\nContent-Type: multipart/mixed; boundary=b',
    `--b\r\nContent-Type: text/plain\r\n\r\nvoir\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; ${disposition}\r\n\r\nx\r\n--b--\r\n`,
  );

const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const office = (extension: string, entry: string, xml: string): Buffer =>
  buildZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: `${extension}/document.xml`, content: '<w:document xmlns:w="w"><w:body/></w:document>' },
    { name: entry, content: xml },
  ]);
const rtf = (line: string): string =>
  `{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\\f0 ${line
    .replace(/[\\{}]/g, '\\$&')
    .replace(/(\d{2})(\d)/, '$1{\\b $2}')
    .replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0)}?`)}\\par }`;
const folded = (line: string): string => line.replace(/.{9}/gs, '$&\r\n ');

/** Ways to say a line beside the content of a file: in names, titles, comments and other metadata, and in lesser formats. */
export const described: Readonly<Record<string, (line: string) => string | Uint8Array>> = {
  'text.png': (line) => buildPng({ extra: [['tEXt', keyed(line)]] }),
  'itxt.png': (line) => buildPng({ extra: [['iTXt', keyed(line, 0, 0, 0, 0)]] }),
  'itxt-comprime.png': (line) =>
    buildPng({ extra: [['iTXt', Buffer.concat([keyed('', 1, 0, 0, 0), deflateSync(line)])]] }),
  'ztxt.png': (line) => buildPng({ extra: [['zTXt', Buffer.concat([keyed('', 0), deflateSync(line)])]] }),
  'exif.png': (line) => buildPng({ extra: [['eXIf', exifOf(0x010e, 2, text(`${line}\0`))]] }),
  'com.jpg': (line) => jpegWith(0xfe, text(line)),
  'description.jpg': (line) => appExif(exifOf(0x010e, 2, text(`${line}\0`))),
  'titre-windows.jpg': (line) => appExif(exifOf(0x9c9b, 1, Buffer.from(`${line}\0`, 'utf16le'))),
  'commentaire.jpg': (line) =>
    appExif(exifOf(0x9286, 7, Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from(line, 'utf16le')]))),
  'xmp.jpg': (line) => jpegWith(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), xmp(line)])),
  'iptc.jpg': (line) => jpegWith(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), text(line)])),
  'commentaire.gif': gifWith,
  'xmp.webp': (line) => webpWith('XMP ', xmp(line)),
  'exif.webp': (line) => webpWith('EXIF', exifOf(0x010e, 2, text(`${line}\0`))),
  'description.tif': (line) => exifOf(0x010e, 2, text(`${line}\0`)),
  'exif.heic': (line) =>
    heicWith(Buffer.concat([Buffer.from('\0\0\0\x06Exif\0\0', 'latin1'), exifOf(0x010e, 2, text(`${line}\0`))])),
  'xmp.heic': (line) => heicWith(xmp(line)),
  'titre.mp4': (line) => buildMp4({ extra: [ilst('\xa9nam', line)] }),
  'commentaire.mp4': (line) => buildMp4({ extra: [ilst('\xa9cmt', line)], indexLast: true }),
  'titre.mov': (line) => {
    const head = Buffer.from([line.length >> 8, line.length & 0xff, 0x15, 0xc7]);
    return buildMp4({ extra: [box('udta', [box('\xa9nam', [head, text(line)])])] });
  },
  'xmp.mp4': (line) => Buffer.concat([buildMp4(), box('uuid', [Buffer.alloc(16, 0xbe), xmp(line)])]),
  'titre.mkv': (line) =>
    buildWebm({ extra: [element('1254c367', [element('7373', [element('4487', [text(line)])])])] }),
  'info.avi': (line) => buildAvi({ extra: [list('INFO', [riff('INAM', text(line))])] }),
  'noms.zip': (line) => buildZip([{ name: `captures/${line}.png`, content: 'x' }]),
  'dossier.zip': (line) =>
    buildZip([
      { name: `${line}/`, content: '' },
      { name: 'a.txt', content: 'x' },
    ]),
  'commentaire.zip': (line) => buildZip([{ name: 'a.txt', content: 'x' }], { comment: line }),
  'commentaire-entree.zip': (line) => buildZip([{ name: 'a.txt', content: 'x', comment: line }]),
  'nom.txt.gz': (line) => gzipNamed(8, line),
  'commentaire.log.gz': (line) => gzipNamed(16, line),
  'noms.tar': (line) => tar(`${line}.txt`, text('x')),
  'pax.tar': (line) => {
    const record = ` path=${line}.txt\n`;
    const records = text(`${record.length + 3}${record}`);
    return Buffer.concat([tarEntry('PaxHeader', records, 'x'), tar('court.txt', text('x'))]);
  },
  'sujet.eml': (line) => mail(`Subject: ${word(line)}\r\nContent-Type: text/plain`, 'x'),
  'sujet-q.eml': (line) => mail(`Subject: =?utf-8?Q?${quoted(line)}?=\r\nContent-Type: text/plain`, 'x'),
  'expediteur.eml': (line) =>
    mail(`Subject: x\r\nReply-To: ${word(line)} <c@exemple.test>\r\nContent-Type: text/plain`, 'x'),
  'nom-rfc2231.eml': (line) => attachedAs(`filename*=utf-8''${encodeURIComponent(`${line}.txt`)}`),
  'nom-rfc2047.eml': (line) => attachedAs(`filename="${word(`${line}.txt`)}"`),
  'core.docx': (line) =>
    office(
      'word',
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${escaped(line)}</dc:title></cp:coreProperties>`,
    ),
  'commentaires.docx': (line) =>
    office(
      'word',
      'word/comments.xml',
      `<w:comments xmlns:w="w"><w:comment><w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p></w:comment></w:comments>`,
    ),
  'notes.pptx': (line) =>
    office(
      'ppt',
      'ppt/notesSlides/notesSlide1.xml',
      `<p:notes xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${escaped(line.slice(0, 12))}</a:t></a:r><a:r><a:t>${escaped(line.slice(12))}</a:t></a:r></a:p></p:notes>`,
    ),
  'meta.odt': (line) =>
    office(
      'odf',
      'meta.xml',
      `<office:document-meta xmlns:office="o" xmlns:dc="d"><dc:title>${escaped(line)}</dc:title></office:document-meta>`,
    ),
  'lettre.rtf': rtf,
  'titre.rtf': (line) =>
    rtf('x').replace('{\\fonttbl', `{\\info{\\title ${line.replace(/[\\{}]/g, '\\$&')}}}{\\fonttbl`),
  'carte.vcf': (line) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:X\r\n${folded(`NOTE:${line}`)}\r\nEND:VCARD\r\n`,
  'carte-qp.vcf': (line) =>
    `BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted(line)}\r\nEND:VCARD\r\n`,
  'rendez-vous.ics': (line) =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n${folded(`DESCRIPTION:${line}`)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
};
