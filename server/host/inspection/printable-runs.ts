/** The shortest text in which an identity or a secret fits. */
const shortest = 13;

/**
 * The texts among the bytes of a part that mixes them with numbers (the metadata of a film): runs of letters in UTF-8 and in
 * UTF-16, a line each.
 */
export function printableRuns(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const texts = [buffer.toString('utf8')];
  // Either byte order, from an even or an odd place.
  if (buffer.includes(0)) {
    const odd = buffer.subarray(1);
    for (const part of [buffer, odd]) texts.push(part.subarray(0, part.length & ~1).toString('utf16le'));
  }
  return texts.flatMap((text) => text.match(runs) ?? []).join('\n');
}

const runs = new RegExp(String.raw`[\x20-\x7e\u00a0-\u017f\u2000-\u206f\uff01-\uff5e]{${shortest},}`, 'g');
