import type { DiscussionReading } from '../manifest/read-discussion';
import type { FileFault } from '../ports/file-fault';
import type { EncodingFault } from '../text/encoding';

/** A thread of the team: one file of `discussions/`. Stays in the house. */
export interface Thread {
  /** Path of the file under `discussions/`, `/` separated. */
  readonly id: string;
  readonly uri: string;
  /** Ids as written. */
  readonly about: ThreadSubject;
  /** Name of the main manifest it is about, where it says so. */
  readonly dossier?: string;
  readonly subject?: string;
  readonly isOpen: boolean;
  /** In the order of the file, which is that of the writing. */
  readonly messages: readonly ThreadMessage[];
  /** Why it is not read whole: it is shown, and nothing is written to it. */
  readonly fault?: ThreadFault;
}

export interface ThreadSubject {
  readonly requirement?: string;
  readonly scenario?: string;
  readonly proof?: string;
}

export interface ThreadMessage {
  readonly by: string;
  /** `YYYY-MM-DD`, as written. */
  readonly on: string;
  readonly text: string;
}

export type ThreadFault =
  /** Nothing of it is known. */
  | { readonly kind: 'file'; readonly fault: FileFault }
  /** Its text is a guess. */
  | { readonly kind: 'encoding'; readonly fault: EncodingFault }
  /** Part of it is none of the format; the line of the first such part, from 1. */
  | { readonly kind: 'content'; readonly line: number; readonly problems: DiscussionReading['problems'] };
