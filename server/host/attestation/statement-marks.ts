/** Words at the foot of every statement that this tool writes: by them it knows its own again, whoever saved it since. */
export const statementMark = 'établi avec Ségur Preuves';

/** Whether a page is one of a statement that this tool wrote. Lines are broken where they end on the page. */
export function isOwnStatement(text: string): boolean {
  return text.replace(/\s+/gu, ' ').includes(statementMark);
}

/** What the information dictionary of our documents names as the program that wrote them. */
export const statementProducer = 'Segur Preuves';

/** A place that whoever signs has to fill. */
export function toFill(what: string): string {
  return `[${what} : à compléter]`;
}

/** First words of the notice that is left out of a statement that was read again. */
export const draftNoticeStart = 'Brouillon à relire';

/** Whether a text still has places to fill, or the notice. */
export function isToComplete(text: string): boolean {
  const line = text.replace(/\s+/gu, ' ');
  return line.includes(draftNoticeStart) || /\[[^[\]]{1,60} ?: à compléter\]/u.test(line);
}
