import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { attachDeclarationRequest } from '../../../protocol/requests/attach-declaration';
import { refusalSentence } from '../../core/attach/attach-words';
import { notWrittenWords } from '../../core/cells/cell-words';
import { say, type Sentence } from '../../core/messages/say';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { nameWithin } from '../../core/text/uri';
import { placeCopies, withPreparedDeclaration } from '../../host/operations/attach';
import { editOf } from '../edit-of';
import { editsBetween } from '../edits-between';
import { inWords, noDossier } from '../refusals';
import type { Answer } from '../request-context';

const applies: Sentence = {
  fr: '{id} n’est pas déclarée non applicable : il n’y a pas de déclaration à y joindre. Déclarez-la d’abord.',
  en: '{id} is not declared not applicable: there is no statement to attach to it. Declare it first.',
};

/** Copies the document; the client writes the manifests, as one edit that can be undone. */
export const answer: Answer<typeof attachDeclarationRequest> = async (params, context, cancellation) => {
  const { locale } = context;
  // A file may be read from anywhere, and its name is told.
  context.checkTrust();
  const analysis = await context.dossierOf(params.uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri: params.uri }) };
  const { requirement, scenario } = params;
  const entry = {
    ...(requirement === undefined ? {} : { requirement }),
    ...(scenario === undefined ? {} : { scenario }),
  };
  const path = fileURLToPath(params.file);
  const name = basename(path);
  return inWords(name, locale, () =>
    withPreparedDeclaration({ analysis, entry, path, locale, cancellation }, async (plan, prepared) => {
      const refused = (message: string) => ({ kind: 'refused' as const, message });
      const fileOf = (uri: string) => nameWithin(analysis.dossier.rootUri, uri);
      switch (plan.kind) {
        case 'applies':
          return refused(say(applies, locale, { id: scenario ?? requirement ?? '' }));
        case 'own':
          return refused(refusalSentence({ kind: 'own', piece: 0 }, () => name, fileOf, locale));
        case 'broken':
          return refused(refusalSentence(plan, () => name, fileOf, locale));
        case 'notWritten':
          return refused(notWrittenWords(plan.why, locale));
        case 'planned': {
          const placed = await placeCopies(prepared, cancellation);
          try {
            throwIfCancelled(cancellation);
          } catch (error) {
            await placed.undo();
            throw error;
          }
          return { kind: 'planned', ...editOf(plan.files, editsBetween), path: plan.destination.path };
        }
      }
    }),
  );
};
