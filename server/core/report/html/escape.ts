/** Text inside an HTML element or a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The same, lines kept. */
export function escapeLines(text: string): string {
  return escape(text.trim()).replace(/\r?\n/g, '<br>');
}
