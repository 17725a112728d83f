import type { runsheetNamesRequest } from '../../../protocol/requests/runsheet';
import { runsheetNames } from '../../core/report/runsheet/runsheet-of';
import { normaliseUri } from '../../core/text/uri';
import type { Answer } from '../request-context';

export const answer: Answer<typeof runsheetNamesRequest> = async ({ uri }, context, cancellation) => {
  const { session } = context;
  await session.ready();
  const [main] = await session.workspace.mainsOf(normaliseUri(uri), cancellation);
  const analysis = main === undefined ? undefined : await context.findDossier(main, cancellation);
  return analysis ? { uri: analysis.dossier.main.uri, ...runsheetNames(analysis) } : null;
};
