import type { Inspection } from '../../../core/evidence/inspection';
import { htmlText } from './html-text';

/** Characters at the beginning in which the title and the first heading stand. */
const headLength = 64 * 1024;
/** What servers write over a page that is none: a code of HTTP (RFC 9110, 15.5 and 15.6), or its words. */
const error =
  /^(?:(?:http[ -]?)?(?:error|erreur|status)?\s*(?:[:#-]\s*)?(?:40[0134578]|410|429|50[0-4])(?!\d)|(?:page )?not found|forbidden|unauthorized|access denied|bad gateway|bad request|gateway time-?out|service (?:temporarily )?unavailable|internal server error|page (?:introuvable|non trouvée)|accès (?:refusé|interdit)|service (?:temporairement )?indisponible|this (?:page|site) can.t be reached)|(?:\b(?:40[034]|50[0-4])\b.*(?:not found|introuvable|forbidden|error|erreur|unavailable))/i;

const passwordField = /<input\b[^<>]{0,500}\btype\s{0,3}=\s{0,3}["']?password\b/i;
const login =
  /\b(?:se connecter|connexion|connectez|identifi(?:ez|cation)|authentifi(?:ez|cation)|sign[ -]?in|log[ -]?(?:in|on)|sso)\b/i;
/** Characters of a page that says one thing: an error and its number, a form of two fields. */
const briefLength = 600;

function isBriefText(text: string): boolean {
  return text.replace(/\s+/g, ' ').trim().length <= briefLength;
}

const shortestAnswer = 9;
const longestAnswer = 2000;
/** Keys of the answers that servers give of their own (RFC 9457, Spring, ASP.NET, gateways). */
const answerKeys = new Set(
  'timestamp status statuscode status_code error errors message msg path title type detail details instance code trace traceid exception requestid request_id correlationid error_description'.split(
    ' ',
  ),
);

/**
 * What a server says that failed, where a text, a JSON object or an XML document is nothing else: `404 page not found`,
 * `{"status":404,"error":"Not Found"}`, `<Error><Code>AccessDenied</Code>…`.
 * @returns its words, the first of them
 */
export function errorAnswer(content: string): string | undefined {
  const text = content.trim();
  if (text.length < shortestAnswer || text.length > longestAnswer) return undefined;
  if (text.startsWith('{')) return jsonAnswer(text);
  const code = /^(?:<\?xml[^>]*>\s*)?<Error(?: [^<>]{0,200})?>\s*<Code>([A-Za-z]{3,60})<\/Code>/.exec(text)?.[1];
  if (code !== undefined) return code;
  return text.length <= 120 && !/[\r\n]/.test(text) && error.exec(text)?.index === 0 ? text.slice(0, 100) : undefined;
}

function jsonAnswer(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    // A SyntaxError: no object.
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = new Map(Object.entries(value).map(([name, inner]) => [name.toLowerCase(), inner as unknown]));
  if (entries.size < 2 || [...entries.keys()].some((name) => !answerKeys.has(name))) return undefined;
  const status = Number(
    entries.get('status') ?? entries.get('statuscode') ?? entries.get('status_code') ?? entries.get('code'),
  );
  if (!(status >= 400 && status < 600)) return undefined;
  const words = ['error', 'title', 'message', 'detail'].map((name) => entries.get(name));
  const said = words.find((one) => typeof one === 'string' && one !== '');
  return `${status}${typeof said === 'string' ? ` ${said}` : ''}`.slice(0, 100);
}

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
  const isError = titles.some((text) => error.test(text));
  const isLogin = passwordField.test(head) && titles.some((text) => login.test(text));
  const isBrief = (isError || isLogin) && html.length <= 4 * headLength && isBriefText(htmlText(html));
  return {
    title: title.slice(0, 100),
    ...(isError && { isError: true as const }),
    ...(isLogin && { isLogin: true as const }),
    ...(isBrief && { isBrief: true as const }),
  };
}
