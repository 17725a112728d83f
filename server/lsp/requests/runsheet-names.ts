import type { runsheetNamesRequest } from '../../../protocol/requests/runsheet';
import { runsheetNames } from '../../core/report/runsheet/runsheet-of';
import type { Answer } from '../request-context';

export const answer: Answer<typeof runsheetNamesRequest> = async ({ uri }, context, cancellation) => {
  const analysis = await context.dossierOf(uri, cancellation);
  return analysis ? { uri: analysis.dossier.main.uri, ...runsheetNames(analysis) } : null;
};
