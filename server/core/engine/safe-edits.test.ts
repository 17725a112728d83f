import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import type { Finding } from '../findings/finding';
import type { Fix } from '../fixes/fix';
import { Trials } from '../fixes/trials';
import type { Rule } from '../rules/rule';
import { rule as alias } from '../rules/exigence/alias/rule';
import { safeEdits } from './safe-edits';

/** Offers one safe fix for each finding: what its data says. */
function offering(fixOf: (finding: Finding, trials: Trials | undefined) => Fix['edits'] | undefined): Rule {
  return {
    meta: alias.meta,
    fixes(finding, _dossier, _locale, _uncited, trials) {
      const edits = fixOf(finding, trials);
      return edits ? [{ title: { fr: 'x', en: 'x' }, edits, safe: true }] : [];
    },
  };
}

async function found(count: number): Promise<{ analysis: Parameters<typeof safeEdits>[0]; findings: Finding[] }> {
  const { analysis } = await analyse([], { main: manifest('exigences: {}\n') });
  const findings = Array.from({ length: count }, (_, index): Finding => {
    return { rule: alias.meta.id, severity: 'info', message: 'x', args: {}, uri: mainUri, range: at(index, index) };
  });
  return { analysis: { ...analysis, findings }, findings };
}

const at = (start: number, end: number) => ({ start, end });

describe('safe edits', () => {
  it('are those that overlap no earlier one, in text order', async () => {
    const ranges = [
      at(20, 25),
      at(5, 8),
      at(8, 9),
      at(30, 30),
      at(30, 30),
      at(1, 40),
      at(26, 29),
      at(0, 4),
      at(41, 50),
    ];
    const { analysis } = await found(ranges.length);
    const rule = offering(({ range }) => [{ uri: mainUri, range: ranges[range.start] ?? range, text: '' }]);
    assert.deepEqual(
      safeEdits(analysis, [rule])
        .get(mainUri)
        ?.map(({ range }) => [range.start, range.end]),
      [
        [0, 4],
        [5, 8],
        [20, 25],
        [26, 29],
        [30, 30],
        [41, 50],
      ],
    );
  });

  it('are each held against their neighbours alone', async () => {
    const { analysis } = await found(2000);
    let looks = 0;
    const rule = offering(({ range: { start } }) => {
      const range = {
        get start() {
          looks++;
          return start * 10;
        },
        get end() {
          looks++;
          return start * 10 + 1;
        },
      };
      return [{ uri: mainUri, range, text: '' }];
    });
    assert.equal(safeEdits(analysis, [rule]).get(mainUri)?.length, 2000);
    assert.ok(looks < 2000 * 10, String(looks));
  });

  it('wait for the next pass where trying them costs too much for one', async () => {
    const { analysis } = await found(10);
    const rule = offering(({ range }, trials) =>
      trials?.take(200_000) === false
        ? undefined
        : [{ uri: mainUri, range: at(range.start * 3, range.start * 3), text: 'x' }],
    );
    const trials = new Trials();
    assert.equal(safeEdits(analysis, [rule], { trials }).get(mainUri)?.length, 3);
    assert.equal(trials.isSpent, true);
    assert.equal(safeEdits(analysis, [rule]).get(mainUri)?.length, 10);
  });
});
