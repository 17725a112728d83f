import assert from 'node:assert/strict';
import { regimeFaults } from './regime-faults';
import { regimes } from './regimes.generated';
import type { Regime } from './regime';

const sound: Regime = {
  id: 'exemple',
  nom: { fr: 'Exemple', en: 'Example' },
  dispositifs: '^EX-',
  etapes: 'inconnues',
  identifiants: [{ exemple: ['K#1', '1:1'], omis: '^K#', suite: String.raw`^:\d+$` }],
};

describe('faults of a pack', () => {
  it('are none in what ships', () => {
    for (const regime of [...regimes, sound]) assert.deepEqual(regimeFaults(regime), [], regime.id);
  });

  it('are expressions that are none or have no end', () => {
    for (const text of [
      '(',
      '(a+)+$',
      '^(a|aa)*$',
      '(?:x|xx){9}y',
      'a*a*a*b',
      String.raw`(a)\1`,
      `^${'a?'.repeat(101)}$`,
      `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
      `^${'(?:a|a)'.repeat(25)}b`,
      `^${'(a)?'.repeat(30)}b`,
      `^${'a{0,99}'.repeat(9)}b`,
      `^${'[ab]??'.repeat(30)}b`,
    ])
      for (const pack of [
        { ...sound, dispositifs: text },
        { ...sound, vague: text },
        { ...sound, identifiants: [{ exemple: ['A', 'A.1'] as const, suite: text }] },
      ])
        assert.equal(regimeFaults(pack).length, 1, text);
    for (const text of [
      String.raw`^[A-Z]{2,4}\.(?=.*[A-Z])`,
      '^(?:AB|CD)[+*]$',
      String.raw`\(\d+\)+`,
      `^(?:${'AB|'.repeat(60)}C)-?\\d+$`,
    ])
      assert.deepEqual(regimeFaults({ ...sound, dispositifs: text }), [], text);
  });

  it('are examples that their own grammar refuses', () => {
    for (const [parent, child] of [
      ['K#1', '2:1'],
      ['K#1', '1-1'],
      ['K#', '1:1'],
    ] as const) {
      const identifiants = [{ exemple: [parent, child] as const, omis: '^K#', suite: String.raw`^:\d+$` }];
      const [fault] = regimeFaults({ ...sound, identifiants });
      assert.deepEqual(fault?.args, { parent, child });
    }
  });
});
