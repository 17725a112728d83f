import type { ficheRequest } from '../../../protocol/requests/fiche';
import { FindingWords } from '../../core/engine/render-finding';
import { say, type Sentence } from '../../core/messages/say';
import { normaliseUri } from '../../core/text/uri';
import { dossierThreads } from '../../core/workspace/dossier-threads';
import { Places } from '../../language/compliance/places';
import { ficheOf } from '../../language/fiche/fiche-of';
import { subjectAt, subjectOf } from '../../language/fiche/subject';
import { analysedDocument } from '../../language/session/analysed-document';
import { noDossier, untrusted } from '../refusal';
import type { Answer } from '../request-context';

const nothingHere: Sentence = {
  fr: 'Aucune exigence ni aucun scénario à cet endroit.',
  en: 'No requirement and no scenario here.',
};
const notKnown: Sentence = {
  fr: 'Ni le catalogue ni le dossier ne connaissent {id}.',
  en: 'Neither the catalogue nor the dossier knows {id}.',
};

export const answer: Answer<typeof ficheRequest> = async ({ uri: raw, at }, context, cancellation) => {
  const { session, locale } = context;
  const uri = normaliseUri(raw);
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri: raw }) };
  const documentOf = (one: string) => analysedDocument(one, [analysis]);
  const subject =
    at.kind === 'entry'
      ? subjectOf(analysis, at)
      : subjectAt(analysis, { uri, offset: documentOf(uri)?.offsetAt(at) ?? -1 });
  if (!subject) {
    const id = at.kind === 'entry' ? (at.proof ?? at.scenario ?? at.requirement ?? '') : '';
    return { kind: 'nothing', message: id === '' ? say(nothingHere, locale) : say(notKnown, locale, { id }) };
  }
  const { threads } = await dossierThreads(session.workspace, analysis, cancellation);
  const fiche = ficheOf(analysis, subject, {
    locale,
    threads,
    words: new FindingWords(session.rules),
    places: new Places(analysis.dossier),
  });
  return { kind: 'fiche', fiche: context.isTrusted() ? fiche : { ...fiche, readOnly: say(untrusted, locale) } };
};
