import assert from 'node:assert/strict';
import { heldFile, heldManifest, heldPortfolio } from '../../../test/kit/portfolio-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue, Requirement } from '../catalogue/catalogue';
import { neverCancelled } from '../ports/cancellation';
import { offersOf } from './offers';

const asked = (more: Partial<Requirement> = {}, words = 'Une capture'): Requirement =>
  requirement('INS/va1.56', [scenario('INS/va1.56.01', [proof('INS/va1.56.01.01', [], { expected: words })])], {
    socleId: 'SC.INS/va1.56',
    ...more,
  });

const catalogue = (id: string, one: Requirement): Catalogue => ({
  ...smallCatalogue,
  dispositif: { id, wave: 2 },
  requirements: [one],
  coreScenarios: [],
});

const portfolio = 'version: 1\ndossiers: [a, b]\ncommun: commun\n';

async function offered(
  to: Requirement,
  {
    piece = '{ fichier: preuves/x.png, date: 2026-11-02, version: "1.0" }',
    path = 'preuves/x.png',
    from = asked(),
  } = {},
  evidence: Parameters<typeof heldPortfolio>[0]['evidence'] = { [`a|${path}`]: heldFile('1') },
) {
  const { holdings } = await heldPortfolio({
    portfolio,
    files: {
      'a/main.preuves.yaml': heldManifest('A', 'A', piece),
      'b/main.preuves.yaml': heldManifest('B', 'B'),
    },
    evidence,
    catalogues: { A: catalogue('A', from), B: catalogue('B', to) },
  });
  return offersOf(holdings, neverCancelled);
}

describe('what could serve elsewhere', () => {
  it('is a file that proves the same text, with what is noted of it', async () => {
    const [offer, ...others] = await offered(asked({ socleId: 'AUTRE' }));
    assert.deepEqual(others, []);
    assert.match(offer?.id ?? '', /^[0-9a-f]{12}$/);
    assert.deepEqual(
      { ...offer, id: '' },
      {
        id: '',
        reason: 'sameText',
        from: {
          dossier: 'a/main.preuves.yaml',
          requirement: 'INS/va1.56',
          scenario: 'INS/va1.56.01',
          proof: 'INS/va1.56.01.01',
        },
        to: {
          dossier: 'b/main.preuves.yaml',
          requirement: 'INS/va1.56',
          scenario: 'INS/va1.56.01',
          proof: 'INS/va1.56.01.01',
        },
        path: 'preuves/x.png',
        sha256: '1'.repeat(64),
        date: '2026-11-02',
        version: '1.0',
      },
    );
  });

  it('is one under the same socle id, with the text to be compared', async () => {
    const found = await offered(asked({ text: 'Un autre énoncé' }));
    assert.deepEqual(
      found.map(({ reason }) => reason),
      ['sameSocle'],
    );
  });

  it('is nothing where neither is the same, or where nothing is known to be', async () => {
    assert.deepEqual(await offered(asked({ text: 'Un autre énoncé', socleId: 'AUTRE' })), []);
    const silent = (more: Partial<Requirement>): Requirement => {
      const { id, scenarios } = asked();
      const { text, socleId, ...rest } = requirement(id, scenarios);
      assert.ok(text !== undefined && socleId === undefined);
      return { ...rest, ...more };
    };
    assert.deepEqual(await offered(silent({}), { from: silent({}) }), [], 'two silences are not the same text');
    assert.deepEqual(await offered(silent({ text: '  ' }), { from: silent({ text: '' }) }), []);
  });

  it('is no file that is missing, changed, or not looked at; no statement and no link', async () => {
    const same = asked();
    assert.deepEqual(await offered(same, {}, {}), []);
    assert.deepEqual(await offered(same, {}, { 'a|preuves/x.png': { state: 'absent' } }), []);
    const noted = `{ fichier: preuves/x.png, sha256: ${'2'.repeat(64)} }`;
    assert.deepEqual(await offered(same, { piece: noted }), [], 'another digest than noted: to be looked into first');
    assert.deepEqual(await offered(same, { piece: '{ declaration: preuves/x.png }' }), []);
    assert.deepEqual(await offered(same, { piece: '{ lien: "https://exemple.invalid/x" }' }), []);
  });

  it('may be a common piece', async () => {
    const path = 'commun:x.png';
    const found = await offered(asked(), { piece: `{ fichier: "${path}" }`, path });
    assert.deepEqual(
      found.map((one) => one.path),
      [path],
    );
  });

  it('pairs a requirement of one socle only by the same words, or by the only proof of both', async () => {
    const two = asked({
      text: 'Un autre énoncé',
      scenarios: [
        scenario('INS/va1.56.01', [
          proof('INS/va1.56.01.01', [], { expected: 'Un film' }),
          proof('INS/va1.56.01.02', [], { expected: 'Une  capture' }),
        ]),
      ],
    });
    const found = await offered(two);
    assert.deepEqual(
      found.map(({ to }) => to.proof),
      ['INS/va1.56.01.02'],
    );
  });

  it('is offered for what is still to be provided alone, from wherever it is, never to itself', async () => {
    const ofTwo = asked({
      scenarios: [
        scenario('INS/va1.56.01', [
          proof('INS/va1.56.01.01', [], { expected: 'Une capture' }),
          proof('INS/va1.56.01.02', [], { expected: 'Un film' }),
        ]),
      ],
    });
    const film = '\n          INS/va1.56.01.02:\n            - fichier: preuves/film.mp4\n';
    const { holdings } = await heldPortfolio({
      portfolio: 'version: 1\ndossiers: [a, b, c, d, e]\n',
      files: {
        'a/main.preuves.yaml': heldManifest('A', 'A', '{ fichier: preuves/x.png }'),
        'b/main.preuves.yaml': heldManifest('B', 'A') + film,
        'c/main.preuves.yaml': heldManifest('C', 'A', '{ fichier: preuves/x.png }'),
        'd/main.preuves.yaml': heldManifest('D', 'A'),
        'e/main.preuves.yaml': heldManifest('E', 'SANS-REM'),
      },
      evidence: {
        ...{ 'a|preuves/x.png': heldFile('1'), 'b|preuves/film.mp4': heldFile('2'), 'c|preuves/x.png': heldFile('3') },
      },
      catalogues: { A: catalogue('A', ofTwo) },
    });
    const named = offersOf(holdings, neverCancelled).map(
      ({ from, to }) => `${from.dossier[0] ?? ''} → ${to.dossier[0] ?? ''} ${to.proof}`,
    );
    const [shot, movie] = ['INS/va1.56.01.01', 'INS/va1.56.01.02'];
    assert.deepEqual(named.sort(), [
      `a → b ${shot}`,
      `a → d ${shot}`,
      `b → a ${movie}`,
      `b → c ${movie}`,
      `b → d ${movie}`,
      `c → b ${shot}`,
      `c → d ${shot}`,
    ]);
  });
});
