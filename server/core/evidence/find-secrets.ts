import { lineCounter } from '../text/line-counter';
import { isPlaceholder } from './secret-placeholder';

/** What a secret opens. */
export const secretKinds = [
  /** A private key in PEM, encrypted or not. */
  'privateKey',
  /** A file that holds keys: PKCS#12, Java keystore. */
  'keyStore',
  /** A name and a password: `Authorization: Basic`, an address with both, a line of configuration. */
  'credentials',
  /** A token by which a service knows its caller. */
  'token',
] as const;

export type SecretKind = (typeof secretKinds)[number];

/** A secret that stands in a piece. Its value is never kept. */
export interface SecretSighting {
  readonly kind: SecretKind;
  /** What it looks like, in words that need no translation: `PRIVATE KEY`, `Authorization: Basic`, `client_secret`. */
  readonly form: string;
  /** Part of the piece in which it stands, when it has parts. */
  readonly where?: string;
  /** 1-based line of that text. */
  readonly line?: number;
  /** The day on which a token ends, `YYYY-MM-DD` (UTC), when it says so (`exp`, RFC 7519 4.1.4). */
  readonly until?: string;
}

/** How a caller bounds and places a search. */
export interface SecretSearch {
  readonly where?: string;
  /** Line at which the text starts, 1 by default; `null` when the text has no lines of the file. */
  readonly firstLine?: number | null;
  /** Most sightings returned. */
  readonly max?: number;
}

/** Characters of a token that are looked at for its end. */
const longestToken = 12_500;

interface Found extends Pick<SecretSighting, 'kind' | 'form' | 'until'> {
  readonly at: number;
}

/**
 * Secrets in a text. The forms are those that common rule sets agree on (gitleaks, trufflehog, detect-secrets: keys in PEM,
 * authorization headers, addresses with a password, assignments to a name that says secret, tokens with a prefix of their
 * issuer); a value that is masked, a variable or an example says nothing. Every expression is linear in the text.
 */
export function findSecrets(text: string, { where, firstLine = 1, max = 50 }: SecretSearch = {}): SecretSighting[] {
  const found = [
    ...privateKeys(text),
    ...authorizations(text),
    ...addresses(text),
    ...assignments(text),
    ...elements(text),
    ...issuedTokens(text),
  ].sort((first, second) => first.at - second.at);
  if (found.length === 0) return [];
  const lineAt = lineCounter(text, firstLine ?? 1);
  let end = -1;
  const sightings: SecretSighting[] = [];
  for (const { at, ...secret } of found) {
    // One value may have two forms: `"client_secret": "eyJ…"`.
    if (at < end || sightings.length >= max) continue;
    end = at + 8;
    sightings.push({
      ...secret,
      ...(where !== undefined && { where }),
      ...(firstLine !== null && { line: lineAt(at) }),
    });
  }
  return sightings;
}

/** A quotation mark, as it stands in a string of JSON inside JSON, and in XML. */
const quoteMark = String.raw`(?:\\{0,7}["']|&quot;|&#34;)`;

