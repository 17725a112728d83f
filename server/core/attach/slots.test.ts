import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { keyOf, piecesBySlot, slotsOf } from './slots';

const known = { requirement: 'INS/va1.56', scenario: 'INS/va1.56.01', proof: 'INS/va1.56.01.01' };
const own = { requirement: 'AUTRE.01', scenario: 'AUTRE.01.01', proof: 'AUTRE.01.01.01' };
const entries = (...numbers: readonly number[]) =>
  [known, own]
    .map(({ requirement, scenario, proof }) => {
      const items = numbers.map((number) => `{ execution: ${number} }`).join(', ');
      return `  ${requirement}:\n    scenarios: { ${scenario}: { preuves: { ${proof}: [${items}] } } }\n`;
    })
    .join('');

describe('slots of a dossier', () => {
  it('count and list the pieces of all places where one is written', async () => {
    const head = manifest(`exigences:\n${entries(1)}`).replace(
      '  profils',
      '  fragments: [f/*.preuves.yaml]\n  profils',
    );
    const files = { 'f/a.preuves.yaml': `version: 1\nexigences:\n${entries(2, 3)}` };
    const { analysis } = await analyse([], { main: head, files });
    const slots = slotsOf(analysis.dossier);
    const pieces = piecesBySlot(analysis.dossier);
    for (const ids of [known, own]) {
      const same = slots.filter((one) => keyOf(one) === keyOf(ids));
      assert.deepEqual(
        same.map((one) => one.pieces),
        [3],
      );
      assert.deepEqual(
        pieces.get(keyOf(ids))?.map(({ execution }) => execution?.value),
        ['1', '2', '3'],
      );
    }
    assert.equal(slots.at(-1)?.proof, own.proof, 'what only the manifests know comes last');
  });
});
