import assert from 'node:assert/strict';
import { parseManifest } from '../../manifest/parse-manifest';
import { moment, momentText } from '../../time/moment';
import { within, type Deadline } from './deadlines';
import { makePlan, type Plan } from './make-plan';

function planOf(now: string, more = '', head = ''): Plan {
  const [date = '', time] = now.split('T');
  const at = moment(date, time);
  assert.ok(at, now);
  return makePlan(parseManifest(`version: 1\ndossier: { dispositif: IMG-DB-Va2${head} }\n${more}`), at);
}
/** @param id whole, or up to its last colon */
const find = (plan: Plan, id: string): Deadline | undefined =>
  plan.deadlines.find((one) => one.id === id || (id.endsWith(':') && one.id.startsWith(id)));
const shown = (one: Deadline | undefined) =>
  one && [one.at && momentText(one.at), one.state, one.days, ...(one.hours === undefined ? [] : [one.hours])];
const steps = (text: string) => `parcours: { etapes: { ${text} } }\n`;

describe('a date of the calendar', () => {
  it('is ahead until its hour, passed after it, and so many days and hours away', () => {
    const id = 'jalon:dossier_preuves_complet';
    assert.deepEqual(shown(find(planOf('2026-05-11T10:30'), id)), ['2026-05-13 12:00', 'ahead', 2, 49]);
    assert.deepEqual(shown(find(planOf('2026-05-13T11:59'), id)), ['2026-05-13 12:00', 'ahead', 0, 0]);
    assert.deepEqual(shown(find(planOf('2026-05-14T09:00'), id))?.slice(1, 3), ['passed', -1]);
    // The night in which clocks go back has 25 hours.
    assert.equal(
      find(
        planOf('2026-10-24T12:00', 'parcours: { calendrier: { avance: { date: 2026-10-25, heure: "12:00" } } }\n'),
        'jalon:avance',
      )?.hours,
      25,
    );
  });

  it('is met by what it closes, once that is done or has no object, and a beginning where only the beginning counts', () => {
    const state = (id: string, text: string) => find(planOf('2026-04-20', steps(text)), `jalon:${id}`)?.state;
    for (const done of ['etat: faite, fin: 2026-04-01', 'etat: sans objet'])
      assert.equal(state('dossier_preuves_complet', `preuves: { ${done} }`), 'met', done);
    for (const open of ['etat: en cours, debut: 2026-04-01', 'etat: a faire'])
      assert.equal(state('dossier_preuves_complet', `preuves: { ${open} }`), 'ahead', open);
    // The administrative file closes its filing; the examination that follows may last.
    for (const begun of ['en cours, debut: 2025-09-01', 'faite, fin: 2025-09-01'])
      assert.equal(state('dossier_administratif', `eligibilite: { etat: ${begun} }`), 'met', begun);
    const early = planOf('2025-09-01', steps('eligibilite: { etat: a faire }'));
    assert.equal(find(early, 'jalon:dossier_administratif')?.state, 'ahead');
    assert.equal(state('avance', 'demande_avance: { etat: faite, fin: 2026-04-10 }'), 'met');
    assert.equal(state('solde', 'demande_avance: { etat: faite, fin: 2026-04-10 }'), 'ahead');
  });

  it('that opens something is met by nothing that is done: it comes or it went', () => {
    const { kind, state } = find(planOf('2026-04-20'), 'jalon:avance_ouverture') ?? {};
    assert.deepEqual([kind, state], ['opening', 'passed']);
    const done = steps('enrolement: { etat: faite, fin: 2025-06-01 }');
    assert.equal(find(planOf('2025-05-01', done), 'jalon:enrolement_ouverture')?.state, 'ahead');
    assert.equal(find(planOf('2026-04-20'), 'jalon:solde')?.kind, 'closing');
  });

  it('that nobody knows is unknown, and stands behind all that are known, which stand by date', () => {
    const { deadlines } = planOf('2026-04-20');
    const days = deadlines.map((one) => one.at?.day ?? Infinity);
    assert.deepEqual(
      days,
      [...days].sort((a, b) => a - b),
    );
    const unknown = makePlan(
      parseManifest('version: 1\ndossier: { dispositif: MDV-LGC-Va2 }\n'),
      moment('2026-04-20') ?? assert.fail(),
    );
    const one = unknown.deadlines.find(({ id }) => id === 'jalon:dossier_preuves_complet');
    assert.deepEqual([one?.at, one?.state, one?.days], [undefined, 'unknown', undefined]);
  });

  it('is soon where it is ahead within the days that are asked for, the last included', () => {
    const soon = (now: string, days: number) => within(planOf(now).deadlines, days).map(({ id }) => id);
    assert.deepEqual(soon('2026-04-13', 30), ['jalon:dossier_preuves_complet']);
    assert.deepEqual(soon('2026-04-12', 30), []);
    assert.deepEqual(soon('2026-05-14', 30), []);
  });
});

