import assert from 'node:assert/strict';
import { requirement, smallCatalogue } from '../../../test/kit/small-catalogue';
import { readCatalogue } from './read-catalogue';
import { writeCatalogue } from './write-catalogue';

describe('writing a catalogue', () => {
  it('keeps the form of a non-applicability, and where an entry came from', () => {
    const one = requirement('A.01', [], {
      nonApplicableForm: { form: 'attestation_honneur', source: 'DSR' },
      sheetRow: { sheet: 'REM', row: 12 },
    });
    const text = writeCatalogue({ ...smallCatalogue, requirements: [one], coreScenarios: [] });
    const { catalogue, problems } = readCatalogue(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(catalogue?.requirements[0]?.nonApplicableForm, one.nonApplicableForm);
    assert.deepEqual(catalogue?.requirements[0]?.sheetRow, one.sheetRow);
  });
});
