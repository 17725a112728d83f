import { ProgressType, type CancellationToken, type Connection } from 'vscode-languageserver/node';
import { progressTokenKey, type RequestKind } from '../../protocol/request';
import { answersRequest } from '../../protocol/requests/answers';
import { attachRequest } from '../../protocol/requests/attach';
import { attachPlanRequest } from '../../protocol/requests/attach-plan';
import { attachCandidatesRequest } from '../../protocol/requests/attach-candidates';
import { attachDeclarationRequest } from '../../protocol/requests/attach-declaration';
import { attestationRequest } from '../../protocol/requests/attestation';
import { catalogueTextRequest } from '../../protocol/requests/catalogue-text';
import { checkRequest } from '../../protocol/requests/check';
import { checkNewDossierRequest } from '../../protocol/requests/check-new-dossier';
import { collectRequest } from '../../protocol/requests/collect';
import { compareRequest } from '../../protocol/requests/compare';
import { complianceRequest } from '../../protocol/requests/compliance';
import { declareNotApplicableRequest } from '../../protocol/requests/declare-not-applicable';
import { dispositifsRequest } from '../../protocol/requests/dispositifs';
import { eligibilityRequest } from '../../protocol/requests/eligibility';
import { ficheRequest } from '../../protocol/requests/fiche';
import { formerPiecesRequest } from '../../protocol/requests/former-pieces';
import { importRemRequest } from '../../protocol/requests/import-rem';
import { intakeRequest } from '../../protocol/requests/intake';
import { mergeRequest } from '../../protocol/requests/merge';
import { migrateRequest } from '../../protocol/requests/migrate';
import { newDossierScopeRequest } from '../../protocol/requests/new-dossier-scope';
import { newDossierRequest } from '../../protocol/requests/new-dossier';
import { nextPlaceRequest } from '../../protocol/requests/next-place';
import { offersRequest, takeOfferRequest } from '../../protocol/requests/offers';
import { packageRequest } from '../../protocol/requests/package';
import { packagesRequest } from '../../protocol/requests/packages';
import { parcoursRequest } from '../../protocol/requests/parcours';
import { proofHereRequest } from '../../protocol/requests/proof-here';
import { piecesRequest } from '../../protocol/requests/pieces';
import { previewRequest } from '../../protocol/requests/preview';
import { remDiffRequest } from '../../protocol/requests/rem-diff';
import { remOrderRequest } from '../../protocol/requests/rem-order';
import { reportRequest } from '../../protocol/requests/report';
import { saveComparisonRequest } from '../../protocol/requests/save-comparison';
import { runsheetNamesRequest, runsheetRequest } from '../../protocol/requests/runsheet';
import { savePortfolioReportRequest } from '../../protocol/requests/save-portfolio-report';
import { saveReportRequest } from '../../protocol/requests/save-report';
import { scenarioRunsRequest } from '../../protocol/requests/scenario-runs';
import { tableRequest } from '../../protocol/requests/table';
import { tableEditRequest } from '../../protocol/requests/table-edit';
import { uploadsRequest } from '../../protocol/requests/uploads';
import { saveTasksRequest, taskPeopleRequest } from '../../protocol/requests/tasks';
import { threadChangeRequest, threadsRequest } from '../../protocol/requests/threads';
import { verifyPackageRequest } from '../../protocol/requests/verify-package';
import { verifyFactRequest, watchRequest } from '../../protocol/requests/watch';
import { writeParcoursRequest } from '../../protocol/requests/write-parcours';
import { answer } from './answer';
import type { Answer, RequestContext } from './request-context';

