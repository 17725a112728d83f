// `npm test`: every check of this repository. The last line is `N passed, M failed`, the exit code 0 only without a failure.
//   npm test -- --only unit,protocol    some stages (and the build they need)
//   npm test -- --grep 'empreinte'      the tests whose name matches
//   SEGUR_SKIP_WORKBENCH=1 npm test     without the runs in VS Code
import './bootstrap.mjs';
import { parseArgs } from 'node:util';
import { runStages } from './run-stages.mjs';
import { stages } from './test-stages.mjs';

/** The asked stages, with the build and the package that they need, in their order. */
function chosen(all, only) {
  if (only === undefined) return all;
  const words = only.split(',').map((word) => word.trim());
  const matches = (word) => all.filter(({ name }) => name === word || name.startsWith(`${word}-`));
  const unknown = words.filter((word) => matches(word).length === 0);
  if (unknown.length > 0) {
    throw new Error(`no stage ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
  }
  const wanted = words.flatMap(matches);
  const needed = wanted.flatMap(({ needs = [] }) => needs);
  return all.filter((stage) => wanted.includes(stage) || needed.includes(stage.name));
}

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopped.abort());

const begun = performance.now();
let total;
try {
  const { values } = parseArgs({ options: { only: { type: 'string' }, grep: { type: 'string', short: 'g' } } });
  const plan = chosen(stages({ grep: values.grep }), values.only);
  total = await runStages(plan, { width: 2, signal: stopped.signal, report: console.log });
  const nothing = values.grep ? total.tests === 0 : total.passed + total.failed === 0;
  if (nothing) {
    console.error(values.grep ? `No test matches ${values.grep}.` : 'Nothing ran.');
    total.failed += 1;
  }
} catch (error) {
  console.error(error.message);
  total = { passed: 0, failed: 1, skipped: 0 };
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(
  `\n${((performance.now() - begun) / 1000).toFixed(0)} s${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
