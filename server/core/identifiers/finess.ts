import { passesLuhn } from './luhn';

/** `form`: not 9 characters of that form · `zeros` · `key`: the last digit is not the Luhn key of the others. */
export type FinessFault = 'form' | 'zeros' | 'key';

/**
 * What seems wrong with a FINESS, if anything: 9 digits, the department of Corsica as 2A or 2B (A counting as 1, B as 2),
 * Luhn on all of them. No official text of the key was read; every real number that was tried has it. So `key` may only
 * make a warning.
 */
export function finessFault(text: string): FinessFault | undefined {
  if (!/^(?:\d{2}|2[AB])\d{7}$/.test(text)) return 'form';
  if (text === '000000000') return 'zeros';
  return passesLuhn(text.replace('A', '1').replace('B', '2')) ? undefined : 'key';
}
