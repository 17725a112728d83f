import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { dossierInCommon, namesFolder, readPortfolio } from './read-portfolio';

describe('a portfolio file', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  addFormats(ajv, ['date']);
  const validate = ajv.compile(JSON.parse(readFileSync(join('schemas', 'portefeuille.schema.json'), 'utf8')) as object);

  it('gives what can be read of a broken one, and says the rest as the schema does', () => {
    const cases: readonly [text: string, kinds: readonly string[], dossiers: number][] = [
      ['version: 1\ndossiers: [a, b]\ncommun: c\n', [], 2],
      ['version: 1\ndossiers: []\n', [], 0],
      ['version: 2\ndossiers: [a]\n', ['badValue'], 1],
      ['version: 1\n', ['missingKey'], 0],
      ['bonjour\n', ['wrongType'], 0],
      ['version: 1\ndossiers: a\n', ['wrongType'], 0],
      ['version: 1\ndossiers: [{ chemin: a }, b]\n', ['wrongType'], 1],
      ['version: 1\ndossiers: [a]\nautre: x\n', ['unknownKey'], 1],
    ];
    for (const [text, kinds, dossiers] of cases) {
      const { problems, facts } = readPortfolio(text);
      assert.deepEqual(
        problems.map(({ kind }) => kind),
        kinds,
        text,
      );
      assert.equal(facts.dossiers.length, dossiers, text);
      assert.equal(validate(parse(text, { schema: 'core' })), kinds.length === 0, text);
    }
  });

  it('names a dossier by its folder or by its manifest, in its own folder alone', () => {
    const { facts } = readPortfolio('version: 1\ndossiers: [a/b, "./c/d.preuves.yaml", ../e, d.preuves.yaml]\n');
    const names = (path: string) => namesFolder(facts, 'file:///p', `file:///p${path}`);
    assert.deepEqual(['/a/b', '/c', ''].map(names), [true, true, true]);
    assert.deepEqual(['/a', '/a/b/c', '/c/d', '/e'].map(names), [false, false, false, false]);
  });

  it('knows whose own pieces a common folder would give away', () => {
    const { facts } = readPortfolio('version: 1\ndossiers: [a/b, seul.preuves.yaml]\n');
    const overlap = (path: string) => dossierInCommon(facts, 'file:///p', `file:///p/${path}`);
    assert.deepEqual(['a', 'a/b', 'a/b/preuves'].map(overlap), ['a/b', 'a/b', 'a/b']);
    assert.deepEqual(['commun', 'a/bc', 'a/commun'].map(overlap), [undefined, undefined, undefined]);
  });

  it('takes no path that leads nowhere for the dossier that the common folder holds', () => {
    const { facts } = readPortfolio('version: 1\ndossiers: [/racine, a]\ncommun: a/commun\n');
    assert.equal(dossierInCommon(facts, 'file:///p', 'file:///p/a/commun'), 'a');
    assert.equal(dossierInCommon(facts, 'file:///p', 'file:///p/racine'), undefined);
  });
});
