import { X509Certificate } from 'node:crypto';

import type { CertificateFacts, Damage, Inspection } from '../../core/evidence/inspection';
import { keyStoreHead, keyStoreIn } from '../../core/evidence/key-store';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { instantDate } from './calendar-date';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';

const begin = '-----BEGIN CERTIFICATE-----';
const end = '-----END CERTIFICATE-----';
/** Names given to a file that holds one certificate and nothing else; a `.pem` may as well hold a key or a request. */
const certificateExtensions = new Set(['cer', 'crt', 'der']);

/** The X.509 certificates of a PEM text (any number, with other text around) or a DER file (one). */
export async function inspectCertificates(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  const content = await source.readAll(limits.maxBytes);
  if (content === undefined) return { partial: true };
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.includes(begin)) return inPem(bytes, source.extension, limits, cancellation);
  const facts = factsOf(bytes);
  if (facts) return { certificates: [facts] };
  const instead = otherThanCertificate(bytes);
  if (instead !== undefined) return { insteadOfCertificate: instead };
  const claimed = certificateExtensions.has(source.extension) && source.size > 0 && !bytes.includes('-----BEGIN ');
  return claimed ? { damage: { code: 'not-well-formed' } } : {};
}

/** In PEM by its label (RFC 7468); in DER a PKCS#7 by its object identifier (RFC 5652: signedData). */
function otherThanCertificate(bytes: Buffer): Inspection['insteadOfCertificate'] {
  const label = /-----BEGIN ([A-Z0-9 ]{3,40})-----/.exec(bytes.toString('latin1', 0, 64 * 1024))?.[1] ?? '';
  if (/^(?:NEW )?CERTIFICATE REQUEST$/.test(label)) return 'request';
  if (label === 'PKCS7' || label === 'CMS') return 'pkcs7';
  if (/PRIVATE KEY$/.test(label) || keyStoreIn(bytes.subarray(0, keyStoreHead)) !== undefined) return 'key';
  const signedData = Buffer.from('06092a864886f70d010702', 'hex');
  return bytes[0] === 0x30 && bytes.subarray(0, 24).includes(signedData) ? 'pkcs7' : undefined;
}

function inPem(
  bytes: Buffer,
  extension: string,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Partial<Inspection> {
  const certificates: CertificateFacts[] = [];
  let damage: Damage | undefined;
  let from = bytes.indexOf(begin);
  while (from >= 0 && certificates.length < limits.maxFacts) {
    throwIfCancelled(cancellation);
    const stop = bytes.indexOf(end, from);
    const facts = stop < 0 ? undefined : factsOf(bytes.subarray(from, stop + end.length));
    if (facts) certificates.push(facts);
    else if (
      stop < 0 ||
      looksEncoded(bytes.subarray(from + begin.length, stop)) ||
      certificateExtensions.has(extension)
    )
      damage ??= { code: stop < 0 ? 'truncated' : 'not-well-formed', line: lineOf(bytes, from) };
    from = stop < 0 ? -1 : bytes.indexOf(begin, stop);
  }
  return {
    ...(certificates.length > 0 && { certificates }),
    ...(damage && { damage }),
    ...(from >= 0 && { partial: true }),
  };
}

/** A text that leaves out what stands between the lines (« […] », « voir la pièce jointe ») shows no damaged certificate. */
function looksEncoded(inside: Buffer): boolean {
  const text = inside.toString('latin1', 0, 4096);
  return /[A-Za-z0-9+/]{40}/.test(text) && !/[[(<\x80-\xff]|\.{3}/.test(text);
}

function factsOf(encoded: Buffer): CertificateFacts | undefined {
  try {
    const certificate = new X509Certificate(encoded);
    const validFrom = instantDate(Date.parse(certificate.validFrom));
    const validTo = instantDate(Date.parse(certificate.validTo));
    if (validFrom === undefined || validTo === undefined) return undefined;
    const { subject, issuer, serialNumber } = certificate;
    return { subject: oneLine(subject), issuer: oneLine(issuer), validFrom, validTo, serialNumber };
  } catch {
    // OpenSSL throws on whatever is not a certificate: the caller says so with a damage code.
    return undefined;
  }
}

/** Node writes one attribute a line. An empty subject is allowed when alternative names stand in for it. */
function oneLine(name: string | undefined): string {
  return (name ?? '').replaceAll('\n', ', ');
}

function lineOf(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}
