import type { Inspection } from '../../../core/evidence/inspection';
import { throwIfCancelled, type Cancellation } from '../../../core/ports/cancellation';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { closedParts, type PartOpener } from './part';

const block = 512;
/** Types of entry that are files: a digit, or NUL in old archives. */
const fileTypes = new Set(['0', '\0', '7']);

/** The files of a tar archive (POSIX ustar, GNU long names). */
export async function inspectTar(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  let longName: string | undefined;
  const names: string[] = [];
  let entries = 0;
  for (let at = 0; at + block <= source.size;) {
    throwIfCancelled(cancellation);
    const header = Buffer.from(await source.read(at, block));
    if (header.every((byte) => byte === 0)) break;
    const size = sizeOf(header);
    const type = header.toString('latin1', 156, 157);
    if (size === undefined || at + block + size > source.size) return stopped(opener, 'damaged', names);
    if (++entries > limits.maxEntries) return stopped(opener, 'count', names);
    const start = at + block;
    at = start + Math.ceil(size / block) * block;
    if (type === 'L') {
      longName = text(Buffer.from(await source.read(start, Math.min(size, 4096))));
      continue;
    }
    if (type === 'x' || type === 'g') {
      const records = Buffer.from(await source.read(start, Math.min(size, longestRecords))).toString('utf8');
      for (const record of records.split('\n')) names.push(record);
      // `30 path=…` (POSIX pax); of all files when it is global, which no name can be.
      if (type === 'x') longName = /^\d+ path=(.*)$/m.exec(records)?.[1] ?? longName;
      continue;
    }
    const name = longName ?? nameOf(header);
    longName = undefined;
    names.push(name, text(header.subarray(157, 257)));
    if (!fileTypes.has(type) || size === 0) continue;
    if (!opener.isWanted(name)) opener.leave(name, 'kind');
    else if (size > limits.maxInflatedBytes) opener.leave(name, 'size');
    else await opener.open({ name, content: await source.read(start, size) });
  }
  opener.search('filename', names.join('\n'));
  return {};
}

/** Characters of records beside a file that are looked at. */
const longestRecords = 64 * 1024;

function stopped(opener: PartOpener, reason: 'damaged' | 'count', names: readonly string[]): Partial<Inspection> {
  opener.search('filename', names.join('\n'));
  opener.leave(undefined, reason);
  return { partial: true };
}

function nameOf(header: Buffer): string {
  const name = text(header.subarray(0, 100));
  const prefix = header.toString('latin1', 257, 262) === 'ustar' ? text(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Octal, or in base 256 when the first bit is set. */
function sizeOf(header: Buffer): number | undefined {
  if (((header[124] ?? 0) & 0x80) !== 0) {
    const large = header.readBigUInt64BE(128);
    return large > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(large);
  }
  const written = text(header.subarray(124, 136)).trim();
  return /^[0-7]*$/.test(written) ? Number.parseInt(written || '0', 8) : undefined;
}

/** Up to the first NUL. */
function text(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
