import assert from 'node:assert/strict';
import { fires, manifest, mainUri, rootUri, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const head = manifest('').replace('depot_vise', 'fragments: [f/*.preuves.yaml]\n  depot_vise');

describe(rule.meta.id, () => {
  it('reports a key, a scenario or a proof written twice at one place', async () => {
    await fires(rule, { main: manifest('').replace('nom: MonCabinet', 'nom: MonCabinet\n  ⟦nom⟧: Autre') });
    const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
      ⟦INS/va1.56.01⟧:
        preuves:
          INS/va1.56.01.01:
          ⟦INS/va1.56.01.01⟧:
`);
    await fires(rule, { main });
  });

  it('reports a core-business scenario written twice, even across files, once', async () => {
    await fires(rule, { main: manifest('scenarios:\n  SCN_DB/CO.01:\n  ⟦SCN_DB/CO.01⟧:\n') });
    await fires(rule, { main: manifest('scenarios: { SCN_DB/CO.01: , ⟦SCN_DB/CO.01⟧: }\n') });
    const [found] = await fires(rule, {
      main: `${head}scenarios:\n  SCN_DB/CO.01:\n`,
      files: { 'f/a.preuves.yaml': 'version: 1\nscenarios:\n  ⟦SCN_DB/CO.01⟧:\n' },
    });
    assert.equal(found?.uri, `${rootUri}/f/a.preuves.yaml`);
    assert.equal(found.related?.[0]?.uri, mainUri);
  });

  it('leaves requirements to exigence/en-double, and says nothing of keys written once', async () => {
    await silent(rule, { main: manifest('exigences: { INS/va1.56: , INS/va1.56: }\n') });
    await silent(rule, { main: head });
  });
});
