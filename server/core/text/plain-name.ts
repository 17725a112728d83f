/**
 * A name of lower-case ASCII letters, digits and hyphens, which is the same file on every system, whoever types it, and no
 * pattern. Empty where the text has none of them.
 * @param length most characters
 */
export function plainName(text: string, length = 50): string {
  return text
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, length)
    .replace(/-$/, '');
}
