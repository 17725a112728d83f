/** Words that say of a number that it is an INS or a NIR, whatever else they may name. */
const words =
  /(?<![A-Za-zÀ-ÿ])(?:INS|NIR|NIA|NSS|SSN|matricules?|s[ée]curit[ée][\s_-]*sociale|(?:num[ée]ro|n[o°]|num)[\s_.-]*(?:de[\s_-]*)?s[ée]cu|NumIdentifiant|patientId)(?![a-zà-ÿ])/i;
/** The same inside a name such as `patientIns`, `insNumber`, `numeroNir`. */
const inside =
  /[a-z](?:Ins|INS|Nir|NIR|Nss|NSS|Matricule|SecuriteSociale|NumSecu)(?![a-z])|(?<![A-Za-z])(?:num|no|numero)Secu|(?<![A-Za-z])(?:ins|nir|nss|matricule)[A-Z]/;
/** Those that name no other kind of number: a `patientId` may be anything. */
const strictWords =
  /(?<![A-Za-zÀ-ÿ])(?:NIR|NIA|NSS|matricules?[\s_-]*INS|INS|s[ée]curit[ée][\s_-]*sociale|(?:num[ée]ro|n[o°]|num)[\s_.-]*(?:de[\s_-]*)?s[ée]cu)(?![a-zà-ÿ])/i;
const strictInside =
  /[a-z](?:Nir|NIR|Nss|NSS|SecuriteSociale|NumSecu)(?![a-z])|(?<![A-Za-z])(?:num|no|numero)Secu|(?<![A-Za-z])(?:nir|nss)[A-Z]/;
/** The word, and nothing after it but what leads to a value. */
const leading = new RegExp(String.raw`${strictWords.source}[^0-9A-Za-zÀ-ÿ]{0,20}$`, 'i');

/** Whether a text, such as the name of a column or what stands before a number, speaks of an INS or NIR. */
export function namesIns(text: string): boolean {
  return words.test(text) || inside.test(text);
}

/** The same, by words that mean nothing else. */
export function namesInsStrictly(text: string): boolean {
  return strictWords.test(text) || strictInside.test(text);
}

/** Whether a text ends by naming an INS or NIR that then follows. */
export function isNamedHere(text: string): boolean {
  return leading.test(text);
}
