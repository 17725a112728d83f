/** Letters and what stands for them: still to be read, and none of them an ASCII letter. */
const stands = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [letter, [...'âƀćđéƒĝĥîĵķłɱñôþɋŕŝŧûṽŵẋýž'][at]]),
);
for (const [letter, other] of [...stands])
  stands.set(letter.toUpperCase(), other.toUpperCase() === other ? other : other.toUpperCase());

/** What is no word of a sentence: arguments, what chooses a plural, icons, links, marks of a page, names in code. */
const kept =
  /\{\w+(?:, number)?\}|\{\w+, plural,|(?:\b(?:one|other|few|many|zero|two)|=\d+) \{|\$\([\w~-]+\)|\]\([^)]*\)|<\/?[a-z][^>]*>|&\w+;|`[^`]*`|https?:\/\/\S+|\\[nrtu]/g;

/** @returns the text with other letters in its words: one that is shown in usual letters does not come from the sentences. */
export function pseudo(text) {
  let result = '';
  let from = 0;
  const mapped = (part) => part.replace(/[a-zA-Z]/g, (letter) => stands.get(letter) ?? letter);
  for (const { 0: match, index } of text.matchAll(kept)) {
    result += mapped(text.slice(from, index)) + match;
    from = index + match.length;
  }
  return result + mapped(text.slice(from));
}
