// node test/host/run-workbench.mjs VERSION VSIX ID: the workbench suite on one VS Code, with the packaged extension installed.
// Tells its parent, where there is one, how many tests passed.
import { join, resolve } from 'node:path';
import { copyExamples } from './examples.mjs';
import { root } from './install.mjs';
import { describeError, Missing } from './missing.mjs';
import { runSuite } from './run.mjs';

const [version, vsix, id] = process.argv.slice(2);
const closing = /^\[suite\] (\d+) passed, (\d+) failed$/;
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopped.abort());

let counts = { passed: 0, failed: 1 };
let examples;
try {
  examples = copyExamples();
  const code = await runSuite({
    version,
    folder: examples.folder,
    vsix: { file: resolve(vsix), id },
    tests: join(root, 'out/test/workbench-run.js'),
    proof: closing,
    env: process.env.MOCHA_GREP ? { MOCHA_GREP: process.env.MOCHA_GREP } : {},
    signal: stopped.signal,
    print: (line) => {
      const match = closing.exec(line);
      if (match) counts = { passed: Number(match[1]), failed: Number(match[2]) };
      else if (line.startsWith('[suite]')) console.log(line.slice(8));
      else if (process.env.VSCODE_WEB_VERBOSE) console.log(line);
    },
  });
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
} catch (error) {
  counts = { passed: 0, failed: 1 };
  console.error(describeError(error));
  if (error instanceof Missing) console.error('  SEGUR_SKIP_WORKBENCH=1 npm test leaves the runs in VS Code out.');
} finally {
  examples?.forget();
}
process.exitCode = counts.failed > 0 ? 1 : 0;
if (process.send) process.send(counts, () => process.disconnect());
