import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { migrateRequest, MigrateParams, MigrateResult } from '../../../protocol/requests/migrate';
import type { Analysis } from '../../core/engine/analyse';
import { say } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { migrationSummary } from '../../core/revision/migration/migration-words';
import { nameWithin } from '../../core/text/uri';
import { prepareMigration } from '../../host/operations/migrate-dossier';
import { pathIn } from '../../host/operations/migration-journal';
import { refusalSentence } from '../../host/operations/migration-refusal';
import { inWords, noDossier } from '../refusals';
import type { Answer, RequestContext } from '../request-context';

/** What the manifests become; the editor shows it and applies it. Nothing is written. */
export const answer: Answer<typeof migrateRequest> = async (params, context, cancellation) => {
  await context.session.ready();
  const analysis = await context.findDossier(params.uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, context.locale, { uri: params.uri }) };
  return inWords(params.catalogue, context.locale, () => migrationOf(params, analysis, context, cancellation));
};

async function migrationOf(
  params: MigrateParams,
  { dossier }: Analysis,
  { locale, session }: RequestContext,
  cancellation: Cancellation,
): Promise<MigrateResult> {
  const outcome = await prepareMigration({
    dossier,
    catalogue: params.catalogue,
    followProbable: true,
    locale,
    builtIns: session.ports.builtIns,
    resolvePath: (path) => resolve(path),
    cancellation,
  });
  if (outcome.kind !== 'prepared') {
    const place = (uri: string, offset?: number) => {
      const path = nameWithin(dossier.rootUri, uri);
      const file = [dossier.main, ...dossier.fragments].find((one) => one.uri === uri);
      return file && offset !== undefined ? `${path}:${file.parsed.source.position(offset).line + 1}` : path;
    };
    return { kind: 'refused', message: refusalSentence(outcome, locale, place) };
  }
  const { main, plan, copies } = outcome.migration;
  return {
    kind: 'planned',
    files: plan.files.map(({ uri, before, after, changes }) => ({
      uri,
      before,
      after,
      changes: changes.map(({ range, text }) => ({ ...range, text })),
    })),
    summary: migrationSummary(plan, locale),
    copies: copies.map(({ path, bytes }) => ({
      uri: pathToFileURL(pathIn(main, path)).href,
      text: Buffer.from(bytes).toString('utf8'),
    })),
  };
}
