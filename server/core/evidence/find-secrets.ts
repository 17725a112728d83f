import { groupOf } from '../text/group-of';
import { lineCounter } from '../text/line-counter';
import { isDense, lastDayOf, textOfBase64, type FoundSecret } from './found-secret';
import { issuedTokens } from './issued-tokens';
import { commandSecrets } from './secret-commands';
import { dialogueSecrets } from './secret-dialogues';
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

/**
 * Secrets in a text. The forms are those that common rule sets agree on (gitleaks, trufflehog, detect-secrets: keys in PEM,
 * authorization headers, addresses with a password, assignments to a name that says secret, tokens with a prefix of their
 * issuer); a value that is masked, a variable or an example says nothing. Every expression is linear in the text.
 */
export function findSecrets(text: string, { where, firstLine = 1, max = 50 }: SecretSearch = {}): SecretSighting[] {
  if (cannotHoldOne(text)) return [];
  // Words are sought in small letters, in strings: many times faster than by expressions that overlook case.
  const lower = inSmallLetters(text);
  const found = [
    ...privateKeys(text),
    ...(lower.includes('authorization') ? authorizations(text) : []),
    ...addresses(text),
    ...assignments(text, lower),
    ...elements(text, lower),
    ...storedCredentials(text),
    ...commandSecrets(text),
    ...dialogueSecrets(text, lower),
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

/** Characters below which a look for what every form needs costs less than a look for each form. */
const shortText = 80;

/** Most texts of elements and attributes: numbers, and a few words without any of the signs that lead to a value. */
function cannotHoldOne(text: string): boolean {
  if (text.length >= shortText) return false;
  return /^[\d.]*$/.test(text) || !/[:=@<"'&]|--|\s-\w|machine|PLAIN|PASS |\S{16}/.test(text);
}

/** Of the same length, so that places are those of the text. */
function inSmallLetters(text: string): string {
  const lower = text.toLowerCase();
  // A Turkish capital becomes two characters.
  return lower.length === text.length ? lower : text.replaceAll('\u0130', 'I').toLowerCase();
}

/** A quotation mark, as it stands in a string of JSON inside JSON, and in XML. */
const quoteMark = String.raw`(?:\\{0,7}["']|&quot;|&#34;)`;

const pem = /-----BEGIN ((?:[A-Z0-9]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?)-----/g;
/** Keys of PuTTY, which writes them in a form of its own. */
const putty = /^PuTTY-User-Key-File-[23]: /gm;

function* privateKeys(text: string): Generator<FoundSecret> {
  for (const match of text.includes('PRIVATE KEY') ? text.matchAll(pem) : []) {
    const body = text.slice(match.index + match[0].length, match.index + match[0].length + 600);
    // Headers of older forms (RFC 1421) stand before the key.
    const letters = body
      .replaceAll(/(?<!\\)\\+[nr]|&#(?:10|13|xA|xD);/gi, '\n')
      .replaceAll(/^[A-Za-z][A-Za-z-]{1,30}: [^\n]{0,100}$/gm, '')
      .replaceAll(/\s/g, '');
    // A page that explains the format shows three dots where the key would be.
    if (/^[A-Za-z0-9+/=]{64}/.test(letters)) yield { at: match.index, kind: 'privateKey', form: groupOf(match, 1) };
  }
  for (const { index } of text.includes('PuTTY-User-Key') ? text.matchAll(putty) : [])
    if (text.includes('\nPrivate-Lines: ', index)) yield { at: index, kind: 'privateKey', form: 'PuTTY' };
}

/** In headers as written, in JSON (`"Authorization": "Basic …"`), and as name and value of HAR. */
const authorization = new RegExp(
  String.raw`\b((?:Proxy-)?Authorization)(?:${quoteMark}?\s{0,3}[:=]\s{0,3}${quoteMark}?|${quoteMark}\s{0,3},\s{0,60}${quoteMark}value${quoteMark}\s{0,3}:\s{0,3}${quoteMark})(Basic|Bearer|DPoP|Token)\s{1,3}([A-Za-z0-9._~+/=-]{8,300})`,
  'gi',
);

function* authorizations(text: string): Generator<FoundSecret> {
  for (const match of text.matchAll(authorization)) {
    const [scheme, value] = [groupOf(match, 2), groupOf(match, 3)];
    const form = `Authorization: ${scheme}`;
    if (/^basic$/i.test(scheme)) {
      const pair = textOfBase64(value);
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
  /:\/\/([^\s:/@"'<>]{0,100}):([^\s:/@"'<>]{3,100})@(?!(?:[\w.-]{0,60}\.)?(?:example|exemple|localhost)\b)[A-Za-z0-9[]/gi;

function* addresses(text: string): Generator<FoundSecret> {
  for (const match of text.matchAll(address)) {
    const [user, password] = [groupOf(match, 1), groupOf(match, 2)];
    // Without a name only a password as long as one is.
    if (user === '' && password.length < 6) continue;
    const scheme = /[a-z][a-z0-9+.-]{0,20}$/i.exec(text.slice(Math.max(0, match.index - 21), match.index))?.[0];
    if (scheme !== undefined && !isPlaceholder(password))
      yield { at: match.index - scheme.length, kind: 'credentials', form: `${scheme}://…:…@` };
  }
}

/** Names whose value opens something, by the end of their last word, and that word where the end alone may be of another. */
const secretWords: readonly (readonly [end: string, word?: RegExp])[] = [
  ['password'],
  ['passwd'],
  ['passphrase'],
  ['pwd'],
  ['mdp'],
  ['passe', /mot[ _-]?de[ _-]?passe$/i],
  ['secret'],
  ['key', /(?:secret[_-]?(?:access[_-]?)?|api[_-]?|account[_-]?|access[_-]?|subscription[_-]?)key$/i],
  ['token', /(?:refresh|access|id|auth|private|vault)[_-]?token$/i],
];
const longestWord = 20;
/** What may follow a name that has a value. */
const leadsToValue = /[\s"'\\&:=]/;
/** What people write between « mot de passe » and the colon. */
const kindOfPassword = /(?: (?:temporaire|provisoire|initial|administrateur|admin|de test|par défaut))?/iy;

/** Each word that says secret, with its place. */
function* wordsOf(text: string, lower: string): Generator<{ readonly index: number; readonly word: string }> {
  for (const [end, expression] of secretWords) {
    for (let at = lower.indexOf(end); at >= 0; at = lower.indexOf(end, at + end.length)) {
      const stop = at + end.length;
      if (!leadsToValue.test(text.charAt(stop))) continue;
      if (expression === undefined) {
        yield { index: at, word: text.slice(at, stop) };
        continue;
      }
      const word = expression.exec(text.slice(Math.max(0, stop - longestWord), stop))?.[0];
      if (word !== undefined) yield { index: stop - word.length, word };
    }
  }
}

/** Of these a short value counts, since people type it. */
const typed = /^(?:pass|pwd|mdp|mot)/i;
/** What stands before the last word: `spring.datasource.`, `db`. */
const beginningOfName = /(?<![A-Za-z0-9._-])[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/;
/** From the end of the name on: what gives the value, and the value. Words of a form or of a screen (« Mot de passe : ») have none. */
const valueAfter = new RegExp(
  String.raw`(?:(${quoteMark}?\s{0,3}(?:=>|[:=])\s{0,3})|${quoteMark}(?:\s{0,3},)?\s{0,60}${quoteMark}?value${quoteMark}?\s{0,3}[:=]\s{0,3}(?=["'\\&])|(${quoteMark}\s{0,3}>))(${quoteMark}?)([^\s"'&;,<>{}()]{6,300})`,
  'iy',
);

function* assignments(text: string, lower: string): Generator<FoundSecret> {
  for (const { index, word } of wordsOf(text, lower)) {
    const before = groupOf(beginningOfName.exec(text.slice(Math.max(0, index - 101), index)), 0);
    if (!endsName(before, word)) continue;
    kindOfPassword.lastIndex = index + word.length;
    const more = /passe$/i.test(word) ? groupOf(kindOfPassword.exec(text), 0).length : 0;
    valueAfter.lastIndex = index + word.length + more;
    const match = valueAfter.exec(text);
    if (match === null) continue;
    const [separator, tagEnd, quote, given] = [
      groupOf(match, 1),
      groupOf(match, 2),
      groupOf(match, 3),
      groupOf(match, 4),
    ];
    const value = given.replace(/(?<!\\)\\+$/, '');
    const at = index - before.length;
    const isCall = text.charAt(match.index + match[0].length) === '(';
    if (value.length < (typed.test(word) ? 6 : 8) || isCall || isPlaceholder(value) || !isDense(value)) continue;
    // `<entry key="password">…`: an element whose text is no value of a name says nothing.
    if (tagEnd !== '' && !/\b(?:name|key)\s?=\s?["']$/i.test(text.slice(Math.max(0, at - 10), at))) continue;
    // `password: 2026-11-02`, or a sentence after a colon: only what is quoted or against the sign is a value.
    if (quote === '' && / $/.test(separator) && !(/[0-9]/.test(value) && /[A-Za-z]/.test(value))) continue;
    // `PASSWORD=` without a value, and the next variable on the next line.
    const after = text.slice(match.index, match.index + match[0].length - given.length);
    if (quote === '' && /[\r\n]/.test(after) && /^[A-Za-z_][\w.-]*[=:]/.test(value)) continue;
    // `password = form.password.value;` in a program.
    const isPath = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/.test(value);
    if (quote === '' && isPath && text.charAt(match.index + match[0].length) === ';') continue;
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 30);
    if (/^mot/i.test(word) && (isToldAsExample(text, at) || isSpokenOf.test(rest))) continue;
    const isToken = /token/i.test(word);
    const form = before + word;
    yield { at, kind: isToken ? 'token' : 'credentials', form, ...(isToken && endOf(text, match)) };
  }
}

/** A sentence about a password: « Mot de passe : Azerty123! est interdit ». */
const isSpokenOf =
  /^[!?]?[»”"]?[ \u00a0][(]?(?:est|sont|sera|serait|n[’']est|ne|doit|interdit|refus[ée]|rejet[ée]|trop)(?!\p{L})/iu;

/** « Exemple : …, mot de passe : … » on the same line. */
function isToldAsExample(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 100), at);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return /(?<!\p{L})(?:exemples?|ex\.|p\. ex\.|fictif|factice|example)(?!\p{L})/iu.test(line);
}

/** Whether a word is the end of a name of its own: `db_password`, `dbPassword`, not `nopassword`. `secret` alone names no value. */
function endsName(before: string, word: string): boolean {
  if (/^secret$/i.test(word) && !/client[._-]?$/i.test(before)) return false;
  // `publicAccessKey`, `primaryKey`: only some keys open something.
  if (/^access[_-]?key$/i.test(word) && !/shared[._-]?$/i.test(before)) return false;
  return (
    before === '' ||
    /[._-]$/.test(before) ||
    /^(?:client|shared|pg|ssh|ldap|db|mysql|smtp|imap|ftp|root|admin|user|bind|proxy|mail|keystore|truststore)$/i.test(
      before,
    ) ||
    (/[a-z0-9]$/.test(before) && /^[A-Z][a-z]/.test(word))
  );
}

const elementNames =
  /<(?:[A-Za-z0-9_]{1,30}:)?(password|passwd|client_?secret|api_?key)(?:\s[^<>]{0,300})?>([^<>\s]{6,200})<\//gi;

function* elements(text: string, lower: string): Generator<FoundSecret> {
  if (!text.includes('</') || !/pass|secret|key/.test(lower)) return;
  for (const match of text.matchAll(elementNames)) {
    const value = groupOf(match, 2);
    if (!isPlaceholder(value) && isDense(value))
      yield { at: match.index, kind: 'credentials', form: groupOf(match, 1) };
  }
}

/** When the JSON Web Token with which a match ends is over. Of one that has, nobody can make use any more. */
function endOf(text: string, match: RegExpExecArray): { readonly until?: string } {
  const start = match.index + match[0].length - groupOf(match, match.length - 1).length;
  const until = lastDayOf(text.slice(start).slice(0, longestToken));
  return until === undefined ? {} : { until };
}

/** Base64 of a name and a password as Docker and npm keep it. */
const stored: readonly (readonly [mark: string, expression: RegExp])[] = [
  ['"auth"', /"auth"\s{0,3}:\s{0,3}"([A-Za-z0-9+/]{12,400}={0,2})"/g],
  [':_auth', /:_auth\s{0,3}=\s{0,3}"?([A-Za-z0-9+/]{12,400}={0,2})(?=["\s]|$)/g],
];
/** Passwords in a line of `.netrc`, and in names of a data source of Go and of Oracle, which are no addresses. */
const others: readonly (readonly [form: string, mark: string, expression: RegExp])[] = [
  ['netrc', 'machine', /\bmachine\s{1,3}\S{1,200}\s{1,10}login\s{1,3}\S{1,200}\s{1,10}password\s{1,3}(\S{3,200})/g],
  ['…:…@tcp()', '@tcp(', /(?<![\w/.-])[\w.-]{1,60}:([^\s:@/"']{3,100})@tcp\(/g],
  ['jdbc:oracle:…/…@', 'jdbc:oracle:', /\bjdbc:oracle:\w{1,10}:[\w$#]{1,60}\/([^\s@/"']{3,100})@/g],
];

function* storedCredentials(text: string): Generator<FoundSecret> {
  for (const [mark, expression] of stored) {
    if (!text.includes(mark)) continue;
    for (const match of text.matchAll(expression)) {
      const password = /^[^:]{1,100}:(.{3,})$/.exec(textOfBase64(groupOf(match, 1)) ?? '')?.[1];
      if (password !== undefined && !isPlaceholder(password))
        yield { at: match.index, kind: 'credentials', form: 'auth' };
    }
  }
  for (const [form, mark, expression] of others) {
    if (!text.includes(mark)) continue;
    for (const match of text.matchAll(expression))
      if (!isPlaceholder(groupOf(match, 1))) yield { at: match.index, kind: 'credentials', form };
  }
}
