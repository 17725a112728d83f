import type { FileTrouble, PieceSource } from '../../protocol/client-files';
import type { EvidenceContent } from '../core/evidence/evidence-file';
import { lfsPointerIn, mostPointerBytes } from '../core/evidence/lfs-pointer';
import type { Cancellation } from '../core/ports/cancellation';
import { detectType, headLength, looksLikeText } from '../host/evidence/content-signature';
import type { ClientDisk } from './client-disk';
import { decodeWebText } from './decode-web-text';

/** An editor hands a file over whole: more than this may end the page. */
export const mostPieceBytes = 512 * 1024 * 1024;

/** A piece that was read, and when it was last written, in milliseconds since 1970; 0 where nobody knows. */
export interface ReadPiece {
  readonly content: EvidenceContent;
  readonly modified: number;
}

/**
 * Reads a piece as far as a browser does: size, digest and signature. What is inside is not looked at, and that is noted.
 * @param name last part of its path
 */
export async function readPiece(
  disk: ClientDisk,
  source: PieceSource,
  name: string,
  cancellation: Cancellation,
): Promise<ReadPiece | FileTrouble> {
  const asked = { source, headBytes: headLength, mostBytes: mostPieceBytes };
  const found = await disk.examine(asked, cancellation);
  if (found.kind !== 'file') return found;
  const { size, sha256, head, modified } = found;
  const stored = size > mostPointerBytes ? undefined : lfsPointerIn(decodeWebText(head).text, name);
  if (stored) return { modified, content: { state: 'file', text: false, ...stored } };
  const detected = await detectType(head, name);
  return {
    modified,
    content: {
      state: 'file',
      size,
      sha256,
      text: looksLikeText(head, head.length === size),
      ...(detected ? { detected } : {}),
      ...(size === 0 ? {} : { inspection: { unread: [{ reason: 'browser' }] } }),
    },
  };
}
