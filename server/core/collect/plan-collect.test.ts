import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { ledgerName, ledgerText, readLedger, type Ledger } from './ledger';
import { ledgerAfter, planCollect, type CollectPlan, type ReadResult } from './plan-collect';

const shot = (letter = 'a', name = 'screenshot') => ({
  name,
  fileName: `${name}.png`,
  sha256: letter.repeat(64),
  source: { kind: 'file' as const, path: `/results/${name}.png` },
});
const test = (title: string, more: Partial<ReadResult> = {}): ReadResult => ({
  tool: 'Playwright',
  report: '/results/playwright.json',
  title: ['ins.spec.ts', title],
  slots: [],
  words: [],
  outcome: 'passed',
  attachments: [shot()],
  ...more,
});

async function planOf(
  results: readonly ReadResult[],
  ledger: Ledger = [],
  main = manifest('exigences:\n'),
  present: ReadonlyMap<string, string> = new Map(ledger.map(({ path, sha256 }) => [path, sha256])),
): Promise<CollectPlan> {
  const { analysis } = await analyse([], { main });
  return planCollect({ dossier: analysis.dossier, results, ledger, present });
}
const brought = ({ pieces }: CollectPlan): string[] =>
  pieces.map(({ slot, attachment, replaces }) => `${slot.proof} ${attachment.fileName}${replaces ? ' replaced' : ''}`);
const kinds = ({ notes }: CollectPlan): string[] => notes.map(({ kind }) => kind);

