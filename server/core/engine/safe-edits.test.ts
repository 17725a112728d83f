import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import type { Finding } from '../findings/finding';
import type { Fix, TextChange } from '../fixes/fix';
import { Trials } from '../fixes/trials';
import type { Rule } from '../rules/rule';
import { rule as alias } from '../rules/exigence/alias/rule';
import { rule as otherVersion } from '../rules/preuve/autre-version/rule';
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
    return { rule: alias.meta.id, severity: 'info', message: 'x', args: {}, uri: mainUri, range: span(index, index) };
  });
  return { analysis: { ...analysis, findings }, findings };
}

const span = (start: number, end: number) => ({ start, end });

const { meta } = otherVersion;
const otherUri = 'file:///dossier/b.preuves.yaml';
const at = (start: number, end: number, text: string, uri = mainUri): TextChange => ({
  uri,
  range: { start, end },
  text,
});

/** A rule that finds one thing, and mends it with these edits. */
function mending(id: string, edits: readonly TextChange[], more: Partial<Rule['meta']> = {}): Rule {
  const title = { fr: 'Mettre', en: 'Put' };
  return {
    meta: { ...meta, id, safelyFixable: true, ...more },
    dossier: ({ main }, report) => {
      report(main.uri, { start: 0, end: 1 }, 'a');
    },
    fixes: () => [
      { title, edits: [at(0, 0, 'guess')], safe: false },
      { title, edits, safe: true },
    ],
  };
}

async function editsOf(rules: readonly Rule[], onlyUri?: string) {
  const { analysis } = await analyse(rules, { main: manifest('exigences: {}\n') });
  const edits = safeEdits(analysis, rules, onlyUri === undefined ? {} : { onlyUri });
  return Object.fromEntries([...edits].map(([uri, list]) => [uri, list.map(({ text }) => text)]));
}

describe('safe edits', () => {
  it('are those that overlap no earlier one, in text order', async () => {
    const ranges = [
      span(20, 25),
      span(5, 8),
      span(8, 9),
      span(30, 30),
      span(30, 30),
      span(1, 40),
      span(26, 29),
      span(0, 4),
      span(41, 50),
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
        : [{ uri: mainUri, range: span(range.start * 3, range.start * 3), text: 'x' }],
    );
    const trials = new Trials();
    assert.equal(safeEdits(analysis, [rule], { trials }).get(mainUri)?.length, 3);
    assert.equal(trials.isSpent, true);
    assert.equal(safeEdits(analysis, [rule]).get(mainUri)?.length, 10);
  });
});

describe('fixes that are made without looking', () => {
  it('are those that touch nothing of another, in text order; the first of two wins', async () => {
    const rules = [
      mending('essai/a', [at(10, 12, 'a')]),
      mending('essai/b', [at(11, 14, 'b')]),
      mending('essai/c', [at(12, 12, 'c')]),
      mending('essai/d', [at(2, 9, 'd')]),
      mending('essai/e', [at(20, 20, 'e')]),
    ];
    assert.deepEqual(await editsOf(rules), { [mainUri]: ['d', 'a', 'e'] });
  });

  it('are of one file alone where that is asked for, and not of rules that have none', async () => {
    const rules = [
      mending('essai/a', [at(1, 2, 'a'), at(0, 0, 'aussi', otherUri)]),
      mending('essai/b', [at(3, 4, 'b')]),
      { ...mending('essai/c', [at(6, 7, 'c')]), meta: { ...meta, id: 'essai/c' } },
    ];
    assert.deepEqual(await editsOf(rules, mainUri), { [mainUri]: ['b'] });
    assert.deepEqual(await editsOf(rules), { [mainUri]: ['a', 'b'], [otherUri]: ['aussi'] });
  });
});
