import assert from 'node:assert/strict';
import { analyse, manifest, mainUri } from '../../../test/kit/dossier-kit';
import { placeThreads, threadKey, threadsAbout, threadsUnder } from './place-threads';
import { readThread, unreadThread } from './read-thread';
import { openThreads, threadTally } from './thread-tally';
import { threadTrouble } from './thread-words';

const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: []
          INS/inconnue.01: []
`);
const thread = (id: string, head: string) =>
  readThread(id, `file:///dossier/discussions/${id}`, {
    text: `version: 1\n${head}\nmessages: [ { par: AM, le: 2026-11-20, texte: x } ]\n`,
  });
const dossierOf = async (text = main, catalogue?: null) =>
  (await analyse([], { main: text, ...(catalogue === null ? { catalogue } : {}) })).analysis.dossier;

describe('where threads stand', () => {
  it('is at what they are about, else at what that would be written under', async () => {
    const dossier = await dossierOf();
    const placed = placeThreads(
      [
        thread('a', 'preuve: INS/va1.56.02.01'),
        thread('b', 'preuve: ins/VA1.56.02.02'),
        thread('c', 'exigence: LGC.INS.01'),
        thread('d', 'scenario: SCN_DB/CO.01'),
        thread('e', 'preuve: INS/inconnue.01'),
        thread('f', 'exigence: PSC.01'),
      ],
      dossier,
    );
    const at = placed.map(({ at: place }) => place && main.slice(place.range.start, place.range.end));
    assert.deepEqual(at, ['INS/va1.56.02.01', 'INS/va1.56.02', 'INS/va1.56', undefined, 'INS/inconnue.01', undefined]);
    assert.ok(placed.every(({ lost, at: place }) => lost === undefined && (place?.uri ?? mainUri) === mainUri));
    assert.deepEqual(placed[1]?.slot, {
      requirement: 'INS/va1.56',
      scenario: 'INS/va1.56.02',
      proof: 'INS/va1.56.02.02',
    });
    assert.equal(threadsAbout(placed, { scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.01' }).length, 1);
    assert.equal(threadsAbout(placed, { requirement: 'INS/va1.56' }).length, 1);
    assert.equal(threadsAbout(placed, { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02' }).length, 0);
  });

  it('is nowhere for what the dossier does not know: said, not lost', async () => {
    const dossier = await dossierOf();
    const all = [
      thread('a', 'preuve: AILLEURS.01'),
      thread('b', 'exigence: AILLEURS'),
      thread('c', 'dossier: parti.preuves.yaml\npreuve: INS/va1.56.02.01'),
      unreadThread('d', 'file:///d', { kind: 'directory' }),
      readThread('e', 'file:///e', { text: 'bonjour' }),
    ];
    const placed = placeThreads(all, dossier);
    assert.deepEqual(
      placed.map(({ lost }) => lost),
      ['orphan', 'orphan', 'orphan', 'unknown', 'orphan'],
    );
    for (const one of placed) assert.match(threadTrouble(one, 'fr') ?? '', /discussions\/[a-e]/);
    assert.deepEqual(threadTally(placed), { open: 4, troubled: 5 });
  });

  it('is not known, rather than nowhere, without a catalogue or with a part not read', async () => {
    const dossier = await dossierOf(main, null);
    const placed = placeThreads(
      [thread('a', 'preuve: INS/va1.56.02.02'), thread('b', 'preuve: INS/va1.56.02.01')],
      dossier,
    );
    assert.deepEqual(
      placed.map(({ lost }) => lost),
      ['unknown', undefined],
    );
    assert.equal(threadTally(placed).troubled, 0);
  });

  it('is left to the other dossier of the folder, where there is one', async () => {
    const dossier = await dossierOf();
    const siblings = ['autre.preuves.yaml'];
    const all = [
      thread('a', 'dossier: autre.preuves.yaml\npreuve: INS/va1.56.02.01'),
      thread('b', 'dossier: main.preuves.yaml\npreuve: INS/va1.56.02.01'),
      thread('c', 'preuve: AILLEURS.01'),
      thread('d', 'dossier: parti.preuves.yaml\npreuve: X'),
    ];
    assert.deepEqual(
      placeThreads(all, dossier, siblings).map((one) => [one.thread.id, one.lost]),
      [
        ['b', undefined],
        ['d', 'orphan'],
      ],
    );
  });

  it('is where something is written that the catalogue does not know, under each of its levels', async () => {
    const own = `${main}  X:
    scenarios:
      X.01:
        preuves:
          X.01.01: []
      X.02:
        preuves:
          X.01.01: []
scenarios:
  SCN_DB/CO.01:
    preuves:
      SCN_DB/CO.01.01.01: []
  Y.01:
    preuves:
      Y.01.01: []
`;
    const dossier = await dossierOf(own);
    const placed = placeThreads(
      [
        thread('a', 'exigence: X'),
        thread('b', 'scenario: X.02'),
        thread('c', 'scenario: X.02\npreuve: X.01.01'),
        thread('d', 'scenario: Y.01'),
        thread('e', 'preuve: Y.01.01'),
        thread('f', 'preuve: SCN_DB/CO.01.01.01'),
        thread('g', 'exigence: INS/va1.56\nscenario: INS/va1.56.02\npreuve: INS/va1.56.02.01'),
        thread('h', 'scenario: Y.01\npreuve: X.01.01'),
        thread('i', 'preuve: ""\nscenario: "  "\nexigence: X\nsujet: ""'),
      ],
      dossier,
    );
    const second = own.indexOf('X.01.01', own.indexOf('X.02'));
    const scenario = 'X.02';
    const is = { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.01' };
    assert.deepEqual(
      placed.map(({ slot, at }) => [slot, at?.range.start]),
      [
        [{ requirement: 'X' }, own.indexOf('X:')],
        [{ requirement: 'X', scenario }, own.indexOf('X.02')],
        [{ requirement: 'X', scenario, proof: 'X.01.01' }, second],
        [{ scenario: 'Y.01' }, own.indexOf('Y.01')],
        [{ scenario: 'Y.01', proof: 'Y.01.01' }, own.indexOf('Y.01.01')],
        [{ scenario: 'SCN_DB/CO.01', proof: 'SCN_DB/CO.01.01.01' }, own.indexOf('SCN_DB/CO.01.01.01')],
        [is, own.indexOf(is.proof)],
        [undefined, undefined],
        [{ requirement: 'X' }, own.indexOf('X:')],
      ],
    );
    assert.equal(placed[8]?.thread.subject, undefined);
    const under = (id: string) => threadsUnder(placed, id).map(({ thread: { id: of } }) => of);
    assert.deepEqual(under(' x.02 '), ['b', 'c']);
    assert.deepEqual(under('Y.01'), ['d', 'e', 'h'], 'of the last it is not known');
    const lost = placeThreads([unreadThread('z', 'file:///z', { kind: 'directory' })], dossier);
    assert.equal(threadsUnder(lost, 'X').length, 1, 'it may be about it');
  });

  it('tells subjects from each other, and counts the open threads of each', async () => {
    const keys = [{ proof: 'P' }, { scenario: 'S', proof: 'P' }, { scenario: 'S' }, { requirement: 'R' }, {}].map(
      threadKey,
    );
    assert.equal(new Set(keys).size, keys.length);
    const placed = placeThreads(
      [
        thread('a', 'exigence: PSC.01'),
        thread('b', 'exigence: psc.01\netat: ouverte'),
        thread('c', 'exigence: PSC.01\netat: close'),
        thread('d', 'preuve: AILLEURS.01'),
      ],
      await dossierOf(),
    );
    assert.deepEqual([...openThreads(placed)], [[threadKey({ requirement: 'PSC.01' }), 2]]);
  });

  it('is told in both languages where it is not known', async () => {
    const [unknown] = placeThreads([thread('a', 'preuve: AILLEURS.01')], await dossierOf(main, null));
    const [nothing] = placeThreads([thread('b', 'preuve: ""')], await dossierOf());
    assert.ok(unknown && nothing);
    assert.equal(
      threadTrouble(unknown, 'en'),
      'What this thread is about is not known (AILLEURS.01): the catalogue, or a part of the dossier, could not be read.',
    );
    assert.match(threadTrouble(unknown, 'fr') ?? '', /^On ne sait pas de quoi parle cette discussion \(AILLEURS\.01\)/);
    assert.match(threadTrouble(nothing, 'en') ?? '', /discussions\/b/);
    const [fine] = placeThreads([thread('c', 'exigence: PSC.01')], await dossierOf());
    assert.ok(fine && threadTrouble(fine, 'fr') === undefined);
  });
});
