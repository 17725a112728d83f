/** Text inside an HTML element or a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The same, lines kept. */
export function escapeLines(text: string): string {
  return escape(text.trim()).replace(/\r?\n/g, '<br>');
}

/** The beginning of a long text, cut between words. */
export function clip(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
