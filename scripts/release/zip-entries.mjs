/**
 * The entries in the central directory of a zip archive.
 * @param {Buffer} archive
 * @returns {{ name: string, packed: number, at: number }[]} packed size in bytes; where the entry stands in the archive
 * @throws when it is no zip archive
 */
export function zipEntries(archive) {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('not a zip archive');
  const entries = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      packed: archive.readUInt32LE(at + 20),
      at,
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Gives every entry the rights of a plain file, whatever those of the checkout were. Changes the archive in place. */
export function samePermissions(archive) {
  for (const { at } of zipEntries(archive)) archive.writeUInt32LE((0o100644 << 16) >>> 0, at + 38);
}
