import type { Nature } from '../catalogue/catalogue';
import type { RegimeRules } from '../regimes/regime-rules';
import { cleanWord, isBlank, plainWords } from './cell-text';

/** @returns undefined for a word that is not in the field's vocabulary */
export function readNature(cell: string, { natures }: RegimeRules): Nature | undefined {
  return natures.get(plainWords(cell).replace(/s$/, ''));
}

const criticalities: Readonly<Record<string, string>> = {
  mineure: 'MINOR',
  mineur: 'MINOR',
  minor: 'MINOR',
  majeure: 'MAJOR',
  majeur: 'MAJOR',
  major: 'MAJOR',
  critique: 'CRITICAL',
  critical: 'CRITICAL',
  undefined: 'UNDEFINED',
  'non definie': 'UNDEFINED',
  indefinie: 'UNDEFINED',
};

/** @returns undefined for a word that is not in the field's vocabulary */
export function readCriticality(cell: string): string | undefined {
  return criticalities[plainWords(cell)];
}

/** Whether a core-business scenario is mandatory; undefined for an unknown word. */
export function readPriority(cell: string): boolean | undefined {
  const word = plainWords(cell);
  if (/^(?:obligatoire|exigence|requis)$/.test(word)) return true;
  if (/^(?:optionnel(?:le)?|facultati(?:f|ve)|preconise|preconisee|conditionnel(?:le)?)$/.test(word)) return false;
  return undefined;
}

/** True for words that say, in a proof cell, that there is nothing to give. */
export function isNotApplicableWord(cell: string): boolean {
  // `#N/A` is an error of a spreadsheet, pasted as text: what was there is not known.
  return !cell.trim().startsWith('#') && /^(?:n a|na|sans objet|neant|non applicable)$/.test(plainWords(cell));
}

/**
 * Profiles of one cell. Line breaks, `;`, `|` and bullets always separate; `,`, `/`, `+` and ` et ` only where every part
 * is a profile that a regime names, for the names of profiles hold such signs too.
 */
export function readProfiles(cell: string, { profiles: known }: RegimeRules): string[] {
  const isKnown = (name: string) => known.some((one) => plainWords(one) === plainWords(name));
  const parts = cell
    .split(/[\n;|•]|^[^\S\r\n\u2028\u2029]*[-*]\s+/m)
    .map(cleanWord)
    .filter((part) => !isBlank(part));
  const profiles = parts.flatMap((part) => {
    const finer = part.split(/[,/+]|\set(?=\s)/).map(cleanWord);
    return finer.length > 1 && finer.every((name) => isKnown(name)) ? finer : [part];
  });
  return [...new Set(profiles)];
}
