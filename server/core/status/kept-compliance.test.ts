import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue } from '../catalogue/catalogue';
import type { Entry, ResolvedRequirement } from '../dossier/dossier';
import type { Finding, Target } from '../findings/finding';
import { compliance, type Compliance, type ComplianceInput } from './compliance';
import { EffectMap } from './effect-map';
import { KeptCompliance } from './kept-compliance';

const one = requirement('A.01', [scenario('A.01.01', [proof('A.01.01.01')])], { chapter: 'C' });
const two = requirement('A.02', [scenario('A.02.01', [proof('A.02.01.01')])], { chapter: 'C', profiles: ['IAM'] });
const core = scenario('S.01', [proof('S.01.01')], { covers: ['A.03'] });
const covered = requirement('A.03', [], { chapter: 'C' });
const catalogue: Catalogue = {
  ...smallCatalogue,
  ...{ chapters: [{ name: 'C' }], requirements: [one, two, covered], coreScenarios: [core] },
};
const given = (id: string) =>
  `  ${id}: { scenarios: { ${id}.01: { preuves: { ${id}.01.01: [ { execution: 1 } ] } } } }\n`;
const review = (target: Target): Finding => ({
  ...{ rule: 'x', severity: 'warning', message: 'x', args: {}, uri: mainUri, range: { start: 0, end: 1 } },
  ...{ effect: 'review', target },
});

async function stateOf(body: string, more: Partial<ComplianceInput> = {}): Promise<ComplianceInput> {
  const { dossier, context } = (await analyse([], { main: manifest(body), catalogue })).analysis;
  assert.ok(dossier.catalogue.kind === 'loaded');
  const { requirements, coreScenarios } = dossier;
  const { profiles } = context;
  const effects = new EffectMap([]);
  return { catalogue, index: dossier.catalogue.index, profiles, requirements, coreScenarios, effects, ...more };
}

/** What is said after each of these in turn, beside what is said of the last alone. */
function inTurn(...inputs: readonly ComplianceInput[]): { readonly kept: Compliance; readonly fresh: Compliance } {
  const memory = new KeptCompliance();
  const [last] = inputs.slice(-1);
  assert.ok(last);
  for (const input of inputs.slice(0, -1)) compliance(input, memory);
  return { kept: compliance(last, memory), fresh: compliance(last) };
}
const stateIn = (state: Compliance, id: string) =>
  state.chapters.flatMap(({ requirements }) => requirements).find((held) => held.requirement.id === id);

describe('what is kept of a state', () => {
  it('is the state itself where nothing changed', async () => {
    const input = await stateOf(`exigences:\n${given('A.01')}`);
    const memory = new KeptCompliance();
    const before = compliance(input, memory);
    const after = compliance({ ...input }, memory);
    for (const id of ['A.01', 'A.02', 'A.03']) assert.equal(stateIn(after, id), stateIn(before, id));
  });

  it('never outlives what it rests on: entries, their number, profiles, effects, what covers it', async () => {
    const body = `exigences:\n${given('A.01')}scenarios:\n  S.01: { preuves: { S.01.01: [ { execution: 1 } ] } }\n`;
    const full = await stateOf(body);
    const [entry] = full.requirements;
    assert.ok(entry);
    const aside = await stateOf('exigences:\n  A.01: { non_applicable: { justification: x } }\n');
    const [other] = aside.requirements;
    assert.ok(other);
    const changes: readonly Partial<ComplianceInput>[] = [
      { requirements: [] },
      { requirements: [other] },
      { requirements: [entry, other] },
      { requirements: [other, entry] },
      { profiles: new Set(['IAM']) },
      { coreScenarios: [] },
      { effects: new EffectMap([review({ requirement: 'A.01' })]) },
      { effects: new EffectMap([review({ scenario: 'A.01.01' })]) },
      { effects: new EffectMap([review({ scenario: 'A.01.01', proof: 'A.01.01.01' })]) },
      { effects: new EffectMap([review({ scenario: 'S.01', proof: 'S.01.01' })]) },
    ];
    for (const change of changes) {
      const changed = { ...full, ...change };
      for (const turns of [
        [full, changed],
        [changed, full],
        [full, changed, full],
      ]) {
        const { kept, fresh } = inTurn(...turns);
        assert.deepEqual(kept, fresh, JSON.stringify(Object.keys(change)));
      }
      assert.notDeepEqual(compliance(changed), compliance(full), JSON.stringify(Object.keys(change)));
    }
  });

  it('follows an entry that only stands elsewhere, with all that is under it', async () => {
    const input = await stateOf(`exigences:\n${given('A.01')}`);
    const [entry] = input.requirements;
    assert.ok(entry);
    const moved = (more: Partial<Entry<ResolvedRequirement>>) => ({ ...input, requirements: [{ ...entry, ...more }] });
    for (const place of [{ base: entry.base + 7 }, { uri: 'file:///dossier/b.preuves.yaml' }]) {
      const { kept, fresh } = inTurn(input, moved(place));
      assert.deepEqual(kept, fresh);
      const state = stateIn(kept, 'A.01');
      const shown = [state?.entries[0], state?.scenarios[0]?.entry, state?.scenarios[0]?.proofs[0]?.entry];
      for (const one of shown)
        assert.deepEqual({ uri: one?.uri, base: one?.base, ...place }, { uri: one?.uri, base: one?.base });
    }
    // Two entries about the same: each keeps its own place.
    const both = (shift: number) => ({
      ...input,
      requirements: [entry, { ...entry, base: entry.base + shift }],
    });
    const { kept, fresh } = inTurn(both(50), both(80));
    assert.deepEqual(kept, fresh);
  });
});
