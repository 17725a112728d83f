import assert from 'node:assert/strict';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { writeCatalogue } from '../../core/catalogue/write-catalogue';
import { cataloguePlaces } from './catalogue-places';

describe('the places of a catalogue', () => {
  const shown = (text: string) =>
    cataloguePlaces(text).map(({ range, subject, role }) => [
      text.slice(range.start, range.end),
      subject.kind,
      role,
      'within' in subject ? subject.within : undefined,
    ]);

  it('are all that it has, each under what it stands under', () => {
    const text = writeCatalogue(smallCatalogue);
    const places = cataloguePlaces(text).filter(({ role }) => role === 'entry');
    const of = (kind: string) => places.flatMap(({ subject }) => (subject.kind === kind ? [subject.id] : []));
    const { requirements, coreScenarios, chapters } = smallCatalogue;
    const scenarios = [...requirements.flatMap((one) => one.scenarios), ...coreScenarios];
    assert.deepEqual(
      of('requirement'),
      requirements.map(({ id }) => id),
    );
    assert.deepEqual(of('scenario').sort(), scenarios.map(({ id }) => id).sort());
    assert.deepEqual(of('proof').sort(), scenarios.flatMap(({ proofs }) => proofs.map(({ id }) => id)).sort());
    assert.deepEqual(
      of('chapter'),
      chapters.map(({ name }) => name),
    );
    for (const { range, subject } of cataloguePlaces(text))
      assert.equal(text.slice(range.start, range.end), subject.id);
  });

  it('are what core-business scenarios cover, in one line or in several, with Windows line ends', () => {
    const text =
      'scenarios:\r\n  - id: "SCN_A"\r\n    couvre: [A.1, "B 2"]\r\n  - id: S2\r\n    couvre:\r\n      - \'C.3\' # mot\r\n';
    assert.deepEqual(shown(text), [
      ['SCN_A', 'scenario', 'entry', undefined],
      ['A.1', 'requirement', 'use', undefined],
      ['B 2', 'requirement', 'use', undefined],
      ['S2', 'scenario', 'entry', undefined],
      ['C.3', 'requirement', 'use', undefined],
    ]);
  });

  it('are none in what is no catalogue', () => {
    assert.deepEqual(cataloguePlaces(''), []);
    assert.deepEqual(cataloguePlaces('id: x\n- id: y\n\u0000'), []);
  });
});
