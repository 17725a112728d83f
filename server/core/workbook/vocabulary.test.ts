import assert from 'node:assert/strict';
import { shippedRegimes } from '../regimes/regime-rules';
import { isNotApplicableWord, readCriticality, readNature, readPriority, readProfiles } from './vocabulary';

describe('vocabulary of workbooks', () => {
  it('takes no error of a spreadsheet for the word that there is nothing to give', () => {
    for (const word of ['N/A', 'n.a.', 'Sans objet', 'Néant']) assert.ok(isNotApplicableWord(word), word);
    for (const error of ['#N/A', ' #N/A ', '#N/A!', '#NA']) assert.ok(!isNotApplicableWord(error), error);
  });

  it('reads natures, criticalities and priorities', () => {
    assert.equal(readNature('EXIGENCE ', shippedRegimes), 'EXIGENCE');
    assert.equal(readNature('Obligatoire', shippedRegimes), 'EXIGENCE');
    assert.equal(readNature('Préconisée', shippedRegimes), 'PRECONISATION');
    assert.equal(readNature('PRÉCONISATION', shippedRegimes), 'PRECONISATION');
    assert.equal(readNature('Supprimée', shippedRegimes), 'SUPPRIMEE');
    assert.equal(readNature('peut-être', shippedRegimes), undefined);
    assert.equal(readCriticality('Majeure'), 'MAJOR');
    assert.equal(readCriticality('UNDEFINED'), 'UNDEFINED');
    assert.equal(readCriticality('haute'), undefined);
    assert.equal(readPriority('Obligatoire'), true);
    assert.equal(readPriority('Optionnel'), false);
    assert.equal(readPriority('plus tard'), undefined);
    assert.ok(isNotApplicableWord('N/A') && isNotApplicableWord('Sans objet.') && !isNotApplicableWord('Vidéo'));
  });

  it('splits profiles without cutting their names', () => {
    assert.deepEqual(readProfiles('Général', shippedRegimes), ['Général']);
    assert.deepEqual(readProfiles('IAM ; IE ASPM\nBAL APP', shippedRegimes), ['IAM', 'IE ASPM', 'BAL APP']);
    assert.deepEqual(readProfiles('BAL PER-ORG, BAL APP', shippedRegimes), ['BAL PER-ORG', 'BAL APP']);
    assert.deepEqual(readProfiles('IAM / IE Usagers', shippedRegimes), ['IAM', 'IE Usagers']);
    assert.deepEqual(readProfiles("Prestations d'hébergement ou Saas", shippedRegimes), [
      "Prestations d'hébergement ou Saas",
    ]);
    assert.deepEqual(readProfiles('Cabinets, centres et maisons', shippedRegimes), ['Cabinets, centres et maisons']);
    assert.deepEqual(readProfiles('- IAM\n- IAM', shippedRegimes), ['IAM']);
  });
});
