import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { scenarioFingerprint } from '../../../revision/scenario-fingerprint';
import { rule } from './rule';

const [scenario] = smallCatalogue.coreScenarios;
const present = (scenario && scenarioFingerprint(scenario)) ?? '';
const of = (fingerprint: string) =>
  manifest(`scenarios:
  SCN_DB/CO.01:
    empreinte: ${fingerprint}
    preuves:
      SCN_DB/CO.01.01.01: [ { fichier: a.log } ]
`);

describe(rule.meta.id, () => {
  it('reports another fingerprint; every proof that has evidence is to review', async () => {
    const [found] = await fires(rule, { main: of('⟦"00000000"⟧') });
    assert.deepEqual(
      [found?.effect, found?.target],
      ['review', { scenario: 'SCN_DB/CO.01', proof: 'SCN_DB/CO.01.01.01' }],
    );
    assert.equal((await fixed(rule, { main: of('"00000000"') }))[mainUri], of(`"${present}"`));
  });

  it('accepts the present one, and what has nothing to compare', async () => {
    assert.match(present, /^[0-9a-f]{8}$/);
    await silent(rule, { main: of(`"${present.toUpperCase()}"`) });
    await silent(rule, { main: of('zzz') });
    await silent(rule, { main: of('"00000000"').replace(/preuves:[^]*/, 'preuves:\n') });
    await silent(rule, { main: of('"00000000"'), catalogue: null });
  });

  it('names a proof that the catalogue has not as it is written, and none that has no piece', async () => {
    const main = of('⟦"00000000"⟧').replace('[ { fichier: a.log } ]', '[]\n      AUTRE.01: [ { fichier: b.log } ]');
    const [found] = await fires(rule, { main });
    assert.equal(found?.args['proof'], 'AUTRE.01');
  });
});
