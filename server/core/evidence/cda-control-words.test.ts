import assert from 'node:assert/strict';
import type { CdaControl, VoletControl } from './cda-control';
import { controlTallyWords, controlWords, keptControlWords } from './cda-control-words';

const volet: VoletControl = {
  name: 'VAC_2023.01',
  sha256: 'b2',
  assertions: 68,
  notEvaluable: 2,
  applied: 1,
  failed: 0,
};
const schema = { file: 'CDA.xsd', sha256: 'a1', errors: 1 };
const whole: CdaControl = { folder: 'f0', document: 'd0', schema, volet, failures: [], unverified: [] };
const bare: CdaControl = {
  folder: '',
  document: 'd1',
  failures: [],
  unverified: [{ reason: 'folderAbsent', names: ['schemas'] }],
};

describe('words of what a CDA document was held against', () => {
  it('count what was evaluated, and what came of it', () => {
    assert.equal(
      controlWords(whole, 'fr'),
      'schéma CDA\u00a0: 1 écart\u202f; volet VAC_2023.01\u00a0: 68 assertions, 66 évaluées, 2 non évaluables, 1 rencontre ce qu’elle contrôle, aucun échec',
    );
    assert.equal(
      controlWords({ ...whole, where: 'lot.zip › a.xml' }, 'en'),
      'lot.zip › a.xml › CDA schema: 1 departure; volet VAC_2023.01: 68 assertions, 66 evaluated, 2 not evaluable, 1 meets something to check, no failure',
    );
  });

  it('say what was not verified, and that some of it was not where both were read', () => {
    assert.equal(controlWords(bare, 'fr'), 'schéma CDA non vérifié\u202f; volet non vérifié');
    assert.equal(controlWords(bare, 'en'), 'CDA schema not verified; volet not verified');
    const { unverified } = bare;
    assert.match(controlWords({ ...whole, unverified }, 'fr'), /aucun échec\u202f; vérification incomplète$/);
    assert.match(controlWords({ ...whole, unverified }, 'en'), /no failure; verification incomplete$/);
    assert.equal(controlWords({ ...bare, schema }, 'fr'), 'schéma CDA\u00a0: 1 écart\u202f; volet non vérifié');
  });

  it('name the schemas by their digests in what is kept', () => {
    assert.ok(
      keptControlWords(whole, 'fr').endsWith('aucun échec (SHA-256\u00a0: schémas f0, CDA.xsd a1, VAC_2023.01 b2)'),
    );
    assert.ok(keptControlWords(whole, 'en').endsWith('no failure (SHA-256: schemas f0, CDA.xsd a1, VAC_2023.01 b2)'));
    assert.equal(keptControlWords(bare, 'en'), controlWords(bare, 'en'));
  });

  it('add up all documents on one line, and are none without a document', () => {
    assert.equal(controlTallyWords([], 'fr'), undefined);
    assert.equal(
      controlTallyWords([whole, whole, bare], 'fr'),
      'CDA confrontés aux schémas de l’équipe\u00a0: 3, dont 2 entièrement vérifiés\u202f; 136 assertions, 132 évaluées, 4 non évaluables, aucun échec, schéma CDA\u00a0: 2 écarts. Ne remplace pas les validateurs de l’espace de tests.',
    );
    assert.equal(
      controlTallyWords([bare], 'en'),
      'CDA held against the team’s schemas: 1, of which none wholly verified; 0 assertions, none evaluated, none not evaluable, no failure, CDA schema: no departure. Does not replace the validators of the test space.',
    );
  });
});
