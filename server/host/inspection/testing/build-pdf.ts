import { createHash } from 'node:crypto';

/** What a test asks of a document; by default one page of text, without metadata. */
export interface PdfDocumentRequest {
  /** Text of each page; an empty one has no text layer. */
  readonly pages?: readonly string[];
  readonly info?: string;
  /** Fields of every page, such as its notes. */
  readonly page?: string;
  /** Fields of the catalogue, such as the outline. */
  readonly catalogue?: string;
  readonly xmp?: string;
  /** Added dictionaries, such as a signature. */
  readonly objects?: readonly string[];
  /** `open`: the user's password is empty; `closed`: it is not. */
  readonly encryption?: 'open' | 'closed';
}

export function buildPdf(request: PdfDocumentRequest = {}): Buffer {
  const { pages = ['Bonjour'], info = '', page = '', catalogue = '', xmp, objects = [], encryption } = request;
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const next = 4 + 2 * pages.length;
  const key = encryptionKey();
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R${xmp === undefined ? '' : ` /Metadata ${next + 1} 0 R`} ${catalogue}>>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((text, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> ${page}>>`,
      stream('', contentOf(text), encryption && objectKey(key, 5 + 2 * index)),
    ]),
    `<< ${info} >>`,
    stream('/Type /Metadata /Subtype /XML ', xmp ?? '', encryption && objectKey(key, next + 1)),
    ...objects,
  ];
  let file = '%PDF-1.4\n';
  const offsets = bodies.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const secured = encryption
    ? ` /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt ${encryptionOf(key, encryption)}`
    : '';
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R /Info ${next} 0 R${secured} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** The same document with a signature dictionary whose byte range leaves out its contents. */
export function buildSignedPdf(fields: string, rangeFirst = true): Buffer {
  const contents = `<${'00'.repeat(64)}>`;
  const range = '/ByteRange [0000000000 0000000000 0000000000 0000000000]';
  const parts = rangeFirst ? [range, `/Contents ${contents}`] : [`/Contents ${contents}`, range];
  const file = buildPdf({ objects: [`<< /Type /Sig ${parts[0] ?? ''} ${parts[1] ?? ''} ${fields} >>`] });
  const start = file.indexOf(contents);
  const end = start + contents.length;
  const numbers = [0, start, end, file.length - end].map((value) => String(value).padStart(10, '0')).join(' ');
  file.write(`/ByteRange [${numbers}]`, file.indexOf(range), 'latin1');
  return file;
}

function contentOf(text: string): string {
  if (text === '') return '0 0 m 10 10 l S';
  const lines = text.split('\n').map((line, index) => `1 0 0 1 50 ${800 - 20 * index} Tm (${line}) Tj`);
  return `BT /F1 12 Tf ${lines.join(' ')} ET`;
}

function stream(fields: string, content: string, key: Buffer | undefined): string {
  const data = key ? rc4(key, Buffer.from(content, 'latin1')).toString('latin1') : content;
  return `<< ${fields}/Length ${data.length} >>\nstream\n${data}\nendstream`;
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const owner = Buffer.alloc(32, 5);
const permissions = -4;

/** ISO 32000-1, algorithm 2, revision 2, for an empty password. */
function encryptionKey(): Buffer {
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(permissions);
  return createHash('md5').update(padding).update(owner).update(flags).update(Buffer.alloc(16)).digest().subarray(0, 5);
}

function objectKey(key: Buffer, number: number): Buffer {
  const salted = Buffer.concat([key, Buffer.from([number & 0xff, number >> 8, 0, 0, 0])]);
  return createHash('md5').update(salted).digest().subarray(0, 10);
}

function encryptionOf(key: Buffer, encryption: 'open' | 'closed'): string {
  const user = encryption === 'open' ? rc4(key, padding) : Buffer.alloc(32, 9);
  return `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P ${permissions} >>`;
}

/** OpenSSL no longer has it. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  }) as Buffer;
}
