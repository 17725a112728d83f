import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MigrateParams, MigrateResult, RemDiffParams, RemDiffResult } from '../protocol/protocol';
import type { Catalogue } from './core/catalogue/catalogue';
import type { Analysis } from './core/dossier/analyse';
import type { Language } from './core/messages/language';
import type { BuiltInCatalogues } from './core/ports/built-in-catalogues';
import type { Cancellation } from './core/ports/cancellation';
import { compareCatalogues } from './core/revision/compare-catalogues';
import { migrationSummary } from './core/revision/migration/migration-words';
import { outlineMarkdown } from './core/revision/render-outline';
import { revisionOutline } from './core/revision/revision-outline';
import { relativeTo } from './core/workspace/uri';
import { loadCatalogue } from './host/operations/load-catalogue';
import { prepareMigration } from './host/operations/migrate-dossier';
import { pathIn } from './host/operations/migration-journal';
import { catalogueRefusal, refusalSentence } from './host/operations/migration-refusal';

/** What a dossier becomes under another catalogue, for the editor to show and to apply. Nothing is written. */
export async function migrationFor(
  params: MigrateParams,
  { dossier }: Analysis,
  language: Language,
  builtIns: BuiltInCatalogues,
  cancellation: Cancellation,
): Promise<MigrateResult> {
  const outcome = await prepareMigration({
    dossier,
    catalogue: params.catalogue,
    followProbable: true,
    language,
    builtIns,
    resolvePath: (path) => resolve(path),
    cancellation,
  });
  if (outcome.kind !== 'prepared') {
    const place = (uri: string, offset?: number) => {
      const path = relativeTo(dossier.rootUri, uri) ?? uri;
      const file = [dossier.main, ...dossier.fragments].find((one) => one.uri === uri);
      return file && offset !== undefined ? `${path}:${file.parsed.source.position(offset).line + 1}` : path;
    };
    return { kind: 'refused', message: refusalSentence(outcome, language, place) };
  }
  const { main, plan, copy } = outcome.migration;
  return {
    kind: 'planned',
    files: plan.files.map(({ uri, before, after, changes }) => ({
      uri,
      before,
      after,
      changes: changes.map(({ range, text }) => ({ ...range, text })),
    })),
    summary: migrationSummary(plan, language),
    ...(copy
      ? { copy: { uri: pathToFileURL(pathIn(main, copy.path)).href, text: Buffer.from(copy.bytes).toString('utf8') } }
      : {}),
  };
}

/** What one catalogue changes of another, as Markdown. */
export async function remDiffFor(
  { before, after }: RemDiffParams,
  language: Language,
  builtIns: BuiltInCatalogues,
  cancellation: Cancellation,
): Promise<RemDiffResult> {
  const catalogues: Catalogue[] = [];
  for (const reference of [before, after]) {
    const loaded = await loadCatalogue(reference, builtIns, (path) => resolve(path), cancellation);
    if (loaded.kind === 'file' || loaded.kind === 'builtIn') {
      catalogues.push(loaded.catalogue);
      continue;
    }
    const reason =
      loaded.kind === 'bad'
        ? ({ kind: 'badCatalogue', reference, problem: loaded.problem } as const)
        : ({ kind: 'unknownCatalogue', reference, near: loaded.near } as const);
    return { kind: 'refused', message: catalogueRefusal(reason, language) };
  }
  const [one, two] = catalogues;
  if (!one || !two) throw new Error('Two catalogues are compared');
  return { kind: 'compared', markdown: outlineMarkdown(revisionOutline(compareCatalogues(one, two), language)) };
}
