// A small PDF writer: text pages in a standard font, no compression, so that the bytes never depend on a library.

const page = { width: 595, height: 842, left: 64, top: 770, leading: 17 };

/**
 * Makes a PDF with a text layer.
 * @param {{ title: string, author: string, date: string, lines: string[] }} document `date` is `YYYY-MM-DD`; a line
 *   that starts with `# ` is a heading, an empty line a gap. All lines must fit on one page.
 * @returns {Buffer}
 */
export function textPdf({ title, author, date, lines }) {
  const drawn = [];
  let y = page.top;
  for (const line of lines) {
    const heading = line.startsWith('# ');
    const text = heading ? line.slice(2) : line;
    if (text !== '') drawn.push(`BT /${heading ? 'F2 15' : 'F1 10.5'} Tf ${page.left} ${y} Td (${escape(text)}) Tj ET`);
    y -= heading ? page.leading * 1.6 : page.leading;
  }
  if (y < 40) throw new Error(`${title}: the text does not fit on one page`);
  const content = latin1(drawn.join('\n') + '\n');
  const stamp = `D:${date.replaceAll('-', '')}090000Z`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R ` +
      '/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    Buffer.concat([latin1(`<< /Length ${content.length} >>\nstream\n`), content, latin1('endstream')]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escape(title)}) /Author (${escape(author)}) /CreationDate (${stamp}) /ModDate (${stamp}) >>`,
  ];
  return assemble(objects);
}

/** Lays the objects out with their cross-reference table. Object 1 is the catalog, the last one the information. */
function assemble(objects) {
  const parts = [latin1('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')];
  const offsets = [];
  let length = parts[0].length;
  const push = (bytes) => {
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    push(latin1(`${index + 1} 0 obj\n`));
    push(typeof object === 'string' ? latin1(object) : object);
    push(latin1('\nendobj\n'));
  });
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(latin1(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  push(
    latin1(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function escape(text) {
  const winAnsi = text.replaceAll('’', '\x92').replaceAll('–', '\x96').replaceAll('…', '\x85').replaceAll('œ', '\x9c');
  const unknown = /[^\x20-\xff]/.exec(winAnsi);
  if (unknown) throw new Error(`no WinAnsi form for "${unknown[0]}" in "${text}"`);
  return winAnsi.replaceAll('\\', '\\\\').replaceAll('(', '\\(').replaceAll(')', '\\)');
}

const latin1 = (text) => Buffer.from(text, 'latin1');
