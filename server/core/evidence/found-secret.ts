import { groupOf } from '../text/group-of';
import type { SecretSighting } from './find-secrets';

/** A secret and where it begins in its text. */
export interface FoundSecret extends Pick<SecretSighting, 'kind' | 'form' | 'until'> {
  readonly at: number;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes of base64 or base64url as characters 0 to 255; undefined when it is neither. */
export function bytesOfBase64(text: string): string | undefined {
  let [bits, held, decoded] = [0, 0, ''];
  for (const character of text.replace(/(?<!=)=+$/, '')) {
    const value = alphabet.indexOf(character === '-' ? '+' : character === '_' ? '/' : character);
    if (value < 0) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded += String.fromCharCode((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return decoded;
}

/** The same, when they are a text. */
export function textOfBase64(text: string): string | undefined {
  const decoded = bytesOfBase64(text);
  return decoded !== undefined && /^[\x20-\x7e\x80-\xff\s]+$/.test(decoded) ? decoded : undefined;
}

/** The day on which a JSON Web Token is over, by its `exp`; undefined for what is none, or says none. */
export function lastDayOf(token: string): string | undefined {
  const payload = textOfBase64(groupOf(/^ey[\w-]{5,4096}\.(ey[\w-]{5,8192})/.exec(token), 1)) ?? '';
  const seconds = /"exp"\s*:\s*(\d{9,10})(?!\d)/.exec(payload)?.[1];
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

/** Whether a value is no word: it mixes letters with digits or signs. */
export function isDense(value: string): boolean {
  return /[A-Za-z]/.test(value) && /[^A-Za-z_.-]/.test(value);
}
