import assert from 'node:assert/strict';
import { proof, requirement, scenario } from '../../../test/kit/small-catalogue';
import type { Scenario } from '../catalogue/catalogue';
import { owedFor, owedForScenario, type Owed } from './expectation';

/** What is owed, by ids: `P` for a proof, `one of P Q` for cases, `one scenario of S T` for modalities. */
const said = (owed: readonly Owed[]): string[] =>
  owed.map((one) => {
    if (one.kind === 'proof') return one.proof.id;
    if (one.kind === 'oneProofOf') return `one of ${one.proofs.map(({ id }) => id).join(' ')}`;
    return `one scenario of ${one.scenarios.map(({ id }) => id).join(' ')}`;
  });
const owed = (one: Scenario, ...given: string[]): string[] =>
  said(owedForScenario(one, ({ id }) => given.includes(id)));

describe('what is owed for a scenario', () => {
  it('is every plain proof without evidence', () => {
    const plain = scenario('S', [proof('A'), proof('B')]);
    assert.deepEqual(owed(plain), ['A', 'B']);
    assert.deepEqual(owed(plain, 'A'), ['B']);
    assert.deepEqual(owed(plain, 'A', 'B'), []);
  });

  it('names the scenario it is owed for', () => {
    const one = scenario('S', [proof('A')]);
    assert.deepEqual(
      owedForScenario(one, () => false),
      [{ kind: 'proof', scenario: one, proof: one.proofs[0] }],
    );
  });

  it('is nothing for what depends on a condition beside a plain proof, even where a case is named', () => {
    const mixed = scenario('S', [proof('A'), proof('B', [], { condition: 'Si hébergement', case: 'CAS 1' })]);
    assert.deepEqual(owed(mixed, 'A'), []);
  });

  describe('whose proofs go by case', () => {
    const cases = scenario('S', [
      proof('A1', [], { case: 'CAS 1' }),
      proof('A2', [], { case: 'CAS 1' }),
      proof('B1', [], { case: 'CAS 2' }),
    ]);

    it('is one of them all while no case is begun', () => {
      assert.deepEqual(owed(cases), ['one of A1 A2 B1']);
    });

    it('is the rest of the case that was begun, the first one if there are several', () => {
      assert.deepEqual(owed(cases, 'A1'), ['A2']);
      assert.deepEqual(owed(cases, 'A2'), ['A1']);
      const both = scenario('S', [...cases.proofs, proof('B2', [], { case: 'CAS 2' })]);
      assert.deepEqual(owed(both, 'A1', 'B1'), ['A2']);
    });

    it('is nothing once one case is whole, whatever was begun of another', () => {
      assert.deepEqual(owed(cases, 'B1'), []);
      assert.deepEqual(owed(cases, 'A1', 'B1'), []);
      assert.deepEqual(owed(cases, 'A1', 'A2'), []);
    });

    it('is the proof itself where the only case has one', () => {
      assert.deepEqual(owed(scenario('S', [proof('A', [], { case: 'CAS 1' })])), ['A']);
      assert.deepEqual(owed(scenario('S', [proof('A', [], { dependsOnCase: true })])), ['A']);
    });

    it('is one proof where the cases have no name, and each stands for itself', () => {
      const unnamed = scenario('S', [proof('A', [], { dependsOnCase: true }), proof('B', [], { dependsOnCase: true })]);
      assert.deepEqual(owed(unnamed), ['one of A B']);
      assert.deepEqual(owed(unnamed, 'B'), []);
    });

    it('is more than the plain proofs where a case is named, and not where none is', () => {
      const named = scenario('S', [proof('P'), proof('A', [], { case: 'CAS 1' }), proof('B', [], { case: 'CAS 2' })]);
      assert.deepEqual(owed(named), ['P', 'one of A B']);
      assert.deepEqual(owed(named, 'P'), ['one of A B']);
      const unnamed = scenario('S', [proof('P'), proof('A', [], { dependsOnCase: true })]);
      assert.deepEqual(owed(unnamed), ['P']);
      const some = scenario('S', [
        proof('P'),
        proof('A', [], { case: 'CAS 1' }),
        proof('B', [], { dependsOnCase: true }),
      ]);
      assert.deepEqual(owed(some, 'P'), ['one of A B']);
    });
  });
});

describe('what is owed for a requirement', () => {
  const either = { mode: 'au_moins_un' } as const;
  const one = requirement('R', [
    scenario('S', [proof('S1'), proof('S2')], either),
    scenario('T', [proof('T1')], either),
    scenario('U', [proof('U1')]),
  ]);
  const of = (given: readonly string[], aside: readonly string[] = []) =>
    said(
      owedFor(
        one,
        ({ id }) => given.includes(id),
        ({ id }) => aside.includes(id),
      ),
    );

  it('is one of its modalities, and all that always counts', () => {
    assert.deepEqual(of([]), ['one scenario of S T', 'U1']);
    assert.deepEqual(of(['U1']), ['one scenario of S T']);
  });

  it('is the rest of a modality that was begun by any of its proofs', () => {
    assert.deepEqual(of(['S1', 'U1']), ['S2']);
    assert.deepEqual(of(['S2', 'U1']), ['S1']);
    assert.deepEqual(of(['T1', 'U1']), []);
  });

  it('offers no modality that was set aside, nor one without proofs', () => {
    assert.deepEqual(of(['U1'], ['S']), ['one scenario of T']);
    assert.deepEqual(of(['U1'], ['S', 'T']), []);
    const empty = requirement('R', [scenario('S', [], either), scenario('T', [proof('T1')], either)]);
    assert.deepEqual(said(owedFor(empty, () => false)), ['one scenario of T']);
  });
});
