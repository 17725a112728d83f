import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

describe(rule.meta.id, () => {
  it('reports the second time', async () => {
    await fires(rule, {
      main: evidenceOf('INS/va1.56.01.01', 'fichier: p/a.png', 'fichier: ⟦./p//a.png⟧', 'fichier: p/b.png'),
    });
  });

  it('accepts one file for several proofs', async () => {
    const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [{ fichier: a.png }]
          INS/va1.56.02.02: [{ fichier: a.png }]
`);
    await silent(rule, { main });
  });

  it('accepts several links and executions', async () => {
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', 'execution: 1', 'execution: 1') });
  });
});
