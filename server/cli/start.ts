import { CancelledError } from '../core/ports/cancellation';
import type { Terminal } from './terminal';

const args = process.argv.slice(2);

if (args[0] === 'lsp' && !args.includes('--help') && !args.includes('-h')) {
  // The connection reads its own `--stdio`.
  void import('../lsp/node-server.js').then(({ startStdioServer }) => {
    startStdioServer();
  });
} else {
  runCommand();
}

/** Runs the command line that started this process. */
function runCommand(): void {
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
  import('./run.js')
    .then(({ run }) => run(args, terminal))
    .then(
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
