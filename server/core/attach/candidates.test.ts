import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { candidatesFor } from './candidates';
import type { WantedSlot } from './piece';

const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/INS-va1.56.02.01 citée.png
`);

async function shown(wanted: WantedSlot | undefined, files: readonly string[]) {
  const { analysis } = await analyse([], { main });
  return candidatesFor(analysis.dossier, wanted, files).map(({ path, isNamed, slot }) => [
    path,
    isNamed ? (slot?.proof ?? 'several') : '',
  ]);
}

describe('files that could be attached', () => {
  it('are those that nothing cites and that are meant to be evidence', async () => {
    const files = [
      'catalogue.rem.yaml',
      'main.preuves.yaml',
      'preuves/.DS_Store',
      'preuves/INS-va1.56.02.01 citée.png',
      'preuves/libre.png',
    ];
    assert.deepEqual(await shown({ proof: 'INS/va1.56.02.01' }, files), [['preuves/libre.png', '']]);
  });

  it('begin with those that bear the id, whatever stands for the slash', async () => {
    const files = [
      'a.png',
      'preuves/INS-va1.56.02.011 autre.png',
      'preuves/INS_va1.56.02.01_écran.png',
      'z/ins va1.56.01.01.png',
    ];
    assert.deepEqual(await shown({ proof: 'INS/va1.56.02.01' }, files), [
      ['preuves/INS_va1.56.02.01_écran.png', 'INS/va1.56.02.01'],
      ['a.png', ''],
      ['preuves/INS-va1.56.02.011 autre.png', ''],
      ['z/ins va1.56.01.01.png', ''],
    ]);
  });

  it('may be named by their folder', async () => {
    assert.deepEqual(await shown({ proof: 'INS/va1.56.01.01' }, ['b.png', 'preuves/INS-va1.56.01.01/écran.png']), [
      ['preuves/INS-va1.56.01.01/écran.png', 'INS/va1.56.01.01'],
      ['b.png', ''],
    ]);
  });

  it('for a requirement are those of the proofs that it still lacks', async () => {
    const wanted = { proof: 'INS/va1.56', requirement: 'INS/va1.56' };
    assert.deepEqual(await shown(wanted, ['INS-va1.56.02.01.png', 'INS-va1.56.01.01.png', 'SSI-GEN.06.01.01.png']), [
      ['INS-va1.56.01.01.png', 'INS/va1.56.01.01'],
      ['INS-va1.56.02.01.png', ''],
      ['SSI-GEN.06.01.01.png', ''],
    ]);
  });

  it('come second where their name says several proofs, one of which is wanted', async () => {
    const files = ['a.png', 'INS-va1.56.01.01 et INS-va1.56.02.02.png', 'INS-va1.56.01.01.png'];
    assert.deepEqual(await shown({ proof: 'INS/va1.56.01.01' }, files), [
      ['INS-va1.56.01.01.png', 'INS/va1.56.01.01'],
      ['INS-va1.56.01.01 et INS-va1.56.02.02.png', 'several'],
      ['a.png', ''],
    ]);
    assert.deepEqual(await shown({ proof: 'SSI/GEN.06.01.01' }, files), [
      ['a.png', ''],
      ['INS-va1.56.01.01 et INS-va1.56.02.02.png', ''],
      ['INS-va1.56.01.01.png', ''],
    ]);
  });

  it('are named after nothing where what is wanted is not known', async () => {
    assert.deepEqual(await shown({ proof: 'AUTRE.01' }, ['AUTRE.01.png', 'INS-va1.56.01.01.png']), [
      ['AUTRE.01.png', ''],
      ['INS-va1.56.01.01.png', ''],
    ]);
  });
});
