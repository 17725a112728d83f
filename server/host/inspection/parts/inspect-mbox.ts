import type { Inspection } from '../../../core/evidence/inspection';
import { throwIfCancelled, type Cancellation } from '../../../core/ports/cancellation';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { closedParts, type PartOpener } from './part';

/** The line that begins a message of a mailbox (RFC 4155), followed by a header. */
const beginning = /^From [^\r\n]*\r?\n(?=[A-Za-z][\w-]*:)/gm;

/** The messages of a mailbox, each opened as a mail. */
export async function inspectMbox(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const content = await source.readAll(limits.maxBytes);
  if (content === undefined) {
    opener.leave(undefined, 'size');
    return { partial: true };
  }
  // Bytes as characters: each message has its own encoding.
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  const starts = Array.from(text.matchAll(beginning), ({ index, 0: line }) => ({ index, from: index + line.length }));
  for (const [number, { from }] of starts.entries()) {
    throwIfCancelled(cancellation);
    const message = text.slice(from, starts[number + 1]?.index).replace(/^>(>*From )/gm, '$1');
    await opener.open({ name: `message-${number + 1}.eml`, content: Buffer.from(message, 'latin1') });
  }
  return {};
}
