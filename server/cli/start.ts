import { runProcess } from './run-process';

const args = process.argv.slice(2);

if (args[0] === 'lsp' && !args.includes('--help') && !args.includes('-h')) {
  // The connection reads its own `--stdio`.
  void import('../lsp/node-server.js').then(({ startStdioServer }) => {
    startStdioServer();
  });
} else {
  runProcess(async (given, terminal) => {
    const { run } = await import('./run.js');
    return await run(given, terminal);
  });
}
