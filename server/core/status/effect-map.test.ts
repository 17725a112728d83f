import assert from 'node:assert/strict';
import type { Effect, Finding, Target } from '../findings/finding';
import { EffectMap } from './effect-map';

const found = (target?: Target, effect?: Effect): Finding => ({
  ...{ rule: 'x', severity: 'warning', message: 'x', args: {}, uri: 'file:///a', range: { start: 0, end: 1 } },
  ...(effect ? { effect } : {}),
  ...(target ? { target } : {}),
});

describe('effects of findings', () => {
  it('weigh on the smallest thing that they are about, and on nothing where they are about nothing', () => {
    const map = new EffectMap([
      found({ requirement: 'R', scenario: 'S', proof: 'P' }, 'review'),
      found({ requirement: 'R2', scenario: 'S2' }, 'incomplete'),
      found({ requirement: 'R3' }, 'review'),
      found({ requirement: 'R4' }),
      found(undefined, 'incomplete'),
    ]);
    assert.deepEqual(
      [map.onProof('S', 'P'), map.onScenario('S'), map.onRequirement('R')],
      ['review', undefined, undefined],
    );
    assert.deepEqual([map.onScenario('S2'), map.onRequirement('R2')], ['incomplete', undefined]);
    assert.deepEqual([map.onRequirement('R3'), map.onRequirement('R4')], ['review', undefined]);
    assert.equal(new EffectMap([]).onProof('S', 'P'), undefined);
  });

  it('are the heaviest of all, in whatever order they are found', () => {
    const target = { scenario: 'S', proof: 'P' };
    for (const effects of [
      ['review', 'incomplete'],
      ['incomplete', 'review'],
    ] as const)
      assert.equal(new EffectMap(effects.map((one) => found(target, one))).onProof('S', 'P'), 'incomplete');
  });

  it('are one text for a scenario: the same for the same effects, another for any other', () => {
    const [p, q] = [
      { scenario: 'S', proof: 'P' },
      { scenario: 'S', proof: 'Q' },
    ];
    const text = (...findings: readonly Finding[]) => new EffectMap(findings).textOfScenario('S');
    assert.equal(text(), '');
    assert.equal(text(found({ scenario: 'T', proof: 'P' }, 'review')), '');
    assert.equal(text(found(p, 'review'), found(q, 'review')), text(found(q, 'review'), found(p, 'review')));
    const texts = [
      text(found({ scenario: 'S' }, 'review')),
      text(found({ scenario: 'S' }, 'incomplete')),
      text(found(p, 'review')),
      text(found(p, 'incomplete')),
      text(found(q, 'review')),
      text(found(p, 'review'), found(q, 'review')),
      text(found({ scenario: 'S' }, 'review'), found(p, 'review')),
    ];
    assert.equal(new Set(['', ...texts]).size, texts.length + 1);
  });
});
