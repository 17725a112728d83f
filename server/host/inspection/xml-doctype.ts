/** What the beginning of a document says of its document type. */
export interface DoctypeFacts {
  readonly present: boolean;
  /** It declares entities of its own. */
  readonly declaresEntities: boolean;
}

const none: DoctypeFacts = { present: false, declaresEntities: false };

/** Looks for a document type declaration before the root. @param text the beginning of a document, as far as it is known */
export function doctypeFacts(text: string): DoctypeFacts {
  let at = text.indexOf('<');
  for (;;) {
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (at < 0 || end === undefined) break;
    const ended = text.indexOf(end, at);
    at = ended < 0 ? -1 : text.indexOf('<', ended);
  }
  if (at < 0 || !text.startsWith('<!DOCTYPE', at)) return none;
  const open = text.indexOf('[', at);
  const internal = open >= 0 && !text.slice(at, open).includes('>');
  if (!internal) return { present: true, declaresEntities: false };
  const close = text.slice(open).search(/\]\s*>/);
  const subset = close < 0 ? text.slice(open) : text.slice(open, open + close);
  return { present: true, declaresEntities: /<!ENTITY\s/.test(subset) };
}
