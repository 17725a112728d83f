import type { SecretSighting } from './find-secrets';

/** Bytes at the beginning of a content by which keys are known. */
export const keyStoreHead = 64;

/** Object identifiers in DER. */
const pkcs7Data = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];
const rsa = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01];
const elliptic = [0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const edwards = [0x06, 0x03, 0x2b, 0x65];
const passwordBased = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05];

/**
 * Keys in a binary content, by its first bytes: PKCS#12 (RFC 7292, `PFX`: version 3, then PKCS#7 data), private keys in DER
 * (PKCS#8, RFC 5958: version, then the algorithm; PKCS#1, RFC 8017: version, then a modulus of 128 bytes or more; RFC 5915),
 * Java keystores.
 */
export function keyStoreIn(head: Uint8Array): SecretSighting | undefined {
  const magic = Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (head.length > 4 && magic === 'feedfeed') return { kind: 'keyStore', form: 'JKS' };
  if (head.length > 4 && magic === 'cececece') return { kind: 'keyStore', form: 'JCEKS' };
  const outer = sequence(head, 0);
  if (outer === undefined) return undefined;
  if (startsWith(head, outer, [0x02, 0x01, 0x03]))
    return within(head, outer + 3, pkcs7Data) ? { kind: 'keyStore', form: 'PKCS#12' } : undefined;
  if (startsWith(head, outer, [0x02, 0x01, 0x00]) || startsWith(head, outer, [0x02, 0x01, 0x01])) {
    const next = outer + 3;
    const algorithm = sequence(head, next);
    if (algorithm !== undefined && [rsa, elliptic, edwards].some((oid) => startsWith(head, algorithm, oid)))
      return { kind: 'privateKey', form: 'PKCS#8' };
    // A modulus is a long positive integer: its length takes two or three bytes.
    if (head[outer + 2] === 0 && head[next] === 0x02 && (head[next + 1] === 0x81 || head[next + 1] === 0x82))
      return { kind: 'privateKey', form: 'PKCS#1' };
    // 32, 48 or 66 bytes of a number, then the curve.
    if (head[outer + 2] === 1 && head[next] === 0x04 && [32, 48, 66].some((length) => head[next + 1] === length))
      return { kind: 'privateKey', form: 'EC' };
    return undefined;
  }
  const algorithm = sequence(head, outer);
  return algorithm !== undefined && startsWith(head, algorithm, passwordBased)
    ? { kind: 'privateKey', form: 'PKCS#8' }
    : undefined;
}

/** Where the content of the sequence that begins at a place begins; its length takes one to five bytes, or has no end (0x80). */
function sequence(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at] !== 0x30) return undefined;
  const length = bytes[at + 1] ?? 0;
  return at + 2 + (length > 0x80 && length <= 0x84 ? length & 0x7f : 0);
}

function startsWith(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, offset) => bytes[at + offset] === byte);
}

function within(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  for (let from = at; from < at + 21; from++) if (startsWith(bytes, from, wanted)) return true;
  return false;
}
