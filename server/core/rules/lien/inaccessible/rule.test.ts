import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (link: string) => evidenceOf('INS/va1.56.02.02', `lien: ${link}`);

describe(rule.meta.id, () => {
  it('reports the machine itself, private networks and inner names', async () => {
    for (const [link, message] of [
      ['https://localhost:8443/evs/report.seam?oid=1.2', 'machine'],
      ['http://127.0.0.1/rapport', 'machine'],
      ['https://[::1]:8080/rapport', 'machine'],
      ['https://10.4.0.12/evs?id=3', 'private'],
      ['https://gazelle/evs?id=3', 'name'],
      ['https://Recette.LAN/evs?id=3', 'name'],
    ] as const) {
      const [found] = await fires(rule, { main: of(`⟦"${link}"⟧`) });
      assert.deepEqual([found?.message, found?.severity, found?.effect], [message, 'error', 'incomplete'], link);
    }
  });

  it('accepts public addresses, and what is no address', async () => {
    for (const link of [
      'https://interop.esante.gouv.fr/evs?id=3',
      'https://exemple.fr/localhost?u=10.0.0.1',
      'https://172.32.0.1/a',
      'https://[2a01:cb00::1]/a',
      'rapport local',
    ])
      await silent(rule, { main: of(`"${link}"`) });
  });
});
