import assert from 'node:assert/strict';
import { factsWith, shippedFacts, type KnownFacts } from '../../facts/known-facts';
import { readFacts } from '../../facts/read-facts';
import { milestoneIds } from '../../manifest/journey-ids';
import { parseManifest } from '../../manifest/parse-manifest';
import { moment } from '../../time/moment';
import { makePlan, planOn } from './make-plan';
import { parcoursView } from './parcours-view';
import { planJson } from './plan-json';
import { timelineOf } from './timeline';

function planOf(text: string, today = '2026-04-20', facts: KnownFacts = shippedFacts) {
  const [date = '', time] = today.split(' ');
  const now = moment(date, time);
  assert.ok(now);
  return makePlan(parseManifest(`version: 1\n${text}`), now, undefined, facts);
}

function factsOf(text: string): KnownFacts {
  const { file, problems } = readFacts(`version: '3'\norigine: Équipe\n${text}`);
  assert.ok(file, problems.map(({ message }) => message.fr).join('\n'));
  return factsWith([{ uri: 'file:///d/faits.yaml', file }]);
}

const ofTeam = factsOf(`delais:
  - { id: eligibilite_ans, valeur: 2, unite: semaines, libelle: { fr: é, en: e }, nature: indicatif, source: [roadmap], confiance: vu, verifie_le: 2026-03-01 }
dispositifs:
  - id: MDV-LGC-Va2
    vague: 2
    jalons:
      - { id: avance, date: 2027-01-15, source: [dsr_juin], confiance: vu, verifie_le: null }
sources:
  - { cle: dsr_juin, libelle: DSR relu, date: 2026-06-01 }
regimes:
  - { id: ours, nom: { fr: Le nôtre, en: Ours }, dispositifs: '^EX-', etapes: inconnues, identifiants: [{ exemple: [A, A.1], suite: '^[.]1$' }] }
`);
const paquet = { origine: 'Équipe', version: '3' };

describe('the plan for machines', () => {
  it('has null for all that a manifest without anything leaves unknown', () => {
    const { dispositif, vague, etape_critique, dossier_complet, commande_la_plus_ancienne, echeances } = planJson(
      planOf(''),
    );
    assert.deepEqual(
      [dispositif, vague, etape_critique, dossier_complet, commande_la_plus_ancienne],
      [null, null, null, null, null],
    );
    assert.ok(echeances.every((each) => !('heure' in each) && each.date === null));
  });

  it('tells whether the complete file was filed, or is to be', () => {
    const filed = planJson(planOf('parcours: { etapes: { preuves: { etat: faite, fin: 2026-04-01 } } }\n'));
    assert.deepEqual(filed.dossier_complet, { date: '2026-04-01', etat: 'déposé' });
    const planned = planJson(planOf('dossier: { depot_vise: 2026-05-01 }\n'));
    assert.deepEqual(planned.dossier_complet, { date: '2026-05-01', etat: 'prévu' });
    assert.deepEqual(planned.commande_la_plus_ancienne, { date: '2026-01-01' });
  });

  it('names the data package of a date or a delay, and where the dossier read its own', () => {
    const text = `dossier: { dispositif: MDV-LGC-Va2 }
parcours:
  calendrier:
    solde: { date: 2027-09-01, source: Avis du 3 juin, verifie_le: 2026-04-02 }
    fin_prestations: { date: 2027-06-01 }
`;
    const plan = planOf(text, '2026-04-20 09:00', ofTeam);
    const { au, echeances, etapes } = planJson(plan);
    assert.deepEqual(au, { date: '2026-04-20', heure: '09:00', instant: '2026-04-20T07:00:00.000Z' });
    const said = (id: string) => {
      const found = echeances.find((each) => each.id === `jalon:${id}`);
      return found && [found.origine, found.source, found.verifie_le, 'paquet' in found ? found.paquet : undefined];
    };
    assert.deepEqual(said('avance'), ['shipped', ['dsr_juin'], null, paquet]);
    assert.deepEqual(said('solde'), ['manifest', 'Avis du 3 juin', '2026-04-02', undefined]);
    assert.deepEqual(said('fin_prestations'), ['manifest', null, null, undefined]);
    assert.deepEqual(etapes.find(({ id }) => id === 'eligibilite')?.delais, [
      {
        id: 'eligibilite_ans',
        valeur: 2,
        unite: 'semaines',
        nature: 'indicatif',
        source: ['roadmap'],
        confiance: 'vu',
        verifie_le: '2026-03-01',
        paquet,
      },
    ]);
    const words = (locale: 'fr' | 'en') =>
      new Map(parcoursView(plan, locale).deadlines.map(({ id, check, provenance }) => [id, [check, provenance]]));
    assert.equal(words('fr').get('jalon:avance')?.[0], 'données « Équipe », version 3 ; non vérifié');
    assert.equal(words('en').get('jalon:avance')?.[0], 'data “Équipe”, version 3; not checked');
    assert.match(
      words('fr').get('jalon:avance')?.[1] ?? '',
      / ; DSR relu \(2026-06-01\) ; données « Équipe », version 3 ; /,
    );
    assert.match(
      words('en').get('jalon:avance')?.[1] ?? '',
      /; DSR relu \(2026-06-01\); data “Équipe”, version 3; not/,
    );
    assert.deepEqual(words('fr').get('jalon:solde'), [
      'vérifié le 2026-04-02',
      'date du dossier ; Avis du 3 juin ; vérifiée le 2026-04-02',
    ]);
    assert.deepEqual(words('en').get('jalon:solde'), [
      'checked on 2026-04-02',
      'date of the dossier; Avis du 3 juin; checked on 2026-04-02',
    ]);
    assert.deepEqual(words('fr').get('jalon:fin_prestations'), ['non vérifié', 'date du dossier ; non vérifiée']);
    assert.deepEqual(words('en').get('jalon:fin_prestations'), ['not checked', 'date of the dossier; not checked']);
  });

  it('says of a regime whose steps nobody told that they are not known', () => {
    const own = 'parcours: { etapes: { preuves: { etat: en cours } } }\n';
    const plan = planOf(`dossier: { dispositif: EX-1 }\n${own}`, '2026-04-20', ofTeam);
    const { etapes, etapes_non_connues } = planJson(plan);
    assert.deepEqual([etapes.map(({ id }) => id), etapes_non_connues], [['preuves'], true]);
    assert.equal('etapes_non_connues' in planJson(planOf(own)), false);
    assert.equal(
      parcoursView(plan, 'en').note,
      'Ours: steps not known. Only those that the dossier writes (parcours.etapes, parcours.calendrier) are shown.',
    );
  });
});

