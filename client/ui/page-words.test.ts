import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ficheWords } from '../fiche/fiche-words';
import { previewWords } from '../preview/preview-words';
import { reportWords } from '../report/report-words';
import { tableWords } from '../table/table-words';
import { uploadsWords } from '../uploads/uploads-words';
import { commonWords } from './common-words';

const pages = {
  fiche: ficheWords,
  preview: previewWords,
  report: reportWords,
  table: tableWords,
  uploads: uploadsWords,
};

/** Every text under an object, by its path. */
function textsIn(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  return new Map(Object.entries(value as object).flatMap(([key, one]) => [...textsIn(one, `${path}.${key}`)]));
}

/** The source of a page and of its provider, without its words. */
function sourceOf(page: string): string {
  return [`client/webviews/${page}`, `client/${page}`]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)))
    .filter((path) => path.endsWith('.ts') && !/(-words|\.test)\.ts$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** Whether a word is asked for by its name, or chosen by one that stands in quotes. */
function isUsed(source: string, name: string): boolean {
  return new RegExp(`words\\.${name}\\b|'${name}'`).test(source);
}

for (const [page, words] of Object.entries(pages))
  describe(`the words of the page ${page}`, () => {
    it('ask for the same arguments in both languages', () => {
      const english = textsIn(words.en);
      for (const [path, text] of textsIn(words.fr)) {
        const names = (one: string) => [...one.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort();
        assert.deepEqual(names(english.get(path) ?? ''), names(text), path);
      }
    });

    it('have no straight apostrophe in French', () => {
      for (const [path, text] of textsIn(words.fr)) assert.doesNotMatch(text, /'/, path);
    });

    it('are all said', () => {
      const source = sourceOf(page);
      const unused = Object.keys(words.fr).filter((name) => !(name in commonWords.fr) && !isUsed(source, name));
      assert.deepEqual(unused, []);
    });
  });

describe('the words that pages share', () => {
  it('are said by more than one of them', () => {
    const sources = Object.keys(pages).map(sourceOf);
    for (const name of Object.keys(commonWords.fr))
      assert.ok(sources.filter((source) => isUsed(source, name)).length > 1, name);
  });
});
