import assert from 'node:assert/strict';
import { shippedRegimes } from '../regimes/regime-rules';
import { followsId, freeId, looksLikeId, ReferenceResolver } from './requirement-id';

describe('ids of workbooks', () => {
  it('tells ids from words', () => {
    for (const id of ['INS/va1.56', 'SC.SSI/GEN.02 BIS', 'EXI EDC PSC 102', 'DB.VI_SO.04', 'ORDN/CONF.01p'])
      assert.ok(looksLikeId(id), id);
    for (const text of ['Sécurité', '2023-03-15', 'Voir la notice page 3 du guide', '', 'Total : 12'])
      assert.ok(!looksLikeId(text), text);
  });

  it('knows what follows an id', () => {
    assert.ok(followsId('PSC.01.02', 'SC.PSC.01', shippedRegimes));
    assert.ok(followsId('LGC.DMP/UX.10.01', 'LGC.DMP/UX.10', shippedRegimes));
    assert.ok(followsId('DMP/UX.10.01', 'LGC.DMP/UX.10', shippedRegimes));
    assert.ok(followsId('INS/va1.44.01.01', 'INS/va1.44', shippedRegimes));
    for (const [parent, child] of [
      ...shippedRegimes.grammars.map(({ example }) => example),
      ['INS 1.1', 'INS 1.1.1'],
      ['A-2', 'A-2-b'],
    ] as const)
      assert.ok(followsId(child, parent, shippedRegimes), `${parent} → ${child}`);
    assert.ok(followsId('INS 1a', 'INS 1', shippedRegimes));
    assert.ok(!followsId('INS 12', 'INS 1', shippedRegimes));
    assert.ok(!followsId('INS/va1.44', 'INS/va1.4', shippedRegimes));
    assert.ok(!followsId('DMP 1.1', 'INS 1', shippedRegimes));
    assert.ok(!followsId('DMP/HISTO.04', 'DMP/HISTO.04', shippedRegimes));
  });

  it('makes ids that are free', () => {
    assert.equal(freeId('PSC.01', 1, new Set(['PSC.01.01', 'PSC.01.02'])), 'PSC.01.03');
  });

  it('finds the requirement that a step cites', () => {
    const ids = ['DB.CO.48', 'DB/DPI.03', 'DB.VI-CO.11', 'DB/VI-CO.11', 'DB.VI_SO.04'];
    const references = new ReferenceResolver(ids.map((id) => ({ id })));
    assert.deepEqual(references.resolve('DB/CO.48'), ['DB.CO.48']);
    assert.deepEqual(references.resolve('SC.DB/DPI.03'), ['DB/DPI.03']);
    assert.deepEqual(references.resolve('DB.VI-CO.11'), ['DB.VI-CO.11']);
    assert.deepEqual(references.resolve('DB.VI-SO.04'), ['DB.VI_SO.04']);
    assert.deepEqual(references.resolve('DB.CO.49'), []);
    assert.deepEqual(references.resolve('db vi-co.11'), []);
  });

  it('takes all the requirements of an id that is printed twice to be cited', () => {
    const references = new ReferenceResolver([
      { id: 'DB.CO.48~general', printedId: 'DB.CO.48' },
      { id: 'DB.CO.48~medecin', printedId: 'DB.CO.48' },
    ]);
    assert.deepEqual(references.resolve('DB/CO.48'), ['DB.CO.48~general', 'DB.CO.48~medecin']);
  });
});
