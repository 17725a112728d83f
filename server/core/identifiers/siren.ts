import { passesLuhn } from './luhn';

/** Whether a text is a SIREN: nine digits with a Luhn check digit (INSEE), not all of them zeros. */
export function isSiren(text: string): boolean {
  return /^[0-9]{9}$/.test(text) && text !== '000000000' && passesLuhn(text);
}