const pem = /-----BEGIN ((?:[A-Z0-9]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?)-----/g;
/** Keys of PuTTY, which writes them in a form of its own. */
const putty = /^PuTTY-User-Key-File-[23]: /gm;

function* privateKeys(text: string): Generator<Found> {
  for (const match of text.matchAll(pem)) {
    const body = text.slice(match.index + match[0].length, match.index + match[0].length + 600);
    // Headers of older forms (RFC 1421) stand before the key.
    const letters = body
      .replaceAll(/\\+[nr]|&#(?:10|13|xA|xD);/gi, '\n')
      .replaceAll(/^[A-Za-z][A-Za-z-]{1,30}: [^\n]{0,100}$/gm, '')
      .replaceAll(/\s/g, '');
    // A page that explains the format shows three dots where the key would be.
    if (/^[A-Za-z0-9+/=]{64}/.test(letters)) yield { at: match.index, kind: 'privateKey', form: match[1] ?? '' };
  }
  for (const { index } of text.matchAll(putty))
    if (text.includes('\nPrivate-Lines: ', index)) yield { at: index, kind: 'privateKey', form: 'PuTTY' };
}

/** In headers as written, in JSON (`"Authorization": "Basic …"`), and as name and value of HAR. */
const authorization = new RegExp(
  String.raw`\b((?:Proxy-)?Authorization)(?:${quoteMark}?\s{0,3}[:=]\s{0,3}${quoteMark}?|${quoteMark}\s{0,3},\s{0,60}${quoteMark}value${quoteMark}\s{0,3}:\s{0,3}${quoteMark})(Basic|Bearer|DPoP|Token)\s{1,3}([A-Za-z0-9._~+/=-]{8,300})`,
  'gi',
);

function* authorizations(text: string): Generator<Found> {
  for (const match of text.matchAll(authorization)) {
    const [, , scheme = '', value = ''] = match;
    const form = `Authorization: ${scheme}`;
    if (/^basic$/i.test(scheme)) {
      const pair = fromBase64(value);
      const password = pair?.slice(pair.indexOf(':') + 1);
      if (pair?.includes(':') && password && !isPlaceholder(password))
        yield { at: match.index, kind: 'credentials', form };
    } else if (value.length >= 20 && !isPlaceholder(value)) {
      yield { at: match.index, kind: 'token', form, ...endOf(text, match) };
    }
  }
}

/** From the sign on: what stands before it is sought only there. */
const address =
  /:\/\/([^\s:/@"'<>]{1,100}):([^\s:/@"'<>]{3,100})@(?!(?:[\w.-]{0,60}\.)?(?:example|exemple|localhost)\b)[A-Za-z0-9[]/gi;

function* addresses(text: string): Generator<Found> {
  for (const { index, 2: password = '' } of text.matchAll(address)) {
    const scheme = /[a-z][a-z0-9+.-]{0,20}$/i.exec(text.slice(Math.max(0, index - 21), index))?.[0];
    if (scheme !== undefined && !isPlaceholder(password))
      yield { at: index - scheme.length, kind: 'credentials', form: `${scheme}://…:…@` };
  }
}

/** Names whose value opens something, by their last word. Each has its own search: it is many times faster than one for all. */
const secretWords: readonly RegExp[] = [
  /pass(?:word|wd|phrase)/gi,
  /pwd/gi,
  /mdp|mot_?de_?passe/gi,
  /secret(?:_?key)?/gi,
  /api_?key/gi,
  /(?:refresh|access|id|auth)_?token/gi,
];
/** What stands before the last word: `spring.datasource.`, `db`. */
const beginningOfName = /(?<![A-Za-z0-9._-])[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/;
/** From the end of the name on: what gives the value, and the value. Words of a form or of a screen (« Mot de passe : ») have none. */
const valueAfter = new RegExp(
  String.raw`(?:(${quoteMark}?\s{0,3}(?:=>|[:=])\s{0,3})|${quoteMark}(?:\s{0,3},)?\s{0,60}${quoteMark}?value${quoteMark}?\s{0,3}[:=]\s{0,3}(?=["'\\&])|(${quoteMark}\s{0,3}>))(${quoteMark}?)([^\s"'&;,<>{}()]{8,300})`,
  'iy',
);

function* assignments(text: string): Generator<Found> {
  for (const words of secretWords)
    for (const { index, 0: word } of text.matchAll(words)) {
      const before = beginningOfName.exec(text.slice(Math.max(0, index - 101), index))?.[0] ?? '';
      if (!endsName(before, word)) continue;
      valueAfter.lastIndex = index + word.length;
      const match = valueAfter.exec(text);
      if (match === null) continue;
      const [, separator = '', tagEnd = '', quote = '', given = ''] = match;
      const value = given.replace(/\\+$/, '');
      const at = index - before.length;
      const isCall = text.charAt(match.index + match[0].length) === '(';
      if (value.length < 8 || isCall || isPlaceholder(value) || !isDense(value)) continue;
      // `<entry key="password">…`: an element whose text is no value of a name says nothing.
      if (tagEnd !== '' && !/\b(?:name|key)\s?=\s?["']$/i.test(text.slice(Math.max(0, at - 10), at))) continue;
      // `password: 2026-11-02`, or a sentence after a colon: only what is quoted or against the sign is a value.
      if (quote === '' && / $/.test(separator) && !/[0-9].*[A-Za-z]|[A-Za-z].*[0-9]/.test(value)) continue;
      const isToken = /token/i.test(word);
      const form = before + word;
      yield { at, kind: isToken ? 'token' : 'credentials', form, ...(isToken && endOf(text, match)) };
    }
}

/** Whether a word is the end of a name of its own: `db_password`, `dbPassword`, not `nopassword`. `secret` alone names no value. */
function endsName(before: string, word: string): boolean {
  if (/^secret$/i.test(word) && !/client[._-]?$/i.test(before)) return false;
  return (
    before === '' ||
    /[._-]$/.test(before) ||
    /^client$/i.test(before) ||
    (/[a-z0-9]$/.test(before) && /^[A-Z][a-z]/.test(word))
  );
}

const elementNames =
  /<(?:[A-Za-z0-9_]{1,30}:)?(password|passwd|client_?secret|api_?key)(?:\s[^<>]{0,300})?>([^<>\s]{6,200})<\//gi;

function* elements(text: string): Generator<Found> {
  if (!text.includes('</')) return;
  for (const { index, 1: name = '', 2: value = '' } of text.matchAll(elementNames))
    if (!isPlaceholder(value) && isDense(value)) yield { at: index, kind: 'credentials', form: name };
}

/** Tokens that begin with a mark of their issuer, as the issuers document it. */
const issued: readonly (readonly [form: string, RegExp])[] = [
  ['AWS', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g],
  ['GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,90})\b/g],
  ['GitLab', /\bglpat-[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])/g],
  ['Slack', /\bxox[abprs]-[0-9]{8,14}-[A-Za-z0-9-]{20,80}\b/g],
  ['Google', /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g],
  ['Stripe', /\b[rs]k_live_[A-Za-z0-9]{20,100}\b/g],
  ['SendGrid', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g],
  ['npm', /\bnpm_[A-Za-z0-9]{36}\b/g],
];

function* issuedTokens(text: string): Generator<Found> {
  for (const [form, expression] of issued)
    for (const { index, 0: value } of text.matchAll(expression))
      if (!isPlaceholder(value)) yield { at: index, kind: 'token', form };
}

/** Whether a value is no word: it mixes letters with digits or signs. */
function isDense(value: string): boolean {
  return /[A-Za-z]/.test(value) && /[^A-Za-z_.-]/.test(value);
}

/** When the JSON Web Token with which a match ends is over. Of one that has, nobody can make use any more. */
function endOf(text: string, match: RegExpExecArray): { readonly until?: string } {
  const token = text.slice(match.index + match[0].length - (match.at(-1)?.length ?? 0)).slice(0, longestToken);
  const payload = /^ey[\w-]{5,4096}\.(ey[\w-]{5,8192})/.exec(token)?.[1];
  const seconds = /"exp"\s*:\s*(\d{9,10})(?!\d)/.exec((payload && fromBase64(payload)) ?? '')?.[1];
  return seconds === undefined ? {} : { until: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Text of base64 or base64url, one character a byte; undefined when it is neither. */
function fromBase64(text: string): string | undefined {
  let [bits, held, decoded] = [0, 0, ''];
  for (const character of text.replace(/=+$/, '')) {
    const value = alphabet.indexOf(character === '-' ? '+' : character === '_' ? '/' : character);
    if (value < 0) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded += String.fromCharCode((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return /^[\x20-\x7e\x80-\xff\s]+$/.test(decoded) ? decoded : undefined;
}