/** Every request beside LSP's own, with what answers it. That code is loaded with the first request: no start needs it. */
const requests = [
  on(answersRequest, () => import('./requests/answers.js')),
  on(attachRequest, () => import('./requests/attach.js')),
  on(attachPlanRequest, () => import('./requests/attach-plan.js')),
  on(attachCandidatesRequest, () => import('./requests/attach-candidates.js')),
  on(attachDeclarationRequest, () => import('./requests/attach-declaration.js')),
  on(attestationRequest, () => import('./requests/attestation.js')),
  on(catalogueTextRequest, () => import('./requests/catalogue-text.js')),
  on(checkRequest, () => import('./requests/check.js')),
  on(checkNewDossierRequest, () => import('./requests/check-new-dossier.js')),
  on(collectRequest, () => import('./requests/collect.js')),
  on(compareRequest, () => import('./requests/compare.js')),
  on(complianceRequest, () => import('./requests/compliance.js')),
  on(declareNotApplicableRequest, () => import('./requests/declare-not-applicable.js')),
  on(dispositifsRequest, () => import('./requests/dispositifs.js')),
  on(eligibilityRequest, () => import('./requests/eligibility.js')),
  on(ficheRequest, () => import('./requests/fiche.js')),
  on(formerPiecesRequest, () => import('./requests/former-pieces.js')),
  on(importRemRequest, () => import('./requests/import-rem.js')),
  on(intakeRequest, () => import('./requests/intake.js')),
  on(mergeRequest, () => import('./requests/merge.js')),
  on(migrateRequest, () => import('./requests/migrate.js')),
  on(newDossierScopeRequest, () => import('./requests/new-dossier-scope.js')),
  on(newDossierRequest, () => import('./requests/new-dossier.js')),
  on(nextPlaceRequest, () => import('./requests/next-place.js')),
  on(offersRequest, () => import('./requests/offers.js')),
  on(takeOfferRequest, () => import('./requests/take-offer.js')),
  on(packageRequest, () => import('./requests/package.js')),
  on(packagesRequest, () => import('./requests/packages.js')),
  on(parcoursRequest, () => import('./requests/parcours.js')),
  on(proofHereRequest, () => import('./requests/proof-here.js')),
  on(piecesRequest, () => import('./requests/pieces.js')),
  on(previewRequest, () => import('./requests/preview.js')),
  on(remDiffRequest, () => import('./requests/rem-diff.js')),
  on(remOrderRequest, () => import('./requests/rem-order.js')),
  on(reportRequest, () => import('./requests/report.js')),
  on(runsheetRequest, () => import('./requests/runsheet.js')),
  on(runsheetNamesRequest, () => import('./requests/runsheet-names.js')),
  on(saveComparisonRequest, () => import('./requests/save-comparison.js')),
  on(savePortfolioReportRequest, () => import('./requests/save-portfolio-report.js')),
  on(saveReportRequest, () => import('./requests/save-report.js')),
  on(scenarioRunsRequest, () => import('./requests/scenario-runs.js')),
  on(tableRequest, () => import('./requests/table.js')),
  on(tableEditRequest, () => import('./requests/table-edit.js')),
  on(uploadsRequest, () => import('./requests/uploads.js')),
  on(saveTasksRequest, () => import('./requests/save-tasks.js')),
  on(taskPeopleRequest, () => import('./requests/task-people.js')),
  on(threadChangeRequest, () => import('./requests/thread-change.js')),
  on(threadsRequest, () => import('./requests/threads.js')),
  on(verifyPackageRequest, () => import('./requests/verify-package.js')),
  on(watchRequest, () => import('./requests/watch.js')),
  on(verifyFactRequest, () => import('./requests/verify-fact.js')),
  on(writeParcoursRequest, () => import('./requests/write-parcours.js')),
];

/** Answers the client's requests over this connection. */
export function connectRequests(connection: Connection, context: RequestContext): void {
  for (const connect of requests) connect(connection, context);
}

function on<Params, Result, Progress>(
  kind: RequestKind<Params, Result, Progress>,
  load: () => Promise<{ readonly answer: Answer<RequestKind<Params, Result, Progress>> }>,
): (connection: Connection, context: RequestContext) => void {
  const progressType = new ProgressType<unknown>();
  return (connection, context) => {
    connection.onRequest(kind.method, (params: Params, cancellation: CancellationToken) =>
      answer(async () => {
        const { answer: give } = await load();
        const progressToken = progressTokenOf(params);
        return give(params, context, cancellation, (progress) => {
          if (progressToken === undefined) return;
          connection.sendProgress(progressType, progressToken, progress).catch((error: unknown) => {
            context.session.editor.logError(error);
          });
        });
      }),
    );
  };
}

function progressTokenOf(params: unknown): string | undefined {
  const token: unknown =
    typeof params === 'object' && params !== null ? Reflect.get(params, progressTokenKey) : undefined;
  return typeof token === 'string' ? token : undefined;
}
