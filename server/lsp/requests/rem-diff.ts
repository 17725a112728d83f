import { resolve } from 'node:path';
import type { RemDiffParams, remDiffRequest, RemDiffResult } from '../../../protocol/requests/rem-diff';
import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Cancellation } from '../../core/ports/cancellation';
import { compareCatalogues } from '../../core/revision/compare-catalogues';
import { outlineMarkdown } from '../../core/revision/render-outline';
import { revisionOutline } from '../../core/revision/revision-outline';
import { badCatalogue, loadCatalogue } from '../../host/operations/load-catalogue';
import { catalogueRefusal } from '../../host/operations/migration-refusal';
import { inWords } from '../refusals';
import type { Answer, RequestContext } from '../request-context';

export const answer: Answer<typeof remDiffRequest> = (params, context, cancellation) =>
  inWords(params.after, context.locale, () => differenceOf(params, context, cancellation));

async function differenceOf(
  { before, after }: RemDiffParams,
  { locale, session }: RequestContext,
  cancellation: Cancellation,
): Promise<RemDiffResult> {
  const catalogues: Catalogue[] = [];
  for (const reference of [before, after]) {
    const loaded = await loadCatalogue(reference, session.ports.builtIns, (path) => resolve(path), cancellation);
    if (loaded.kind === 'file' || loaded.kind === 'builtIn') {
      // What ANS changed, not what the team says of it.
      catalogues.push(loaded.kind === 'file' ? loaded.file.printed : loaded.catalogue);
      continue;
    }
    const reason =
      loaded.kind === 'bad'
        ? badCatalogue(reference, loaded)
        : ({ kind: 'unknownCatalogue', reference, near: loaded.near } as const);
    return { kind: 'refused', message: catalogueRefusal(reason, locale) };
  }
  const [one, two] = catalogues;
  if (!one || !two) throw new Error('Two catalogues are compared');
  return { kind: 'compared', markdown: outlineMarkdown(revisionOutline(compareCatalogues(one, two), locale)) };
}
