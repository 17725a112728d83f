import { resolve } from 'node:path';
import { writeText } from '../../host/operations/write-text';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import type { ExitCode } from '../exit-codes';
import { momentOption } from '../moment-option';
import type { CommandContext } from '../terminal';
import { calendarOf, dossierPlans } from './plan';
import { planMessages } from './plan-messages';
import { icsUsage } from '../usage/all-commands';

/** `ics [PATH] [--at DATE] [-o FILE.ics]`: on stdout without `-o`. */
export async function ics(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, icsUsage, locale);
  const now = momentOption(given.string('at'), locale);
  const { plans, code } = await dossierPlans(given.paths, now, context, given.string('donnees'));
  const { text, count } = calendarOf(plans, now, context);
  const output = given.string('output');
  if (output === undefined) {
    terminal.out(text);
    return code;
  }
  await attempt(output, context, () => writeText(resolve(terminal.cwd, output), text));
  terminal.err(`${context.say(planMessages.written, { path: output, count })}\n`);
  return code;
}
