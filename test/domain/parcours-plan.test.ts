import assert from 'node:assert/strict';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { journeyData } from '../../server/core/manifest/journey-data.generated';
import { stepIds, type StepId } from '../../server/core/manifest/journey-ids';
import { makePlan, type Plan } from '../../server/core/parcours/plan/make-plan';
import { moment, momentText } from '../../server/core/time/moment';
import { forward, latest } from '../kit/parcours-tables';

function planOf(dispositif: string, now: string, more = ''): Plan {
  const [date = '', time] = now.split('T');
  const at = moment(date, time);
  assert.ok(at, now);
  return makePlan(parseManifest(`version: 1\ndossier: { dispositif: ${dispositif} }\n${more}`), at);
}

const step = (plan: Plan, id: StepId) => {
  const found = plan.steps.find((each) => each.step.id === id);
  assert.ok(found, id);
  return found;
};

describe('the plan, against hand-computed tables', () => {
  it('has a table for every dispositif with a known date, and none for the others', () => {
    const dated = journeyData.dispositifs.filter(({ jalons }) =>
      jalons.some(({ date, a_confirmer }) => date !== null && !a_confirmer),
    );
    assert.deepEqual(Object.keys(latest).sort(), dated.map(({ id }) => id).sort());
    assert.deepEqual(Object.keys(forward).sort(), Object.keys(latest).sort());
  });

  for (const [dispositif, expected] of Object.entries(latest)) {
    it(`${dispositif}: latest dates, the same at every reference date`, () => {
      for (const [now] of forward[dispositif] ?? []) {
        const found = planOf(dispositif, now).steps.flatMap(({ step: { id }, latestStart, latestEnd }) =>
          latestStart || latestEnd
            ? [[id, [latestStart ? momentText(latestStart) : '?', latestEnd ? momentText(latestEnd) : '?']]]
            : [],
        );
        assert.deepEqual(Object.fromEntries(found), expected, now);
      }
    });
  }

  for (const [dispositif, rows] of Object.entries(forward)) {
    for (const [now, approval, eligible, complete, referenced, enrolled, advanceAsked, leastSlack] of rows) {
      it(`${dispositif} on ${now}: earliest dates, and what is critical`, () => {
        const plan = planOf(dispositif, now);
        const end = (id: StepId) => {
          const { earliestEnd } = step(plan, id);
          return earliestEnd ? momentText(earliestEnd) : '?';
        };
        assert.deepEqual(
          (['agrement_cnda', 'eligibilite', 'preuves', 'referencement', 'enrolement', 'demande_avance'] as const).map(
            end,
          ),
          [approval, eligible, complete, referenced, enrolled, advanceAsked],
        );
        assert.equal(plan.critical?.slack, leastSlack);
        assert.equal(plan.critical.step.id, 'documentation');
      });
    }
  }
});

