import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue, Requirement, Scenario } from '../catalogue/catalogue';
import type { Finding, Target } from '../findings/finding';
import { compliance, concernsDossier, type ComplianceInput } from './compliance';
import { EffectMap } from './effect-map';
import { KeptCompliance } from './kept-compliance';

type Found = readonly (readonly [effect: 'review' | 'incomplete', target: Target])[];

const findingsOf = (found: Found): Finding[] =>
  found.map(([effect, target]) => ({
    ...{ rule: 'x', severity: 'warning', message: 'x', args: {}, uri: mainUri, range: { start: 0, end: 1 } },
    ...{ effect, target },
  }));

/** A dossier of its own catalogue, with these effects and no others: no rule runs. */
async function input(requirements: readonly Requirement[], body = '', coreScenarios: readonly Scenario[] = []) {
  const catalogue: Catalogue = { ...smallCatalogue, chapters: [{ name: 'C' }], requirements, coreScenarios };
  const { dossier, context } = (await analyse([], { main: manifest(body), catalogue })).analysis;
  assert.ok(dossier.catalogue.kind === 'loaded');
  return (found: Found = []): ComplianceInput => ({
    catalogue,
    index: dossier.catalogue.kind === 'loaded' ? dossier.catalogue.index : assert.fail(),
    profiles: context.profiles,
    requirements: dossier.requirements,
    coreScenarios: dossier.coreScenarios,
    effects: new EffectMap(findingsOf(found)),
  });
}
const inC = (id: string, scenarios: readonly Scenario[], more: Partial<Requirement> = {}) =>
  requirement(id, scenarios, { chapter: 'C', ...more });
const counts = (more: object) => ({ incomplete: 0, toReview: 0, toProvide: 0, provided: 0, ...more });
const item = '[ { execution: 1 } ]';