describe('the window of an order', () => {
  const order = (more: string) => `commandes: [ { client: Cabinet Exemple, ${more} } ]\n`;
  const days = (now: string, text: string, head?: string) => shown(find(planOf(now, text, head), 'commande:'));

  it('ends 120 days after the signature, or the days that the team found', () => {
    // 30 January + 120 days: 29 left in January and February, 31 in March, 30 in April = 90, 30 more = 30 May.
    assert.deepEqual(days('2026-04-30', order('signee_le: 2026-01-30')), ['2026-05-30', 'ahead', 30]);
    assert.deepEqual(days('2026-06-01', order('signee_le: 2026-01-30'))?.slice(1), ['passed', -2]);
    const own = `${order('signee_le: 2026-01-30')}parcours: { delais: { fenetre_commande: 121 } }\n`;
    assert.deepEqual(days('2026-04-30', own)?.slice(0, 1), ['2026-05-31']);
    const label = find(planOf('2026-04-30', order('signee_le: 2026-01-30')), 'commande:')?.label;
    assert.match(label?.fr ?? '', /Commande Cabinet Exemple : dernier jour/);
    assert.match(label?.en ?? '', /Order of Cabinet Exemple: last day/);
  });

  it('is met once the complete file is filed, and none of an order that was cancelled', () => {
    const filed = steps('preuves: { etat: faite, fin: 2026-05-04 }');
    assert.equal(days('2026-06-20', order('signee_le: 2026-01-30') + filed)?.[1], 'met');
    assert.equal(days('2026-04-30', order('signee_le: 2026-01-30, annulee_le: 2026-02-01')), undefined);
  });

  it('keeps its name whatever comes before it, and whatever is corrected in an order with a reference', () => {
    const ids = (...orders: string[]) =>
      planOf('2026-04-30', `commandes: [ ${orders.map((one) => `{ ${one} }`).join(', ')} ]\n`)
        .deadlines.filter(({ id }) => id.startsWith('commande:'))
        .map(({ id }) => id)
        .sort();
    const [a, b] = ['client: A, signee_le: 2026-01-30', 'client: B, signee_le: 2026-01-31'];
    assert.deepEqual(ids(a, b), ids(b, a));
    assert.ok(ids(a, b).includes(ids(a)[0] ?? '?'));
    assert.notDeepEqual(ids(a), ids(b));
    assert.notDeepEqual(ids(a), ids(a.replace('2026-01-30', '2026-01-29')));
    const named = 'client: A, signee_le: 2026-01-30, reference: X1';
    assert.deepEqual(ids(named), ids(named.replace('2026-01-30', '2026-01-29')));
    assert.deepEqual(ids(named), ids(named.replace('client: A', 'client: "  a "')));
    // The same twice are two.
    assert.equal(new Set(ids(a, a)).size, 2);
    assert.ok(ids(a, a).includes(ids(a)[0] ?? '?'));
  });

  it('says whether the order is admissible, and from when the complete file is counted', () => {
    const verdict = (now: string, text: string, head?: string) => planOf(now, text, head).orders[0]?.verdict;
    const signed = order('signee_le: 2026-01-30');
    assert.equal(verdict('2026-05-30', signed), 'open');
    assert.equal(verdict('2026-05-31', signed), 'expired');
    assert.equal(verdict('2026-04-01', signed, ', depot_vise: 2026-05-30'), 'admissible');
    assert.equal(verdict('2026-04-01', signed, ', depot_vise: 2026-05-31'), 'tooOld');
    // The step's own plan counts before that of the dossier, and the day of filing before both.
    const planned = (day: string) => signed + steps(`preuves: { etat: en cours, prevue_le: ${day} }`);
    assert.equal(verdict('2026-04-01', planned('2026-05-30'), ', depot_vise: 2026-06-30'), 'admissible');
    assert.equal(verdict('2026-04-01', planned('2026-05-31'), ', depot_vise: 2026-05-01'), 'tooOld');
    assert.equal(
      verdict('2026-07-01', signed + steps('preuves: { etat: faite, fin: 2026-05-30 }'), ', depot_vise: 2026-06-30'),
      'admissible',
    );
    assert.equal(verdict('2026-07-01', signed + steps('preuves: { etat: faite, fin: 2026-05-31 }')), 'tooOld');
    assert.equal(verdict('2026-07-01', signed + steps('preuves: { etat: faite }'), ', depot_vise: 2026-05-30'), 'open');
    assert.equal(verdict('2026-04-01', order('signee_le: 2026-11-10')), 'open');
    assert.equal(verdict('2026-04-01', order('signee_le: 2026-11-11')), 'afterAdvance');
    assert.equal(verdict('2026-04-01', order('signee_le: 2026-11-11, annulee_le: 2026-11-12')), 'cancelled');
  });
});