const cited = (fields: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/shot.png
              sha256: ${'a'.repeat(64)}
${fields}`);
const entry = {
  test: 'Playwright › ins.spec.ts › INS/va1.56.01.01 imprime › screenshot',
  slot: { proof: 'INS/va1.56.01.01', scenario: 'INS/va1.56.01', requirement: 'INS/va1.56' },
  path: 'preuves/shot.png',
  sha256: 'a'.repeat(64),
  copied: true,
};

describe('collecting from test runs', () => {
  it('finds the slot in title, tag, annotation or name of the piece', async () => {
    const plan = await planOf([
      test('INS/va1.56.01.01 imprime'),
      test('film', { words: ['@INS/va1.56.02.01'] }),
      test('lien', { slots: ['INS/va1.56.02.02'] }),
      test('connexion', { attachments: [shot('b', 'PSC.01.01.01-web')] }),
      test('sans rapport'),
    ]);
    assert.deepEqual(brought(plan), [
      'INS/va1.56.01.01 screenshot.png',
      'INS/va1.56.02.01 screenshot.png',
      'INS/va1.56.02.02 screenshot.png',
      'PSC.01.01.01 PSC.01.01.01-web.png',
    ]);
    assert.equal(plan.others, 1);
  });

  it('takes nothing from a test that did not pass, and says so where it is one of a proof', async () => {
    const plan = await planOf([
      test('INS/va1.56.01.01', { outcome: 'failed' }),
      test('INS/va1.56.02.01', { outcome: 'skipped' }),
      test('INS/va1.56.02.02', { outcome: 'unknown' }),
      test('autre', { outcome: 'failed' }),
      test('PSC.01.01.01', { attachments: [] }),
      test('x', { slots: ['INS/va1.56.01.02'] }),
    ]);
    assert.deepEqual(brought(plan), []);
    assert.deepEqual(kinds(plan), ['failed', 'skipped', 'unknown', 'noAttachment', 'noSlot']);
  });

  it('leaves what is the same, and replaces what only an earlier run brought', async () => {
    const results = (letter: string) => [test('INS/va1.56.01.01 imprime', { attachments: [shot(letter)] })];
    const same = await planOf(results('a'), [entry], cited(''));
    assert.deepEqual([brought(same), same.already, same.kept], [[], 1, [entry]]);
    const other = await planOf(results('b'), [entry], cited(''));
    assert.deepEqual(brought(other), ['INS/va1.56.01.01 screenshot.png replaced']);
    assert.deepEqual(other.pieces[0]?.replaces, { entry, piece: 0, isAlone: true });
    assert.deepEqual(ledgerAfter(other, [{ path: 'preuves/shot.png', isThere: false }]), [
      { ...entry, sha256: 'b'.repeat(64), former: entry.sha256 },
    ]);
  });

  it('never touches what a person put, reviewed, commented or changed', async () => {
    const results = [test('INS/va1.56.01.01 imprime', { attachments: [shot('b')] })];
    for (const fields of [
      '              revue: { par: AM, le: 2026-11-03, avis: suffisante }\n',
      '              commentaire: Voir le bandeau\n',
      '              note_interne: vu\n',
    ]) {
      const plan = await planOf(results, [entry], cited(fields));
      assert.deepEqual([brought(plan), kinds(plan), plan.kept], [[], ['kept'], [entry]], fields);
    }
    const changed = await planOf(results, [{ ...entry, sha256: 'c'.repeat(64) }], cited(''));
    assert.deepEqual(kinds(changed), ['kept']);
    // Without the ledger nothing is known to be ours: the new piece comes beside.
    assert.deepEqual(brought(await planOf(results, [], cited(''))), ['INS/va1.56.01.01 screenshot.png']);
    // A file that was there before the run keeps its place.
    const borrowed = await planOf(results, [{ ...entry, copied: false }], cited(''));
    assert.equal(borrowed.pieces[0]?.replaces?.isAlone, false);
  });

  it('keeps the piece of a test that fails now, and says that', async () => {
    const plan = await planOf(
      [test('INS/va1.56.01.01 imprime', { outcome: 'failed', attachments: [] })],
      [entry],
      cited(''),
    );
    assert.deepEqual(plan.notes, [{ kind: 'failed', title: 'ins.spec.ts › INS/va1.56.01.01 imprime', before: true }]);
    assert.deepEqual(plan.kept, [entry]);
  });

  it('asks where a title names several proofs, unless the pieces say', async () => {
    const plan = await planOf([
      test('INS/va1.56.02 tout', { attachments: [shot('a', 'INS-va1.56.02.02'), shot('b')] }),
    ]);
    assert.deepEqual(brought(plan), ['INS/va1.56.02.02 INS-va1.56.02.02.png']);
    assert.deepEqual(kinds(plan), ['severalSlots']);
  });
});

describe('collecting again', () => {
  const results = (letter: string, more: Partial<ReadResult> = {}) => [
    test('INS/va1.56.01.01 imprime', { attachments: [shot(letter)], ...more }),
  ];

  it('knows its own after a run that was interrupted, wherever that was', async () => {
    const half = { ...entry, sha256: 'b'.repeat(64), former: 'a'.repeat(64) };
    for (const disk of ['a', 'b']) {
      const plan = await planOf(results('c'), [half], cited(''), new Map([[entry.path, disk.repeat(64)]]));
      assert.deepEqual(brought(plan), ['INS/va1.56.01.01 screenshot.png replaced'], disk);
    }
    // The manifest was written and the ledger was not.
    const behind = { ...entry, sha256: '0'.repeat(64) };
    const plan = await planOf(results('a'), [behind], cited(''), new Map([[entry.path, entry.sha256]]));
    assert.deepEqual([brought(plan), plan.already, plan.kept], [[], 1, [entry]]);
  });

  it('never writes over a file that was changed on disk, and brings back one that is gone', async () => {
    const changed = await planOf(results('b'), [entry], cited(''), new Map([[entry.path, 'c'.repeat(64)]]));
    assert.deepEqual([brought(changed), kinds(changed), changed.kept], [[], ['changed'], [entry]]);
    const gone = await planOf(results('a'), [entry], cited(''), new Map());
    assert.deepEqual(brought(gone), ['INS/va1.56.01.01 screenshot.png replaced']);
  });

  it('leaves a piece where a person moved it', async () => {
    const elsewhere = cited('').replace('preuves/shot.png', 'preuves/renommee.png');
    for (const letter of ['a', 'b']) {
      const plan = await planOf(results(letter), [entry], elsewhere);
      assert.deepEqual([brought(plan), kinds(plan)], [[], ['moved']], letter);
    }
  });

  it('takes nothing where one of several tests of a name failed, unless that was an earlier run', async () => {
    const failed = (more: Partial<ReadResult>) => results('b', { outcome: 'failed', ...more })[0] as ReadResult;
    const passed = results('a', { started: '2026-11-03T10:00:00Z' })[0] as ReadResult;
    const rows = await planOf([passed, failed({ started: '2026-11-03T09:00:00Z' })]);
    assert.deepEqual([brought(rows), kinds(rows)], [[], ['failed', 'failed']]);
    const other = failed({ report: '/results/hier.json', started: '2026-11-02T10:00:00Z' });
    const runs = await planOf([other, passed]);
    assert.deepEqual([brought(runs), kinds(runs)], [['INS/va1.56.01.01 screenshot.png'], []]);
    const later = await planOf([{ ...other, started: '2026-11-04T10:00:00Z' }, passed]);
    assert.deepEqual([brought(later), kinds(later)], [[], ['failed']]);
  });

  it('brings a file once that two reports of a run tell of', async () => {
    const plan = await planOf([...results('a'), ...results('a', { tool: 'JUnit', report: '/results/junit.xml' })]);
    assert.equal(plan.pieces.length, 1);
  });

  it('gives a piece to no proof where test and name of the file disagree, or the test names two', async () => {
    const named = shot('a', 'INS-va1.56.02.02');
    const plan = await planOf([
      test('INS/va1.56.02.01 film', { attachments: [named] }),
      test('deux', { slots: ['INS/va1.56.02.01', 'INS/va1.56.02.02'], attachments: [shot('b'), named] }),
    ]);
    assert.deepEqual(brought(plan), ['INS/va1.56.02.02 INS-va1.56.02.02.png']);
    assert.deepEqual(kinds(plan), ['severalSlots', 'severalSlots']);
  });
});

describe('the ledger of collected pieces', () => {
  it('asks where a title names several proofs that are, and says the nearest where none is', async () => {
    const plan = await planOf([
      test('deux', { slots: ['INS/va1.56', 'INS/va1.56.02.01'] }),
      test('aucune', { slots: ['INS/va1.56.99.01', 'INS/va1.56.98.01'] }),
    ]);
    assert.deepEqual(kinds(plan), ['severalSlots', 'noSlot']);
    assert.deepEqual(brought(plan), []);
    const [several, none] = plan.notes;
    assert.ok(several?.kind === 'severalSlots' && none?.kind === 'noSlot');
    assert.ok(several.slots.length > 1 && several.slots.some(({ proof }) => proof === 'INS/va1.56.02.01'));
    assert.ok(none.near.length > 0, 'ids that are like the first of them');
  });

  it('takes of a test the pieces that name their proof, and says that another does not', async () => {
    const plan = await planOf([
      test('connexion', { attachments: [shot('b', 'PSC.01.01.01-web'), shot('c', 'autre')] }),
    ]);
    assert.deepEqual(brought(plan), ['PSC.01.01.01 PSC.01.01.01-web.png']);
    assert.deepEqual(plan.notes, [{ kind: 'noSlot', title: 'ins.spec.ts › connexion', near: [] }]);
  });

  it('does not take the place of a file that another piece cites, nor of what it did not copy', async () => {
    const ran = [test('INS/va1.56.01.01 imprime', { attachments: [shot('b')] })];
    const aloneIn = async (main: string, ledger = [entry]) =>
      (await planOf(ran, ledger, main)).pieces.map(({ replaces }) => replaces?.isAlone);
    const link = '            - lien: https://a.fr/x\n            - lien: https://a.fr/y\n';
    assert.deepEqual(await aloneIn(cited(link)), [true]);
    assert.deepEqual(await aloneIn(cited('          INS/va1.56.01.02:\n            - fichier: ./preuves/shot.png\n')), [
      false,
    ]);
    assert.deepEqual(await aloneIn(cited(''), [{ ...entry, copied: false }]), [false]);
  });

  it('owns what it owned once a piece is in place, and knows what that took the place of', async () => {
    const ran = [test('INS/va1.56.01.01 imprime', { attachments: [shot('b')] })];
    const plan = await planOf(ran, [entry]);
    assert.deepEqual(plan.pieces[0]?.uncited, entry);
    const digest = 'b'.repeat(64);
    for (const [place, more] of [
      [{ path: 'preuves/shot.png', isThere: true }, { copied: true }],
      [
        { path: 'suite/shot.png', isThere: true },
        { path: 'suite/shot.png', copied: false },
      ],
      [
        { path: 'preuves/shot-2.png', isThere: false },
        { path: 'preuves/shot-2.png', copied: true },
      ],
    ] as const)
      assert.deepEqual(ledgerAfter(plan, [place]), [{ ...entry, sha256: digest, former: entry.sha256, ...more }]);
    assert.deepEqual(ledgerAfter(plan, [undefined]), plan.kept, 'a piece that could not be written is in no ledger');
    const fresh = await planOf(ran);
    assert.deepEqual(ledgerAfter(fresh, [{ path: 'preuves/shot.png', isThere: true }]), [
      { ...entry, sha256: digest, copied: false },
    ]);
  });

  it('is the same bytes whatever the order, and reads back', () => {
    const other = { ...entry, test: 'JUnit › b', slot: { proof: 'P', scenario: 'S' }, copied: false };
    const text = ledgerText([entry, other]);
    assert.equal(text, ledgerText([other, entry]));
    assert.deepEqual(readLedger(text), [other, entry]);
    assert.equal(readLedger('{'), undefined);
    assert.equal(readLedger('{"pieces":[{"test":1}]}'), undefined);
    assert.equal(ledgerName('cabinet.preuves.yaml'), 'cabinet.collecte.json');
  });
});
