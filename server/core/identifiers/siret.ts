import { passesLuhn } from './luhn';
import { isSiren } from './siren';

/** SIREN of La Poste, whose many establishments do not all have a Luhn check digit. */
const laPoste = '356000000';

/** `form`: not 14 digits · `zeros` · `siren`: the first nine are no SIREN · `key`: the check digit is wrong. */
export type SiretFault = 'form' | 'zeros' | 'siren' | 'key';

/**
 * What is wrong with a SIRET, if anything: 14 digits, Luhn on the 14 and on the first 9 (INSEE). For La Poste, where
 * Luhn on the 14 fails, the plain sum of the digits must be a multiple of 5.
 */
export function siretFault(text: string): SiretFault | undefined {
  if (!/^[0-9]{14}$/.test(text)) return 'form';
  // All zeros pass Luhn.
  if (/^0+$/.test(text)) return 'zeros';
  const siren = text.slice(0, 9);
  if (!isSiren(siren)) return 'siren';
  if (passesLuhn(text)) return undefined;
  return siren === laPoste && digitSum(text) % 5 === 0 ? undefined : 'key';
}

function digitSum(digits: string): number {
  let sum = 0;
  for (const digit of digits) sum += Number(digit);
  return sum;
}