describe('an obligation', () => {
  it('is to sell within two months of the referencing, until the day of the sale is told', () => {
    const referenced = 'etapes: { referencement: { etat: faite, fin: 2026-07-10 } }';
    const id = 'obligation:commercialisation';
    assert.deepEqual(shown(find(planOf('2026-08-10', `parcours: { ${referenced} }\n`), id)), [
      '2026-09-10',
      'ahead',
      31,
    ]);
    const sold = `parcours: { commercialisee_le: 2026-08-01, ${referenced} }\n`;
    assert.equal(find(planOf('2026-08-10', sold), id)?.state, 'met');
    for (const none of ['', steps('referencement: { etat: faite }'), steps('referencement: { etat: en cours }')])
      assert.equal(find(planOf('2026-08-10', none), id), undefined, none);
  });

  it('is a penetration test of less than a year, until the complete file is filed', () => {
    const test = 'administratif: { test_intrusion: { date: 2025-06-01 } }\n';
    const id = 'obligation:test_intrusion';
    assert.deepEqual(shown(find(planOf('2026-05-01', test), id)), ['2026-06-01', 'ahead', 31]);
    assert.equal(find(planOf('2026-06-02', test), id)?.state, 'passed');
    assert.equal(
      find(planOf('2026-06-02', test + steps('preuves: { etat: faite, fin: 2026-05-04 }')), id)?.state,
      'met',
    );
    assert.equal(find(planOf('2026-05-01', test, ', depot_vise: 2026-05-20'), id)?.state, 'ahead');
    assert.equal(find(planOf('2026-05-01'), id), undefined);
  });

  it('is an answer to ANS within a day, until it is given, each under a name of its own that stays', () => {
    const exchanges = (...all: string[]) =>
      `parcours: { echanges: [ ${all.map((one) => `{ ${one} }`).join(', ')} ] }\n`;
    const of = (...all: string[]) =>
      planOf('2026-06-01', exchanges(...all)).deadlines.filter(({ id }) => id.startsWith('obligation:echange:'));
    const [one] = of('recu_le: 2026-06-01, objet: INS');
    assert.deepEqual(shown(one), ['2026-06-02', 'ahead', 1]);
    assert.deepEqual(
      [one?.label.fr, one?.label.en],
      ['Réponse à l’ANS sous 24 heures, conseillée (INS)', 'Answer to ANS within 24 hours, advised (INS)'],
    );
    assert.equal(of('recu_le: 2026-06-01')[0]?.label.fr, 'Réponse à l’ANS sous 24 heures, conseillée');
    assert.equal(of('recu_le: 2026-05-01')[0]?.state, 'passed');
    assert.equal(of('recu_le: 2026-05-01, repondu_le: 2026-05-02')[0]?.state, 'met');
    const [a, b] = ['recu_le: 2026-05-01, objet: A', 'recu_le: 2026-05-02, objet: A'];
    const ids = (...all: string[]) =>
      of(...all)
        .map(({ id }) => id)
        .sort();
    assert.deepEqual(ids(a, b), ids(b, a));
    assert.equal(new Set(ids(a, b)).size, 2);
    assert.ok(ids(a, b).includes(ids(a)[0] ?? '?'));
    assert.notDeepEqual(ids(a), ids(a.replace('objet: A', 'objet: B')));
  });
});
