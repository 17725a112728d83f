import assert from 'node:assert/strict';
import { tableWords } from './table-words';

/** Every text under an object, by its path. */
function textsIn(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  return new Map(Object.entries(value as object).flatMap(([key, one]) => [...textsIn(one, `${path}.${key}`)]));
}

describe('the words of the table', () => {
  it('ask for the same arguments in both languages', () => {
    const english = textsIn(tableWords.en);
    for (const [path, text] of textsIn(tableWords.fr)) {
      const names = (one: string) => [...one.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort();
      assert.deepEqual(names(english.get(path) ?? ''), names(text), path);
    }
  });

  it('have no straight apostrophe in French', () => {
    for (const [path, text] of textsIn(tableWords.fr)) assert.doesNotMatch(text, /'/, path);
  });
});