describe('the plan', () => {
  it('shows both CNDA delays, and the latest start with either', () => {
    // 16 September 2026 − 42 days = 5 August.
    const approval = step(planOf('IMG-DB-Va2', '2026-01-01'), 'agrement_cnda');
    assert.deepEqual(
      approval.delays.map(({ valeur, unite }) => `${valeur} ${unite}`),
      ['6 semaines', '10 semaines'],
    );
    assert.equal(approval.latestStart && momentText(approval.latestStart), '2026-07-08 12:00');
    assert.equal(approval.latestStartShortest && momentText(approval.latestStartShortest), '2026-08-05 12:00');
  });

  it('counts what is done from its date, and takes what comes before as done', () => {
    const written = 'parcours: { etapes: { preuves: { etat: faite, fin: 2026-05-04 } } }\n';
    const plan = planOf('IMG-DB-Va2', '2026-05-20', written);
    // 4 May + 42 days = 15 June; the day of today comes in between, nothing starts in the past.
    assert.equal(step(plan, 'eligibilite').state, 'faite');
    assert.equal(step(plan, 'eligibilite').implied, true);
    assert.equal(step(plan, 'preuves').verdict, 'done');
    // 20 May + 42 days = 1 July; but the CNDA approval, of which nothing is told, takes until 20 May + 70 = 29 July.
    const end = (more: string) => {
      const { earliestEnd } = step(
        planOf('IMG-DB-Va2', '2026-05-20', written.replace('} } }', `}, ${more} } }`)),
        'referencement',
      );
      return earliestEnd && momentText(earliestEnd);
    };
    assert.equal(end('agrement_cnda: { etat: à faire }'), '2026-07-29');
    assert.equal(end('agrement_cnda: { etat: faite }'), '2026-07-01');
    // Begun on 4 May: 4 May + 42 = 15 June.
    assert.equal(
      end('agrement_cnda: { etat: faite }, referencement: { etat: en cours, debut: 2026-05-04 }'),
      '2026-06-15',
    );
  });

  it('is tight with less than seven days left over, and late with less than none', () => {
    // Ten days of work from 1 October end on the 11th.
    const verdicts = [10, 11, 17, 18, 30].map((day) => {
      const own = `parcours:
  calendrier: { dossier_preuves_complet: { date: 2026-10-${day} } }
  delais: { preuves: 10 }
  etapes: { preuves: { etat: en cours, debut: 2026-10-01 } }
`;
      const { slack, verdict } = step(planOf('MDV-LGC-Va2', '2026-10-01', own), 'preuves');
      return [slack, verdict];
    });
    assert.deepEqual(verdicts, [
      [-1, 'late'],
      [0, 'tight'],
      [6, 'tight'],
      [7, 'onTime'],
      [19, 'onTime'],
    ]);
  });

  it('lets the user’s dates and durations win', () => {
    const own = `parcours:
  calendrier: { dossier_preuves_complet: { date: 2027-03-31, heure: "14:00", source: DSR, verifie_le: 2026-09-01 } }
  delais: { agrement_cnda: 56, preuves: 30, conformite: 90 }
`;
    const plan = planOf('MDV-LGC-Va2', '2026-10-01', own);
    // 31 March 2027 14:00 − 30 = 1 March, over the beginning of summer time (28 March) at the same hour; − 90 = 1 December.
    const proofs = step(plan, 'preuves');
    assert.equal(proofs.latestStart && momentText(proofs.latestStart), '2027-03-01 14:00');
    const conformity = step(plan, 'conformite');
    assert.equal(conformity.latestStart && momentText(conformity.latestStart), '2026-12-01 14:00');
    assert.equal(step(plan, 'agrement_cnda').days, 56);
    assert.equal(step(plan, 'agrement_cnda').latestStart, undefined);
  });

  it('knows nothing of a dispositif without dates, and says so', () => {
    const plan = planOf('SAS-AGENDA', '2026-01-01');
    assert.equal(plan.critical, undefined);
    assert.ok(plan.steps.every(({ verdict }) => verdict === 'unknown'));
    assert.ok(plan.deadlines.every(({ state, at }) => state === 'unknown' && at === undefined));
  });

  it('closes at the hour, and counts the hours of a stopwatch', () => {
    const proofs = (now: string) =>
      planOf('IMG-DB-Va2', now).deadlines.find(({ id }) => id === 'jalon:dossier_preuves_complet');
    // From 28 March 00:00 (winter) to 13 May 12:00 (summer): 46 days and 12 hours on the clock, one hour less on a stopwatch.
    assert.equal(proofs('2026-03-28')?.hours, 46 * 24 + 12 - 1);
    assert.equal(proofs('2026-03-30')?.hours, 44 * 24 + 12);
    assert.equal(proofs('2026-05-13T11:59')?.state, 'ahead');
    assert.equal(proofs('2026-05-13T12:00')?.state, 'passed');
    // A day alone is its beginning: the counter is still open that day.
    assert.equal(proofs('2026-05-13')?.state, 'ahead');
    const advance = planOf('IMG-DB-Va2', '2026-10-24T12:00').deadlines.find(({ id }) => id === 'jalon:avance');
    // 24 October 12:00 (summer) to 10 November 12:00 (winter): 17 days and the hour that came twice.
    assert.equal(advance?.hours, 17 * 24 + 1);
  });

  it('gives each order its last day, 120 calendar days after its signature', () => {
    const orders = 'commandes: [{ client: A, signee_le: 2026-01-13 }, { client: B, signee_le: 2026-01-12 }]\n';
    const filed = `${orders}parcours: { etapes: { preuves: { etat: faite, fin: 2026-05-13 } } }\n`;
    const plan = planOf('IMG-DB-Va2', '2026-06-01', filed);
    // 13 May − 120: 13 to 30 April, 30 to 31 March, 31 to 28 February, 28 to 31 January, 18 to 13 January.
    assert.equal(plan.oldestAdmissibleOrder && momentText(plan.oldestAdmissibleOrder), '2026-01-13');
    assert.deepEqual(
      plan.orders.map(({ lastDay, verdict }) => [momentText(lastDay), verdict]),
      [
        ['2026-05-13', 'admissible'],
        ['2026-05-12', 'tooOld'],
      ],
    );
  });

  it('names every step once, in order', () => {
    assert.deepEqual(
      planOf('IMG-DB-Va2', '2026-01-01').steps.map(({ step: { id } }) => id),
      [...stepIds],
    );
  });
});
