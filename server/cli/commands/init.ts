import { relative, resolve } from 'node:path';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import { nodeBuiltInCatalogues } from '../../host/files/built-in-catalogues';
import { newDossier } from '../../host/operations/new-dossier';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { messages } from '../messages';
import type { CommandContext } from '../terminal';
import { initUsage } from '../usage/all-commands';

/** `init (--dispositif ID | --catalogue FILE) [--profil P]… -o DIR` */
export async function init(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, initUsage, locale);
  const fail = (message: string) => new CliError(exitCodes.usage, message);
  const dispositif = given.string('dispositif');
  const catalogue = given.string('catalogue');
  if (dispositif === undefined && catalogue === undefined) throw given.missing('dispositif');
  const output = given.needed('output');
  const outcome = await attempt(catalogue ?? output, context, () =>
    newDossier({
      folder: resolve(terminal.cwd, output),
      profiles: given.strings('profil'),
      locale,
      builtIns: nodeBuiltInCatalogues(),
      cancellation: terminal.cancellation,
      ...(dispositif === undefined ? {} : { dispositif }),
      ...(catalogue === undefined ? {} : { catalogue: resolve(terminal.cwd, catalogue) }),
    }),
  );
  switch (outcome.kind) {
    case 'written': {
      const path = relative(terminal.cwd, outcome.path);
      terminal.out(`${context.say(messages.created, { path, count: outcome.requirements })}\n`);
      return exitCodes.ok;
    }
    case 'exists':
      throw fail(context.say(messages.exists, { path: relative(terminal.cwd, outcome.path) }));
    case 'unknownDispositif': {
      const known = dispositifs.map(({ id }) => id).join(', ');
      const hint = outcome.near.length === 0 ? '' : context.say(messages.near, { ids: outcome.near.join(', ') });
      throw fail(context.say(messages.unknownDispositif, { id: outcome.dispositif, hint, known }));
    }
    case 'emptyDispositif':
      throw fail(context.say(messages.emptyDispositif, { id: outcome.dispositif }));
    case 'unknownProfile':
      throw fail(
        context.say(messages.unknownProfile, { profile: outcome.profile, profiles: outcome.profiles.join(' · ') }),
      );
    case 'badCatalogue':
      throw fail(
        context.say(messages.badCatalogue, {
          path: relative(terminal.cwd, outcome.path),
          detail: outcome.message?.[locale] ?? '',
        }),
      );
  }
}
