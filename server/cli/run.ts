import { CancelledError } from '../core/ports/cancellation';
import { toolVersion } from '../host/tool-version';
import { languageOf } from './arguments';
import { asp } from './commands/asp';
import { attestation } from './commands/attestation';
import { check } from './commands/check';
import { convertCommand } from './commands/convert';
import { diff } from './commands/diff';
import { ics } from './commands/ics';
import { importRem } from './commands/import';
import { init } from './commands/init';
import { migrate } from './commands/migrate';
import { packageCommand } from './commands/package';
import { plan } from './commands/plan';
import { remDiff } from './commands/rem-diff';
import { report } from './commands/report';
import { status } from './commands/status';
import { verify } from './commands/verify';
import { CliError, exitCodes, type ExitCode } from './exit-codes';
import { messages, usage } from './messages';
import { commandContext, type CommandContext, type Terminal } from './terminal';

type Command = (args: readonly string[], context: CommandContext) => Promise<ExitCode>;

const commands: Readonly<Record<string, Command>> = {
  import: importRem,
  init,
  check,
  status,
  package: packageCommand,
  verify,
  diff,
  report,
  attestation,
  convert: convertCommand,
  'rem-diff': remDiff,
  migrate,
  plan,
  ics,
  asp,
};

/** Runs one command line, `lsp` excepted. Never throws for what a user can mend. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const context = commandContext(terminal, languageOf(args, terminal.env));
  const [name, ...rest] = args;
  if (name === '--version') {
    terminal.out(`${toolVersion}\n`);
    return exitCodes.ok;
  }
  if (name === undefined || args.includes('--help') || args.includes('-h') || name === 'help') {
    terminal.out(context.say(usage));
    return name === undefined ? exitCodes.usage : exitCodes.ok;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) {
      const known = [...Object.keys(commands), 'lsp'].join(', ');
      throw new CliError(exitCodes.usage, context.say(messages.unknownCommand, { name, commands: known }));
    }
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
