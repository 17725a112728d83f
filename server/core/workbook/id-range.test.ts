import assert from 'node:assert/strict';
import { holdsSeveralIds, idRange } from './id-range';

describe('idRange', () => {
  it('finds the ids between two ends', () => {
    const three = { ids: ['INS/va1.53.01.01', 'INS/va1.53.01.02', 'INS/va1.53.01.03'] };
    for (const cell of [
      'INS/va1.53.01.01 à INS/va1.53.01.03',
      'INS/va1.53.01.01 a INS/va1.53.01.03',
      'de INS/va1.53.01.01 à INS/va1.53.01.03',
      'INS/va1.53.01.01 à 03',
      'INS/va1.53.01.01 à .03',
      'INS/va1.53.01.01\nà\nINS/va1.53.01.03',
      'INS/va1.53.01.01 – INS/va1.53.01.03',
      'INS/va1.53.01.01…INS/va1.53.01.03',
      'INS/va1.53.01.01-INS/va1.53.01.03',
    ])
      assert.deepEqual(idRange(cell), three, cell);
    assert.equal(idRange('A.09 à A.11')?.ids?.[1], 'A.10');
    // A range, but of what nobody can say.
    assert.deepEqual(idRange('A.B01 à A.B03'), {});
  });

  it('makes up none where the ends do not tell', () => {
    for (const cell of ['A.01.03 à A.01.01', 'A.01.01 à A.02.03', 'A.01.01 à A.01.99', 'A.01.01p à A.01.03p'])
      assert.deepEqual(idRange(cell), {}, cell);
  });

  it('is no id with a dash, a suffix or a space', () => {
    for (const cell of [
      'INS/va1.53.01.01',
      'SSI/GEN.02 BIS',
      'SSI/GEN.02 - BIS',
      'DB/VI-CO.03',
      'DB.VI_CO.03-1',
      'SCN_DB/CO.01',
      'EXI EDC PSC 102',
      'A.01 : vidéo à A.02',
      '',
    ])
      assert.equal(idRange(cell), undefined, cell);
    assert.equal(holdsSeveralIds('SSI/GEN.02 BIS'), false);
    assert.equal(holdsSeveralIds('A.01 et A.02'), true);
    assert.equal(holdsSeveralIds('A.01\nA.01'), false);
  });
});
