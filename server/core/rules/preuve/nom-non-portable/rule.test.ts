import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf, notApplicable } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

describe(rule.meta.id, () => {
  it('reports names that a system refuses', async () => {
    for (const [path, message] of [
      ['p/quoi?.png', 'characters'],
      ['p/a*b.png', 'characters'],
      ['p/v2 : fin.png', 'characters'],
      ['p/a\\u202Egol.exe.log', 'hidden'],
      ['p/a\u2066b\u2069.log', 'hidden'],
      ['p\u200b/a.png', 'hidden'],
      ['p/fin.', 'end'],
      ['p /a.png', 'end'],
      ['p/aux.png', 'device'],
      ['COM1/a.png', 'device'],
      [`p/${'a'.repeat(200)}.png`, 'long'],
    ] as const) {
      const [found] = await fires(rule, { main: cites(`⟦"${path}"⟧`) });
      assert.deepEqual([found?.message, found?.severity, found?.effect], [message, 'warning', undefined], path);
    }
    await fires(rule, { main: notApplicable('⟦a?.pdf⟧', '⟦b?.pdf⟧') });
  });

  it('reports two paths that some systems take for one', async () => {
    const [found] = await fires(rule, {
      main: evidenceOf('INS/va1.56.01.01', 'fichier: p/écran.png', 'fichier: ⟦p/Écran.png⟧', 'fichier: p/Écran.png'),
    });
    assert.deepEqual([found?.message, found?.args['other']], ['clash', 'p/écran.png']);
    const decomposed = 'p/e\u0301cran.png';
    await fires(rule, {
      main: evidenceOf('INS/va1.56.01.01', 'fichier: p/écran.png', `fichier: ⟦${decomposed}⟧`),
    });
  });

  it('accepts ordinary names, accents and spaces included, and leaves refused paths alone', async () => {
    for (const path of [
      'p/écran 1.png',
      'p/a.b-c_d(2).png',
      'auxiliaire.png',
      'p/.cache/a.png',
      `p/${'a'.repeat(190)}.png`,
    ]) {
      await silent(rule, { main: cites(`"${path}"`) });
    }
    await silent(rule, { main: cites('../a?.png') });
    await silent(rule, { main: cites('C:/a?.png') });
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', 'fichier: a.png', 'fichier: ./a.png') });
  });
});
