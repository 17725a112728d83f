import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cli } from './run-cli';

const examples = resolve('examples');
/** Where a fault of each kind is shown on purpose. */
const faulty = 'specimens';
/** What passes tests, not the check: it has no dossier of its own. */
const withoutDossier = 'suite-de-tests';

describe('the examples', function () {
  this.timeout(60_000);
  const names = readdirSync(examples, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  for (const name of names.filter((one) => one !== faulty && one !== withoutDossier)) {
    it(`${name} passes check without an error`, async () => {
      const path = name === 'portefeuille' ? join(name, 'portefeuille.yaml') : name;
      const { code, out, err } = await cli(examples, ['check', path]);
      assert.equal(code, 0, out + err);
      assert.match(out, /0 erreur/);
    });
  }

  it('show core-business scenarios that cover requirements, in the DRIMbox', async () => {
    const { out } = await cli(examples, ['status', 'drimbox', '--at', '2026-11-30']);
    assert.match(out, /3\/4 fournies · 1 à fournir/);
    assert.match(out, /3 couvertes par des scénarios cœur de métier/);
    assert.match(out, /✔ SCN_EX\/CO\.01\n/);
  });
});
