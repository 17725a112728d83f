import type { MailFacts, XdmFacts } from '../../../evidence/inspection';
import { insSystems } from '../../../evidence/test-identities';
import { isIns } from '../../../identifiers/ins';
import type { SentenceArguments } from '../../../messages/say';
import { clipList } from '../../clip';

export interface MailFault {
  readonly message: 'noArchive' | 'noPdf' | 'headers' | 'insHeader' | 'subject' | 'severalPatients' | 'addresses';
  readonly args: SentenceArguments;
}

/** Headers that a message which transmits documents bears. */
const wantedHeaders = ['X-MSS-CODECDA', 'X-MSS-INS', 'X-MSS-NIL'];
const subjectStart = 'XDM/1.0/DDM+';

/**
 * What a message sent by MSSanté lacks (ECO.2.1). Most of it concerns only messages that transmit documents, which a reply
 * or an acknowledgement does not: those with an IHE_XDM archive, or whose subject or headers announce one.
 */
export function* mailFaults(mail: MailFacts): Generator<MailFault> {
  const subject = mail.subject?.trim() ?? '';
  const announced = /^XDM\//i.test(subject) || mail.headers['x-mss-codecda'] !== undefined;
  if (mail.xdm) yield* transmissionFaults(mail, mail.xdm, subject);
  else if (announced) yield { message: 'noArchive', args: {} };
  const outside = [...mail.from, ...mail.to].filter((address) => !/@(?:[\w-]+\.)*mssante\.fr$/i.test(address));
  if (outside.length > 0) yield { message: 'addresses', args: { addresses: clipList([...new Set(outside)], 3) } };
}

function* transmissionFaults(mail: MailFacts, xdm: XdmFacts, subject: string): Generator<MailFault> {
  const missing = wantedHeaders.filter((name) => (mail.headers[name.toLowerCase()] ?? '') === '');
  if (missing.length > 0) yield { message: 'headers', args: { headers: missing.join(', ') } };
  const ins = mail.headers['x-mss-ins']?.trim() ?? '';
  if (ins !== '' && !/^[ON]$/i.test(ins)) yield { message: 'insHeader', args: { value: ins.slice(0, 20) } };
  if (!subject.startsWith(subjectStart)) yield { message: 'subject', args: { start: subjectStart } };
  const hasPdf = mail.attachments.some(
    ({ mediaType, name }) => mediaType === 'application/pdf' || /\.pdf$/i.test(name),
  );
  if (!hasPdf) yield { message: 'noPdf', args: {} };
  const patients = patientsOf(xdm);
  if (patients > 1) yield { message: 'severalPatients', args: { count: patients } };
}

/** Metadata give a patient by INS and by a number of the software's own: only the first tells one from another. */
function patientsOf({ patientIds }: XdmFacts): number {
  const systems: ReadonlySet<string> = new Set(Object.values(insSystems));
  const ins = patientIds.filter(({ value, system }) => system !== undefined && systems.has(system) && isIns(value));
  return new Set(ins.map(({ value }) => value)).size;
}
