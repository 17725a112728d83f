import fc from 'fast-check';
import assert from 'node:assert/strict';
import { proof } from '../../../test/kit/small-catalogue';
import type { EvidenceItem } from '../manifest/facts';
import type { Entry, ResolvedScenario } from './dossier';
import { SharedEvidence, type SharedKind } from './shared-evidence';

const kinds: readonly SharedKind[] = ['link', 'execution', 'content', 'name'];
const at = <T>(value: T, start = 0) => ({ value, range: { start, end: start + 1 } });
const range = { start: 0, end: 1 };

function entry(items: readonly Omit<EvidenceItem, 'range'>[], testCases: readonly string[] = []): ResolvedScenario {
  const evidence = items.map((item, index) => ({ ...item, range: { start: 10 * index, end: 10 * index + 5 } }));
  const expected = proof('X.01.01', [], { testCases });
  return {
    facts: { kind: 'scenario', id: at('X.01'), proofs: [], range },
    scenario: undefined,
    parent: undefined,
    core: true,
    proofs: [
      { facts: { id: at('X.01.01'), evidence, range }, proof: expected, scenario: undefined, parent: undefined },
    ],
  };
}

const placed = (values: readonly ResolvedScenario[]): Entry<ResolvedScenario>[] =>
  values.map((value, index) => ({ uri: 'file:///main.preuves.yaml', base: 100 * index, value }));

/** What is shared, by place. */
function seen(shared: SharedEvidence): unknown {
  return kinds.map((kind) =>
    shared.mixed(kind).map((group) => group.map(({ base, item, variant }) => [base, item.range.start, variant])),
  );
}

/** Entries that share in every way, with few values. */
const pool = [
  entry([{ link: at('https://a.fr/1') }], ['A']),
  entry([{ link: at('https://a.fr/1') }], ['B']),
  entry([{ execution: at('12') }, { execution: at('012'), testCase: at('C') }], ['A']),
  entry([{ execution: at('12') }]),
  entry([{ file: at('a.png'), sha256: at('1'.repeat(64)) }]),
  entry([{ file: at('b.png'), sha256: at('1'.repeat(64)) }, { file: at('A.png') }]),
  entry([{ file: at('../a.png') }, { declaration: at('./a.png') }]),
  entry([]),
];

describe('shared evidence', () => {
  it('groups what is the same and differs in what it should not', () => {
    const shared = new SharedEvidence();
    shared.update(placed(pool));
    const sizes = kinds.map((kind) => shared.mixed(kind).map(({ length }) => length));
    assert.deepEqual(sizes, [[2], [2], [2], [3]]);
  });

  it('is the same after edits as from the start', () => {
    const entries = fc.array(fc.constantFrom(...pool), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 6 }), (versions) => {
        const kept = new SharedEvidence();
        for (const values of versions) {
          kept.update(placed(values));
          const fresh = new SharedEvidence();
          fresh.update(placed(values));
          assert.deepEqual(seen(kept), seen(fresh));
        }
      }),
      { seed: 20261215 },
    );
  });
});
