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
