import assert from 'node:assert/strict';
import { ignoreComments } from './ignore-comments';

describe('ignore comments', () => {
  const text = `a: 1
# segur-ignore preuve/x : un

# segur-ignore preuve/y : deux
# autre
b: 2 # segur-ignore preuve/z : trois
# segur-ignore preuve : quatre
c: 3
# segur-ignore preuve : cinq
# segur-ignore preuve : six
`;

  it('speak of their line, or of the next one with content', () => {
    assert.deepEqual(
      ignoreComments(text).map(({ reason, target }) => [reason, text.slice(target.start, target.end).slice(0, 2)]),
      [
        ['un', 'b:'],
        ['deux', 'b:'],
        ['trois', 'b:'],
        ['quatre', 'c:'],
        ['cinq', ''],
        ['six', ''],
      ],
    );
  });

  it('that speak of one line have looked for it once, however many they are', () => {
    const [first, second, , fourth, fifth, sixth] = ignoreComments(text).map(({ target }) => target);
    assert.equal(first, second);
    assert.notEqual(second, fourth);
    assert.equal(fifth, sixth);
  });
});
