import type { attachCandidatesRequest } from '../../../protocol/requests/attach-candidates';
import { candidatesFor } from '../../core/attach/candidates';
import { slotIds } from '../../core/attach/slots';
import { under } from '../../core/text/uri';
import type { Answer } from '../request-context';

/** More than anybody reads in a list. */
const most = 500;

/** None where there is no such dossier. */
export const answer: Answer<typeof attachCandidatesRequest> = async (params, context, cancellation) => {
  const { session } = context;
  const analysis = await context.dossierOf(params.uri, cancellation);
  if (!analysis) return { files: [] };
  const { dossier } = analysis;
  const listed = await session.listings.now(dossier.rootUri, cancellation);
  return {
    files: candidatesFor(dossier, params.slot, listed)
      .slice(0, most)
      .map(({ path, isNamed, slot }) => ({
        uri: under(dossier.rootUri, path),
        path,
        isNamed,
        ...(slot ? { slot: slotIds(slot) } : {}),
      })),
  };
};
