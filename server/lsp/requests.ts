import { answersRequest } from '../../protocol/requests/answers';
import { attachRequest } from '../../protocol/requests/attach';
import { attachPlanRequest } from '../../protocol/requests/attach-plan';
import { attachDeclarationRequest } from '../../protocol/requests/attach-declaration';
import { attestationRequest } from '../../protocol/requests/attestation';
import { checkNewDossierRequest } from '../../protocol/requests/check-new-dossier';
import { collectRequest } from '../../protocol/requests/collect';
import { compareRequest } from '../../protocol/requests/compare';
import { eligibilityRequest } from '../../protocol/requests/eligibility';
import { formerPiecesRequest } from '../../protocol/requests/former-pieces';
import { importRemRequest } from '../../protocol/requests/import-rem';
import { intakeRequest } from '../../protocol/requests/intake';
import { mergeRequest } from '../../protocol/requests/merge';
import { migrateRequest } from '../../protocol/requests/migrate';
import { newDossierScopeRequest } from '../../protocol/requests/new-dossier-scope';
import { newDossierRequest } from '../../protocol/requests/new-dossier';
import { takeOfferRequest } from '../../protocol/requests/offers';
import { packageRequest } from '../../protocol/requests/package';
import { packagesRequest } from '../../protocol/requests/packages';
import { previewRequest } from '../../protocol/requests/preview';
import { remDiffRequest } from '../../protocol/requests/rem-diff';
import { saveComparisonRequest } from '../../protocol/requests/save-comparison';
import { runsheetRequest } from '../../protocol/requests/runsheet';
import { savePortfolioReportRequest } from '../../protocol/requests/save-portfolio-report';
import { saveReportRequest } from '../../protocol/requests/save-report';
import { uploadsRequest } from '../../protocol/requests/uploads';
import { saveTasksRequest } from '../../protocol/requests/tasks';
import { threadChangeRequest } from '../../protocol/requests/threads';
import { verifyPackageRequest } from '../../protocol/requests/verify-package';
import { verifyFactRequest } from '../../protocol/requests/watch';
import { on } from './on-request';
import { pureRequests } from './pure-requests';

/** Every request beside LSP's own, where there is a machine to work on. */
export const requests = [
  ...pureRequests,
  on(answersRequest, () => import('./requests/answers.js')),
  on(attachRequest, () => import('./requests/attach.js')),
  on(attachPlanRequest, () => import('./requests/attach-plan.js')),
  on(attachDeclarationRequest, () => import('./requests/attach-declaration.js')),
  on(attestationRequest, () => import('./requests/attestation.js')),
  on(checkNewDossierRequest, () => import('./requests/check-new-dossier.js')),
  on(collectRequest, () => import('./requests/collect.js')),
  on(compareRequest, () => import('./requests/compare.js')),
  on(eligibilityRequest, () => import('./requests/eligibility.js')),
  on(formerPiecesRequest, () => import('./requests/former-pieces.js')),
  on(importRemRequest, () => import('./requests/import-rem.js')),
  on(intakeRequest, () => import('./requests/intake.js')),
  on(mergeRequest, () => import('./requests/merge.js')),
  on(migrateRequest, () => import('./requests/migrate.js')),
  on(newDossierScopeRequest, () => import('./requests/new-dossier-scope.js')),
  on(newDossierRequest, () => import('./requests/new-dossier.js')),
  on(takeOfferRequest, () => import('./requests/take-offer.js')),
  on(packageRequest, () => import('./requests/package.js')),
  on(packagesRequest, () => import('./requests/packages.js')),
  on(previewRequest, () => import('./requests/preview.js')),
  on(remDiffRequest, () => import('./requests/rem-diff.js')),
  on(runsheetRequest, () => import('./requests/runsheet.js')),
  on(saveComparisonRequest, () => import('./requests/save-comparison.js')),
  on(savePortfolioReportRequest, () => import('./requests/save-portfolio-report.js')),
  on(saveReportRequest, () => import('./requests/save-report.js')),
  on(uploadsRequest, () => import('./requests/uploads.js')),
  on(saveTasksRequest, () => import('./requests/save-tasks.js')),
  on(threadChangeRequest, () => import('./requests/thread-change.js')),
  on(verifyPackageRequest, () => import('./requests/verify-package.js')),
  on(verifyFactRequest, () => import('./requests/verify-fact.js')),
];
