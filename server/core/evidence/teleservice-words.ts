/** A teleservice that a text names. */
export interface NamedTeleservice {
  readonly name: string;
  /** By its name itself; otherwise by words that may well speak of it (`carte Vitale`, `INS`). */
  readonly plainly: boolean;
}

/** Names as they stand alone in a text, and words that speak of the same. Compared without accents, in lower case. */
const words: readonly (readonly [name: string, plain: RegExp, other: RegExp])[] = [
  ['DMP', /(?<![a-z])dmp(?![a-z])/, /dmp|dossier medical partage/],
  ['INSi', /(?<![a-z])insi(?![a-z])/, /insi|(?<![a-z])ins(?![a-z])|identite nationale de sante/],
  ['ApCV', /(?<![a-z])ap ?cv(?![a-z])/, /ap ?cv|carte vitale/],
  ['e-prescription', /(?<![a-z])e[ -]?prescription(?![a-z])/, /prescription|ordonnance/],
];

/** The teleservices that a running text or a file name speaks of. Linear in its length. */
export function teleservicesNamedIn(text: string): readonly NamedTeleservice[] {
  // `attestationDMP` is two words.
  const parted = text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  const plain = parted
    // Letters of ASCII have no accents: a decomposition of the whole costs four times as much.
    .replace(/[^\0-\x7f]+/g, (run) => run.normalize('NFD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
  return words.flatMap(([name, itself, other]) => {
    const plainly = itself.test(plain);
    return plainly || other.test(plain) ? [{ name, plainly }] : [];
  });
}
