import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue } from '../catalogue/catalogue';
import { emptyEntry, namedSlot, wantedSlot, type SlotChoice } from './find-slot';
import { slotsOf } from './slots';

const catalogue: Catalogue = {
  ...smallCatalogue,
  requirements: [
    requirement('A.1', [
      scenario('A.1.01', [proof('A.1.01.01'), proof('SHARED.01')]),
      scenario('A.1.02', [proof('A.1.02.01'), proof('SHARED.01')]),
    ]),
    requirement('B.1', [scenario('B.1.01', [proof('b.1.x'), proof('B.1.X')])]),
    requirement('CO.1', [scenario('CO.1.01', [proof('CO.1.01.01')])]),
    requirement('E.1', [scenario('E.1.01', [])]),
    requirement('E.2', []),
  ],
  coreScenarios: [
    scenario('SCN_CO.1', [proof('SCN_CO.1.01')], { covers: ['E.1'] }),
    scenario('SCN_VIDE', [], { covers: ['E.1'] }),
    scenario('SCN_AUTRE', [proof('SCN_AUTRE.01')], { covers: ['A.1'] }),
  ],
};
const slots = async (body = 'exigences:\n') =>
  slotsOf((await analyse([], { main: manifest(body), catalogue })).analysis.dossier);
const shown = (choice: SlotChoice) =>
  choice.kind === 'one'
    ? choice.slot.proof
    : [choice.kind, ...('slots' in choice ? choice.slots.map((one) => `${one.scenario} ${one.proof}`) : [])];

describe('the slot that was asked for', () => {
  it('is that of the id to the letter, where ids differ by case alone; else in any case, spaces around it apart', async () => {
    const all = await slots();
    assert.equal(shown(wantedSlot({ proof: 'b.1.x' }, all)), 'b.1.x');
    assert.equal(shown(wantedSlot({ proof: 'B.1.X' }, all)), 'B.1.X');
    assert.equal(shown(wantedSlot({ proof: ' co.1.01.01 ' }, all)), 'CO.1.01.01');
    assert.deepEqual(shown(wantedSlot({ proof: ' b.1.x ' }, all)), ['several', 'B.1.01 b.1.x', 'B.1.01 B.1.X']);
  });

  it('is asked for where two scenarios have that proof, and found by scenario or requirement', async () => {
    const all = await slots();
    const both = ['A.1.01 SHARED.01', 'A.1.02 SHARED.01'];
    assert.deepEqual(shown(wantedSlot({ proof: 'SHARED.01' }, all)), ['several', ...both]);
    // One of the two is there: the other is not guessed, a second piece may be meant.
    const begun = await slots(
      'exigences:\n  A.1: { scenarios: { A.1.01: { preuves: { SHARED.01: [ { execution: 1 } ] } } } }\n',
    );
    assert.deepEqual(shown(wantedSlot({ proof: 'SHARED.01' }, begun)), ['several', ...both]);
    const one = wantedSlot({ proof: 'SHARED.01', scenario: 'A.1.02' }, all);
    assert.equal(one.kind === 'one' && one.slot.scenario, 'A.1.02');
    assert.deepEqual(shown(wantedSlot({ proof: 'SHARED.01', requirement: 'A.1' }, all)), ['several', ...both]);
  });

  it('is never one of another requirement than was said: where it is, is told', async () => {
    const all = await slots();
    assert.deepEqual(shown(wantedSlot({ proof: 'CO.1.01.01', requirement: 'A.1' }, all)), [
      'elsewhere',
      'CO.1.01 CO.1.01.01',
    ]);
    assert.deepEqual(shown(wantedSlot({ proof: 'SHARED.01', requirement: 'CO.1' }, all)), [
      'elsewhere',
      'A.1.01 SHARED.01',
      'A.1.02 SHARED.01',
    ]);
  });

  it('is the only open one of a scenario or requirement; where none is open, any may be meant', async () => {
    const all = await slots();
    assert.equal(shown(wantedSlot({ proof: 'CO.1' }, all)), 'CO.1.01.01');
    assert.deepEqual(shown(wantedSlot({ proof: 'A.1.01' }, all)), ['several', 'A.1.01 A.1.01.01', 'A.1.01 SHARED.01']);
    const given = (...ids: string[]) =>
      `exigences:\n  A.1: { scenarios: { A.1.01: { preuves: { ${ids.map((id) => `${id}: [ { execution: 1 } ]`).join(', ')} } } } }\n`;
    assert.equal(shown(wantedSlot({ proof: 'A.1.01' }, await slots(given('A.1.01.01')))), 'SHARED.01');
    assert.deepEqual(shown(wantedSlot({ proof: 'A.1.01' }, await slots(given('A.1.01.01', 'SHARED.01')))), [
      ...['several', 'A.1.01 A.1.01.01', 'A.1.01 SHARED.01'],
    ]);
  });

  it('is near another id where it is none: those of what was said, when something was', async () => {
    const all = await slots();
    const near = (wanted: Parameters<typeof wantedSlot>[0]) => {
      const choice = wantedSlot(wanted, all);
      return choice.kind === 'none' ? choice.near : choice.kind;
    };
    assert.ok(near({ proof: 'CO.1.01.02' }).includes('CO.1.01.01'));
    const ofA = near({ proof: 'A.1.02.09', scenario: 'A.1.01' });
    assert.ok(ofA.includes('A.1.01.01'));
    assert.ok(!ofA.includes('A.1.02.01'));
    assert.ok(near({ proof: 'CO.2' }).includes('CO.1'));
  });
});

describe('the slot that a file name says', () => {
  it('is that of the longest id there, not that of an id which stands inside it', async () => {
    const all = await slots();
    assert.equal(shown(namedSlot('SCN_CO.1.01 appel.log', all)), 'SCN_CO.1.01');
    assert.equal(shown(namedSlot('A.1.01.01.png', all)), 'A.1.01.01');
    // The shorter one on its own beside the longer one is meant as well.
    assert.deepEqual(shown(namedSlot('SCN_CO.1 et CO.1.log', all)), [
      ...['several', 'CO.1.01 CO.1.01.01', 'SCN_CO.1 SCN_CO.1.01'],
    ]);
  });

  it('is none where no id stands in it', async () => {
    assert.deepEqual(namedSlot('film.mp4', await slots()), { kind: 'none', near: [] });
  });
});

describe('an entry without a proof of its own', () => {
  it('names the scenarios that verify it, but for those that show nothing', () => {
    assert.deepEqual(emptyEntry(' e.1 ', catalogue), { kind: 'empty', coveredBy: ['SCN_CO.1'] });
    assert.deepEqual(emptyEntry('E.2', catalogue), { kind: 'empty', coveredBy: [] });
    for (const id of ['E.1.01', 'SCN_VIDE'])
      assert.deepEqual(emptyEntry(id, catalogue), { kind: 'empty', coveredBy: [] });
    assert.equal(emptyEntry('E.9', catalogue), undefined);
  });
});
