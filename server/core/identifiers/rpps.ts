import { passesLuhn } from './luhn';

/** `form`: not 11 digits · `zeros` · `key`: the last digit is not the Luhn key of the others. */
export type RppsFault = 'form' | 'zeros' | 'key';

/**
 * What seems wrong with an RPPS, if anything: 11 digits, Luhn. The key comes from public code, not from an official text,
 * and many made-up numbers lack it: `key` may only make a warning.
 */
export function rppsFault(text: string): RppsFault | undefined {
  if (!/^\d{11}$/.test(text)) return 'form';
  if (/^0+$/.test(text)) return 'zeros';
  return passesLuhn(text) ? undefined : 'key';
}

/** The RPPS in a national identifier of 12 digits (8, then the RPPS); undefined for another kind of identifier. */
export function rppsOfNationalId(text: string): string | undefined {
  return /^8\d{11}$/.test(text) ? text.slice(1) : undefined;
}
