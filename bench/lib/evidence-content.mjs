import { crc32, deflateSync } from 'node:zlib';

/** Content of a small evidence file: real in its format, different for every name. @param date `YYYY-MM-DD`, of a log */
export function evidenceContent(extension, name, date) {
  switch (extension) {
    case 'png':
      return screenshot(name);
    case 'pdf':
      return onePage(name);
    default:
      return Buffer.from(`${date}T08:00:00Z INFO banc ${name} : opération terminée\n`.repeat(20));
  }
}

/** A picture of 640 × 400 with lines of dark marks, as a screen full of text has; carries its name as a comment. */
function screenshot(name) {
  const [width, height] = [640, 400];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0xc8);
  for (let row = 0; row < height; row++) {
    const start = row * (width + 1);
    rows[start] = 0; // No filter.
    if (row % 16 < 8) continue;
    for (let x = 0; x < width; x++)
      if ((x * 7 + (row >> 4) * name.charCodeAt(row % name.length)) % 11 < 5) rows[start + 1 + x] = 0x20;
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${name}`, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function onePage(name) {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Title (${name}) >>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = text.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