describe('compliance', () => {
  it('counts a requirement whose chapter the catalogue does not list', async () => {
    const of = await input([inC('A.01', [scenario('A.01.01', [proof('A.01.01.01')])], { chapter: 'Autre' })]);
    const { status, chapters } = compliance(of());
    assert.equal(status, 'toProvide');
    assert.deepEqual(
      chapters.map(({ name, requirements }) => [name, requirements.map((one) => one.requirement.id)]),
      [
        ['C', []],
        ['Autre', ['A.01']],
      ],
    );
  });

  it('is unknown only where the catalogue asks for nothing at all', async () => {
    const one = scenario('S.01', [proof('S.01.01')]);
    assert.equal(compliance((await input([], '', [one]))()).status, 'toProvide');
    assert.equal(compliance((await input([inC('A.01', [one])]))()).status, 'toProvide');
    assert.equal(compliance((await input([]))()).status, 'unknown');
  });

  it('shows what was begun of a requirement of another profile, and owes nothing for it', async () => {
    const other = inC('A.01', [scenario('A.01.01', [proof('A.01.01.01'), proof('A.01.01.02')])], { profiles: ['IAM'] });
    const begun = `exigences:\n  A.01: { scenarios: { A.01.01: { preuves: { A.01.01.01: ${item} } } } }\n`;
    const stateOf = async (body: string) => compliance((await input([other], body))()).chapters[0]?.requirements[0];
    const state = await stateOf(begun);
    assert.deepEqual([state?.status, state?.counts], ['provided', counts({ provided: 1 })]);
    for (const empty of ['', 'exigences:\n  A.01:\n', 'exigences:\n  A.01: { scenarios: { A.01.01: } }\n']) {
      const unbegun = await stateOf(empty);
      assert.deepEqual([unbegun?.status, unbegun?.counts, unbegun?.scenarios], ['notApplicable', counts({}), []]);
    }
  });

  it('is begun by any entry of a requirement, and any of its scenarios', async () => {
    const other = inC(
      'A.01',
      ['A.01.01', 'A.01.02'].map((id) => scenario(id, [proof(`${id}.01`)])),
      { profiles: ['IAM'] },
    );
    const body = `exigences:\n  A.01: { scenarios: { A.01.01: , A.01.02: { preuves: { A.01.02.01: ${item} } } } }\n  a.01:\n`;
    const [state] = compliance((await input([other], body))()).chapters[0]?.requirements ?? [];
    assert.deepEqual([state?.entries.length, state?.status], [2, 'provided']);
  });

  it('of one that is not asked of this profile is not weighed down by what covers it', async () => {
    const covering = scenario('S.01', [proof('S.01.01')], { covers: ['A.01'] });
    const of = await input([inC('A.01', [], { profiles: ['IAM'] })], '', [covering]);
    const [state] = compliance(of()).chapters[0]?.requirements ?? [];
    assert.deepEqual([state?.status, state?.weighs], ['notApplicable', 'notApplicable']);
  });

  it('counts what is wrong with a scenario that expects no proof', async () => {
    const of = await input([inC('A.01', [scenario('A.01.01', [])])]);
    const [state] = compliance(of([['incomplete', { scenario: 'A.01.01' }]])).chapters[0]?.requirements ?? [];
    assert.deepEqual([state?.status, state?.counts], ['incomplete', counts({ incomplete: 1 })]);
  });

  it('owes the proof that is owed, and none beside it', async () => {
    const named = (id: string) => [proof(`${id}.01`, [], { case: 'CAS 1' }), proof(`${id}.02`, [], { case: 'CAS 2' })];
    const mixed = scenario('A.01.01', [proof('A.01.01.01'), proof('A.01.01.02', [], { condition: 'Si hébergement' })]);
    const of = await input([inC('A.01', [mixed, scenario('A.01.02', named('A.01.02')), scenario('A.01.03', [])])]);
    const [state] = compliance(of()).chapters[0]?.requirements ?? [];
    const scenarios = state?.scenarios.map(({ status, proofs }) => [status, proofs.map((one) => one.status)]);
    assert.deepEqual(scenarios, [
      ['toProvide', ['toProvide', 'nothingExpected']],
      ['toProvide', ['nothingExpected', 'nothingExpected']],
      ['nothingExpected', []],
    ]);
    assert.deepEqual(state?.counts, counts({ toProvide: 2 }));
  });

  it('owes one of the cases of the scenario that has them', async () => {
    const cases = scenario('A.01.01', [
      proof('A.01.01.01', [], { case: 'CAS 1' }),
      proof('A.01.01.02', [], { case: 'CAS 2' }),
    ]);
    const given = `exigences:\n  A.01: { scenarios: { A.01.02: { preuves: { A.01.02.01: ${item} } } } }\n`;
    const of = await input([inC('A.01', [cases, scenario('A.01.02', [proof('A.01.02.01')])])], given);
    const [state] = compliance(of()).chapters[0]?.requirements ?? [];
    assert.deepEqual(
      state?.scenarios.map(({ status }) => status),
      ['toProvide', 'provided'],
    );
  });

  it('reads each core-business scenario from its own entry', async () => {
    const [first, second, third] = ['S.01', 'S.02', 'S.03'].map((id) =>
      scenario(id, [proof(`${id}.01`, [], { case: 'CAS 1' }), proof(`${id}.02`, [], { case: 'CAS 2' })], {
        mandatory: id !== 'S.03',
      }),
    );
    assert.ok(first && second && third);
    const body = `scenarios:\n  S.02: { preuves: { S.02.02: ${item} } }\n`;
    const { coreScenarios, counts: whole } = compliance((await input([], body, [first, second, third]))());
    assert.deepEqual(
      coreScenarios.map(({ scenario: { id }, status, entry }) => [id, status, entry !== undefined]),
      [
        ['S.01', 'toProvide', false],
        ['S.02', 'provided', true],
        ['S.03', 'nothingExpected', false],
      ],
    );
    assert.deepEqual(whole, counts({ toProvide: 1, provided: 1 }));
  });

  it('takes the heaviest of what is wrong with a proof and with what is above it', async () => {
    const body = `exigences:\n  A.01: { scenarios: { A.01.01: { preuves: { A.01.01.01: ${item} } } } }\n`;
    const of = await input([inC('A.01', [scenario('A.01.01', [proof('A.01.01.01')])])], body);
    const at = { requirement: 'A.01', scenario: 'A.01.01', proof: 'A.01.01.01' };
    const statusOf = (found: Found) => compliance(of(found)).status;
    assert.equal(
      statusOf([
        ['incomplete', { requirement: 'A.01' }],
        ['review', at],
      ]),
      'incomplete',
    );
    assert.equal(
      statusOf([
        ['review', { requirement: 'A.01' }],
        ['incomplete', at],
      ]),
      'incomplete',
    );
    assert.equal(statusOf([['review', { requirement: 'A.01' }]]), 'toReview');
    assert.equal(statusOf([]), 'provided');
  });

  it('follows what covers a requirement, and what is found of it, from one edit to the next', async () => {
    const covering = scenario('S.01', [proof('S.01.01')], { covers: ['A.01'] });
    const body = `scenarios:\n  S.01: { preuves: { S.01.01: ${item} } }\n`;
    const of = await input([inC('A.01', [])], body, [covering]);
    const kept = new KeptCompliance();
    const weighs = (found: Found) => compliance(of(found), kept).chapters[0]?.requirements[0]?.weighs;
    const core = { scenario: 'S.01', proof: 'S.01.01' };
    assert.equal(weighs([]), 'provided');
    assert.equal(weighs([['review', core]]), 'toReview');
    assert.equal(weighs([['incomplete', core]]), 'incomplete');
    assert.equal(weighs([]), 'provided');
    assert.equal(weighs([['review', { requirement: 'A.01' }]]), 'toReview');
    assert.equal(weighs([['incomplete', { requirement: 'A.01' }]]), 'incomplete');
  });

  it('shows what other profiles must do, and what was withdrawn, only where the dossier speaks of it', async () => {
    const all = [inC('A.01', [], { profiles: ['IAM'] }), inC('A.02', [], { nature: 'SUPPRIMEE' }), inC('A.03', [])];
    const shown = async (body: string) =>
      compliance((await input(all, body))())
        .chapters.flatMap(({ requirements }) => requirements)
        .filter(concernsDossier)
        .map((one) => one.requirement.id);
    assert.deepEqual(await shown(''), ['A.03']);
    assert.deepEqual(await shown('exigences:\n  A.01:\n  A.02:\n'), ['A.01', 'A.02', 'A.03']);
  });
});
