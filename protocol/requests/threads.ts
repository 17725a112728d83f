import { requestKind } from '../request';
import type { ViewPlace } from '../view-place';

/** Every thread of the open dossiers, with its place. */
export const threadsRequest = requestKind<Record<string, never>, ThreadsAnswer>('segur/discussions');

export interface ThreadsAnswer {
  readonly dossiers: readonly DossierThreadsView[];
}

export interface DossierThreadsView {
  /** Of the main manifest. */
  readonly uri: string;
  readonly threads: readonly ThreadView[];
  /** Why some could not be looked for, in words. */
  readonly trouble?: string;
  /** Places of entries that a thread can be begun at: lines of these manifests. */
  readonly lines: readonly ThreadLines[];
}

/** Lines of one manifest, 0-based, in order; the ends are included. */
export interface ThreadLines {
  readonly uri: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** A thread as it is shown. */
export interface ThreadView {
  /** Path of its file under `discussions/`. */
  readonly id: string;
  /** Of its file. */
  readonly fileUri: string;
  /** What it is about, in words. */
  readonly about: string;
  readonly subject?: string;
  readonly isOpen: boolean;
  readonly messages: readonly ThreadMessageView[];
  /** Where that is written, or the nearest that it would be written under; the head of the manifest for what is lost. */
  readonly place?: ViewPlace;
  /** Why it is not read whole, or is about nothing, in words. */
  readonly trouble?: string;
  /** Nothing can be written to it. */
  readonly isReadOnly?: true;
}

export interface ThreadMessageView {
  readonly by: string;
  /** `YYYY-MM-DD`, as written. */
  readonly on: string;
  readonly text: string;
}

/** Begins, answers, closes, opens again a thread, or takes a message away. The server writes the file. */
export const threadChangeRequest = requestKind<ThreadChangeParams, ThreadChangeAnswer>('segur/modifierDiscussion');

export interface ThreadChangeParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  readonly change: ThreadChangeView;
}

export type ThreadChangeView =
  | {
      readonly kind: 'start';
      /** What it is about: whatever is written at a place, or ids. Line 0-based. */
      readonly at: { readonly line: number } | ThreadSlot;
      readonly by: string;
      readonly text: string;
    }
  | { readonly kind: 'reply'; readonly id: string; readonly by: string; readonly text: string }
  | { readonly kind: 'state'; readonly id: string; readonly open: boolean }
  /** @param at its place among the messages, 0-based; another message that stands there is left alone */
  | { readonly kind: 'delete'; readonly id: string; readonly at: number; readonly message: ThreadMessageView };

export interface ThreadSlot {
  readonly requirement?: string;
  readonly scenario?: string;
  readonly proof?: string;
}

export type ThreadChangeAnswer =
  { readonly kind: 'done'; readonly id: string } | { readonly kind: 'refused'; readonly message: string };
