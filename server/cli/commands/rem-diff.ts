import { resolve } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { compareCatalogues } from '../../core/revision/compare-catalogues';
import { outlineHtml, outlineMarkdown, outlineText } from '../../core/revision/render-outline';
import { revisionOutline } from '../../core/revision/revision-outline';
import { revisionRecord } from '../../core/revision/revision-record';
import { nodeBuiltInCatalogues } from '../../host/files/built-in-catalogues';
import { badCatalogue, loadCatalogue } from '../../host/operations/load-catalogue';
import { catalogueRefusal } from '../../host/operations/migration-refusal';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import type { CommandContext } from '../terminal';
import { revisionMessages } from './revision-messages';
import { remDiffUsage } from '../usage/all-commands';

/** `rem-diff OLD NEW [--format F]`: paths of `*.rem.yaml` files, or ids of built-in dispositifs. */
export async function remDiff(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, remDiffUsage, locale);
  const format = given.choice('format');
  const [before, after] = given.paths;
  if (before === undefined || after === undefined) {
    throw new CliError(exitCodes.usage, context.say(revisionMessages.twoCatalogues));
  }
  const revision = compareCatalogues(await catalogueAt(before, context), await catalogueAt(after, context));
  if (format === 'json') {
    terminal.out(`${JSON.stringify(revisionRecord(revision), null, 2)}\n`);
    return exitCodes.ok;
  }
  const outline = revisionOutline(revision, locale);
  const text = { text: outlineText, md: outlineMarkdown, html: outlineHtml }[format];
  terminal.out(text(outline, locale));
  return exitCodes.ok;
}

async function catalogueAt(reference: string, context: CommandContext): Promise<Catalogue> {
  const { terminal } = context;
  const loaded = await attempt(reference, context, () =>
    loadCatalogue(reference, nodeBuiltInCatalogues(), (path) => resolve(terminal.cwd, path), terminal.cancellation),
  );
  switch (loaded.kind) {
    case 'bad':
      throw refusal(badCatalogue(reference, loaded), context);
    case 'unknown':
      throw refusal({ kind: 'unknownCatalogue', reference, near: loaded.near }, context);
    case 'file':
      // What ANS changed, not what the team says of it.
      return loaded.file.printed;
    case 'builtIn':
      return loaded.catalogue;
  }
}

function refusal(reason: Parameters<typeof catalogueRefusal>[0], { locale }: CommandContext): CliError {
  return new CliError(exitCodes.usage, catalogueRefusal(reason, locale));
}
