import type { newDossierScopeRequest } from '../../../protocol/requests/new-dossier-scope';
import { stubScope } from '../../core/fixes/stub-scope';
import { catalogueToFollow } from '../../host/operations/catalogue-to-follow';
import { newDossierRefusal } from '../../host/operations/new-dossier-refusal';
import { inWords, refusedAs } from '../refusals';
import type { Answer } from '../request-context';

export const answer: Answer<typeof newDossierScopeRequest> = async (params, { locale, session }, cancellation) => {
  const { builtIns } = session.ports;
  const found = await inWords(params.catalogue ?? params.folder, locale, () =>
    catalogueToFollow({ ...params, builtIns, cancellation }),
  );
  if (found.kind !== 'found') throw refusedAs(newDossierRefusal(found, locale, (path) => path));
  return stubScope(found.catalogue);
};
