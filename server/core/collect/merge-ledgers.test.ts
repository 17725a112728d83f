import assert from 'node:assert/strict';
import { ledgerText, readLedger, type LedgerEntry } from './ledger';
import { mergeLedgers } from './merge-ledgers';

const entry = (test: string, sha256: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  test,
  slot: { proof: 'A.1.1', scenario: 'A.1', requirement: 'A' },
  path: `preuves/${test}.log`,
  sha256,
  copied: true,
  ...more,
});
const merged = (base: readonly LedgerEntry[], ours: readonly LedgerEntry[], theirs: readonly LedgerEntry[]) => {
  const text = mergeLedgers({ base: ledgerText(base), ours: ledgerText(ours), theirs: ledgerText(theirs) });
  return text === undefined ? undefined : readLedger(text);
};

describe('what two branches collected', () => {
  it('is all known afterwards, in either order of the branches', () => {
    const base = [entry('a', '1'), entry('b', '1'), entry('c', '1')];
    const ours = [entry('a', '2'), entry('b', '1'), entry('d', '1')];
    const theirs = [entry('a', '1'), entry('b', '3'), entry('c', '1'), entry('e', '1')];
    const wanted = [entry('a', '2'), entry('b', '3'), entry('d', '1'), entry('e', '1')];
    assert.deepEqual(merged(base, ours, theirs), wanted);
    assert.deepEqual(merged(base, theirs, ours), wanted);
  });

  it('knows both contents of a piece that both brought anew, and what one gave up and the other renewed', () => {
    assert.deepEqual(merged([entry('a', '1')], [entry('a', '2')], [entry('a', '3')]), [
      entry('a', '2', { former: '3' }),
    ]);
    assert.deepEqual(merged([entry('a', '1')], [], [entry('a', '3')]), [entry('a', '3')]);
    assert.deepEqual(
      mergeLedgers({ base: '', ours: ledgerText([]), theirs: ledgerText([entry('a', '1')]) }),
      ledgerText([entry('a', '1')]),
    );
  });

  it('is left to people where a piece went to two places, an attachment stands twice or a version is no ledger', () => {
    const elsewhere = entry('a', '3', { path: 'preuves/ailleurs.log' });
    assert.equal(merged([entry('a', '1')], [entry('a', '2')], [elsewhere]), undefined);
    assert.equal(merged([], [entry('a', '1'), elsewhere], [entry('b', '1')]), undefined);
    const noEntry = [
      'null',
      '"a"',
      '[]',
      '{}',
      '{ "test": "a" }',
      '{ "test": 1, "preuve": "P", "scenario": "S", "chemin": "a", "sha256": "1" }',
    ];
    const noLedger = [
      '',
      '{',
      '<<<<<<< ours\n{}',
      'null',
      '1',
      '{}',
      '{ "pieces": {} }',
      ...noEntry.map((one) => `{ "pieces": [${one}] }`),
    ];
    for (const text of noLedger)
      assert.equal(mergeLedgers({ base: '', ours: text, theirs: ledgerText([]) }), undefined);
  });

  it('keeps what a run before wrote over, and a piece of a core scenario', () => {
    const core = { slot: { proof: 'C.1.1', scenario: 'C.1' } };
    const base = [entry('a', '1', { former: '0' }), entry('c', '1', core)];
    const ours = [entry('a', '1', { former: '0' }), entry('c', '2', core)];
    assert.deepEqual(merged(base, ours, base), ours);
    const both = [entry('a', '2', { former: '1' })];
    assert.deepEqual(
      merged(base, both, [entry('a', '2', { former: '0' })]),
      both,
      'the same content, whatever it took the place of',
    );
  });
});
