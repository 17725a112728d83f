import type { DossierView } from '../../../protocol/compliance-view';
import type { complianceRequest } from '../../../protocol/requests/compliance';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { dossierThreads } from '../../core/workspace/dossier-threads';
import { complianceView } from '../../language/compliance/compliance-view';
import { analysedDocument } from '../../language/session/analysed-document';
import type { Answer } from '../request-context';

export const answer: Answer<typeof complianceRequest> = async ({ groupBy }, { session }, cancellation) => {
  await session.ready();
  const analyses = await session.analyses.all(cancellation);
  throwIfCancelled(cancellation);
  const { locale } = session;
  const dossiers: DossierView[] = [];
  for (const analysis of analyses) {
    const { threads } = await dossierThreads(session.workspace, analysis, cancellation);
    const context = { groupBy, locale, threads, documentOf: (uri: string) => analysedDocument(uri, [analysis]) };
    dossiers.push(
      await complianceView(analysis, context, async () => {
        await session.pause();
        throwIfCancelled(cancellation);
      }),
    );
  }
  return { dossiers };
};
