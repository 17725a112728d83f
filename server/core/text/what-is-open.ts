import type { OffsetRange } from './offset-range';

/**
 * What was opened and not closed, if the YAML parser complains of that: it notices at the end.
 * @param end where it does
 * @param detail its words
 */
export function whatIsOpen(
  text: string,
  end: number,
  detail: string,
): { readonly mark: 'quote' | 'bracket'; readonly range: OffsetRange } | undefined {
  const missing = /^Missing closing (["'])/.exec(detail)?.[1];
  const quote = missing === undefined ? undefined : openQuote(text, end, missing);
  if (quote) return { mark: 'quote', range: quote };
  if (!/^Flow (?:map|sequence) in block collection/.test(detail)) return undefined;
  const bracket = detail.startsWith('Flow map') ? openBracket(text, end, '{', '}') : openBracket(text, end, '[', ']');
  return bracket && { mark: 'bracket', range: bracket };
}

/** The parser notices at the end that a quote is open: the reader wants to see where it opens. */
function openQuote(text: string, end: number, quote: string): OffsetRange | undefined {
  // Quoted values open after a space, a bracket or at the beginning; the last such place before the end is the open one.
  for (let at = text.lastIndexOf(quote, end - 1); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(quote, at - 1)) {
    if (at === 0 || ' [{\n'.includes(text.charAt(at - 1))) return { start: at, end: at + 1 };
  }
  return undefined;
}

/** The same for a brace or a bracket. */
function openBracket(text: string, end: number, open: string, close: string): OffsetRange | undefined {
  let inside = 0;
  for (let at = end - 1; at >= 0; at--) {
    const character = text.charAt(at);
    if (character === close) inside++;
    if (character === open && inside-- === 0) return { start: at, end: at + 1 };
  }
  return undefined;
}
