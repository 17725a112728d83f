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
  return html
    .replace(/<!--[^]*?-->|<(script|style)\b[^>]*>[^]*?<\/\1\s*>/gi, blank)
    .replace(/<\/?([A-Za-z][\w:-]*)(?:[^<>\w:-][^<>]*)?>/g, (tag, name: string) => {
      const lower = name.toLowerCase();
      if (inline.has(lower)) return lineEndsOf(tag);
      return cells.has(lower) || lower === 'tr' ? `\t${lineEndsOf(tag)}` : ` \u2028${lineEndsOf(tag)}`;
    });
}

/** Their text is no text of the page; an identity in it is found in the source itself. */
function blank(text: string): string {
  return ` ${lineEndsOf(text)}`;
}

function lineEndsOf(text: string): string {
  return text.replace(/[^\n]+/g, '');
}
