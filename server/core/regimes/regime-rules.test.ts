import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Regime } from './regime';
import { longestId, regimeRules, regimesWith, shippedRegimes } from './regime-rules';
import { regimes } from './regimes.generated';
import { followsId } from '../workbook/requirement-id';
import { readNature } from '../workbook/vocabulary';

/** A regime that nobody has: a pack as a person writes it, and no line of code. */
const madeUp = parse(readFileSync(join('test', 'fixtures', 'regimes', 'invente', 'regime.yaml'), 'utf8')) as Regime;

describe('regimes as data', () => {
  const rules = regimeRules([...regimes, madeUp]);

  it('take ids of a regime that is data alone, and leave those of the others as they are', () => {
    for (const [parent, child] of [
      ...rules.grammars.map(({ example }) => example),
      ['K#7', '7:3'],
      ['K#12', '12:1'],
    ] as const)
      assert.ok(followsId(child, parent, rules), `${parent} → ${child}`);
    assert.ok(!followsId('7:3', 'K#7', shippedRegimes));
    assert.ok(!followsId('70:3', 'K#7', rules));
    assert.ok(followsId('PSC.01.02', 'SC.PSC.01', rules));
  });

  it('take its words, its platforms, its dispositifs and their waves', () => {
    assert.equal(readNature('Impératif', rules), 'EXIGENCE');
    assert.equal(readNature('Impératif', shippedRegimes), undefined);
    assert.equal(readNature('Préconisation', rules), 'PRECONISATION');
    assert.equal(rules.platforms.get('essais.invente.example'), 'free-tests');
    assert.deepEqual([rules.regimeOf('INV-ABC-T3')?.id, rules.waveOf('INV-ABC-T3')], ['invente', 3]);
    assert.equal(shippedRegimes.regimeOf('INV-ABC-T3'), undefined);
    const loose = regimeRules([{ ...madeUp, vague: '-T(.*)$' }]);
    assert.deepEqual(
      ['INV-T3', 'INV-Trois', 'INV-T', 'INV-T1e9'].map((id) => loose.waveOf(id)),
      [3, undefined, undefined, undefined],
    );
  });

  it('ask no expression of what is too long for an id, and tell the platforms of all where no dispositif is known', () => {
    const id = (length: number) => `INV-${'A'.repeat(length - 4)}`;
    const loose = regimeRules([{ ...madeUp, dispositifs: '^INV-' }]);
    assert.deepEqual(
      [id(longestId), id(longestId + 1)].map((one) => loose.regimeOf(one)?.id),
      [madeUp.id, undefined],
    );
    assert.equal(rules.platformsOf(undefined), rules.platforms);
    assert.equal(rules.platformsOf('MES'), rules.platforms);
    assert.deepEqual(
      [...rules.platformsOf('INV-ABC-T3').keys()].sort(),
      madeUp.plateformes?.map(({ hote }) => hote).sort(),
    );
  });

  it('of a team come first, and stand in the place of those of their id', () => {
    assert.equal(regimesWith([]), shippedRegimes);
    const own = regimesWith([{ ...madeUp, id: 'segur' }]);
    assert.equal(own.regimeOf('MDV-LGC-Va2'), undefined);
    assert.deepEqual([own.regimeOf('INV-ABC-T3')?.id, own.regimeOf('DMN')?.id], ['segur', 'dmn']);
  });

  it('know Ségur and DMN, and claim no dispositif that is of neither', () => {
    assert.deepEqual(
      ['MDV-LGC-Va2', 'SAS-AGENDA', 'DMN', 'DMN-TLS', 'MES', 'DMNX', ''].map((id) => shippedRegimes.regimeOf(id)?.id),
      ['segur', 'segur', 'dmn', 'dmn', undefined, undefined, undefined],
    );
    assert.deepEqual([shippedRegimes.waveOf('IMG-DB-Va2'), shippedRegimes.waveOf('DMN')], [2, undefined]);
  });
});
