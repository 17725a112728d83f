/** OID of LOINC. */
export const loincSystem = '2.16.840.1.113883.6.1';

/**
 * Whether a text has the form of a LOINC code, one to seven digits, a hyphen and a check digit, but not its check digit
 * (mod 10, LOINC Users' Guide, appendix “Calculating Mod 10 check digits”).
 */
export function hasWrongLoincDigit(code: string): boolean {
  return /^\d{1,7}-\d$/.test(code) && checkDigit(code.slice(0, -2)) !== Number(code.slice(-1));
}

function checkDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}
