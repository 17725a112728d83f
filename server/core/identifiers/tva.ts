import { isSiren } from './siren';

/** `form`: not FR and 11 digits · `siren`: the last nine are no SIREN · `key`: the two digits before are wrong. */
export type TvaFault = 'form' | 'siren' | 'key';

/** What is wrong with a French VAT number, if anything: `FR`, key, SIREN; key = (12 + 3 × (SIREN mod 97)) mod 97. */
export function tvaFault(text: string): TvaFault | undefined {
  if (!/^FR\d{11}$/.test(text)) return 'form';
  const [key, siren] = [text.slice(2, 4), text.slice(4)];
  if (!isSiren(siren)) return 'siren';
  return Number(key) === (12 + 3 * (Number(siren) % 97)) % 97 ? undefined : 'key';
}
