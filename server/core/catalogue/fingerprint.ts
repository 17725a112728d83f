import type { Requirement } from './catalogue';

/** What a fingerprint covers: what is asked, not how it is numbered or classified. */
export type Fingerprinted = Pick<Requirement, 'text' | 'scenarios'>;

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
/** Unit and record separators: they never occur in normalised text, so that moving a word across a border shows. */
const BETWEEN_TEXTS = '\u001f';
const BETWEEN_SCENARIOS = '\u001e';

/**
 * Fingerprint of what a requirement asks: its statement, the text and steps of its scenarios and the words of its expected
 * proofs, in order. Ids, types, notes and comments do not count. It answers one question, "did the words change since this
 * evidence was accepted?", for one requirement at a time: at 32 bits a chance collision would hide one revision in four
 * thousand million, and nobody gains by forging one.
 *
 * @returns eight lower-case hexadecimal digits (FNV-1a, 32 bits, over UTF-8), or undefined when the statement is unknown.
 */
export function fingerprint(requirement: Fingerprinted): string | undefined {
  if (requirement.text === undefined) return undefined;
  const parts = [normaliseText(requirement.text)];
  for (const scenario of requirement.scenarios) {
    parts.push(
      BETWEEN_SCENARIOS,
      normaliseText(scenario.text ?? ''),
      ...scenario.steps.map((step) => normaliseText(step.text)),
      BETWEEN_SCENARIOS,
      ...scenario.proofs.map((proof) => normaliseText(proof.expected)),
    );
  }
  return fnv1a(parts.join(BETWEEN_TEXTS)).toString(16).padStart(8, '0');
}

/**
 * Text as it is compared: NFC, without the `_x000D_` that spreadsheets leave for carriage returns, every run of white space
 * or control characters as one space, no space at the ends.
 */
export function normaliseText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/_x000d_/gi, ' ')
      // eslint-disable-next-line no-control-regex -- they are what is removed.
      .replace(/[\s\u0000-\u001f\u007f\u200b\u2060\ufeff]+/g, ' ')
      .trim()
  );
}

/** FNV-1a, 32 bits, of the text's UTF-8 bytes (draft-eastlake-fnv). A lone surrogate counts as U+FFFD. */
export function fnv1a(text: string): number {
  let hash = OFFSET_BASIS;
  const byte = (value: number): void => {
    hash = Math.imul(hash ^ value, PRIME);
  };
  for (const character of text) {
    let code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) byte(code);
    else if (code < 0x800) {
      byte(0xc0 | (code >> 6));
      byte(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
      byte(0xe0 | (code >> 12));
      byte(0x80 | ((code >> 6) & 0x3f));
      byte(0x80 | (code & 0x3f));
    } else {
      byte(0xf0 | (code >> 18));
      byte(0x80 | ((code >> 12) & 0x3f));
      byte(0x80 | ((code >> 6) & 0x3f));
      byte(0x80 | (code & 0x3f));
    }
  }
  return hash >>> 0;
}
