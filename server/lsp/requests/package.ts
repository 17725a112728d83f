import { resolve } from 'node:path';
import type { packageRequest } from '../../../protocol/requests/package';
import type { Analysis } from '../../core/engine/analyse';
import { say, type Locale } from '../../core/messages/say';
import { examinedPieces, examinedSummary, examinedTally } from '../../core/report/examined-pieces';
import type { Blocker } from '../../core/submission/gate/blocker';
import { blockerMessage } from '../../core/submission/gate/blocker-words';
import { filingNotes } from '../../core/submission/gate/filing-words';
import { failureSentence } from '../../host/operations/failure-sentence';
import { nothingToAnswer } from '../../host/operations/nothing-to-answer';
import { packageDossier, readyToPackage } from '../../host/operations/package-dossier';
import { sourceDateEpoch } from '../../host/operations/source-date-epoch';
import { rangeIn } from '../../language/positions';
import { analysedDocument } from '../../language/session/analysed-document';
import { noDossier } from '../refusal';
import type { Answer } from '../request-context';

/** More blockers than this are counted, not listed. */
const mostReasons = 200;

/** Evidence is looked at again first: a package must not rest on what was known a while ago. */
export const answer: Answer<typeof packageRequest> = async (params, context, cancellation) => {
  const { locale, session } = context;
  await session.lookAgain(cancellation);
  const analysis = await context.findDossier(params.uri, cancellation);
  if (!analysis) return { kind: 'failed', message: say(noDossier, locale, { uri: params.uri }) };
  context.checkTrust();
  const { draft, chapters, answersOnly } = params;
  const target = params.target === undefined ? undefined : resolve(params.target);
  try {
    const epoch = sourceDateEpoch(process.env);
    const wanted = {
      analysis,
      ...(chapters === undefined ? {} : { chapters }),
      ...(answersOnly === undefined ? {} : { answersOnly }),
      draft,
    };
    const outcome =
      target === undefined
        ? readyToPackage(wanted)
        : await packageDossier({
            ...wanted,
            evidenceFile: context.evidenceFileOf(analysis),
            target,
            cancellation,
            ...(epoch === undefined ? {} : { sourceDateEpoch: epoch }),
          });
    if (outcome.kind === 'ready') return { kind: 'ready', ...leftUnread(analysis, locale) };
    if (outcome.kind === 'written') {
      const { kind, path, internal, entries, bytes, filing } = outcome;
      return { kind, path, internal, entries, bytes, draft, notes: filingNotes(filing, locale) };
    }
    if (outcome.kind === 'nothingToAnswer') return { kind: 'failed', message: say(nothingToAnswer, locale) };
    const reasons = outcome.blockers.slice(0, mostReasons).map((blocker) => reasonOf(blocker, analysis, locale));
    return { kind: 'blocked', total: outcome.blockers.length, reasons };
  } catch (error) {
    const message = failureSentence(error, target ?? params.uri, locale);
    if (message === undefined) throw error;
    return { kind: 'failed', message };
  }
};

/** Of what the dossier cites; nothing is asked about pieces that were all read to their end. */
function leftUnread(analysis: Analysis, locale: Locale): { readonly unread?: string } {
  const tally = examinedTally(examinedPieces(analysis));
  const summary = tally.partly + tally.notRead === 0 ? undefined : examinedSummary(tally, locale);
  return summary === undefined ? {} : { unread: summary };
}

function reasonOf(blocker: Blocker, analysis: Analysis, locale: Locale) {
  const document = analysedDocument(blocker.uri, [analysis]);
  const message = blockerMessage(blocker, locale);
  return document ? { message, place: { uri: blocker.uri, range: rangeIn(document, blocker.range) } } : { message };
}
