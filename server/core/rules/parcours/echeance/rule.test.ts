import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (body: string) =>
  manifest(body).replace('MDV-LGC-Va2', 'IMG-DB-Va2').replace('  depot_vise: 2026-12-15\n', '');

describe(rule.meta.id, () => {
  it('reports a step that its closing caught, whatever the hour of the day after', async () => {
    const main = of('parcours: { etapes: { ⟦preuves⟧: { etat: en cours } } }\n');
    await fires(rule, { main, today: '2026-05-14' });
    await silent(rule, { main: main.replace(/[⟦⟧]/g, ''), today: '2026-04-02' });
  });

  it('reports a step that the known delays no longer allow, before the closing itself', async () => {
    // 40 days on average to complete the file: from 2026-04-20 that is 2026-05-30, and the counter closes on 2026-05-13.
    const main = of('parcours: { etapes: { ⟦preuves⟧: { etat: à faire }, eligibilite: { etat: faite } } }\n');
    await fires(rule, { main, today: '2026-04-20' });
  });

  it('reports a planned date after the last useful one, and what was done too late', async () => {
    const planned = of(
      'parcours: { etapes: { preuves: { etat: en cours, debut: 2026-03-01, prevue_le: ⟦2026-05-20⟧ } } }\n',
    );
    await fires(rule, { main: planned, today: '2026-03-10' });
    const done = of('parcours: { etapes: { preuves: { etat: faite, fin: ⟦2026-05-14⟧ } } }\n');
    await fires(rule, { main: done, today: '2026-06-01' });
    await silent(rule, { main: done.replace(/⟦.*⟧/, '2026-05-13'), today: '2026-06-01' });
  });

  it('reports a planned filing after the closing, unless the wave was closed before and the way is not followed', async () => {
    const head = manifest('').replace('MDV-LGC-Va2', 'IMG-DB-Va2');
    await fires(rule, { main: head.replace('2026-12-15', '⟦2026-06-15⟧'), today: '2026-04-01' });
    await silent(rule, { main: head, today: '2026-06-01' });
    await silent(rule, { main: manifest('').replace('MDV-LGC-Va2', 'MDV-LGC-Va1') });
  });

  it('lets the user’s own date win, and is silent where no date is known', async () => {
    const own =
      'parcours: { calendrier: { dossier_preuves_complet: { date: 2026-09-30, heure: "12:00" } }, etapes: { preuves: { etat: en cours, debut: 2026-05-01 } } }\n';
    await silent(rule, { main: of(own), today: '2026-05-14' });
    await silent(rule, {
      main: manifest('parcours: { etapes: { preuves: { etat: en cours } } }\n'),
      today: '2031-01-01',
    });
    await silent(rule, { main: of(''), today: '2031-01-01' });
  });

  it('says whose date it is, and since when nobody looked at it', async () => {
    const closed = (more: string) =>
      of(
        `parcours: { calendrier: { dossier_preuves_complet: { date: 2026-05-01${more} } }, etapes: { ⟦preuves⟧: { etat: en cours } } }\n`,
      );
    const [checked] = await fires(rule, { main: closed(', verifie_le: 2026-04-01'), today: '2026-05-14' });
    assert.deepEqual(
      [checked?.message, checked?.args['originFr'], checked?.args['originEn']],
      ['closed', 'votre date, vérifiée le 2026-04-01', 'your date, checked on 2026-04-01'],
    );
    const [unchecked] = await fires(rule, { main: closed(''), today: '2026-05-14' });
    assert.deepEqual(
      [unchecked?.args['originFr'], unchecked?.args['originEn']],
      ['votre date, non vérifiée', 'your date, not checked'],
    );
  });

  it('says nothing of a planned filing once the proofs are filed', async () => {
    const head = manifest('parcours: { etapes: { preuves: { etat: faite, fin: 2026-03-20 } } }\n');
    const main = head.replace('MDV-LGC-Va2', 'IMG-DB-Va2').replace('2026-12-15', '2026-06-15');
    await silent(rule, { main, today: '2026-04-01' });
  });
});
