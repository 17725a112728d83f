import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { EntryPlaces } from './entry-places';
import { WrittenEntries } from './written-entries';

describe('entries that a dossier has', () => {
  it('are found while they are there, and where they stand while their page is', async () => {
    const { analysis } = await analyse([], { main: manifest('exigences: { INS/va1.56: { commentaire: a } }\n') });
    const [entry] = analysis.dossier.requirements;
    assert.ok(entry?.value.requirement);
    const { requirement } = entry.value;
    const [, other] = smallCatalogue.requirements;
    assert.ok(other);
    const written = new WrittenEntries(new EntryPlaces());
    const before = written.written;
    written.update({ removed: [], added: [entry.value] });
    assert.deepEqual([written.has(requirement), written.entriesOf(requirement)], [true, [entry.value]]);
    assert.deepEqual([written.has(other), written.entriesOf(other)], [false, []]);
    assert.notEqual(written.written, before);
    // No page holds it: it is written nowhere that could be shown.
    assert.equal(written.placesOf([requirement, other]).size, 0);
    const known = written.written;
    written.update({ removed: [], added: [{ ...entry.value }] });
    assert.equal(written.written, known, 'another entry of what has one changes nothing');
    assert.equal(written.repeatedRequirements().length, 1);
    written.update({ removed: [...written.entriesOf(requirement)], added: [] });
    assert.deepEqual([written.has(requirement), written.repeatedRequirements()], [false, []]);
    assert.notEqual(written.written, known);
  });
});
