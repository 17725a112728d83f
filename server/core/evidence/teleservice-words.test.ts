import assert from 'node:assert/strict';
import { teleservicesNamedIn } from './teleservice-words';

const plainly = (text: string) =>
  teleservicesNamedIn(text).flatMap(({ name, plainly: itself }) => (itself ? [name] : []));
const spoken = (text: string) => teleservicesNamedIn(text).map(({ name }) => name);

describe('teleservicesNamedIn', () => {
  it('finds names that stand alone, in texts and file names', () => {
    assert.deepEqual(plainly('Lettre d’homologation au téléservice INSi'), ['INSi']);
    for (const name of ['dmp.png', 'attestationDMP.pdf', 'CNDA_DMP-2026.pdf', 'dmp2.png'])
      assert.deepEqual(plainly(name), ['DMP']);
    for (const name of ['ApCV.pdf', 'ap_cv.pdf', 'homologationApCV.pdf'])
      assert.deepEqual(plainly(name), ['ApCV'], name);
    for (const name of ['e-prescription.pdf', 'ePrescription.pdf', 'e_prescription.pdf'])
      assert.deepEqual(plainly(name), ['e-prescription'], name);
    assert.deepEqual(plainly('dmp-insi.png'), ['DMP', 'INSi']);
  });

  it('takes no part of another word for a name', () => {
    for (const text of ['insidieux', 'admpa.png', 'insigne', 'capture.png', 'CNDA', 'prescription médicale'])
      assert.deepEqual(plainly(text), [], text);
  });

  it('knows words that may speak of one', () => {
    assert.deepEqual(spoken('Dossier Médical\nPartagé'), ['DMP']);
    assert.deepEqual(spoken('ins.png'), ['INSi']);
    assert.deepEqual(spoken('application carte Vitale'), ['ApCV']);
    assert.deepEqual(spoken('ordonnance numérique'), ['e-prescription']);
    assert.deepEqual(spoken('inscription au CNDA'), []);
  });
});
