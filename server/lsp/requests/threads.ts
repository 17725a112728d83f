import type { DossierThreadsView, threadsRequest } from '../../../protocol/requests/threads';
import { say } from '../../core/messages/say';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { fileFaultArguments, fileFaultWords } from '../../core/ports/file-fault-words';
import { threadWords } from '../../core/threads/thread-words';
import { dossierThreads } from '../../core/workspace/dossier-threads';
import { Places } from '../../language/compliance/places';
import { threadLines, threadView } from '../../language/threads/thread-views';
import type { Answer } from '../request-context';

export const answer: Answer<typeof threadsRequest> = async (_params, { session, locale }, cancellation) => {
  await session.ready();
  const dossiers: DossierThreadsView[] = [];
  for (const analysis of await session.analyses.all(cancellation)) {
    const { threads, fault } = await dossierThreads(session.workspace, analysis, cancellation);
    throwIfCancelled(cancellation);
    const places = new Places(analysis.dossier);
    const why = fault && say(fileFaultWords[fault.kind], locale, fileFaultArguments('discussions', fault));
    dossiers.push({
      uri: analysis.dossier.main.uri,
      threads: threads.map((one) => threadView(one, { locale, places })),
      ...(why === undefined ? {} : { trouble: say(threadWords.folder, locale, { why }) }),
      lines: threadLines(analysis, places),
    });
  }
  return { dossiers };
};
