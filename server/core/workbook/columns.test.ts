import assert from 'node:assert/strict';
import { coreColumn, requirementColumn } from './columns';

describe('column names', () => {
  for (const [header, field] of [
    ['Exigence conditionnelle\nOUI/NON', 'conditional'],
    ['PROFIL', 'profile'],
    ['Profil historique', 'historicalProfile'],
    ['ID Section', 'sectionId'],
    ['N°\u00a0exigence', 'id'],
    ['Nº exigence ', 'id'],
    ['Numéro de l’exigence', 'id'],
    ['Id', 'id'],
    ["Énoncé de l'exigence (DOIT) ou de la préconisation (PEUT)", 'text'],
    ['Exigence', 'text'],
    ['N° scénario', 'scenarioId'],
    ['Scenario de conformite', 'scenarioText'],
    ['Statut publication', 'publication'],
    ['VA N-1', 'previousVersion'],
    ['Criticité', 'criticality'],
  ] as const) {
    it(`reads « ${header} »`, () => {
      assert.deepEqual(requirementColumn(header), { kind: 'field', field });
    });
  }

  it('reads proofs with and without a number', () => {
    assert.deepEqual(requirementColumn('N° preuve 10'), { kind: 'proofId', index: 10 });
    assert.deepEqual(requirementColumn('Numéro de preuve 2'), { kind: 'proofId', index: 2 });
    assert.deepEqual(requirementColumn('Preuve 3'), { kind: 'proofText', index: 3 });
    assert.deepEqual(requirementColumn('Preuve'), { kind: 'proofText', index: undefined });
  });

  it('tells the columns of core-business scenarios apart', () => {
    assert.deepEqual(coreColumn('ref'), { kind: 'field', field: 'id' });
    assert.deepEqual(coreColumn('ref étape'), { kind: 'field', field: 'stepId' });
    assert.deepEqual(coreColumn('no étape'), { kind: 'field', field: 'stepNumber' });
    assert.deepEqual(coreColumn("Détail de l'étape"), { kind: 'field', field: 'stepText' });
    assert.deepEqual(coreColumn('Exigence 4'), { kind: 'requirement', index: 4 });
    assert.deepEqual(coreColumn('Critères vérifiés'), { kind: 'field', field: 'criteria' });
  });

  it('knows nothing of other names', () => {
    for (const header of ['Responsable', 'Exigence 2023', 'Référentiel', 'Preuve photo', '']) {
      assert.equal(requirementColumn(header), undefined, header);
    }
  });
});
