import { fileURLToPath, pathToFileURL } from 'node:url';
import type { verifyFactRequest } from '../../../protocol/requests/watch';
import { verificationMessages as messages } from '../../core/facts/verification-messages';
import { isSameValue } from '../../core/facts/known-facts';
import { say } from '../../core/messages/say';
import { watchDossiers } from '../../core/report/watch-of';
import { folderOf, writtenUnder } from '../../core/text/uri';
import { parisClock } from '../../host/clock/paris-clock';
import { recordVerification } from '../../host/operations/record-verification';
import { inWords, noDossier, refusal, refusedAs } from '../refusals';
import type { Answer } from '../request-context';

/** Only the package that the configuration names is written to. */
export const answer: Answer<typeof verifyFactRequest> = async ({ uri, fact, value, by }, context, cancellation) => {
  context.checkTrust();
  const { locale } = context;
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) throw refusal(noDossier, locale, { uri });
  const { uri: configurationUri, factsPath } = analysis.configuration;
  if (configurationUri === undefined || !factsPath) throw refusedAs(say(messages.nowhere, locale));
  const today = parisClock.today();
  const all = watchDossiers([analysis], today).flatMap(({ list }) => [...list.doubtful, ...list.sound]);
  const known = all.find(({ id }) => id === fact);
  if (!known) throw refusedAs(say(messages.noFact, locale, { fact, hint: '' }));
  const [read, who] = [value.trim(), by.trim()];
  if (read === '') throw refusedAs(say(messages.noValue, locale, { fact }));
  if (who === '') throw refusedAs(say(messages.noName, locale));
  const target = writtenUnder(folderOf(configurationUri), factsPath.value);
  const path = fileURLToPath(target);
  const written = await inWords(path, locale, () =>
    recordVerification(path, { fait: fact, valeur: read, verifie_le: today, par: who }, locale, cancellation),
  );
  if ('refused' in written) throw refusedAs(say(messages[written.refused], locale, { path: written.path }));
  // Where no watcher tells of it, the next answer must know it all the same.
  const kind = written.before === undefined ? 'created' : 'changed';
  context.session.filesChanged([{ uri: pathToFileURL(written.path).href, kind }]);
  const lines = [say(messages.written, locale, { fact, value: read, on: today, by: who, path: written.path })];
  if (known.value !== undefined && !isSameValue(known.value, read))
    lines.push(say(messages.contradicts, locale, { fact, value: read, shown: known.value }));
  return { message: lines.join(' ') };
};
