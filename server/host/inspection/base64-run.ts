const inRun = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n') {
  inRun[character.charCodeAt(0)] = 1;
}

/** Where the characters of base64 and spaces that start at `from` end. */
export function endOfBase64(text: string, from: number): number {
  let at = from;
  while (at < text.length && inRun[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** Where the characters of base64 and spaces that end at `last` start, not before `from`; `last + 1` when it is no such one. */
export function startOfBase64(text: string, last: number, from: number): number {
  let at = last;
  while (at >= from && inRun[text.charCodeAt(at)] === 1) at--;
  return at + 1;
}
