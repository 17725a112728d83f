import assert from 'node:assert/strict';
import { analyse, manifest, mainUri } from '../../../test/kit/dossier-kit';
import { placeThreads, threadsAbout } from './place-threads';
import { readThread, unreadThread } from './read-thread';
import { threadTally } from './thread-tally';
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
});
