import { resolve } from 'node:path';
import type { Sentence } from '../../core/messages/say';
import { runsheetNames } from '../../core/report/runsheet/runsheet-of';
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
  if (!format) throw new CliError(exitCodes.usage, context.say(runsheetMessages.unknownFormat, { path: output }));
  const at = dateOption(given.string('at'), locale);
  const { analysis } = await openOneDossier({ paths: given.paths, at }, context);
  const [person, chapter] = [given.string('personne'), given.string('chapitre')];
  const { people, chapters } = runsheetNames(analysis);
  checkName(person, people, runsheetMessages.unknownPerson, context);
  checkName(chapter, chapters, runsheetMessages.unknownChapter, context);
  const choice = {
    by: given.choice('par') === 'personne' ? ('person' as const) : ('chapter' as const),
    ...(person === undefined ? {} : { person }),
    ...(chapter === undefined ? {} : { chapter }),
  };
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

/** A name that is mistyped would give an empty document, which reads as if all was done. */
function checkName(
  name: string | undefined,
  known: readonly string[],
  sentence: Sentence,
  context: CommandContext,
): void {
  if (name === undefined || known.some((one) => one.trim().toLowerCase() === name.trim().toLowerCase())) return;
  const list = known.length === 0 ? context.say(runsheetMessages.none) : known.join(', ');
  throw new CliError(exitCodes.usage, context.say(sentence, { name, known: list }));
}
