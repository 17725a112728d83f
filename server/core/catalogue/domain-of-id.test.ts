import assert from 'node:assert/strict';
import { domainOfId } from './domain-of-id';

describe('domain of an id', () => {
  it('follows its longest known beginning', () => {
    const cases: Readonly<Record<string, string>> = {
      'INS/va1.56': 'ins',
      'SC.INS/PSC.01': 'psc',
      'LGC.DMP/UX.10': 'dmp',
      'SC.DMP/ALI/PROG.10': 'dmp',
      'AMBU.MSS/va1.02': 'mssante',
      'ApCV/va1.01': 'apcv',
      'SSI/GEN.02 BIS': 'securite',
      'SSI/IAM.83.01.01': 'gestion_comptes',
      'DB.SO.106': 'drimbox',
      'CO.48': 'drimbox',
      'VI_SO.07': 'drimbox_visionneuse',
      'MS.RPT/CD.03': 'medico_social',
      'ORDN/CONF.01p': 'ordonnance_numerique',
      'SSI/IE': 'identification_electronique',
    };
    for (const [id, domain] of Object.entries(cases)) assert.equal(domainOfId(id)?.id, domain, id);
  });

  it('is unknown for anything else', () => {
    for (const id of ['', 'ZZZ.01', 'INSTITUT.01', 'EXI EDC PSC 102']) assert.equal(domainOfId(id), undefined, id);
  });
});
