import type { catalogueTextRequest } from '../../../protocol/requests/catalogue-text';
import { CatalogueTexts } from '../../language/session/catalogue-texts';
import type { Answer } from '../request-context';

export const answer: Answer<typeof catalogueTextRequest> = async ({ uri }, { session }, cancellation) => {
  const shown = await new CatalogueTexts(session.workspace).shipped(uri, cancellation);
  return shown ? { text: shown.text } : {};
};
