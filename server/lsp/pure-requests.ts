import { attachCandidatesRequest } from '../../protocol/requests/attach-candidates';
import { catalogueTextRequest } from '../../protocol/requests/catalogue-text';
import { checkRequest } from '../../protocol/requests/check';
import { complianceRequest } from '../../protocol/requests/compliance';
import { declareNotApplicableRequest } from '../../protocol/requests/declare-not-applicable';
import { dispositifsRequest } from '../../protocol/requests/dispositifs';
import { ficheRequest } from '../../protocol/requests/fiche';
import { nextPlaceRequest } from '../../protocol/requests/next-place';
import { offersRequest } from '../../protocol/requests/offers';
import { parcoursRequest } from '../../protocol/requests/parcours';
import { proofHereRequest } from '../../protocol/requests/proof-here';
import { piecesRequest } from '../../protocol/requests/pieces';
import { remOrderRequest } from '../../protocol/requests/rem-order';
import { reportRequest } from '../../protocol/requests/report';
import { runsheetNamesRequest } from '../../protocol/requests/runsheet';
import { tableRequest } from '../../protocol/requests/table';
import { tableEditRequest } from '../../protocol/requests/table-edit';
import { taskPeopleRequest } from '../../protocol/requests/tasks';
import { threadsRequest } from '../../protocol/requests/threads';
import { watchRequest } from '../../protocol/requests/watch';
import { writeParcoursRequest } from '../../protocol/requests/write-parcours';
import { on } from './on-request';

/** Requests whose answers need nothing but the session: desktop and browser share them. */
export const pureRequests = [
  on(attachCandidatesRequest, () => import('./requests/attach-candidates.js')),
  on(catalogueTextRequest, () => import('./requests/catalogue-text.js')),
  on(checkRequest, () => import('./requests/check.js')),
  on(complianceRequest, () => import('./requests/compliance.js')),
  on(declareNotApplicableRequest, () => import('./requests/declare-not-applicable.js')),
  on(dispositifsRequest, () => import('./requests/dispositifs.js')),
  on(ficheRequest, () => import('./requests/fiche.js')),
  on(nextPlaceRequest, () => import('./requests/next-place.js')),
  on(offersRequest, () => import('./requests/offers.js')),
  on(parcoursRequest, () => import('./requests/parcours.js')),
  on(proofHereRequest, () => import('./requests/proof-here.js')),
  on(piecesRequest, () => import('./requests/pieces.js')),
  on(remOrderRequest, () => import('./requests/rem-order.js')),
  on(reportRequest, () => import('./requests/report.js')),
  on(runsheetNamesRequest, () => import('./requests/runsheet-names.js')),
  on(tableRequest, () => import('./requests/table.js')),
  on(tableEditRequest, () => import('./requests/table-edit.js')),
  on(taskPeopleRequest, () => import('./requests/task-people.js')),
  on(threadsRequest, () => import('./requests/threads.js')),
  on(watchRequest, () => import('./requests/watch.js')),
  on(writeParcoursRequest, () => import('./requests/write-parcours.js')),
];
