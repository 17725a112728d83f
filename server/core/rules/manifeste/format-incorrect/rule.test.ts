import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const item = (body: string, fingerprint = '0badcafe') =>
  manifest(`exigences:
  INS/va1.56:
    empreinte: ${fingerprint}
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - ${body}
`);

describe(rule.meta.id, () => {
  it('reports what has not the form of its key', async () => {
    await fires(rule, { main: item('{ fichier: a.png, date: ⟦2026-02-31⟧ }') });
    await fires(rule, { main: item('{ fichier: a.png, date: ⟦2026/02/01⟧ }') });
    await fires(rule, { main: item('lien: ⟦rapport gazelle 12⟧') });
    await fires(rule, { main: item('execution: ⟦n° 12⟧') });
    for (const none of ['0', '000', '-4']) await fires(rule, { main: item(`execution: ⟦${none}⟧`) });
    await fires(rule, { main: item('fichier: a.png', '⟦0badcaf⟧') });
  });

  it('says how long a truncated digest is, or that it has other characters', async () => {
    const [short] = await fires(rule, { main: item(`{ fichier: a.png, sha256: ⟦${'a'.repeat(63)}⟧ }`) });
    assert.deepEqual([short?.message, short?.args], ['sha256', { length: 63 }]);
    const [other] = await fires(rule, { main: item(`{ fichier: a.png, sha256: ⟦${'g'.repeat(64)}⟧ }`) });
    assert.equal(other?.message, 'sha256Digits');
  });

  it('accepts good forms, upper case included', async () => {
    await silent(rule, { main: item(`{ fichier: a.png, sha256: ${'A'.repeat(64)}, date: 2028-02-29 }`) });
    await silent(rule, { main: item('lien: https://interop.referencement.esante.gouv.fr/evs?oid=1.2.3') });
    await silent(rule, { main: item('execution: 4127') });
    await silent(rule, { main: item('execution: 010') });
  });
});
