import type { reportRequest } from '../../../protocol/requests/report';
import { titleOf } from '../../core/report/identity';
import { renderReport } from '../../host/operations/write-report';
import { parisNow } from '../../host/parcours/paris-now';
import type { Answer } from '../request-context';

/** Writes nothing. */
export const answer: Answer<typeof reportRequest> = async ({ uri }, context, cancellation) => {
  const { locale, session } = context;
  await session.ready();
  const analysis = await context.findDossier(uri, cancellation);
  if (!analysis) return null;
  const evidenceFile = context.evidenceFileOf(analysis);
  const html = renderReport({ analysis, evidenceFile, format: 'html', forAns: false, locale, now: parisNow() });
  return { title: titleOf(analysis, locale), html: String(html) };
};
