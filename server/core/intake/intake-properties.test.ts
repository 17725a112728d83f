import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { keyOf, piecesBySlot } from '../attach/slots';
import { planIntake } from './plan-intake';

const header = ['N° exigence', 'N° preuve', 'Fichier', 'Date', 'Responsable', 'Échéance', 'État', 'Remarque'];
const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        suivi: { preuves: { INS/va1.56.01.01: { responsable: AM, travail: fait } } }
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/a.png
              date: 2026-11-01
              note_interne: là
`);
const cell = (...words: readonly string[]) => fc.constantFrom('', ...words);
const row = fc.tuple(
  cell('INS/va1.56', 'LGC.INS.01', 'INS/va9.99'),
  cell('INS/va1.56.01.01', 'ins-va1.56.01.01', 'INS/va1.56.01.1', 'PSC.01.01.01\nINS/va1.56.02.01', 'Total 3'),
  cell('a.png', 'b.png; c.png', 'C:\\x\\a.png', 'absent.png', 'https://example.org/r/1', 'd'),
  cell('2026-11-02', '02/11/2026', '31/31/2026', '46000'),
  cell('AM', 'BL'),
  cell('15/12/2026', 'bientôt'),
  cell('fait', 'en cours', 'N/A', 'peut-être'),
  cell('là', 'ailleurs'),
);

describe('whatever a tracking sheet says', () => {
  it('nothing that is there is replaced, nothing comes twice, and each note names its row', async () => {
    const { analysis } = await analyse([], { main });
    const cited = piecesBySlot(analysis.dossier);
    const files = ['a.png', 'b.png', 'c.png', 'd.mp4'].map((inside) => ({ inside, path: `/p/${inside}` }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const all = [header, ...rows].map((cells, index) => ({ number: index + 1, cells }));
        const workbook = { sheets: [{ name: 'Suivi', rows: all }] };
        const plan = planIntake({ dossier: analysis.dossier, workbook, files });
        for (const { slot, source, said } of plan.pieces) {
          const there = cited.get(keyOf(slot)) ?? [];
          assert.ok(!(source.kind === 'file' && there.some((item) => item.file?.value.endsWith(source.file.inside))));
          assert.notEqual(said.date, '2026-31-31');
        }
        const keys = plan.pieces.map(({ slot, source }) => JSON.stringify([keyOf(slot), source]));
        assert.equal(new Set(keys).size, keys.length);
        for (const { target, field } of plan.follows)
          assert.ok(!(target.slot.proof === 'INS/va1.56.01.01' && target.level === 'proof' && field !== 'pour_le'));
        const cells = plan.follows.map(
          ({ target: { level, slot }, field }) => `${level} ${String(slot[level])} ${field}`,
        );
        assert.equal(new Set(cells).size, cells.length);
        for (const { at } of [...plan.notes, ...plan.pieces, ...plan.follows]) {
          assert.equal(at.sheet, 'Suivi');
          assert.ok(at.row >= 2 && at.row <= rows.length + 1);
        }
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });
});
