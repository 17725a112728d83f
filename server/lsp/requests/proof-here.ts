import type { proofHereRequest } from '../../../protocol/requests/proof-here';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { normaliseUri } from '../../core/text/uri';
import { proofHere } from '../../language/cursor/proof-here';
import { topShape } from '../../language/top-shape';
import type { Answer } from '../request-context';

export const answer: Answer<typeof proofHereRequest> = async ({ uri, position }, { session, locale }, cancellation) => {
  const view = await session.views.of(normaliseUri(uri), locale, cancellation);
  throwIfCancelled(cancellation);
  // A fragment that belongs to no dossier has no folder that pieces go to.
  if (!view?.dossier) return { inValue: false };
  return { folder: view.rootUri, ...proofHere(view.parsed, topShape(view), view.document.offsetAt(position)) };
};
