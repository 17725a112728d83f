import { resolve } from 'node:path';
import { sourceEncodings } from '../../core/text/convert';
import { encodingName } from '../../core/text/encoding-words';
import { convertFile } from '../../host/operations/convert-file';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import type { CommandContext } from '../terminal';
import { convertMessages as words } from './convert-messages';
import { convertUsage } from '../usage/all-commands';

/** Lines with letters of their own that a dry run shows. */
const shownLines = 5;

/** `convert FILE… [--depuis ENCODING] [--dry-run]` */
export async function convertCommand(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, convertUsage, locale);
  const from = given.choice('depuis');
  const dryRun = given.flag('dry-run');
  if (given.paths.length === 0) throw new CliError(exitCodes.usage, context.say(words.noFile));
  const encodings = sourceEncodings.join(', ');
  let refused = false;
  for (const path of given.paths) {
    const outcome = await attempt(path, context, () =>
      convertFile({ path: resolve(terminal.cwd, path), dryRun, ...(from === undefined ? {} : { from }) }),
    );
    switch (outcome.kind) {
      case 'utf8':
        terminal.out(`${context.say(words.utf8, { path })}\n`);
        break;
      case 'converted': {
        const name = encodingName({ encoding: outcome.from })[locale];
        terminal.out(`${context.say(dryRun ? words.wouldConvert : words.converted, { path, from: name })}\n`);
        if (dryRun) for (const line of telling(outcome.text)) terminal.out(`${context.say(words.line, line)}\n`);
        break;
      }
      case 'unknown': {
        const { line, column } = outcome.fault;
        const encoding = encodingName(outcome.fault)[locale];
        terminal.err(`${context.say(words.unknown, { path, encoding, line, column, encodings })}\n`);
        refused = true;
        break;
      }
      case 'loss': {
        const name = encodingName({ encoding: outcome.from })[locale];
        terminal.err(`${context.say(words.loss, { path, line: outcome.line, from: name, encodings })}\n`);
        refused = true;
        break;
      }
    }
  }
  return refused ? exitCodes.findings : exitCodes.ok;
}

/** The first lines that tell whether the encoding was guessed right. */
function telling(text: string): { readonly line: number; readonly text: string }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((one) => /[^\t\u0020-\u007e]/.test(one.text))
    .slice(0, shownLines);
}
