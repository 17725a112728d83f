import type { DossierView } from '../../../protocol/compliance-view';
import type { complianceRequest } from '../../../protocol/requests/compliance';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { complianceView } from '../../language/compliance/compliance-view';
import { analysedDocument } from '../../language/session/analysed-document';
import type { Answer } from '../request-context';

export const answer: Answer<typeof complianceRequest> = async ({ groupBy }, { session }, token) => {
  await session.ready();
  const analyses = await session.analyses.all(token);
  throwIfCancelled(token);
  const { language } = session;
  const dossiers: DossierView[] = [];
  for (const analysis of analyses) {
    const context = { groupBy, language, documentOf: (uri: string) => analysedDocument(uri, [analysis]) };
    dossiers.push(
      await complianceView(analysis, context, async () => {
        await session.pause();
        throwIfCancelled(token);
      }),
    );
  }
  return { dossiers };
};
