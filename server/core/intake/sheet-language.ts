import { plainWords } from '../workbook/cell-text';

const french =
  /\b(?:preuves?|exigences?|fichiers?|pieces?|liens?|commentaires?|statuts?|etats?|responsables?|echeances?|pour le|qui|avancements?|livrables?)\b/;
const english =
  /\b(?:proofs?|requirements?|files?|evidences?|links?|comments?|status|owners?|assignees?|due|deadlines?|who|progress)\b/;

/** Whether the headers of a sheet are French: its dates are day first then. Words that are both count for neither. */
export function isFrenchSheet(headers: readonly string[]): boolean {
  const words = headers.map(plainWords);
  const count = (pattern: RegExp): number => words.filter((one) => pattern.test(one)).length;
  return count(french) > count(english);
}
