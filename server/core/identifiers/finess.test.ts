import assert from 'node:assert/strict';
import { finessFault } from './finess';

describe('FINESS', () => {
  const valid = [
    '750712184',
    '750100125',
    '130786049',
    '690781810',
    '600100101',
    '750041543',
    '750100018',
    '830100558',
    '920008059',
  ];
  for (const value of valid)
    it(`accepts ${value}`, () => {
      assert.equal(finessFault(value), undefined);
    });

  it('counts the letters of Corsica as 1 and 2', () => {
    const keyed = ['2A', '2B'].map((department) =>
      Array.from({ length: 10 }, (_, key) => String(key)).filter(
        (key) => finessFault(`${department}000001${key}`) === undefined,
      ),
    );
    assert.deepEqual(
      keyed.map(({ length }) => length),
      [1, 1],
    );
    assert.equal(finessFault('2C0000018'), 'form');
  });

  it('tells what is wrong', () => {
    assert.equal(finessFault('750712185'), 'key');
    assert.equal(finessFault('75071218'), 'form');
    assert.equal(finessFault('7507121844'), 'form');
    assert.equal(finessFault('000000000'), 'zeros');
  });
});
