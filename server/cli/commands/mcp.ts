import { resolve } from 'node:path';
import { leaveWorkingFolder } from '../../host/leave-working-folder';
import { nodeWorkspacePorts } from '../../host/node-workspace-ports';
import { readArguments } from '../arguments';
import { Folders } from '../assistant/folders';
import { serveAssistant } from '../assistant/serve';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { messages } from '../messages';
import type { CommandContext } from '../terminal';
import { mcpUsage } from '../usage/all-commands';

/** `mcp [FOLDER…] [--notes]`: answers until the other side ends the connection. */
export async function mcp(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, mcpUsage, locale);
  const paths = given.paths.length > 0 ? given.paths : ['.'];
  const folders = await Folders.of(paths.map((path) => resolve(terminal.cwd, path)));
  if ('bad' in folders)
    throw new CliError(exitCodes.inputOutput, context.say(messages.noSuchPath, { path: folders.bad }));
  leaveWorkingFolder();
  const ports = nodeWorkspacePorts({ within: folders.roots });
  const stop = new AbortController();
  const end = () => {
    stop.abort();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  await serveAssistant({ folders, ports, locale, notes: given.flag('notes') }, stop.signal, (error) => {
    terminal.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  });
  return exitCodes.ok;
}
