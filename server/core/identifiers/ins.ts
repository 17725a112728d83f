/** 13 characters and 2 digits of key, the department of birth being `2A` or `2B` for Corsica. */
const insForm = /^(\d{5}(?:\d{2}|2[AB])\d{6})(\d{2})$/;

/**
 * The two-digit key of a 13-character matricule: 97 − (N mod 97), the letters of Corsica counting as 2A → 19, 2B → 18.
 * Undefined when the text has not the form of a matricule.
 * Source: annex of the INS referential, formula checked on the test identities that ANS publishes.
 */
export function insKey(matricule: string): string | undefined {
  if (!/^\d{5}(?:\d{2}|2[AB])\d{6}$/.test(matricule)) return undefined;
  const digits =
    matricule.slice(0, 5) + matricule.slice(5, 7).replace('2A', '19').replace('2B', '18') + matricule.slice(7);
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
}

/** Whether 15 characters without spaces have the form of an INS (NIR or NIA) and the key that its matricule needs. */
export function isIns(value: string): boolean {
  const parts = insForm.exec(value);
  return parts?.[1] !== undefined && insKey(parts[1]) === parts[2];
}

/** How much a matricule looks like one of a person, beyond its key, which one number in 97 has by chance. */
export type InsLikelihood = 'usual' | 'rare' | 'none';

/**
 * Judges the parts of a 13-character matricule. `usual`: sex 1 or 2, month 01 to 12. `rare`: a sex digit of a pending
 * registration (3, 4, 7, 8) or a month of an incomplete civil status (20, 30 to 42, 50 to 99). `none`: no INSEE form.
 * Source: composition of the NIR as INSEE publishes it (sex, year, month, department, municipality, order).
 */
export function insLikelihood(value: string): InsLikelihood {
  if (!/^[1-478]\d{4}(?:\d{2}|2[AB])\d{6}/.test(value)) return 'none';
  const [department, place, order] = [value.slice(5, 7), value.slice(7, 10), value.slice(10, 13)];
  if (department === '00' || place === '000' || order === '000') return 'none';
  const [sex, number] = [value.charAt(0), Number(value.slice(3, 5))];
  const usualMonth = number >= 1 && number <= 12;
  const rareMonth = number === 20 || (number >= 30 && number <= 42) || number >= 50;
  if (!usualMonth && !rareMonth) return 'none';
  return usualMonth && (sex === '1' || sex === '2') ? 'usual' : 'rare';
}
