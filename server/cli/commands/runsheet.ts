import { resolve } from 'node:path';
import { runsheetNames } from '../../core/report/runsheet/runsheet-of';
import { runsheetSentences, unknownName } from '../../core/report/runsheet/runsheet-sentences';
import { runsheetFormatOf, writeRunsheet } from '../../host/operations/write-runsheet';
import { dateOption, readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openOneDossier } from '../open-dossiers';
import type { CommandContext } from '../terminal';
import { runsheetUsage } from '../usage/all-commands';
import { runsheetMessages } from './runsheet-messages';

/** `runsheet [PATH] [--par chapitre|personne] [--personne P] [--chapitre C] [--lettre] [--at DATE] -o FILE.html|pdf|md` */
export async function runsheet(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, runsheetUsage, locale);
  const output = given.needed('output');
  const format = runsheetFormatOf(output);
  if (!format) throw new CliError(exitCodes.usage, context.say(runsheetSentences.unknownFormat, { path: output }));
  const at = dateOption(given.string('at'), locale);
  const { analysis } = await openOneDossier({ paths: given.paths, at }, context);
  const [person, chapter] = [given.string('personne'), given.string('chapitre')];
  const choice = {
    by: given.choice('par') === 'personne' ? ('person' as const) : ('chapter' as const),
    ...(person === undefined ? {} : { person }),
    ...(chapter === undefined ? {} : { chapter }),
  };
  const unknown = unknownName(choice, runsheetNames(analysis), locale);
  if (unknown) throw new CliError(exitCodes.usage, context.say(unknown.sentence, unknown.args));
  const lost = await attempt(output, context, () =>
    writeRunsheet({
      analysis,
      choice,
      isLetter: given.flag('lettre'),
      format,
      locale,
      target: resolve(terminal.cwd, output),
      cancellation: terminal.cancellation,
    }),
  );
  if (lost.length > 0) terminal.err(`${context.say(runsheetMessages.lost, { characters: lost.join(' ') })}\n`);
  terminal.out(`${context.say(runsheetMessages.written, { path: output })}\n`);
  return exitCodes.ok;
}
