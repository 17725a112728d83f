import { basename, resolve } from 'node:path';
import type { ByteProgress } from '../../../protocol/byte-progress';
import type { VerifyPackageParams, verifyPackageRequest } from '../../../protocol/requests/verify-package';
import type { Cancellation } from '../../core/ports/cancellation';
import { isSame } from '../../core/submission/compare-states';
import { comparisonSummary } from '../../core/submission/comparison-summary';
import { comparisonMarkdown } from '../../core/submission/comparison-text';
import type { FiledState } from '../../core/submission/filed-state';
import { verificationMarkdown } from '../../core/submission/verification-markdown';
import { packageProblems } from '../../host/operations/package-problems';
import { verifyPackage } from '../../host/operations/verify-package';
import { heldTogether, namedState, type ComparedStates } from '../compared-states';
import { inWords } from '../refusals';
import type { Answer, RequestContext } from '../request-context';

export const answer: Answer<typeof verifyPackageRequest> = async (params, context, cancellation, report) => {
  const { locale } = context;
  const name = basename(params.file);
  const outcome = await inWords(params.file, locale, () =>
    verifyPackage({ path: resolve(params.file), cancellation: cancellation, onProgress: byHundredths(report) }),
  );
  const problems = packageProblems(outcome, name, locale);
  const read = outcome.kind === 'read' ? outcome : undefined;
  const compared = await againstDossier(params, read?.report.filed, context, cancellation);
  const difference = compared && {
    same: isSame(compared.comparison),
    summary: comparisonSummary(compared.comparison, locale),
    dossier: compared.names.after,
  };
  const shown = compared && comparisonMarkdown(compared.comparison, compared.names, locale);
  return {
    problems: problems.length,
    draft: read?.report.draft === true,
    files: read?.files ?? 0,
    bytes: read?.bytes ?? 0,
    ...(difference ? { difference } : {}),
    markdown:
      problems.length === 0
        ? ''
        : verificationMarkdown({ name, problems, ...(shown === undefined ? {} : { difference: shown }) }, locale),
  };
};

/** Tells only what a reader would see change. */
function byHundredths(report: (progress: ByteProgress) => void): (done: number, total: number) => void {
  let told = -1;
  return (done, total) => {
    const hundredth = Math.floor((done / Math.max(total, 1)) * 100);
    if (hundredth === told) return;
    told = hundredth;
    report({ done, total });
  };
}

/** Undefined when there is nothing to compare, or when evidence may not be opened. */
async function againstDossier(
  { file, dossier }: VerifyPackageParams,
  filed: FiledState | undefined,
  context: RequestContext,
  cancellation: Cancellation,
): Promise<ComparedStates | undefined> {
  if (dossier === undefined || !filed || !context.isTrusted()) return undefined;
  await context.session.lookAgain(cancellation);
  const now = await namedState({ kind: 'dossier', uri: dossier }, context, cancellation);
  return heldTogether({ name: basename(file), state: filed }, now);
}
