import { CancelledError } from '../core/ports/cancellation';
import type { ExitCode } from './exit-codes';
import type { Terminal } from './terminal';

/** Runs the command line that started this process, on its streams; its exit code becomes that of the process. */
export function runProcess(run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>): void {
  const cancellation = { isCancellationRequested: false };
  process.once('SIGINT', () => {
    cancellation.isCancellationRequested = true;
  });
  const terminal: Terminal = {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colour: process.stdout.isTTY && process.env.NO_COLOR === undefined,
    progress: process.stderr.isTTY,
    cwd: process.cwd(),
    env: process.env,
    cancellation,
  };
  // A reader that closes the pipe (`| head`) ends the command, quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  run(process.argv.slice(2), terminal).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      if (error instanceof CancelledError) return;
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 3;
    },
  );
}
