import { groupOf } from '../text/group-of';
import { bytesOfBase64, lastDayOf, textOfBase64, type FoundSecret } from './found-secret';
import { isPlaceholder } from './secret-placeholder';

/**
 * Names and passwords in the dialogues of mail and file servers, and cookies of sessions in those of the web.
 * @param lower the text in small letters, of the same length
 */
export function* dialogueSecrets(text: string, lower: string): Generator<FoundSecret> {
  if (text.includes('PLAIN')) yield* plainMechanism(text);
  if (text.includes('UGFzc3dvcmQ6')) yield* loginMechanism(text);
  if (text.includes('XOAUTH2')) yield* bearerMechanism(text);
  if (text.includes('PASS ')) yield* userAndPass(text);
  yield* cookies(text, lower);
}

/** The answer may stand on the line, or on the next but one after that of the server (RFC 4616, RFC 4954). */
const plain =
  /\b(AUTH(?:ENTICATE)?) PLAIN(?:[ \t]+|[^\n]{0,20}\n(?:[^\n]{0,80}(?:334|\+)[^\n]{0,20}\n)?[^\n]{0,60}?)(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{8,400}={0,2})(?=\s|$|["'])/g;

function* plainMechanism(text: string): Generator<FoundSecret> {
  for (const match of text.matchAll(plain)) {
    const [, user, password, ...more] = bytesOfBase64(groupOf(match, 2))?.split('\0') ?? [];
    if (!user || !password || more.length > 0 || isPlaceholder(password)) continue;
    yield { at: match.index, kind: 'credentials', form: `${groupOf(match, 1)} PLAIN` };
  }
}

/** After the server has asked for `Password:`, in base64. */
const login = /\b334 UGFzc3dvcmQ6[^\n]{0,20}\n[^\n]{0,60}?(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{4,200}={0,2})\s*$/gm;

function* loginMechanism(text: string): Generator<FoundSecret> {
  for (const match of text.matchAll(login)) {
    const password = textOfBase64(groupOf(match, 1));
    if (password !== undefined && !isPlaceholder(password))
      yield { at: match.index, kind: 'credentials', form: 'AUTH LOGIN' };
  }
}

const bearer = /\bXOAUTH2\s{1,3}([A-Za-z0-9+/]{20,4000}={0,2})/g;

function* bearerMechanism(text: string): Generator<FoundSecret> {
  for (const match of text.matchAll(bearer)) {
    const token = bytesOfBase64(groupOf(match, 1))
      ?.split('\u0001')
      .find((field) => field.startsWith('auth=Bearer '))
      ?.slice(12);
    if (token !== undefined && token.length >= 16 && !isPlaceholder(token))
      yield { at: match.index, kind: 'token', form: 'AUTH XOAUTH2' };
  }
}

/** POP3 and FTP: a name, an answer, a password. `PASS` alone begins the line of a test that passed. */
const pass =
  /\bUSER \S{1,100}[^\n]{0,40}\n(?:[^\n]{0,60}(?:331|\+OK)[^\n]{0,200}\n)?[^\n]{0,60}\bPASS (\S{3,100})(?=\s|$)/g;

function* userAndPass(text: string): Generator<FoundSecret> {
  for (const match of text.matchAll(pass))
    if (!isPlaceholder(groupOf(match, 1))) yield { at: match.index, kind: 'credentials', form: 'USER, PASS' };
}

/** A header as written, in JSON, or as name and value of HAR. */
const header =
  /(?:\\{0,7}["'])?(?:\s{0,3}[:=]\s{0,3}|\s{0,3},\s{0,60}\\{0,7}"value\\{0,7}"\s{0,3}:\s{0,3})\[?\\{0,7}["']?([^\r\n"']{10,4000})/iy;
/** Names under which frameworks and identity servers keep a session. */
const session =
  /(?:^|;\s{0,3})((?:__(?:Host|Secure)-)?(?:[A-Za-z0-9._-]{0,40}(?:sess(?:ion)?(?:[._-]?id)?|connect\.sid|access[._-]?token|refresh[._-]?token|auth[._-]?token|KEYCLOAK_IDENTITY|AspNetCore\.Cookies|ASPXAUTH)|sid|jwt))=([^;\s]{16,4000})/gi;

function* cookies(text: string, lower: string): Generator<FoundSecret> {
  for (let at = lower.indexOf('cookie'); at >= 0; at = lower.indexOf('cookie', at + 6)) {
    header.lastIndex = at + 6;
    const content = header.exec(text)?.[1];
    const start = /(?<![A-Za-z0-9_])(?:set-)?$/i.exec(text.slice(Math.max(0, at - 5), at));
    // A cookie that is being taken back is no key any more.
    if (content === undefined || start === null || /max-age=0|expires=[^;]{0,14}1970/i.test(content)) continue;
    const name = start[0] === '' ? 'Cookie' : 'Set-Cookie';
    for (const match of content.matchAll(session)) {
      const value = groupOf(match, 2);
      const isToken = /[0-9]/.test(value) && /[A-Za-z]/.test(value) && !isPlaceholder(value);
      if (isToken) yield { at, kind: 'token', form: `${name}: ${groupOf(match, 1)}`, ...endOf(value, content) };
    }
  }
}

/** When a session is over: what the token itself says, or the server that sets it. */
function endOf(value: string, content: string): { readonly until?: string } {
  const until = lastDayOf(value);
  if (until !== undefined) return { until };
  const end = Date.parse(groupOf(/expires=([^;]{10,40})/i.exec(content), 1).replaceAll('-', ' '));
  return Number.isNaN(end) ? {} : { until: new Date(end).toISOString().slice(0, 10) };
}
