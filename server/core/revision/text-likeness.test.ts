import assert from 'node:assert/strict';
import { scenario, proof } from '../../../test/kit/small-catalogue';
import { scenarioFingerprint } from './scenario-fingerprint';
import { likeness, wordBag } from './text-likeness';

describe('likeness', () => {
  it('is the share of words that two texts have in common, each occurrence counted', () => {
    for (const [one, other, share] of [
      ['un deux', 'un  deux', 1],
      ['Un, deux !', 'deux (un)', 1],
      ['un un deux', 'un trois quatre', 1 / 3],
      ['un', 'deux', 0],
      ['…', '—', 0],
      ['', 'un', 0],
    ] as const)
      assert.equal(likeness(wordBag(one), wordBag(other)), share, `${one} / ${other}`);
  });
});

describe('scenarioFingerprint', () => {
  it('is none of a scenario of which no word is known, whatever its name', () => {
    const bare = scenario('S.01', [proof('S.01.01', [], { expected: ' ' })], { steps: [], name: 'Appel' });
    assert.equal(scenarioFingerprint(bare), undefined);
    const said = scenarioFingerprint({ ...bare, text: 'Appeler.' });
    assert.match(said ?? '', /^[0-9a-f]{8}$/);
    assert.notEqual(said, scenarioFingerprint({ ...bare, text: 'Appeler.', name: 'Autre' }));
  });
});
