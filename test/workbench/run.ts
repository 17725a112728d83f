import path from 'node:path';
import { format } from 'node:util';
import { takeCoverage } from 'node:v8';
import type MochaModule from 'mocha';

/**
 * What VS Code calls in its extension host (`extensionTestsPath`). Runs the bundle of test/workbench/ and closes with
 * `[suite] N passed, M failed`; the host prints only lines that start with `[suite]`.
 *
 * @throws Error when a test failed or none ran: VS Code then reports exit code 1.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = (await import('mocha')) as unknown as { default: typeof MochaModule };
  // Stacks name the lines of the sources, not of the bundle.
  process.setSourceMapsEnabled(true);
  const print = (...values: unknown[]): void => {
    // The extension host's console is what reaches the host.
    // eslint-disable-next-line no-console
    for (const line of format(...values).split('\n')) console.log(`[suite] ${line}`);
  };
  Mocha.reporters.Base.consoleLog = print;
  const grep = process.env['MOCHA_GREP'];
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, reporter: 'spec', ...(grep ? { grep } : {}) });
  mocha.addFile(path.join(__dirname, 'workbench.js'));
  const stats = await new Promise<MochaModule.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => {
      resolve(runner.stats);
    });
  });
  // Does nothing unless NODE_V8_COVERAGE is set.
  takeCoverage();
  const { passes = 0, failures = 0 } = stats ?? {};
  print(`${passes} passed, ${failures} failed`);
  if (failures > 0) throw new Error(`${failures} test(s) failed`);
  // A pattern may name tests of another suite only.
  if (passes === 0 && !grep) throw new Error('no test ran');
}
