/** The head of a bzip2 file: magic, level, first block. */
export function bzip2Head(): Buffer {
  return Buffer.from('425a68393141592653594eece83600000251800010400006449080200031064c4101a7a9a580bb94', 'hex');
}

/** A compound file of two sectors, with these bytes in the second ([MS-CFB]). */
export function compoundOf(content: Uint8Array): Buffer {
  const file = Buffer.alloc(1536 + Math.ceil(content.length / 512) * 512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.fill(0, 8, 24);
  Buffer.from('3e000300feff0900', 'hex').copy(file, 24);
  file.set(content, 1536);
  return file;
}

/** Letters and digits of code page 500. */
export function ebcdic(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      if (letter >= '0' && letter <= '9') return 0xf0 + Number(letter);
      const at = 'ABCDEFGHI'.indexOf(letter);
      if (at >= 0) return 0xc1 + at;
      const second = 'JKLMNOPQR'.indexOf(letter);
      if (second >= 0) return 0xd1 + second;
      const third = 'STUVWXYZ'.indexOf(letter);
      return third >= 0 ? 0xe2 + third : 0x40;
    }),
  );
}
