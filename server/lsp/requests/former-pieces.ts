import { fileURLToPath } from 'node:url';
import type { formerPiecesRequest } from '../../../protocol/requests/former-pieces';
import { citedIn, formerPieces, type CitedPieces, type FormerCitations } from '../../core/attach/former-pieces';
import { keyOf } from '../../core/attach/slots';
import type { CatalogueIndex } from '../../core/catalogue/index-catalogue';
import type { Analysis } from '../../core/engine/analyse';
import type { EvidenceItem } from '../../core/manifest/facts';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { formerContents, formerRevisions } from '../../host/files/former-texts';
import { evidenceName } from '../../language/document-symbols';
import type { Session } from '../../language/session/session';
import { kindOf } from '../../language/table/row-maker';
import type { Answer } from '../request-context';

/** Texts whose citations are kept: a content never changes. */
const mostKept = 500;

interface Kept {
  readonly index: CatalogueIndex | undefined;
  readonly byBlob: Map<string, CitedPieces>;
}

const keptOf = new WeakMap<Session, Kept>();

export const answer: Answer<typeof formerPiecesRequest> = async ({ uri, slots }, context, cancellation) => {
  const none = { proofs: slots.map(() => []) };
  if (!context.isTrusted()) return none;
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis?.dossier.rootUri.startsWith('file:')) return none;
  const history = await historyOf(analysis, context.session, cancellation);
  return {
    proofs: slots.map(({ proof, scenario = '', requirement }) => {
      const slot = keyOf({ proof, scenario, ...(requirement === undefined ? {} : { requirement }) });
      return formerPieces(history, slot, nameOf).map(({ item, on, revision }) => ({
        kind: kindOf(item),
        label: evidenceName(item),
        on,
        revision,
      }));
    }),
  };
};

function nameOf(item: EvidenceItem): string {
  return `${kindOf(item)} ${evidenceName(item)}`;
}

async function historyOf(
  { dossier, context: { index } }: Analysis,
  session: Session,
  cancellation: Cancellation,
): Promise<readonly FormerCitations[]> {
  const folder = fileURLToPath(dossier.rootUri);
  const paths = [dossier.main, ...dossier.fragments].map(({ path }) => path);
  const revisions = await formerRevisions(folder, paths, cancellation);
  let kept = keptOf.get(session);
  if (!kept || kept.index !== index || kept.byBlob.size > mostKept)
    keptOf.set(session, (kept = { index, byBlob: new Map() }));
  const { byBlob } = kept;
  const unread = [...new Set(revisions.flatMap(({ blobs }) => blobs))].filter((blob) => !byBlob.has(blob));
  for (const [blob, content] of await formerContents(folder, unread, cancellation)) {
    byBlob.set(blob, citedIn(content.toString('utf8').replace(/^\uFEFF/, ''), index));
    await session.pause();
    throwIfCancelled(cancellation);
  }
  return revisions.flatMap(({ blobs, on, commit }) =>
    blobs.flatMap((blob): FormerCitations[] => {
      const cited = byBlob.get(blob);
      return cited ? [{ on, revision: commit, cited }] : [];
    }),
  );
}
