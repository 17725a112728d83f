import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../test/kit/small-catalogue';
import type { Effect, Finding } from '../../findings/finding';
import { proofKey } from '../../instruction/proof-key';
import { compliance } from '../../status/compliance';
import { EffectMap } from '../../status/effect-map';
import { blockerMessage } from './blocker-words';
import { statusBlockers } from './statuses';

const proofs = [proof('A.01.01.01'), proof('A.01.01.02')];
const own = requirement('A.01', [scenario('A.01.01', proofs)], { chapter: 'C' });
const core = scenario('S.01', [proof('S.01.01')]);
const catalogue = { ...smallCatalogue, chapters: [{ name: 'C' }], requirements: [own], coreScenarios: [core] };
const body = `exigences:
  A.01: { scenarios: { A.01.01: { preuves: { A.01.01.01: [ { execution: 1 } ], A.01.01.02: [ { execution: 2 } ] } } } }
scenarios:
  S.01: { preuves: { S.01.01: [ { execution: 3 } ] } }
`;
const answered = ['A.01.01.01', 'S.01.01'].map((id) => proofKey(id.slice(0, -3), id));

/** What is found of a proof; `asked`: ANS asked to look at it again, which filing settles. */
const found = (effect: Effect, id: string, asked = false): Finding => ({
  ...{ rule: 'x', severity: 'warning', message: 'x', args: {}, uri: mainUri, range: { start: 0, end: 1 }, effect },
  target: { scenario: id.slice(0, -3), proof: id },
  ...(asked ? { settledByFiling: true } : {}),
});

async function said(findings: readonly Finding[], keys?: readonly string[]): Promise<string[]> {
  const { analysis } = await analyse([], { main: manifest(body), catalogue });
  const { dossier, context } = analysis;
  assert.ok(dossier.catalogue.kind === 'loaded');
  const { index } = dossier.catalogue;
  const { requirements, coreScenarios } = dossier;
  const effects = new EffectMap(findings);
  const state = compliance({ catalogue, index, profiles: context.profiles, requirements, coreScenarios, effects });
  const scope = keys ? { proofs: new Set(keys) } : {};
  const blockers = statusBlockers({ ...analysis, findings }, state, scope, new Set());
  return blockers.map((one) => blockerMessage(one, 'fr'));
}
const toReview = 'L’exigence A.01 est à revoir : preuves fournies : 1 sur 2.';

describe('statuses that keep a package back', () => {
  it('are told with the figures of what is there', async () => {
    assert.deepEqual(await said([]), []);
    assert.deepEqual(await said([found('review', 'A.01.01.01')]), [toReview]);
    const [only, ...more] = await said([found('incomplete', 'S.01.01')]);
    assert.match(only ?? '', /S\.01 .*incompl.*: 0 sur 1\.$/);
    assert.deepEqual(more, []);
  });

  it('are settled by an answer where ANS asked to look again, and nowhere but in a package of answers', async () => {
    const asked = [found('review', 'A.01.01.01', true), found('review', 'S.01.01', true)];
    assert.deepEqual(await said(asked, answered), []);
    assert.equal((await said(asked)).length, 2);
  });

  it('are not settled by it where the proof is to review for another reason, or is not whole', async () => {
    const asked = found('review', 'A.01.01.01', true);
    assert.equal((await said([asked, found('review', 'A.01.01.01')], answered)).length, 1);
    assert.equal((await said([asked, found('incomplete', 'A.01.01.01')], answered)).length, 1);
    assert.equal((await said([found('incomplete', 'A.01.01.01', true)], answered)).length, 1);
  });

  it('are not settled by the answer to another proof', async () => {
    const beside = [...answered, proofKey('A.01.01', 'A.01.01.02')];
    assert.deepEqual(await said([found('review', 'A.01.01.01', true), found('review', 'A.01.01.02')], beside), [
      toReview,
    ]);
  });
});
