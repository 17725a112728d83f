import type { watchRequest } from '../../../protocol/requests/watch';
import { watchAll, watchDossiers } from '../../core/report/watch-of';
import { parisClock } from '../../host/clock/paris-clock';
import { toolVersion } from '../../host/tool-version';
import { watchView } from '../../language/parcours/watch-view';
import { noDossier, refusal } from '../refusal';
import type { Answer } from '../request-context';

/** Writes nothing, and looks at no piece. */
export const answer: Answer<typeof watchRequest> = async ({ uri }, context, cancellation) => {
  const { locale } = context;
  const today = parisClock.today();
  if (uri === undefined) return watchView(watchAll(undefined, today), toolVersion, locale);
  const analysis = await context.dossierOf(uri, cancellation);
  const [watch] = analysis ? watchDossiers([analysis], today) : [];
  if (!watch) throw refusal(noDossier, locale, { uri });
  return watchView(watch, toolVersion, locale);
};
