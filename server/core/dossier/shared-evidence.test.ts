import fc from 'fast-check';
import assert from 'node:assert/strict';
import { proof } from '../../../test/kit/small-catalogue';
import type { EvidenceItem } from '../manifest/facts';
import type { ResolvedScenario } from './dossier';
import type { EntryPage, PlacedPage } from './entry-pages';
import { EntryPlaces } from './entry-places';
import { SharedEvidence, type SharedKind } from './shared-evidence';

const kinds: readonly SharedKind[] = ['link', 'execution', 'content', 'name', 'date', 'version'];
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

/** The same entries make the same page, as they do while no edit touches them. */
const pages = new Map<string, EntryPage>();

function pageOf(values: readonly ResolvedScenario[]): EntryPage {
  const key = values.map((value) => pool.indexOf(value)).join();
  let page = pages.get(key);
  if (!page) {
    page = { requirements: [], coreScenarios: values.map((value, index) => ({ base: 100 * index, value })) };
    pages.set(key, page);
  }
  return page;
}

function placed(parts: readonly (readonly ResolvedScenario[])[]): PlacedPage[] {
  let start = 0;
  return parts.map((values) => {
    const page = { uri: 'file:///main.preuves.yaml', start, page: pageOf(values) };
    start += 100 * values.length;
    return page;
  });
}

/** What is shared among the entries of some pages, looked at after other pages. */
function sharedAfter(...versions: readonly (readonly (readonly ResolvedScenario[])[])[]): SharedEvidence {
  const places = new EntryPlaces();
  const shared = new SharedEvidence(places);
  for (const version of versions) shared.update(places.update(placed(version)));
  return shared;
}

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
  entry([
    { file: at('c.png'), date: at('2026-11-02'), version: at('1.0') },
    { file: at('c.png'), date: at(' ') },
  ]),
  entry([{ file: at('./c.png'), date: at('2026-11-03'), version: at('1.1') }]),
  entry([]),
];

describe('shared evidence', () => {
  it('groups what is the same and differs in what it should not', () => {
    const shared = sharedAfter([pool]);
    const sizes = kinds.map((kind) => shared.mixed(kind).map(({ length }) => length));
    assert.deepEqual(sizes, [[2], [2], [2], [3], [2], [2]]);
  });

  it('is the same after edits as from the start', () => {
    const version = fc
      .tuple(fc.shuffledSubarray(pool), fc.integer({ min: 1, max: 4 }))
      .map(([values, size]) => values.flatMap((_, at) => (at % size === 0 ? [values.slice(at, at + size)] : [])));
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 6 }), (versions) => {
        for (const [index] of versions.entries()) {
          const upTo = versions.slice(0, index + 1);
          assert.deepEqual(seen(sharedAfter(...upTo)), seen(sharedAfter(...upTo.slice(-1))));
        }
      }),
      { seed: 20261215 },
    );
  });
});
