/**
 * Words of a REM that leave a proof to the vendor, as the source of a pattern: nothing has to be said where it is not
 * provided.
 */
export const freeWords =
  'si besoin|au besoin|si n[ée]cessaire|si disponible|[ée]ventuellement|facultati(?:f|ve|vement)|optionnel(?:le|lement)?|en option';

/** Words that make a proof depend on a fact about the product: owed where it holds, and the vendor has to say which. */
export const factWords =
  "si applicable|si (?:cela est )?pertinent|si concern[ée]e?|s['’]il y a lieu|le cas [ée]ch[ée]ant";

const free = new RegExp(`^(?:${freeWords})(?![\\p{L}])`, 'iu');

/** Whether the condition of a proof (`Si besoin`, `Facultatif`) leaves it to the vendor. */
export function isLeftToVendor(condition: string): boolean {
  return free.test(condition.trim());
}
