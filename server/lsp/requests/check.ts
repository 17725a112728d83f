import type { checkRequest } from '../../../protocol/requests/check';
import type { Finding } from '../../core/findings/finding';
import { throwIfCancelled } from '../../core/ports/cancellation';
import type { Answer } from '../request-context';

export const answer: Answer<typeof checkRequest> = async (_params, { session }, cancellation) => {
  await session.lookAgain(cancellation);
  const analyses = await session.analyses.all(cancellation);
  throwIfCancelled(cancellation);
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { dossiers: analyses.length, errors: count('error'), warnings: count('warning'), infos: count('info') };
};
