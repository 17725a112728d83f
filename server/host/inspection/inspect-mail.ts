import PostalMime, { decodeWords, type Address, type Attachment, type Email } from 'postal-mime';
import { findSecrets, type SecretSighting } from '../../core/evidence/find-secrets';
import { findIdentifiers } from '../../core/evidence/find-identifiers';
import type { IdentifierSighting, Inspection, MailFacts, XdmFacts } from '../../core/evidence/inspection';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { decodeText } from './decode-text';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { closedParts, type PartOpener } from './parts/part';
import { mailDate } from './written-date';
import { sha256Of } from '../files/digest-of';

/** Of one header; those of transport are long and say nothing here. */
const maxHeader = 2000;
const parserLimits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 3 };
/** Lines that may separate parts: the parser's work grows with parts times depth. */
const maxSeparators = 5000;
/** Lines of text, each of which the parser holds in a piece of memory of its own; those of base64 cost little. */
const maxLines = 100_000;
const shortestBase64 = 60;
const dash = 0x2d;

/**
 * A message as saved by a mail program (`.eml`, RFC 5322): headers, addresses, attachments with their digests, an attached
 * IHE_XDM archive, and identifiers in all of them. Its text in HTML and the messages attached to it are opened like files.
 */
export async function inspectMail(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const whole = await source.readAll(limits.maxBytes);
  const readable = whole !== undefined && isParsable(whole);
  const content = readable ? whole : headersOf(await source.read(0, parserLimits.maxHeadersSize));
  const mail = await parsed(content);
  if (!readable) opener.leave(undefined, whole === undefined ? 'size' : 'count');
  if (mail === undefined && readable) opener.leave(undefined, 'depth');
  if (source.extension === 'eml' && source.size > 0 && !beginsWithHeaders(content))
    return { damage: { code: 'no-headers' } };
  if (mail === undefined) return readable ? {} : { partial: true };
  // An exchange in several parts (MTOM), a page saved with its pictures: no mail, but its parts are read.
  const inside = await readAttachments(mail, limits, cancellation, opener);
  if (mail.html !== undefined) await opener.open({ name: 'text/html', content: Buffer.from(mail.html) });
  opener.search('filename', inside.attachments.map(({ name }) => name).join('\n'));
  if (!isMail(mail)) return readable ? {} : { partial: true };
  const identifiers = ownIdentifiers(mail, limits);
  const secrets = textSecrets(mail, content, limits);
  return {
    mail: mailFacts(mail, inside, limits),
    ...(identifiers.length > 0 && { identifiers: identifiers.slice(0, limits.maxFacts) }),
    ...(secrets.length > 0 && { secrets }),
    ...((!readable || inside.partial) && { partial: true }),
  };
}

