/** A text without what one does not type when one searches: accents, capitals, kinds of apostrophe and of space. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s/g, ' ')
    .toLowerCase();
}
