import { relative, resolve } from 'node:path';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import { pastFiling } from '../../core/fixes/new-subject';
import { lineCounter } from '../../core/text/line-counter';
import { parisClock } from '../../host/clock/paris-clock';
import { nodeBuiltInCatalogues } from '../../host/files/built-in-catalogues';
import { newDossier } from '../../host/operations/new-dossier';
import { newDossierRefusal, pastFilingSentence } from '../../host/operations/new-dossier-refusal';
import { dateOption, readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { messages } from '../messages';
import type { CommandContext } from '../terminal';
import { initUsage } from '../usage/all-commands';

/** `init (--dispositif ID | --catalogue FILE) [--profil P]… [what is known of the subject] -o DIR` */
export async function init(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, initUsage, locale);
  const fail = (message: string) => new CliError(exitCodes.usage, message);
  const dispositif = given.string('dispositif');
  const catalogue = given.string('catalogue');
  if (dispositif === undefined && catalogue === undefined) throw given.missing('dispositif');
  const output = given.needed('output');
  const pieces = given.string('pieces');
  if (given.flag('par-chapitre') && given.flag('un-fichier')) throw fail(context.say(messages.oneLayout));
  const outcome = await attempt(catalogue ?? output, context, () =>
    newDossier({
      folder: resolve(terminal.cwd, output),
      profiles: given.strings('profil'),
      locale,
      builtIns: nodeBuiltInCatalogues(),
      cancellation: terminal.cancellation,
      subject: {
        vendor: given.string('editeur') ?? '',
        siret: given.string('siret') ?? '',
        software: given.string('logiciel') ?? '',
        version: given.string('version-logiciel') ?? '',
        versionDate: dateOption(given.string('date-version'), locale) ?? '',
        plannedFiling: dateOption(given.string('depot-vise'), locale) ?? '',
      },
      byChapter: given.flag('par-chapitre'),
      ...(pieces === undefined ? {} : { pieces }),
      ...(dispositif === undefined ? {} : { dispositif }),
      ...(catalogue === undefined ? {} : { catalogue: resolve(terminal.cwd, catalogue) }),
    }),
  );
  switch (outcome.kind) {
    case 'written': {
      const path = relative(terminal.cwd, outcome.path);
      const past = pastFiling({ plannedFiling: given.string('depot-vise') ?? '' }, parisClock.today());
      if (past !== undefined) terminal.err(`${pastFilingSentence(past, locale)}\n`);
      terminal.out(`${context.say(messages.created, { path, count: outcome.requirements })}\n`);
      if (outcome.fragments > 0)
        terminal.out(`${context.say(messages.createdFragments, { count: outcome.fragments })}\n`);
      if (outcome.first) {
        const { path: at, text, offset } = outcome.first;
        const line = lineCounter(text, 1)(offset);
        terminal.out(`${context.say(messages.firstThing, { place: `${relative(terminal.cwd, at)}:${line}` })}\n`);
      }
      return exitCodes.ok;
    }
    case 'unknownDispositif': {
      const known = dispositifs.map(({ id }) => id).join(', ');
      const hint = outcome.near.length === 0 ? '' : context.say(messages.near, { ids: outcome.near.join(', ') });
      throw fail(context.say(messages.unknownDispositif, { id: outcome.dispositif, hint, known }));
    }
    case 'emptyDispositif':
      throw fail(context.say(messages.emptyDispositif, { id: outcome.dispositif }));
    default:
      throw fail(newDossierRefusal(outcome, locale, (path) => relative(terminal.cwd, path)));
  }
}