async function parsed(content: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(content, {
      ...parserLimits,
      attachmentEncoding: 'arraybuffer',
      forceRfc822Attachments: true,
    });
  } catch (error) {
    // Its limits are plain errors; whatever it refuses is not read.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Any text parses: only headers that every message has make it one. */
function isMail({ headers }: Email): boolean {
  const names = new Set(headers.map(({ key }) => key));
  return names.has('from') || names.has('message-id') || (names.has('date') && names.has('subject'));
}

/** Whether a header of mails stands among the first lines, in whatever encoding. */
function beginsWithHeaders(content: Uint8Array): boolean {
  const head = content.subarray(0, 64 * 1024);
  // What is no text at all is told by its signature, or not known.
  const text = decodeText(head)?.text;
  if (text === undefined || text.trim() === '') return true;
  return /^(?:>?From |(?:[A-Za-z][A-Za-z0-9-]{0,60}): ?\S)/m.test(text.slice(0, 4096));
}

interface AttachmentReading {
  readonly attachments: MailFacts['attachments'];
  readonly xdm?: XdmFacts;
  readonly partial: boolean;
}

async function readAttachments(
  mail: Email,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener,
): Promise<AttachmentReading> {
  const attachments: MailFacts['attachments'][number][] = [];
  let xdm: XdmFacts | undefined;
  let partial = mail.attachments.length > limits.maxFacts;
  for (const attachment of mail.attachments.slice(0, limits.maxFacts)) {
    const bytes = bytesOf(attachment);
    const name = attachment.filename ?? '';
    const sha256 = sha256Of(bytes);
    attachments.push({ name, mediaType: attachment.mimeType.toLowerCase(), size: bytes.length, sha256 });
    throwIfCancelled(cancellation);
    // Signed or encrypted messages: their content is wrapped in a structure that is not read.
    if (/pkcs7|pgp-encrypted/i.test(attachment.mimeType)) {
      opener.leave(name === '' ? 'smime.p7m' : name, 'encrypted');
      continue;
    }
    const inside = await opener.open({ name: name === '' ? attachment.mimeType.toLowerCase() : name, content: bytes });
    xdm ??= inside.xdm;
    partial ||= isZip(bytes) && inside.partial === true;
  }
  return { attachments, ...(xdm && { xdm }), partial };
}

function mailFacts(mail: Email, { attachments, xdm }: AttachmentReading, limits: InspectionLimits): MailFacts {
  const date = mailDate(headerOf(mail, 'date') ?? '');
  return {
    from: addresses(mail.from === undefined ? [] : [mail.from]),
    to: addresses(mail.to ?? []).slice(0, limits.maxFacts),
    ...(mail.subject !== undefined && { subject: mail.subject.slice(0, maxHeader) }),
    ...(date !== undefined && { date }),
    ...(mail.messageId !== undefined && { messageId: mail.messageId.slice(0, maxHeader) }),
    headers: headers(mail, limits.maxFacts),
    attachments,
    ...(xdm && { xdm }),
  };
}

/** The first of each name. */
function headers(mail: Email, max: number): Record<string, string> {
  const kept = new Map<string, string>();
  for (const { key, value } of mail.headers) {
    if (!kept.has(key) && kept.size < max) kept.set(key, value.replace(/\s+/g, ' ').trim().slice(0, maxHeader));
  }
  return Object.fromEntries(kept);
}

function headerOf(mail: Email, name: string): string | undefined {
  return mail.headers.find(({ key }) => key === name)?.value;
}

function addresses(list: readonly Address[]): string[] {
  return list
    .flatMap((each) => (each.group ? each.group : [each]))
    .flatMap(({ address }) => (address ? [address.slice(0, maxHeader)] : []));
}

/** Where the message itself names a person: addresses (`INS@patient.mssante.fr`), subject, body. */
function ownIdentifiers(mail: Email, limits: InspectionLimits): IdentifierSighting[] {
  const places: readonly (readonly [string, string | undefined])[] = [
    ...mail.headers
      .filter(({ key }) => key !== 'subject' && !key.startsWith('content-'))
      .slice(0, limits.maxFacts)
      .map(({ key, value }): [string, string] => [headerName(key), decodeWords(value)]),
    ['Subject', mail.subject],
    ['text/plain', mail.text],
  ];
  return places.flatMap(([where, text]) =>
    findIdentifiers((text ?? '').slice(0, limits.maxTextLength), where, { firstLine: null, max: limits.maxFacts }),
  );
}

/** `x-mss-ins` as mail programs show it: `X-Mss-Ins`. */
function headerName(key: string): string {
  return key.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** Those of the body that its encoding hides from who reads the file as it is. */
function textSecrets({ text = '' }: Email, content: Uint8Array, limits: InspectionLimits): SecretSighting[] {
  const max = limits.maxFacts;
  const shown = findSecrets(text.slice(0, limits.maxTextLength), { where: 'text/plain', firstLine: null, max });
  if (shown.length === 0) return [];
  const written = new Set(findSecrets(Buffer.from(content).toString('latin1'), { max }).map(({ form }) => form));
  return shown.filter(({ form }) => !written.has(form));
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Whether the parser can be given the message: it has no limit of its own for parts and lines. */
function isParsable(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  let lines = 0;
  let separators = 0;
  let space = -1;
  for (let start = 0; start < bytes.length;) {
    const end = nextOr(bytes.indexOf(10, start), bytes.length);
    if (bytes[start] === dash && bytes[start + 1] === dash) separators++;
    if (space < start) space = nextOr(bytes.indexOf(32, start), bytes.length);
    if (end - start < shortestBase64 || space < end) lines++;
    if (separators > maxSeparators || lines > maxLines) return false;
    start = end + 1;
  }
  return true;
}

function nextOr(found: number, end: number): number {
  return found < 0 ? end : found;
}

function headersOf(start: Uint8Array): Uint8Array {
  const end = /\r?\n\r?\n/.exec(Buffer.from(start).toString('latin1'));
  return end === null ? start : start.subarray(0, end.index + end[0].length);
}
