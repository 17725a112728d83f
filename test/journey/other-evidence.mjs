// Files like those of the example, of another content, so that no proof cites them yet.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { crc32 } from 'node:zlib';

/** The same picture, film, document… with something more in it that changes nothing of what it shows. */
export function otherEvidence(path, number) {
  const bytes = readFileSync(path);
  const text = `essai ${number}`;
  switch (extname(path)) {
    case '.png': {
      // Before the last chunk, which takes twelve bytes.
      const body = Buffer.from(`tEXtComment\0${text}`, 'latin1');
      const chunk = Buffer.alloc(body.length + 8);
      chunk.writeUInt32BE(body.length - 4, 0);
      body.copy(chunk, 4);
      chunk.writeUInt32BE(crc32(body), body.length + 4);
      return Buffer.concat([bytes.subarray(0, -12), chunk, bytes.subarray(-12)]);
    }
    case '.mp4': {
      const box = Buffer.from(`0000free${text}`, 'latin1');
      box.writeUInt32BE(box.length, 0);
      return Buffer.concat([bytes, box]);
    }
    case '.zip': {
      const comment = Buffer.from(text, 'latin1');
      const end = Buffer.from(bytes);
      end.writeUInt16LE(comment.length, end.length - 2);
      return Buffer.concat([end, comment]);
    }
    case '.pdf':
      return Buffer.concat([bytes, Buffer.from(`\n% ${text}\n`)]);
    case '.xml':
      return Buffer.concat([bytes, Buffer.from(`\n<!-- ${text} -->\n`)]);
    default:
      return Buffer.concat([bytes, Buffer.from(`${text}\r\n`)]);
  }
}
