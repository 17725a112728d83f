import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (id: string, first: string, evidence: string) =>
  manifest(`exigences:
  ${id}:
${first}    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: ${evidence}
`);

describe(rule.meta.id, () => {
  it('reports a proved requirement without fingerprint, and writes it first', async () => {
    await fires(rule, { main: of('⟦INS/va1.56⟧', '', '[{ fichier: a.png }]') });
    const after = await fixed(rule, { main: of('INS/va1.56', '', '[{ fichier: a.png }]') });
    assert.equal(after[mainUri], of('INS/va1.56', '    empreinte: 3f9a1c20\n', '[{ fichier: a.png }]'));
  });

  it('writes it inside braces too', async () => {
    const flow = (first: string) =>
      manifest(`exigences:
  INS/va1.56: {${first} scenarios: { INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ execution: 1 }] } } } }
`);
    assert.equal((await fixed(rule, { main: flow('') }))[mainUri], flow(' empreinte: 3f9a1c20,'));
  });

  it('waits for evidence, and for a text to be known', async () => {
    await silent(rule, { main: of('INS/va1.56', '', '[]') });
    await silent(rule, { main: of('INS/va1.56', '    empreinte: 3f9a1c20\n', '[{ fichier: a.png }]') });
    await silent(rule, { main: of('AUTRE.01', '', '[{ fichier: a.png }]') });
  });
});
