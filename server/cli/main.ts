import { workerData } from 'node:worker_threads';
import { CancelledError } from '../core/ports/cancellation';
import { isReadingThreadData } from '../host/evidence/reading-messages';
import type { Terminal } from './terminal';

const args = process.argv.slice(2);
const threadData: unknown = workerData;

if (isReadingThreadData(threadData)) {
  // Started by another thread of this process to read evidence: the code ships once.
  void import('../host/evidence/reading-worker.js').then(({ serveReadings }) => {
    serveReadings(threadData);
  });
} else if (args[0] === 'lsp') {
  // The connection reads its own `--stdio`.
  void import('../lsp/connection.js').then(({ startStdioServer }) => {
    startStdioServer();
  });
} else {
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
