import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { newDossierRequest } from '../../../protocol/requests/new-dossier';
import { newDossier } from '../../host/operations/new-dossier';
import { newDossierRefusal } from '../../host/operations/new-dossier-refusal';
import { inWords, refusedAs } from '../refusals';
import type { Answer } from '../request-context';

export const answer: Answer<typeof newDossierRequest> = async (params, context, cancellation) => {
  context.checkTrust();
  const { locale, session } = context;
  const { builtIns } = session.ports;
  const outcome = await inWords(params.folder, locale, () => newDossier({ ...params, locale, builtIns, cancellation }));
  if (outcome.kind !== 'written') throw refusedAs(newDossierRefusal(outcome, locale, (path) => path));
  const { path, requirements, fragments, first } = outcome;
  const uri = pathToFileURL(path).href;
  // Whoever asks next for the figures need not wait for the system to tell of the files.
  const written = new Set([path, ...(first && fragments > 0 ? [dirname(first.path)] : [])]);
  session.filesChanged([...written].map((one) => ({ uri: pathToFileURL(one).href, kind: 'created' })));
  if (!first) return { uri, requirements, fragments };
  const at = pathToFileURL(first.path).href;
  const position = TextDocument.create(at, '', 0, first.text).positionAt(first.offset);
  return { uri, requirements, fragments, first: { uri: at, position } };
};
