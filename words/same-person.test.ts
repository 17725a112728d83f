import assert from 'node:assert/strict';
import { isSamePerson } from './same-person';

describe('one person, as names are written', () => {
  it('is told neither by case, nor by white space, nor by how an accent is made', () => {
    assert.ok(isSamePerson('Zoé Martin', '  zoe\u0301  MARTIN '));
    assert.ok(isSamePerson('AM', 'am'));
    assert.ok(!isSamePerson('Zoé', 'Zoe'));
  });

  it('is nobody where no name is written', () => {
    assert.ok(!isSamePerson('', ' '));
    assert.ok(!isSamePerson(undefined, undefined));
    assert.ok(!isSamePerson('AM', undefined));
  });
});
