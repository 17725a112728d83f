import assert from 'node:assert/strict';
import { analyse, manifest, type KitInput } from '../../../test/kit/dossier-kit';
import { applyChanges } from '../fixes/verified';
import { entryChanges, placeStep, type EntryIds } from './make-place';
import { slotsOf, type Slot } from './slots';

const dossierOf = async (input: KitInput) => (await analyse([], input)).analysis.dossier;
const written = manifest(`exigences:
  INS/va1.56:
    scenarios: { INS/va1.56.01: { preuves: {} } }
scenarios:
  SCN_DB/CO.01: { preuves: {} }
`);

describe('a place for a proof', () => {
  it('is made for nothing that neither the catalogue nor the manifest knows any more', async () => {
    const dossier = await dossierOf({ main: written });
    const gone: readonly Omit<Slot, 'pieces'>[] = [
      { requirement: 'AUTRE.01', scenario: 'AUTRE.01.01', proof: 'AUTRE.01.01.01' },
      { requirement: 'INS/va1.56', scenario: 'INS/va1.56.09', proof: 'INS/va1.56.09.01' },
      { requirement: 'INS/va1.56', scenario: 'INS/va1.56.01', proof: 'INS/va1.56.01.09' },
      { scenario: 'SCN_DB/CO.01', proof: 'SCN_DB/CO.01.01.09' },
      { scenario: 'SCN_DB/CO.09', proof: 'SCN_DB/CO.09.01.01' },
    ];
    for (const slot of gone)
      assert.deepEqual(placeStep({ ...slot, pieces: 0 }, dossier, 'fr'), { kind: 'write', changes: [] }, slot.proof);
  });

  it('is made for nothing while the catalogue cannot be read', async () => {
    const slots = slotsOf(await dossierOf({ main: manifest('') }));
    const unread = await dossierOf({ main: manifest(''), catalogue: null });
    assert.ok(slots.length > 10);
    for (const slot of slots) assert.deepEqual(placeStep(slot, unread, 'fr'), { kind: 'write', changes: [] });
  });

  it('is made for entries that the catalogue has, one key after the other', async () => {
    const after = async (ids: EntryIds, main = manifest('exigences:\n'), catalogue?: null) => {
      const dossier = await dossierOf({ main, ...(catalogue === null ? { catalogue } : {}) });
      const changes = entryChanges(ids, dossier, 'fr');
      return changes.length === 0 ? undefined : applyChanges(main, changes);
    };
    const ids = { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02' };
    const first = await after(ids);
    assert.match(first ?? '', /\n {2}INS\/va1\.56:\n/);
    const there = manifest('exigences:\n  INS/va1.56:\n');
    assert.match((await after(ids, there)) ?? '', /\n {4}scenarios:\n {6}INS\/va1\.56\.02:\n/);
    assert.match((await after({ scenario: 'SCN_DB/CO.01' })) ?? '', /\nscenarios:\n {2}SCN_DB\/CO\.01:\n/);
    assert.equal(await after({ ...ids, scenario: 'INS/va1.56.09' }, there), undefined);
    assert.equal(await after({ requirement: 'INS/va9.99' }), undefined);
    assert.equal(await after({ scenario: 'SCN_DB/CO.09' }), undefined);
    assert.equal(await after({}), undefined);
    assert.equal(await after(ids, manifest(''), null), undefined);
  });
});
