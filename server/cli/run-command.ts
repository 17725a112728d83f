import { CancelledError } from '../core/ports/cancellation';
import { argumentMessages } from './argument-messages';
import { localeOf } from './arguments';
import { CliError, exitCodes, type ExitCode } from './exit-codes';
import { messages } from './messages';
import { safeTerminal } from './safe-terminal';
import { commandContext, type CommandContext, type Terminal } from './terminal';
import { closestName } from './usage/closest-name';

/** One command; it answers with its exit code. */
export type Command = (args: readonly string[], context: CommandContext) => Promise<ExitCode>;

/** What loads each command, by its name. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** Runs one command line, of the commands that there are. Never throws for what a user can mend. */
export async function runCommand(args: readonly string[], given: Terminal, commands: Commands): Promise<ExitCode> {
  const terminal = safeTerminal(given);
  const context = commandContext(terminal, localeOf(args, terminal.env));
  const { name, rest } = commandOf(args);
  const helped = name === 'help' ? rest.find((arg) => !arg.startsWith('-')) : name;
  try {
    if (name === undefined || name === 'help' || asksForHelp(args)) {
      terminal.out(await help(helped, commands, context));
      return name === undefined && !asksForHelp(args) ? exitCodes.usage : exitCodes.ok;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw unknownCommand(name, commands, context);
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

/** The name of the command, which `--lang` may stand before, and everything else. */
function commandOf(args: readonly string[]): { readonly name: string | undefined; readonly rest: readonly string[] } {
  const at = args[0] === '--lang' ? 2 : args[0]?.startsWith('--lang=') ? 1 : 0;
  const name = args[at];
  if (name === '--help' || name === '-h') return { name: undefined, rest: args };
  return { name, rest: [...args.slice(0, at), ...args.slice(at + 1)] };
}

/** What stands after `--` is a path, whatever it looks like. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

/** The help of a command, or the list of them. */
async function help(name: string | undefined, commands: Commands, context: CommandContext): Promise<string> {
  const [{ commandHelp, helpText }, { allCommands }] = await Promise.all([
    import('./usage/help.js'),
    import('./usage/all-commands.js'),
  ]);
  if (name === undefined) return helpText(context.locale);
  const usage = allCommands.find((one) => one.name === name);
  if (!usage) throw unknownCommand(name, commands, context);
  return commandHelp(usage, context.locale);
}

function unknownCommand(name: string, commands: Commands, context: CommandContext): CliError {
  const known = [...Object.keys(commands), 'lsp'];
  const near = closestName(name, known);
  const hint = near === undefined ? '' : context.say(argumentMessages.near, { name: near });
  return new CliError(
    exitCodes.usage,
    context.say(argumentMessages.unknownCommand, { name, hint, commands: known.join(', ') }),
  );
}
