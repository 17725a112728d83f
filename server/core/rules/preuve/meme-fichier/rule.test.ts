import assert from 'node:assert/strict';
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

  it('hints that a screenshot of the software is given as the paper of an approval', async () => {
    const approval = (piece: string) =>
      `agrements:\n  - { teleservice: INSi, statut: Finalisation, piece: ${piece} }\n`;
    const main = (piece: string) => `${evidenceOf('INS/va1.56.01.01', 'fichier: p/a.png')}${approval(piece)}`;
    const [found] = await fires(rule, { main: main('⟦p/a.png⟧') });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['approval', 'info', undefined]);
    await silent(rule, { main: main('p/cnda.png') });
    // A written statement may be both.
    await silent(rule, { main: `${evidenceOf('SSI/GEN.07.01.01', 'fichier: p/a.png')}${approval('p/a.png')}` });
  });

  it('accepts several links and executions', async () => {
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', 'execution: 1', 'execution: 1') });
  });
});
