import assert from 'node:assert/strict';
import { faultCodes, handleCodes } from '../kit/failing-disk';
import { FaultRun } from '../kit/fault-run';
import { writingOperations } from '../kit/writing-operations';

/** Of each operation, evenly spread; `npm run faults` makes every call fail. */
const tried = 6;

describe('a disk that fails', () => {
  for (const [number, operation] of writingOperations.entries()) {
    it(`${operation.name}: files are as before or as they should be, and nothing is left beside`, async function () {
      this.timeout(120_000);
      const run = new FaultRun(operation);
      try {
        const calls = await run.whole();
        let failed = 0;
        for (let one = 0; one < tried; one++) {
          // Later calls are those that write.
          const at = calls - 1 - Math.floor((one * one * calls) / (tried * tried));
          const outcome =
            (await run.failing(at, faultCodes[(number + one) % faultCodes.length] ?? 'EIO')) ??
            (await run.failing(at, handleCodes[one % handleCodes.length] ?? 'EIO'));
          if (!outcome) continue;
          failed++;
          const { strays, partial, thrown } = outcome;
          assert.deepEqual({ strays, partial, thrown }, { strays: [], partial: [], thrown: undefined }, outcome.failed);
        }
        assert.ok(failed > 0, 'a call failed');
        assert.deepEqual((await run.shortReads()) ?? [], [], 'reads that are short and late');
      } finally {
        run.remove();
      }
    });
  }
});
