import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { openRequests } from './open-requests';
import { requestDates, requestState, requestSubject } from './request-words';

const today = '2026-11-20';

async function requestsOf(body: string) {
  const { analysis } = await analyse([], { main: manifest(body) });
  return openRequests(analysis, today);
}

const history = (...lines: string[]) => `exigences: {}
chapitres:
  Identité nationale de santé:
    historique:
${lines.map((line) => `      - { ${line} }\n`).join('')}`;
const asked = 'statut: modification demandée';
const proof = (id: string) => `preuve: ${id}`;

describe('requests of ANS that are open', () => {
  it('come the oldest first, those without a day last, and say until when to answer', async () => {
    const found = await requestsOf(
      history(
        `${asked}, ${proof('INS/va1.56.02.01')}, commentaire: Sans jour`,
        `${asked}, le: 2026-11-19, ${proof('INS/va1.56.02.02')}`,
        `${asked}, le: 2026-11-10, ${proof('XX.01')}`,
        `${asked}, le: 2026-11-10, ${proof('SCN_DB/CO.01.01.01')}`,
      ),
    );
    assert.deepEqual(
      found.map((each) => [requestSubject(each), each.requirement, each.scenario, each.ageDays, each.overdue]),
      [
        ['XX.01', undefined, undefined, 10, true],
        ['SCN_DB/CO.01.01.01', undefined, 'SCN_DB/CO.01', 10, true],
        ['INS/va1.56.02.02', 'INS/va1.56', 'INS/va1.56.02', 1, false],
        ['INS/va1.56.02.01', 'INS/va1.56', 'INS/va1.56.02', undefined, false],
      ],
    );
    assert.deepEqual(
      found.map((each) => [requestDates(each, 'fr'), requestDates(each, 'en')]),
      [
        [
          'du 2026-11-10 · réponse conseillée au plus tard le 2026-11-11 : dépassé',
          'of 2026-11-10 · answer advised by 2026-11-11: overdue',
        ],
        [
          'du 2026-11-10 · réponse conseillée au plus tard le 2026-11-11 : dépassé',
          'of 2026-11-10 · answer advised by 2026-11-11: overdue',
        ],
        ['du 2026-11-19 · répondre d’ici le 2026-11-20', 'of 2026-11-19 · answer by 2026-11-20'],
        ['sans date', 'no date'],
      ],
    );
    assert.deepEqual(
      [requestState(true, 'fr'), requestState(false, 'fr'), requestState(true, 'en'), requestState(false, 'en')],
      ['à traiter, en retard', 'à traiter', 'to deal with, late', 'to deal with'],
    );
  });

  it('are not settled by what ANS accepts of another proof', async () => {
    const open = async (...lines: string[]) => (await requestsOf(history(...lines))).map(requestSubject);
    const request = `${asked}, le: 2026-11-10, ${proof('INS/va1.56.02.01')}`;
    const accepted = 'statut: validé, le: 2026-11-12';
    assert.deepEqual(await open(request, `${accepted}, ${proof('INS/va1.56.02.02')}`), ['INS/va1.56.02.01']);
    assert.deepEqual(await open(request, `${accepted}, ${proof('INS/va1.56.02.01')}`), []);
    assert.deepEqual(await open(request, accepted), []);
  });

  it('are of entries that the REM does not know by what is written, and of a chapter by its name', async () => {
    const found = await requestsOf(`exigences:
  XX.01:
    scenarios:
      XX.01.01:
        preuves: { XX.01.01.01: [ { titre: Film } ] }
        instruction: { XX.01.01.01: [ { avis: modification demandée } ] }
chapitres:
  Pro Santé Connect: { historique: [ { statut: modification demandée, le: 2026-11-20 } ] }
`);
    assert.deepEqual(
      found.map((each) => [requestSubject(each), each.scenario, each.ageDays]),
      [
        ['Pro Santé Connect', undefined, 0],
        ['XX.01.01.01', 'XX.01.01', undefined],
      ],
    );
  });
});
