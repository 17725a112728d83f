import type { DossierView, ViewGroup } from '../../../protocol/compliance-view';
import type { complianceRequest } from '../../../protocol/requests/compliance';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { dossierThreads } from '../../core/workspace/dossier-threads';
import { complianceView } from '../../language/compliance/compliance-view';
import { portfolioView } from '../../language/compliance/portfolio-view';
import { heldDossiers } from '../../language/session/held-dossiers';
import type { Answer } from '../request-context';

export const answer: Answer<typeof complianceRequest> = async ({ groupBy }, { session }, cancellation) => {
  await session.ready();
  const analyses = await session.analyses.all(cancellation);
  throwIfCancelled(cancellation);
  const { locale } = session;
  const dossiers: DossierView[] = [];
  for (const analysis of analyses) {
    const { threads } = await dossierThreads(session.workspace, analysis, cancellation);
    const context = { groupBy, locale, threads };
    dossiers.push(
      await complianceView(analysis, context, async () => {
        await session.pause();
        throwIfCancelled(cancellation);
      }),
    );
  }
  const groups: ViewGroup[] = [];
  for (const uri of session.workspace.portfolioUris()) {
    const held = await heldDossiers(session.analyses, uri, cancellation);
    if (held) groups.push(portfolioView(held, locale));
  }
  return { dossiers, ...(groups.length === 0 ? {} : { groups }) };
};
