import assert from 'node:assert/strict';
import { parseManifest } from '../../manifest/parse-manifest';
import { makePlan } from './make-plan';
import { moment } from '../../time/moment';
import { parcoursView } from './parcours-view';

function view(now: string, more = '', dispositif = 'IMG-DB-Va2', locale: 'fr' | 'en' = 'fr') {
  const [date = '', time] = now.split('T');
  const at = moment(date, time);
  assert.ok(at);
  const parsed = parseManifest(`version: 1\ndossier: { dispositif: ${dispositif} }\n${more}`);
  return { ...parcoursView(makePlan(parsed, at), locale, parsed.journey?.base ?? 0), text: parsed.text };
}

describe('the view of the way', () => {
  it('has fifteen steps with whom, where they stand, what is left and what comes next', () => {
    const { steps } = view('2026-04-20', 'parcours: { etapes: { preuves: { etat: en cours, debut: 2026-04-01 } } }\n');
    assert.equal(steps.length, 15);
    const proofs = steps.find(({ id }) => id === 'preuves');
    // 1 April + 40 days = 11 May; the counter closes on 13 May.
    assert.deepEqual(
      [proofs?.number, proofs?.actor, proofs?.stateLabel, proofs?.earliestEnd, proofs?.latestEnd, proofs?.slack],
      [8, 'ANS', 'en cours', '2026-05-11', '2026-05-13 12:00', '2 jours de marge'],
    );
    assert.match(proofs?.nextAction ?? '', /dossier complet/);
    assert.equal(steps.find(({ id }) => id === 'eligibilite')?.stateLabel, 'faite (déduit de la suite)');
    assert.equal(steps.filter(({ critical }) => critical).length, 1);
  });

  it('marks the place of a written step', () => {
    const { steps, text } = view('2026-04-20', 'parcours:\n  etapes:\n    preuves: { etat: en cours }\n');
    const range = steps.find(({ id }) => id === 'preuves')?.range;
    assert.equal(range && text.slice(range.start, range.end), 'preuves');
    assert.equal(steps.find(({ id }) => id === 'solde')?.range, undefined);
  });

  it('shows both CNDA delays with their source', () => {
    const details =
      view('2026-01-01')
        .steps.find(({ id }) => id === 'agrement_cnda')
        ?.details.join('\n') ?? '';
    assert.match(details, /6 semaines/);
    assert.match(details, /10 semaines/);
    assert.match(details, /2026-07-08 12:00 avec le délai le plus long, 2026-08-05 12:00 avec le plus court/);
    assert.match(details, /GNIUS.*non vérifié/);
  });

  it('keeps deadlines within thirty days apart, the hour of the last day told', () => {
    assert.deepEqual(view('2026-04-12').soon, []);
    assert.deepEqual(
      view('2026-04-13').soon.map(({ id, when }) => [id, when]),
      [['jalon:dossier_preuves_complet', 'dans 30 jours']],
    );
    assert.equal(view('2026-05-13T09:30').soon[0]?.when, 'aujourd’hui, dans 2 h');
    assert.equal(view('2026-05-13T09:30', '', 'IMG-DB-Va2', 'en').soon[0]?.when, 'today, in 2 h');
    assert.ok(!view('2026-05-13T12:00').soon.some(({ id }) => id === 'jalon:dossier_preuves_complet'));
  });

  it('shows what is unknown as unknown, and what only third parties tell as to be confirmed, counting neither', () => {
    const { steps, deadlines, summary, note } = view('2026-04-20', '', 'MDV-LGC-Va2');
    const doubtful = deadlines.filter((one) => one.doubtful);
    assert.ok(deadlines.every((one) => one.doubtful ?? one.at === 'inconnu'));
    assert.deepEqual(
      doubtful.map(({ id, at, when, state }) => [id, at, when, state]),
      [
        ['jalon:avance', '2026-12-16', 'à confirmer', 'unknown'],
        ['jalon:fin_prestations', '2027-06-22', 'à confirmer', 'unknown'],
        ['jalon:solde', '2027-09-28', 'à confirmer', 'unknown'],
      ],
    );
    assert.ok(steps.every(({ latestEnd }) => latestEnd === 'inconnu'));
    assert.equal(summary, 'aucune échéance connue à venir');
    assert.match(note ?? '', /Aucune échéance lue à sa source/);
    assert.ok(view('2026-04-20', '', 'INCONNU').deadlines.every(({ at }) => at === 'inconnu'));
  });
});
