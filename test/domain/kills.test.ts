import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { KillRun, type KillMoment } from '../kit/kill-run';
import { writingOperations } from '../kit/writing-operations';

/**
 * Those that write several files, make new ones, or find nothing to write when they are run again; `npm run kills` kills all,
 * as often as is wanted.
 */
const tried = ['init', 'migrate', 'merge -o', 'convert'];

describe('a command that is killed', () => {
  for (const operation of writingOperations.filter(({ name }) => tried.includes(name))) {
    it(`${operation.name}: files are old or new, and the same command again ends as if nothing had been`, async function () {
      this.timeout(120_000);
      assert.ok(existsSync(resolve('dist/cli.js')), 'dist/cli.js is built first');
      const run = new KillRun(operation, '');
      try {
        const { calls, firstChange } = await run.whole();
        const moments: readonly KillMoment[] = [
          // In the middle of what it writes, between two files, and before it lets go of its lock.
          { at: { call: firstChange + Math.floor((calls - firstChange) / 2) }, when: 'half' },
          { at: { call: firstChange + Math.floor((calls - firstChange) * 0.8) }, when: 'after' },
          { at: { call: calls - 2 }, when: 'before' },
        ];
        for (const moment of moments) {
          const { killed, broken, left, refused } = await run.killed(moment);
          const expected = { killed: true, broken: [], left: [], refused: undefined };
          assert.deepEqual({ killed, broken, left, refused }, expected, JSON.stringify(moment));
        }
      } finally {
        run.remove();
      }
    });
  }
});
