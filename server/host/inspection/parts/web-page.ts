import type { Inspection } from '../../../core/evidence/inspection';
import { htmlText } from './html-text';

/** Characters at the beginning in which the title and the first heading stand. */
const headLength = 64 * 1024;
/** What servers write over a page that is none: a code of HTTP (RFC 9110, 15.5 and 15.6), or its words. */
const error =
  /^(?:(?:http[ -]?)?(?:error|erreur|status)?\s*(?:[:#-]\s*)?(?:40[0134578]|410|429|50[0-4])(?!\d)|(?:page )?not found|forbidden|unauthorized|access denied|bad gateway|bad request|gateway time-?out|service (?:temporarily )?unavailable|internal server error|page (?:introuvable|non trouvée)|accès (?:refusé|interdit)|service (?:temporairement )?indisponible|this (?:page|site) can.t be reached)|(?:\b(?:40[034]|50[0-4])\b.*(?:not found|introuvable|forbidden|error|erreur|unavailable))/i;

/** What a page of the web says it is; undefined when the text does not begin as one, or has neither title nor heading. */
export function webPage(html: string): Inspection['webPage'] {
  const head = html.slice(0, headLength);
  if (!/^\s*(?:\ufeff)?(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(head))
    return undefined;
  const titles = ['title', 'h1'].flatMap((name) => {
    const inside = new RegExp(String.raw`<${name}\b[^>]*>([^]{1,500}?)</${name}\s*>`, 'i').exec(head)?.[1];
    const text = inside && htmlText(inside).replace(/\s+/g, ' ').trim();
    return text ? [text] : [];
  });
  const [title] = titles;
  if (title === undefined) return undefined;
  return { title: title.slice(0, 100), ...(titles.some((text) => error.test(text)) && { isError: true as const }) };
}
