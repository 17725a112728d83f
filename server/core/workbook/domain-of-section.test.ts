import assert from 'node:assert/strict';
import { domainOfSection } from './domain-of-section';

describe('domainOfSection', () => {
  for (const [id, domain] of [
    ['INS/va1.56', 'ins'],
    ['SC.INS/va1.72', 'ins'],
    ['LGC.INS.01', 'ins'],
    ['INS/PSC.01', 'psc'],
    ['EXI EDC PSC 102', 'psc'],
    ['SC.DMP/ALI/PROG.10', 'dmp'],
    ['LGC.DMP/UX.10', 'dmp'],
    ['AMBU.MSS/va1.02', 'mssante'],
    ['ApCV/va1.01', 'apcv'],
    ['ePresc/va1.01', 'e_prescription'],
    ['SSI/GEN.02 BIS', 'securite'],
    ['SSI/IE.39', 'identification_electronique'],
    ['ORDN/CONF.01p', 'ordonnance_numerique'],
    ['DB.SO.106', 'drimbox'],
    ['SC.DB/DPI.03', 'drimbox'],
    ['DB.VI_SO.04', 'drimbox_visionneuse'],
    ['MS.RPT/CD.03', 'medico_social'],
    ['LABEL.06', 'professionnels_associes'],
    ['ZZZ.01', 'autre'],
  ] as const) {
    it(`puts ${id} in ${domain}`, () => {
      assert.equal(domainOfSection(id).id, domain);
    });
  }

  it('falls back on the section column', () => {
    assert.equal(domainOfSection('SO.11', 'DB/SO').id, 'drimbox');
  });
});
