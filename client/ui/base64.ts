/** Bytes turned to text at once: more arguments than this are more than a function takes. */
const chunk = 0x8000;

/** Bytes in base 64, in a browser as on a machine. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

/** The bytes of a text in base 64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
