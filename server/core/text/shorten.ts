/**
 * A text on one line of at most `length` characters, cut at the end of a word where one is near, with « … » where it goes on.
 * No-break spaces stay, and no character is cut in two.
 */
export function shorten(text: string, length: number): string {
  const line = text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  const space = line[cut.length] === ' ' ? cut.length : cut.lastIndexOf(' ');
  // What ends in dots or a comma already gets no second row of them.
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/(?<![\s.…,;:])[\s.…,;:]+$/u, '')}…`;
}
