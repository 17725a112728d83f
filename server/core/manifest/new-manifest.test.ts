import assert from 'node:assert/strict';
import { analyse } from '../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { newManifest, stubCount } from './new-manifest';
import { parseManifest } from './parse-manifest';

describe('newManifest', () => {
  const text = newManifest({ catalogue: smallCatalogue, profiles: ['IAM'], language: 'fr' });

  it('holds every applicable requirement that expects proofs, in the order of the REM', () => {
    const parsed = parseManifest(text);
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(
      parsed.requirements.map((entry) => entry.facts.id.value),
      ['INS/va1.56', 'PSC.01', 'SSI/GEN.06', 'SSI/GEN.07', 'SSI/IAM.83'],
    );
    assert.deepEqual(
      parsed.coreScenarios.map((entry) => entry.facts.id.value),
      ['SCN_DB/CO.01'],
    );
    assert.equal(stubCount(smallCatalogue, ['IAM']), 5);
  });

  it('shows the text of each requirement and what is expected as comments', () => {
    assert.match(text, /# Énoncé de INS\/va1\.56\n {2}INS\/va1\.56:/);
    assert.match(text, /# Attendu : Pièce attendue pour INS\/va1\.56\.02\.01/);
    assert.match(text, /# Attendu : CAS 1 : /);
  });

  it('is a dossier in which everything is to provide and nothing is wrong', async () => {
    const { analysis } = await analyse([], { main: text });
    const counts = analysis.compliance()?.counts;
    assert.deepEqual(counts, { incomplete: 0, toReview: 0, toProvide: 8, provided: 0 });
  });

  it('holds nothing that ends a comment for some readers only', () => {
    const [first, ...others] = smallCatalogue.requirements;
    const said = {
      ...smallCatalogue,
      requirements: first ? [{ ...first, text: 'Un\u2028deux\u0085\u0007trois' }, ...others] : [],
    };
    const made = newManifest({ catalogue: said, profiles: [], language: 'fr' });
    assert.match(made, /# Un deux trois\n/);
  });
});
