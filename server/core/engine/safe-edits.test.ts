import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { rule as otherVersion } from '../rules/preuve/autre-version/rule';
import type { TextChange } from '../fixes/fix';
import type { Rule } from '../rules/rule';
import { safeEdits } from './safe-edits';

const { meta } = otherVersion;
const otherUri = 'file:///dossier/b.preuves.yaml';
const at = (start: number, end: number, text: string, uri = mainUri): TextChange => ({
  uri,
  range: { start, end },
  text,
});

/** A rule that finds one thing, and mends it with these edits. */
function mending(id: string, edits: readonly TextChange[], more: Partial<Rule['meta']> = {}): Rule {
  const title = { fr: 'Mettre', en: 'Put' };
  return {
    meta: { ...meta, id, safelyFixable: true, ...more },
    dossier: ({ main }, report) => {
      report(main.uri, { start: 0, end: 1 }, 'a');
    },
    fixes: () => [
      { title, edits: [at(0, 0, 'guess')], safe: false },
      { title, edits, safe: true },
    ],
  };
}

async function editsOf(rules: readonly Rule[], onlyUri?: string) {
  const { analysis } = await analyse(rules, { main: manifest('exigences: {}\n') });
  const edits = safeEdits(analysis, rules, onlyUri === undefined ? {} : { onlyUri });
  return Object.fromEntries([...edits].map(([uri, list]) => [uri, list.map(({ text }) => text)]));
}

describe('fixes that are made without looking', () => {
  it('are those that touch nothing of another, in text order; the first of two wins', async () => {
    const rules = [
      mending('essai/a', [at(10, 12, 'a')]),
      mending('essai/b', [at(11, 14, 'b')]),
      mending('essai/c', [at(12, 12, 'c')]),
      mending('essai/d', [at(2, 9, 'd')]),
      mending('essai/e', [at(20, 20, 'e')]),
    ];
    assert.deepEqual(await editsOf(rules), { [mainUri]: ['d', 'a', 'e'] });
  });

  it('are of one file alone where that is asked for, and not of rules that have none', async () => {
    const rules = [
      mending('essai/a', [at(1, 2, 'a'), at(0, 0, 'aussi', otherUri)]),
      mending('essai/b', [at(3, 4, 'b')]),
      { ...mending('essai/c', [at(6, 7, 'c')]), meta: { ...meta, id: 'essai/c' } },
    ];
    assert.deepEqual(await editsOf(rules, mainUri), { [mainUri]: ['b'] });
    assert.deepEqual(await editsOf(rules), { [mainUri]: ['a', 'b'], [otherUri]: ['aussi'] });
  });
});
