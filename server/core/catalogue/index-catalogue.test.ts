import assert from 'node:assert/strict';
import { buildCatalogue } from './build-catalogue';
import type { Catalogue } from './catalogue';
import type { RequirementFile } from './catalogue-file';
import { CatalogueIndex } from './index-catalogue';

const requirement = (id: string, more: Partial<RequirementFile> = {}): RequirementFile => ({
  id,
  domaine: 'ins',
  chapitre: 'Identité',
  nature: 'EXIGENCE',
  ...more,
});

const catalogue: Catalogue = buildCatalogue({
  version: 1,
  dispositif: 'IMG-DB-Va2',
  etat: 'complet',
  exigences: [
    requirement('INS/va1.01', { id_socle: 'SC.INS/va1.01', ids_vague1: ['LGC.INS.01', 'RIS.INS.01'] }),
    requirement('INS/va1.56', {
      ids_vague1: ['RIS.INS.01'],
      scenarios: [{ id: 'INS/va1.56.01', preuves: [{ id: 'INS/va1.56.01.01' }, { id: 'INS/va1.56.01.02' }] }],
    }),
    requirement('SSI/GEN.02 BIS'),
    requirement('DMP/INT.09', { scenarios: [{ id: 'DMP/INT.09.01', preuves: [{ id: 'DMP/INT.09.01.01' }] }] }),
    requirement('DMP/UX.29', { scenarios: [{ id: 'DMP/INT.09.01', preuves: [{ id: 'DMP/INT.09.01.01' }] }] }),
    requirement('CO.48'),
    requirement('DB/DPI.03'),
    requirement('DB.VI-CS.01'),
    requirement('DB/VI-CS.01'),
  ],
  scenarios: [
    {
      id: 'SCN_DB/CO.01',
      etapes: [
        { id: 'SCN_DB/CO.01.01', texte: 'Ouvrir', couvre: ['DB.CO.48', 'SC.DB/DPI.03'] },
        { id: 'SCN_DB/CO.01.02', texte: 'Lire', couvre: ['VI-CS.01', 'DB.ZZ.99', 'CO.48'] },
      ],
      preuves: [{ id: 'SCN_DB/CO.01.01.01', etape: 'SCN_DB/CO.01.01' }],
    },
    { id: 'SCN_DB/CO.02', etapes: [{ texte: 'Fermer', couvre: ['DB.VI-CS.01'] }] },
  ],
});

describe('catalogue index', () => {
  const index = new CatalogueIndex(catalogue);
  const found = (id: string): [string, boolean] | undefined => {
    const match = index.requirement(id);
    return match && [match.requirement.id, match.byAlias];
  };

  it('finds a requirement by its id', () => {
    assert.deepEqual(found('INS/va1.01'), ['INS/va1.01', false]);
    assert.equal(found('INS/va1.99'), undefined);
    assert.equal(found(''), undefined);
  });

  it('finds it by another of its names, and says so', () => {
    assert.deepEqual(found('SC.INS/va1.01'), ['INS/va1.01', true]);
    assert.deepEqual(found('LGC.INS.01'), ['INS/va1.01', true]);
    assert.deepEqual(found('lgc.ins.01'), ['INS/va1.01', true]);
    assert.deepEqual(found('ins/VA1.56'), ['INS/va1.56', true]);
    assert.deepEqual(found('SC.SSI/GEN.02.BIS'), ['SSI/GEN.02 BIS', true]);
    assert.deepEqual(found('DB.CO.48'), ['CO.48', true]);
  });

  it('guesses nothing when a name is shared', () => {
    assert.equal(found('RIS.INS.01'), undefined);
    assert.deepEqual(index.ambiguous('RIS.INS.01'), ['INS/va1.01', 'INS/va1.56']);
    assert.deepEqual(index.ambiguous('LGC.INS.01'), []);
    assert.equal(found('VI-CS.01'), undefined);
    assert.deepEqual(found('DB/VI-CS.01'), ['DB/VI-CS.01', false]);
  });

  it('finds scenarios and proofs, those of the place they are written in first', () => {
    const [, , , first, second] = catalogue.requirements;
    assert.equal(index.scenario('INS/va1.56.01')?.requirement?.id, 'INS/va1.56');
    assert.equal(index.scenario('sc.ins/va1.56.01')?.byAlias, true);
    assert.equal(index.scenario('DMP/INT.09.01'), undefined);
    assert.equal(index.scenario('DMP/INT.09.01', first)?.requirement?.id, 'DMP/INT.09');
    assert.equal(index.scenario('DMP/INT.09.01', second)?.requirement?.id, 'DMP/UX.29');
    assert.equal(index.proof('INS/va1.56.01.02')?.scenario.id, 'INS/va1.56.01');
    assert.equal(index.proof('DMP/INT.09.01.01'), undefined);
    const match = index.proof('DMP/INT.09.01.01', second?.scenarios[0]);
    assert.deepEqual([match?.requirement?.id, match?.byAlias], ['DMP/UX.29', false]);
  });

  it('tells core-business scenarios from the others', () => {
    assert.equal(index.coreScenario('SCN_DB/CO.01')?.id, 'SCN_DB/CO.01');
    assert.equal(index.coreScenario('INS/va1.56.01'), undefined);
    assert.equal(index.proof('SCN_DB/CO.01.01.01')?.requirement, undefined);
  });

  it('joins core-business scenarios and requirements whatever the prefix, unless it is ambiguous', () => {
    const ids = (id: string): string[] => index.coreScenariosOf(id).map((scenario) => scenario.id);
    assert.deepEqual(ids('CO.48'), ['SCN_DB/CO.01']);
    assert.deepEqual(ids('DB/DPI.03'), ['SCN_DB/CO.01']);
    assert.deepEqual(ids('DB.VI-CS.01'), ['SCN_DB/CO.02']);
    assert.deepEqual(ids('DB/VI-CS.01'), []);
    assert.deepEqual(ids('INS/va1.01'), []);
    const [scenario] = catalogue.coreScenarios;
    assert.ok(scenario);
    assert.deepEqual(
      index.requirementsCoveredBy(scenario).map((covered) => covered.id),
      ['CO.48', 'DB/DPI.03'],
    );
  });

  it('proposes the nearest ids', () => {
    assert.equal(index.closest('INS/va1.O1', 'requirement')[0], 'INS/va1.01');
    assert.deepEqual(index.closest('IMS/va1.56.01.02', 'proof').slice(0, 2), ['INS/va1.56.01.02', 'INS/va1.56.01.01']);
    assert.deepEqual(index.closest('tout autre chose', 'requirement'), []);
    assert.deepEqual(index.closest('XX', 'requirement'), []);
  });
});
