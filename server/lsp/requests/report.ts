import type { reportRequest } from '../../../protocol/requests/report';
import { reportOf } from '../../core/report/report-of';
import { parisNow } from '../../host/parcours/paris-now';
import { toolVersion } from '../../host/tool-version';
import { Places } from '../../language/compliance/places';
import { reportView } from '../../language/report/report-view';
import type { Answer } from '../request-context';

/** Writes nothing. */
export const answer: Answer<typeof reportRequest> = async ({ uri }, context, cancellation) => {
  const { locale, session } = context;
  await session.ready();
  const analysis = await context.findDossier(uri, cancellation);
  if (!analysis) return null;
  const evidenceFile = context.evidenceFileOf(analysis);
  const report = reportOf(analysis, { locale, forAns: false, toolVersion, now: parisNow(), evidenceFile });
  const places = new Places(analysis.dossier);
  return reportView(analysis, report, { places, evidenceFile });
};
