import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { proofKey } from '../instruction/proof-key';
import { rules } from '../rules/registry';
import type { Compliance } from '../status/compliance';
import { chaptersInScope, concernsScope, coreScenariosInScope, isEmptyScope, type Scope } from './scope';

const body = `exigences:
  SSI/GEN.06:
    non_applicable: { justification: Pas d’hébergement de données. }
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.02: [{ lien: "https://interop.referencement.esante.gouv.fr/gazelle/x?id=1" }]
`;
const ins = 'Identité nationale de santé';
const security = 'Sécurité du système';
const link = proofKey('INS/va1.56.02', 'INS/va1.56.02.02');
const core = proofKey('SCN_DB/CO.01', 'SCN_DB/CO.01.01.01');
const keys = (...proofs: string[]): Scope => ({ proofs: new Set(proofs) });

describe('what a package holds', () => {
  let state: Compliance;
  before(async () => {
    const found = (await analyse(rules, { main: manifest(body) })).analysis.compliance();
    assert.ok(found);
    state = found;
  });

  /** The proofs of each requirement that is held, by id. */
  const held = (scope: Scope) =>
    chaptersInScope(state, scope).map(({ name, status, requirements }) => ({
      name,
      status,
      requirements: requirements.map(({ requirement, scenarios }) => [
        requirement.id,
        scenarios.flatMap(({ proofs }) => proofs.map(({ proof }) => proof.id)),
      ]),
    }));

  it('is everything, where nothing is chosen', () => {
    assert.equal(chaptersInScope(state, {}), state.chapters);
    assert.equal(coreScenariosInScope(state, {}), state.coreScenarios);
  });

  it('is narrowed once, for all who ask', () => {
    const scope = { chapters: [ins], ...keys(link, core) };
    assert.equal(chaptersInScope(state, scope), chaptersInScope(state, scope));
    assert.equal(coreScenariosInScope(state, scope), coreScenariosInScope(state, scope));
    assert.notEqual(chaptersInScope(state, { ...scope, chapters: [security] }), chaptersInScope(state, scope));
  });

  it('is the proofs that are chosen, with nothing around them, and where these stand', () => {
    assert.deepEqual(held(keys(link)), [
      { name: ins, status: 'provided', requirements: [['INS/va1.56', ['INS/va1.56.02.02']]] },
    ]);
    const [requirement] = chaptersInScope(state, keys(link))[0]?.requirements ?? [];
    assert.deepEqual([requirement?.status, requirement?.weighs], ['provided', 'provided']);
    assert.deepEqual(coreScenariosInScope(state, keys(link)), []);
  });

  it('is a requirement that is set aside, whole, where one of its proofs is chosen', () => {
    const aside = keys(proofKey('SSI/GEN.06.01', 'SSI/GEN.06.01.01'));
    assert.deepEqual(held(aside), [{ name: security, status: 'notApplicable', requirements: [['SSI/GEN.06', []]] }]);
  });

  it('is a core-business scenario with any chapter that it covers, or by its own proofs', () => {
    const ids = (scope: Scope) => coreScenariosInScope(state, scope).map(({ scenario }) => scenario.id);
    assert.deepEqual(ids({ chapters: [ins] }), []);
    assert.deepEqual(ids({ chapters: ['DRIMbox'] }), ['SCN_DB/CO.01']);
    assert.deepEqual(ids(keys(core)), ['SCN_DB/CO.01']);
    assert.deepEqual(ids({ chapters: [ins], ...keys(core) }), []);
  });

  it('is nothing, where neither a chapter nor a core-business scenario is left', () => {
    assert.equal(isEmptyScope(state, {}), false);
    assert.equal(isEmptyScope(state, keys()), true);
    assert.equal(isEmptyScope(state, keys('inconnu\ninconnu')), true);
    assert.equal(isEmptyScope(state, keys(link)), false);
    assert.equal(isEmptyScope(state, keys(core)), false);
    assert.equal(isEmptyScope(state, { chapters: ['Inconnu'] }), true);
    assert.equal(isEmptyScope(state, { chapters: [security], ...keys(link) }), true);
  });

  describe('is what findings are about', () => {
    const concerns = (scope: Scope) => concernsScope(state, scope);

    it('that stand at the dossier, or at anything where all is filed', () => {
      for (const scope of [{}, { chapters: [ins] }, keys(link)]) assert.ok(concerns(scope)(undefined));
      for (const scope of [{}, { chapters: [ins] }, keys(link)]) assert.ok(concerns(scope)({ path: 'a.png' }));
      assert.ok(concerns({})({ requirement: 'AUTRE.01' }));
    });

    it('that stand at a requirement of a chosen chapter, or at several of which one is', () => {
      const ofIns = concerns({ chapters: [ins] });
      assert.ok(ofIns({ requirement: 'INS/va1.56' }));
      assert.ok(!ofIns({ requirement: 'SSI/GEN.06' }));
      assert.ok(!ofIns({ requirement: 'AUTRE.01' }));
      assert.ok(ofIns({ requirements: ['SSI/GEN.06', 'INS/va1.56'] }));
      assert.ok(!ofIns({ requirements: ['SSI/GEN.06', 'SSI/GEN.07'] }));
      // One requirement that is named says more than a list.
      assert.ok(!ofIns({ requirement: 'SSI/GEN.06', requirements: ['INS/va1.56'] }));
      assert.ok(ofIns({ requirement: 'INS/va1.56', scenario: 'INS/va1.56.01', proof: 'INS/va1.56.01.01' }));
    });

    it('that stand at a chosen proof, its scenario or its requirement, and at none beside it', () => {
      const requirement = 'INS/va1.56';
      const answer = concerns(keys(link));
      assert.ok(answer({ requirement }));
      assert.ok(answer({ requirement, scenario: 'INS/va1.56.02' }));
      assert.ok(answer({ requirement, scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.02' }));
      assert.ok(!answer({ requirement, scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.01' }));
      assert.ok(!answer({ requirement, scenario: 'INS/va1.56.01' }));
      assert.ok(!answer({ requirement, scenario: 'INS/va1.56.01', proof: 'INS/va1.56.01.01' }));
      assert.ok(!answer({ requirement: 'SSI/GEN.06' }));
      assert.ok(concerns(keys(core))({ scenario: 'SCN_DB/CO.01', proof: 'SCN_DB/CO.01.01.01' }));
      assert.ok(!answer({ scenario: 'SCN_DB/CO.01', proof: 'SCN_DB/CO.01.01.01' }));
    });
  });
});
