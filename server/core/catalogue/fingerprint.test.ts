import assert from 'node:assert/strict';
import type { Scenario } from './catalogue';
import { fingerprint, fnv1a, normaliseText } from './fingerprint';

describe('fingerprint', () => {
  const scenario = (text: string, steps: string[], proofs: string[]): Scenario => ({
    id: 'A.01.01',
    text,
    steps: steps.map((step) => ({ text: step, covers: [] })),
    covers: ['A.01'],
    profiles: [],
    mode: 'tous',
    mandatory: true,
    proofs: proofs.map((expected, index) => ({ id: `A.01.01.0${index + 1}`, expected, types: [], testCases: [] })),
  });
  const of = (text: string, ...scenarios: Scenario[]): string => fingerprint({ text, scenarios }) ?? '';

  it('is FNV-1a, 32 bits, over UTF-8', () => {
    // Vectors published with the algorithm.
    assert.equal(fnv1a(''), 0x811c9dc5);
    assert.equal(fnv1a('a'), 0xe40c292c);
    assert.equal(fnv1a('foobar'), 0xbf9cf968);
    // Same bytes through the platform's encoder.
    for (const text of ['é', '€ et 𝄞', 'Identité « INS »\u2026']) {
      let expected = 0x811c9dc5;
      for (const byte of new TextEncoder().encode(text)) expected = Math.imul(expected ^ byte, 0x01000193) >>> 0;
      assert.equal(fnv1a(text), expected);
    }
  });

  it('keeps its published values', () => {
    // A change here would mark every accepted proof of every user as to be reviewed.
    assert.equal(of('Le système DOIT tracer les accès.'), 'f1c962ce');
    assert.equal(of('Texte', scenario('', ['Ouvrir', 'Montrer'], ['Vidéo'])), '9ab609cd');
  });

  it('is absent when the statement is not known', () => {
    assert.equal(fingerprint({ scenarios: [scenario('x', [], [])] }), undefined);
  });

  it('ignores what a spreadsheet or an editor changes without changing words', () => {
    const plain = of('Le système\n  DOIT', scenario('été', [], []));
    assert.equal(of(' Le système DOIT_x000D_\r\n', scenario('e\u0301te\u0301', [], [])), plain);
    assert.equal(normaliseText('a\u00a0b\u200b\tc'), 'a b c');
  });

  it('changes with the statement, a step, a proof, their order, or a word moved across a border', () => {
    const all = [
      of('A b', scenario('', ['c', 'd'], ['e'])),
      of('A', scenario('b', ['c', 'd'], ['e'])),
      of('A b', scenario('', ['d', 'c'], ['e'])),
      of('A b', scenario('', ['c'], ['d', 'e'])),
      of('A b', scenario('', ['c', 'd'], [])),
      of('A b', scenario('', ['c', 'd'], ['f'])),
      of('A b', scenario('', ['c'], []), scenario('', ['d'], ['e'])),
    ];
    assert.equal(new Set(all).size, all.length);
  });

  it('takes half a character for a lost one', () => {
    assert.equal(fnv1a('a\ud800b'), fnv1a('a\ufffdb'));
    assert.notEqual(fnv1a('𝄞'), fnv1a('\ufffd'));
  });

  it('does not depend on ids', () => {
    const first = scenario('t', ['s'], ['p']);
    const renamed = { ...first, id: 'B.02.01', proofs: first.proofs.map((proof) => ({ ...proof, id: 'B.02.01.09' })) };
    assert.equal(of('T', first), of('T', renamed));
  });
});
