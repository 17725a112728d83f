import type { remOrderRequest } from '../../../protocol/requests/rem-order';
import { say, type Sentence } from '../../core/messages/say';
import { normaliseUri } from '../../core/text/uri';
import { inRemOrder, type OrderRefusal } from '../../language/formatting/rem-order';
import { analysedDocument } from '../../language/session/analysed-document';
import { editOf } from '../edit-of';
import { editsBetween } from '../edits-between';
import type { Answer } from '../request-context';

const refused: Readonly<Record<OrderRefusal | 'noDossier' | 'noCatalogue', Sentence>> = {
  noDossier: {
    fr: 'Ce fichier n’est d’aucun dossier : ouvrez un manifeste, ou un fragment qu’un manifeste nomme.',
    en: 'This file belongs to no dossier: open a manifest, or a fragment that a manifest names.',
  },
  noCatalogue: {
    fr: 'Le REM de ce dossier n’est pas connu : son ordre non plus. Importez-le d’abord.',
    en: 'The REM of this dossier is not known, and neither is its order. Import it first.',
  },
  broken: {
    fr: 'Ce fichier n’est pas lu en entier : rien n’y est déplacé. Corrigez d’abord ce qui y est signalé.',
    en: 'This file is not read as a whole: nothing is moved in it. First correct what is reported there.',
  },
  unwritable: {
    fr: 'Ce fichier n’est pas en UTF-8, ou une fusion y est en cours : rien n’y est déplacé. Réparez-le d’abord.',
    en: 'This file is not UTF-8, or a merge is under way in it: nothing is moved there. Repair it first.',
  },
  anchors: {
    fr: 'Ce fichier a des ancres YAML : un alias ne peut pas passer avant son ancre, rien n’est déplacé.',
    en: 'This file has YAML anchors: an alias cannot come before its anchor, nothing is moved.',
  },
};

/** Nothing is written: the client does, as an edit that can be undone. */
export const answer: Answer<typeof remOrderRequest> = async (params, context, cancellation) => {
  context.checkTrust();
  const refuse = (why: keyof typeof refused) =>
    ({ kind: 'refused', message: say(refused[why], context.locale) }) as const;
  const uri = normaliseUri(params.uri);
  const analysis = await context.dossierOf(uri, cancellation);
  const file = analysis && [analysis.dossier.main, ...analysis.dossier.fragments].find((one) => one.uri === uri);
  if (!file || !analysedDocument(uri, [analysis])) return refuse('noDossier');
  const { catalogue } = analysis.dossier;
  if (catalogue.kind !== 'loaded' || catalogue.catalogue.requirements.length === 0) return refuse('noCatalogue');
  const outcome = inRemOrder(file.parsed, catalogue.index);
  if (outcome.kind !== 'ordered') return refuse(outcome.kind);
  const before = file.parsed.text;
  if (outcome.text === before) return { kind: 'ordered' };
  return { kind: 'planned', ...editOf([{ uri, before, after: outcome.text }], editsBetween) };
};
