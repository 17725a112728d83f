import { compact } from '../catalogue/compact';
import { readDiscussion, type Discussion } from '../manifest/read-discussion';
import type { FileFault } from '../ports/file-fault';
import type { DecodedText } from '../text/encoding';
import type { Thread, ThreadFault, ThreadMessage, ThreadSubject } from './thread';

/** Reads a thread. Never throws: what can be read of it is shown, with why the rest is not. */
export function readThread(id: string, uri: string, { text, fault }: DecodedText): Thread {
  const { discussion, problems } = readDiscussion(text);
  const first = problems[0];
  const why: ThreadFault | undefined = fault
    ? { kind: 'encoding', fault }
    : first && { kind: 'content', line: lineOf(text, first.range.start), problems };
  return compact<Thread>({
    id,
    uri,
    about: compact<ThreadSubject>({
      requirement: said(discussion.requirement?.value),
      scenario: said(discussion.scenario?.value),
      proof: said(discussion.proof?.value),
    }),
    dossier: said(discussion.dossier?.value),
    subject: said(discussion.subject?.value),
    // What is not known to be closed is open: a slip must not hide it.
    isOpen: discussion.state?.value !== 'close',
    messages: discussion.messages.map(messageOf),
    fault: why,
  });
}

/** A message as it is written; what is missing of it is empty. */
export function messageOf({ by, on, text }: Discussion['messages'][number]): ThreadMessage {
  return { by: by?.value ?? '', on: on?.value ?? '', text: text?.value ?? '' };
}

/** A thread of which nothing is known. */
export function unreadThread(id: string, uri: string, fault: FileFault): Thread {
  return { id, uri, about: {}, isOpen: true, messages: [], fault: { kind: 'file', fault } };
}

function said(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === '' ? undefined : text;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
