/** Tags that stand inside a line of text: what they part is one word. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const cells = new Set(['td', 'th']);

/**
 * The text that a page shows: inline tags left out, others a line end, a cell a tab; line ends kept, so that lines can be
 * counted roughly. Entities stay.
 */
export function htmlText(html: string): string {
  return withoutSilent(html).replace(/<\/?([A-Za-z][\w:-]*)(?:[^<>\w:-][^<>]*)?>/g, (tag, name: string) => {
    const lower = name.toLowerCase();
    if (inline.has(lower)) return lineEndsOf(tag);
    return cells.has(lower) || lower === 'tr' ? `\t${lineEndsOf(tag)}` : ` \u2028${lineEndsOf(tag)}`;
  });
}

/**
 * Comments, scripts and styles left out. What is opened and never closed is text; that it is not closed is found out once, so
 * that a page of beginnings alone takes no longer than another.
 */
function withoutSilent(html: string): string {
  const opening = /<!--|<(script|style)\b[^>]{0,2000}>/gi;
  const neverClosed = new Set<string>();
  let text = '';
  let from = 0;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const name = match[1]?.toLowerCase() ?? '';
    if (neverClosed.has(name)) continue;
    const closing = name === '' ? /-->/g : name === 'script' ? /<\/script\s*>/gi : /<\/style\s*>/gi;
    closing.lastIndex = opening.lastIndex;
    if (closing.exec(html) === null) {
      neverClosed.add(name);
      continue;
    }
    text += html.slice(from, match.index) + blank(html.slice(match.index, closing.lastIndex));
    from = opening.lastIndex = closing.lastIndex;
  }
  return text + html.slice(from);
}

/** Their text is no text of the page; an identity in it is found in the source itself. */
function blank(text: string): string {
  return ` ${lineEndsOf(text)}`;
}

function lineEndsOf(text: string): string {
  return text.replace(/[^\n]+/g, '');
}
