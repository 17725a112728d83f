// npm run faults [-- OPERATION] [--quick]: makes every call of the file system of every operation that writes fail, with
// every code; with --quick, with one code each.
import { faultCodes } from '../test/kit/failing-disk.ts';
import { FaultRun } from '../test/kit/fault-run.ts';
import { writingOperations } from '../test/kit/writing-operations.ts';

const given = process.argv.slice(2);
const isQuick = given.includes('--quick');
const wanted = given.find((one) => one !== '--quick');
let runs = 0;
let bad = 0;
for (const operation of writingOperations) {
  if (wanted !== undefined && operation.name !== wanted) continue;
  const run = new FaultRun(operation);
  try {
    const calls = await run.whole();
    let own = 0;
    for (let at = 0; at < calls; at++) {
      for (const code of isQuick ? [faultCodes[at % faultCodes.length]] : faultCodes) {
        const outcome = await run.failing(at, code);
        if (!outcome) continue;
        own++;
        if (outcome.strays.length + outcome.partial.length === 0 && outcome.thrown === undefined) continue;
        bad++;
        console.log(JSON.stringify(outcome));
      }
    }
    runs += own;
    console.log(`${operation.name}: ${calls} calls, ${own} failures`);
  } finally {
    run.remove();
  }
}
console.log(`${runs} failures of the disk, ${bad} that left something or were not told`);
process.exitCode = bad === 0 ? 0 : 1;
