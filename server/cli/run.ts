import { CancelledError } from '../core/ports/cancellation';
import { languageOf } from './arguments';
import { CliError, exitCodes, type ExitCode } from './exit-codes';
import { messages, usage } from './messages';
import { commandContext, type CommandContext, type Terminal } from './terminal';

type Command = (args: readonly string[], context: CommandContext) => Promise<ExitCode>;

/** Each command's code is loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.js')).importRem,
  init: async () => (await import('./commands/init.js')).init,
  attach: async () => (await import('./commands/attach.js')).attach,
  check: async () => (await import('./commands/check.js')).check,
  status: async () => (await import('./commands/status.js')).status,
  package: async () => (await import('./commands/package.js')).packageCommand,
  verify: async () => (await import('./commands/verify.js')).verify,
  diff: async () => (await import('./commands/diff.js')).diff,
  report: async () => (await import('./commands/report.js')).report,
  attestation: async () => (await import('./commands/attestation.js')).attestation,
  'rem-diff': async () => (await import('./commands/rem-diff.js')).remDiff,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  plan: async () => (await import('./commands/plan.js')).plan,
  convert: async () => (await import('./commands/convert.js')).convertCommand,
  ics: async () => (await import('./commands/ics.js')).ics,
  asp: async () => (await import('./commands/asp.js')).asp,
};

/** Runs one command line, `lsp` excepted. Never throws for what a user can mend. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const context = commandContext(terminal, languageOf(args, terminal.env));
  const [name, ...rest] = args;
  if (name === undefined || args.includes('--help') || args.includes('-h') || name === 'help') {
    terminal.out(context.say(usage));
    return name === undefined ? exitCodes.usage : exitCodes.ok;
  }
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) {
      const known = [...Object.keys(commands), 'lsp'].join(', ');
      throw new CliError(exitCodes.usage, context.say(messages.unknownCommand, { name, commands: known }));
    }
    const command = await load();
    return await command(rest, context);
  } catch (error) {
    if (error instanceof CancelledError) {
      terminal.err(`${context.say(messages.cancelled)}\n`);
      return exitCodes.inputOutput;
    }
    if (!(error instanceof CliError)) throw error;
    terminal.err(`${error.message}\n`);
    return error.code;
  }
}
