import { CancelledError } from '../core/ports/cancellation';
import { argumentMessages } from './argument-messages';
import { localeOf } from './arguments';
import { CliError, exitCodes, type ExitCode } from './exit-codes';
import { messages } from './messages';
import { safeTerminal } from './safe-terminal';
import { commandContext, type CommandContext, type Terminal } from './terminal';
import { closestName } from './usage/closest-name';

type Command = (args: readonly string[], context: CommandContext) => Promise<ExitCode>;

/** Each command's code is loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.js')).importRem,
  init: async () => (await import('./commands/init.js')).init,
  attach: async () => (await import('./commands/attach.js')).attach,
  collect: async () => (await import('./commands/collect.js')).collect,
  intake: async () => (await import('./commands/intake.js')).intake,
  reuse: async () => (await import('./commands/reuse.js')).reuse,
  check: async () => (await import('./commands/check.js')).check,
  status: async () => (await import('./commands/status.js')).status,
  package: async () => (await import('./commands/package.js')).packageCommand,
  verify: async () => (await import('./commands/verify.js')).verify,
  diff: async () => (await import('./commands/diff.js')).diff,
  report: async () => (await import('./commands/report.js')).report,
  runsheet: async () => (await import('./commands/runsheet.js')).runsheet,
  threads: async () => (await import('./commands/threads.js')).threads,
  tasks: async () => (await import('./commands/tasks.js')).tasks,
  attestation: async () => (await import('./commands/attestation.js')).attestation,
  'rem-diff': async () => (await import('./commands/rem-diff.js')).remDiff,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  mcp: async () => (await import('./commands/mcp.js')).mcp,
  merge: async () => (await import('./commands/merge.js')).merge,
  plan: async () => (await import('./commands/plan.js')).plan,
  convert: async () => (await import('./commands/convert.js')).convertCommand,
  ics: async () => (await import('./commands/ics.js')).ics,
  depot: async () => (await import('./commands/depot.js')).depot,
  answers: async () => (await import('./commands/answers.js')).answers,
  freshness: async () => (await import('./commands/freshness.js')).freshness,
  eligibility: async () => (await import('./commands/eligibility.js')).eligibility,
  asp: async () => (await import('./commands/asp.js')).asp,
};

/** Runs one command line, `lsp` excepted. Never throws for what a user can mend. */
export async function run(args: readonly string[], given: Terminal): Promise<ExitCode> {
  const terminal = safeTerminal(given);
  const context = commandContext(terminal, localeOf(args, terminal.env));
  const { name, rest } = commandOf(args);
  const helped = name === 'help' ? rest.find((arg) => !arg.startsWith('-')) : name;
  try {
    if (name === undefined || name === 'help' || asksForHelp(args)) {
      terminal.out(await help(helped, context));
      return name === undefined && !asksForHelp(args) ? exitCodes.usage : exitCodes.ok;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw unknownCommand(name, context);
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
async function help(name: string | undefined, context: CommandContext): Promise<string> {
  const [{ commandHelp, helpText }, { allCommands }] = await Promise.all([
    import('./usage/help.js'),
    import('./usage/all-commands.js'),
  ]);
  if (name === undefined) return helpText(context.locale);
  const usage = allCommands.find((one) => one.name === name);
  if (!usage) throw unknownCommand(name, context);
  return commandHelp(usage, context.locale);
}

function unknownCommand(name: string, context: CommandContext): CliError {
  const known = [...Object.keys(commands), 'lsp'];
  const near = closestName(name, known);
  const hint = near === undefined ? '' : context.say(argumentMessages.near, { name: near });
  return new CliError(
    exitCodes.usage,
    context.say(argumentMessages.unknownCommand, { name, hint, commands: known.join(', ') }),
  );
}
