import type { declareNotApplicableRequest } from '../../../protocol/requests/declare-not-applicable';
import { refusalSentence } from '../../core/attach/attach-words';
import { declareNotApplicable, type DeclareOutcome } from '../../core/attach/declare-not-applicable';
import { say, type Sentence } from '../../core/messages/say';
import { nameWithin } from '../../core/text/uri';
import { editOf } from '../edit-of';
import { noDossier } from '../refusal';
import type { Answer } from '../request-context';

const refused: Readonly<Record<Exclude<DeclareOutcome['kind'], 'planned' | 'broken'>, Sentence>> = {
  declared: { fr: '{id} est déjà déclarée non applicable.', en: '{id} is declared not applicable already.' },
  unknown: { fr: '{id} n’attend rien dans ce dossier.', en: '{id} expects nothing in this dossier.' },
  unwritable: {
    fr: '{id} est écrite d’une façon à laquelle rien ne peut être ajouté sans risque (alias YAML, valeur d’une autre forme, conflit de fusion, fichier mal encodé ou illisible). Corrigez-la d’abord ; rien n’a été modifié.',
    en: '{id} is written in a way that nothing can be added to safely (YAML alias, value of another kind, merge conflict, file of another encoding or that cannot be read). Correct it first; nothing was changed.',
  },
};

/** Nothing is written: the client does, as an edit that can be undone. */
export const answer: Answer<typeof declareNotApplicableRequest> = async (params, context, cancellation) => {
  const { locale } = context;
  context.checkTrust();
  const analysis = await context.dossierOf(params.uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri: params.uri }) };
  const { requirement, scenario } = params;
  const wanted = {
    ...(requirement === undefined ? {} : { requirement }),
    ...(scenario === undefined ? {} : { scenario }),
  };
  const outcome = declareNotApplicable(analysis, wanted, params.justification, locale);
  if (outcome.kind === 'planned') return { kind: 'planned', ...editOf(outcome.files) };
  if (outcome.kind === 'broken') {
    const fileOf = (uri: string) => nameWithin(analysis.dossier.rootUri, uri);
    return { kind: 'refused', message: refusalSentence(outcome, () => '', fileOf, locale) };
  }
  return { kind: 'refused', message: say(refused[outcome.kind], locale, { id: scenario ?? requirement ?? '' }) };
};
