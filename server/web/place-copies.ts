import type { Sentence } from '../core/messages/say';
import { throwIfCancelled, neverCancelled, type Cancellation } from '../core/ports/cancellation';
import { UnreadableFile } from '../core/ports/file-fault';
import { nameOf } from '../core/text/uri';
import { refusal } from '../lsp/refusal';
import type { Locale } from '../core/messages/say';
import type { ClientDisk } from './client-disk';
import { faultOf } from './client-files';
import { mostPieceBytes } from './piece-content';
import type { PieceCopy } from './prepare-attach';

const notPlaced = {
  exists: {
    fr: '« {name} » existe déjà à cet endroit : rien n’est écrit. Recommencez.',
    en: '“{name}” is there already: nothing is written. Try again.',
  },
  changed: {
    fr: '« {name} » a changé pendant sa lecture : rien n’est écrit. Recommencez.',
    en: '“{name}” changed while it was read: nothing is written. Try again.',
  },
} satisfies Record<string, Sentence>;

/**
 * Has the client put the files in place, each whole or not at all.
 * @returns their URIs
 * @throws CancelledError, UnreadableFile, or a refusal in words; what was placed is gone again then
 */
export async function placeCopies(
  disk: ClientDisk,
  copies: readonly PieceCopy[],
  locale: Locale,
  cancellation: Cancellation,
): Promise<readonly string[]> {
  const placed: string[] = [];
  try {
    for (const { source, target, sha256 } of copies) {
      throwIfCancelled(cancellation);
      // It is not given up between the writing and the answer: what was written has to be known.
      const asked = { source, target, sha256, mostBytes: mostPieceBytes };
      const outcome = await disk.place(asked, neverCancelled);
      const name = nameOf(target);
      if (outcome.kind === 'exists' || outcome.kind === 'changed')
        throw refusal(notPlaced[outcome.kind], locale, { name });
      if (outcome.kind !== 'placed') throw new UnreadableFile('uri' in source ? source.uri : target, faultOf(outcome));
      placed.push(target);
    }
    throwIfCancelled(cancellation);
  } catch (error) {
    for (const uri of placed) await disk.takeAway({ uri }, neverCancelled);
    throw error;
  }
  return placed;
}
