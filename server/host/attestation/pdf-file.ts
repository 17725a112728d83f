import { createHash } from 'node:crypto';
import type { Drawing } from './pdf-layout';
import { paper } from './pdf-layout';
import { statementProducer } from './statement-marks';
import { winAnsiBytes } from './win-ansi';

export interface PdfDocument {
  readonly title: string;
  readonly author: string;
  readonly pages: readonly (readonly Drawing[])[];
}

/**
 * The bytes of a PDF 1.4 with text in the standard fonts. The libraries that were measured (pdf-lib, pdfkit) add over
 * 190 kB to the extension for what a page of text does not need; this adds three. Without dates: the same document gives
 * the same bytes.
 */
export function pdfFile({ title, author, pages }: PdfDocument): Uint8Array {
  const count = pages.length;
  const pageNumber = (index: number) => 6 + index * 2;
  const objects: Buffer[] = [
    latin(
      '<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >> /PageMode /UseNone >>',
    ),
    latin(
      `<< /Type /Pages /Kids [${pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}] /Count ${count} >>`,
    ),
    font('Helvetica'),
    font('Helvetica-Bold'),
    Buffer.concat([
      latin('<< /Title '),
      unicodeString(title),
      latin(' /Author '),
      unicodeString(author),
      latin(` /Producer (${statementProducer}) >>`),
    ]),
  ];
  pages.forEach((drawings, index) => {
    const content = Buffer.concat(drawings.map(operators));
    objects.push(
      latin(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${paper.width} ${paper.height}] /Contents ${pageNumber(index) + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      ),
      Buffer.concat([latin(`<< /Length ${content.length} >>\nstream\n`), content, latin('\nendstream')]),
    );
  });
  return assemble(objects);
}

/** The objects, numbered from 1, with their cross-reference table. Object 1 is the catalog, object 5 the information. */
function assemble(objects: readonly Buffer[]): Uint8Array {
  const parts = [latin('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')];
  let length = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  const push = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    push(latin(`${index + 1} 0 obj\n`));
    push(object);
    push(latin('\nendobj\n'));
  });
  const start = length;
  const id = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32);
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  push(latin(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R /ID [<${id}> <${id}>] >>\n`));
  push(latin(`startxref\n${start}\n%%EOF\n`));
  return Uint8Array.from(Buffer.concat(parts));
}

function operators(drawing: Drawing): Buffer {
  if (drawing.kind === 'frame') {
    const { x, y, width, height } = drawing;
    return latin(`0.8 w ${number(x)} ${number(y)} ${number(width)} ${number(height)} re S\n`);
  }
  const { x, y, text, font: face, size } = drawing;
  return Buffer.concat([
    latin(`BT /${face === 'bold' ? 'F2' : 'F1'} ${number(size)} Tf ${number(x)} ${number(y)} Td `),
    literal(winAnsiBytes(text)),
    latin(' Tj ET\n'),
  ]);
}

function font(name: string): Buffer {
  return latin(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
}

/** A string in parentheses. */
function literal(bytes: Uint8Array): Buffer {
  const escaped: number[] = [];
  for (const byte of bytes) {
    if (byte === 0x28 || byte === 0x29 || byte === 0x5c) escaped.push(0x5c);
    escaped.push(byte);
  }
  return Buffer.from([0x28, ...escaped, 0x29]);
}

/** A text of the document's information: UTF-16, so that any name can be written. */
function unicodeString(text: string): Buffer {
  return latin(`<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`);
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
