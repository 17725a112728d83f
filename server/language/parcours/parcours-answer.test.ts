import assert from 'node:assert/strict';
import { analyse, mainUri } from '../../../test/kit/dossier-kit';
import type { ParcoursRow } from '../../../protocol/requests/parcours';
import { moment } from '../../core/time/moment';
import { parcoursAnswer } from './parcours-answer';

const main = `version: 1
dossier: { dispositif: IMG-DB-Va2 }
parcours:
  etapes:
    ⟦preuves⟧: { etat: en cours, debut: 2026-04-01 }
commandes:
  - { client: "Cabinet *A*", signee_le: 2026-01-10 }
`;

async function answer(date: string, time?: string, locale: 'fr' | 'en' = 'fr') {
  const { analysis, marks } = await analyse([], { main, catalogue: null });
  const now = moment(date, time);
  assert.ok(now);
  const [dossier] = parcoursAnswer([analysis], locale, now).dossiers;
  assert.ok(dossier);
  return { dossier, mark: marks[0] };
}

function rows(row: ParcoursRow): ParcoursRow[] {
  return [row, ...row.children.flatMap(rows)];
}

describe('segur/parcours', () => {
  it('gives the steps, the deadlines and the orders of a dossier, each under an id of its own', async () => {
    const { dossier } = await answer('2026-04-20');
    assert.equal(dossier.uri, mainUri);
    const all = rows(dossier.root);
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.equal(all.filter(({ kind }) => kind === 'step').length, 15);
    const proofs = all.find(({ id }) => id.endsWith('#etape:preuves'));
    assert.match(proofs?.description ?? '', /^ANS · en cours · juste · 2 jours de marge$/);
    assert.deepEqual(proofs?.place, {
      uri: mainUri,
      range: { start: { line: 4, character: 4 }, end: { line: 4, character: 11 } },
    });
    const order = all.find(({ kind }) => kind === 'order');
    assert.deepEqual([order?.mood, order?.description], ['onTime', '2026-01-10 → 2026-05-10 · fenêtre ouverte']);
  });

  it('tells the status bar what closes within thirty days, and when it presses', async () => {
    const first = await answer('2026-04-12');
    assert.equal(first.dossier.soon?.text, 'IMG-DB-Va2 : 2026-05-10, dans 28 jours');
    assert.equal(first.dossier.soon.pressing, false);
    const last = await answer('2026-05-13', '09:00', 'en');
    assert.match(last.dossier.soon?.text ?? '', /2026-05-13 12:00, today, in 3 h/);
    assert.equal(last.dossier.soon?.pressing, true);
    assert.equal((await answer('2026-05-13', '12:00')).dossier.soon, undefined);
  });

  it('presses from the sixth day before a closing, not from the seventh', async () => {
    for (const [date, days, pressing, mood] of [
      ['2026-05-03', 7, false, 'onTime'],
      ['2026-05-04', 6, true, 'tight'],
    ] as const) {
      const { dossier } = await answer(date);
      assert.equal(dossier.soon?.text.split(' (')[0], `IMG-DB-Va2 : 2026-05-10, dans ${days} jours`);
      assert.equal(dossier.soon.pressing, pressing);
      const closings = rows(dossier.root).filter(
        ({ kind, description }) => kind === 'deadline' && description?.includes(`dans ${days} jours`),
      );
      assert.deepEqual([...new Set(closings.map((one) => one.mood))], closings.length > 0 ? [mood] : []);
    }
  });

  it('lets no text of the manifest become markup', async () => {
    const { dossier } = await answer('2026-04-12');
    assert.match(dossier.soon?.tooltip ?? '', /Cabinet \\\*A\\\*/);
  });
});
