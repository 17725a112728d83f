import assert from 'node:assert/strict';
import { looseId, normaliseId } from './identifiers';

describe('identifiers', () => {
  it('have one form whatever the case, base prefix and way of writing suffixes', () => {
    assert.equal(normaliseId('sc.psc.01'), 'PSC.01');
    assert.equal(normaliseId(' SC.INS/va1.72 '), 'INS/VA1.72');
    for (const written of ['SC.SSI/GEN.02 BIS', 'SSI/GEN.02.BIS', 'ssi/gen.02bis']) {
      assert.equal(normaliseId(written), 'SSI/GEN.02.BIS');
    }
    assert.equal(normaliseId('SC.DMP/UX.14.TER'), 'DMP/UX.14.TER');
    assert.equal(normaliseId('SSI/GEN.02 BIS.01'), 'SSI/GEN.02.BIS.01');
    assert.equal(normaliseId('DB.VI_SO.07'), normaliseId('DB.VI-SO.07'));
  });

  it('keep what belongs to the id', () => {
    assert.equal(normaliseId('LGC.DMP/UX.10'), 'LGC.DMP/UX.10');
    assert.equal(normaliseId('ORDN/CONF.01p'), 'ORDN/CONF.01P');
    assert.equal(normaliseId('SCN_DB/CO.01'), 'SCN-DB/CO.01');
    assert.equal(normaliseId('SC.01'), 'SC.01');
    assert.equal(normaliseId('EXI  EDC PSC 102'), 'EXI EDC PSC 102');
  });

  it('lose the DRIMbox prefix in the loose form only', () => {
    assert.equal(looseId('DB.CO.48'), 'CO.48');
    assert.equal(looseId('DB/SO.39'), 'SO.39');
    assert.equal(looseId('SC.DB/DPI.03'), 'DPI.03');
    assert.equal(looseId('DB.01'), 'DB.01');
  });
});
