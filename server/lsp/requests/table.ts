import type { tableRequest } from '../../../protocol/requests/table';
import { say } from '../../core/messages/say';
import { dossierThreads } from '../../core/workspace/dossier-threads';
import { Places } from '../../language/compliance/places';
import type { Session } from '../../language/session/session';
import { KeptTables } from '../../language/table/kept-tables';
import { noDossier, untrusted } from '../refusal';
import type { Answer } from '../request-context';

const tablesOf = new WeakMap<Session, KeptTables>();

export const answer: Answer<typeof tableRequest> = async ({ uri, since }, context, cancellation) => {
  const { locale, session } = context;
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri }) };
  const places = new Places(analysis.dossier);
  let tables = tablesOf.get(session);
  if (!tables) tablesOf.set(session, (tables = new KeptTables()));
  const readOnly = context.isTrusted() ? undefined : say(untrusted, locale);
  const { threads } = await dossierThreads(session.workspace, analysis, cancellation);
  return tables.answer(analysis, { locale, places, threads }, since, readOnly);
};
