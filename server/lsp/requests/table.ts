import type { tableRequest } from '../../../protocol/requests/table';
import { say } from '../../core/messages/say';
import { dossierThreads } from '../../core/workspace/dossier-threads';
import { Places } from '../../language/compliance/places';
import { analysedDocument } from '../../language/session/analysed-document';
import { tableOf } from '../../language/table/table-of';
import { noDossier, untrusted } from '../refusals';
import type { Answer } from '../request-context';

export const answer: Answer<typeof tableRequest> = async ({ uri }, context, cancellation) => {
  const { locale } = context;
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri }) };
  const places = new Places(analysis.dossier.main, (one) => analysedDocument(one, [analysis]));
  const { threads } = await dossierThreads(context.session.workspace, analysis, cancellation);
  const table = tableOf(analysis, { locale, places, threads });
  return context.isTrusted() ? table : { ...table, readOnly: say(untrusted, locale) };
};