describe('a plan', () => {
  it('takes a duration that is a number, and shows it as the user’s own', () => {
    const details = (value: string, locale: 'fr' | 'en') =>
      parcoursView(planOf(`parcours: { delais: { preuves: ${value} } }\n`), locale).steps.find(
        ({ id }) => id === 'preuves',
      )?.details[0];
    assert.match(details('10', 'fr') ?? '', /10 jours/);
    assert.match(details('10', 'en') ?? '', /10 days/);
    assert.doesNotMatch(details('dix', 'fr') ?? '', /10 jours/);
  });

  it('knows the calendar of a dossier that writes all of its dates', () => {
    const dates = (ids: readonly string[]) =>
      `parcours:\n  calendrier:\n${ids.map((id) => `    ${id}: { date: 2027-01-01 }\n`).join('')}`;
    const state = (ids: readonly string[]) =>
      parcoursView(planOf(dates(ids)), 'fr').steps.find(({ id }) => id === 'jalons')?.stateLabel;
    const count = milestoneIds.length;
    assert.equal(state(milestoneIds), `faite (déduit de parcours.calendrier, dates écrites : ${count} sur ${count})`);
    assert.equal(
      state(milestoneIds.slice(1)),
      `en cours (déduit de parcours.calendrier, dates écrites : ${count - 1} sur ${count})`,
    );
  });

  it('tells exchanges of one day apart by their hours, and steps that are of no concern', () => {
    const plan = planOf(`echanges:
  - { recu_le: 2026-04-19, heure: "10:00", objet: Preuve 1 }
  - { recu_le: 2026-04-19, heure: "09:00", objet: Preuve 1 }
  - { recu_le: 2026-04-19, objet: Preuve 1 }
parcours: { etapes: { avance: { etat: sans objet } } }
`);
    const ids = plan.deadlines.filter(({ id }) => id.startsWith('obligation:echange:')).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const { steps, oldestOrder } = parcoursView(plan, 'en');
    const none = steps.find(({ id }) => id === 'avance');
    assert.deepEqual([none?.earliestStart, none?.earliestEnd, none?.latestEnd], ['–', '–', '–']);
    assert.equal(oldestOrder, 'unknown');
  });

  it('says of a closing that it went by this very day', () => {
    const closing = 'parcours: { calendrier: { solde: { date: 2026-04-20, heure: "08:00" } } }\n';
    const when = (locale: 'fr' | 'en') =>
      parcoursView(planOf(closing, '2026-04-20 09:00'), locale).deadlines.find(({ id }) => id === 'jalon:solde')?.when;
    assert.deepEqual([when('fr'), when('en')], ['passée aujourd’hui', 'over today']);
  });

  it('is made of a day that exists', () => {
    const parsed = parseManifest('version: 1\n');
    assert.equal(planOn(parsed, '2026-02-31', shippedFacts), undefined);
    assert.equal(planOn(parsed, '2026-02-28', shippedFacts), planOn(parsed, '2026-02-28', shippedFacts));
  });

  it('marks months, and years alone where it is drawn over many', () => {
    const labels = (last: string, locale: 'fr' | 'en') =>
      timelineOf(planOf(`parcours: { calendrier: { solde: { date: ${last} } } }\n`), locale)?.ticks.map(
        ({ label }) => label,
      );
    assert.deepEqual(labels('2026-07-02', 'fr'), ['mai 2026', 'juin', 'juil.']);
    assert.deepEqual(labels('2027-02-02', 'en')?.slice(0, 2), ['May 2026', 'Jun']);
    assert.ok(labels('2027-02-02', 'en')?.includes('Jan 2027'));
    const far = `2036-01-01 }, avance: { date: 2020-01-01`;
    const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032];
    assert.deepEqual(
      labels(far, 'fr'),
      years.map((year) => `janv. ${year}`),
    );
  });
});
