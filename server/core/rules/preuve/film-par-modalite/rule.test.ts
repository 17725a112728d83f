import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (first: string, second: string) =>
  manifest(`exigences:
  PSC.01:
    scenarios:
      PSC.01.01: { preuves: { PSC.01.01.01: [{ ${first} }] } }
      PSC.01.02: { preuves: { PSC.01.01.02: [{ ${second} }] } }
`);

describe(rule.meta.id, () => {
  it('hints at one film under two modalities', async () => {
    const [found] = await fires(rule, { main: of('fichier: a.mp4', 'fichier: ⟦a.mp4⟧') });
    assert.deepEqual([found?.severity, found?.args['first']], ['info', 'PSC.01.01.01']);
  });

  it('accepts a film each, one that is explained, one modality, and other requirements', async () => {
    await silent(rule, { main: of('fichier: a.mp4', 'fichier: b.mp4') });
    await silent(rule, { main: of('fichier: a.mp4', 'fichier: a.mp4, commentaire: CIBA à 2 min 10') });
    await silent(rule, { main: of('fichier: a.mp4, titre: Web et CIBA', 'fichier: a.mp4') });
    const other = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ fichier: a.mp4 }] } }
      INS/va1.56.02: { preuves: { INS/va1.56.02.01: [{ fichier: a.mp4 }] } }
`);
    await silent(rule, { main: other });
  });
});
