/** Where an id stands in a name as a word of its own: `va1.56` is not in `va1.56.02`, nor in `va1.560`. */
export function placesOf(id: string, name: string): number[] {
  const places: number[] = [];
  if (id === '') return places;
  for (let at = name.indexOf(id); at >= 0; at = name.indexOf(id, at + 1)) {
    const rest = name.slice(at + id.length);
    if (!/[\p{L}\p{N}.]$/u.test(name.slice(0, at)) && !/^(?:[\p{L}\p{N}]|\.\d)/u.test(rest)) places.push(at);
  }
  return places;
}

/** File names hold no `/`: whoever names a file after an id writes `-`, `_` or a space there. */
export function comparable(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[/\\_\s:\u2010-\u2015-]+/gu, '-');
}

/** `.02` ends an id, `.mp4` is an extension. */
export function withoutExtension(name: string): string {
  return name.replace(/\.(?:[a-z][a-z0-9]{0,9}|7z)$/i, '');
}
