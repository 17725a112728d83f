import assert from 'node:assert/strict';
import { file, manifest } from '../../test/kit/dossier-kit';
import { requirement, smallCatalogue } from '../../test/kit/small-catalogue';
import { viewAt, type ViewInput } from '../../test/kit/view-kit';
import type { Status } from '../core/status/status';
import { semanticTokens, tokenModifiers, tokenTypes } from './semantic-tokens';

async function tokens(body: string, input: ViewInput = {}, states?: ReadonlyMap<string, Status>) {
  const text = manifest(body);
  const { view } = await viewAt(text, input);
  const placed = states && new Map([...states].map(([id, status]) => [text.indexOf(id), status]));
  const { parsed, document, catalogue } = view;
  const found = semanticTokens({
    parsed,
    document,
    catalogue,
    states: placed,
    evidence: (path) => view.evidence(path),
  });
  return found.map(({ line, character, length, type, modifiers }) => [
    document.getText({ start: { line, character }, end: { line, character: character + length } }),
    tokenTypes[type],
    tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0).join(' '),
  ]);
}

describe('colours of ids', () => {
  it('tell what the REM has withdrawn, what it does not have, and where the rest stands', async () => {
    const catalogue = {
      ...smallCatalogue,
      requirements: [...smallCatalogue.requirements, requirement('OLD.01', [], { nature: 'SUPPRIMEE' })],
    };
    const body = 'exigences:\n  OLD.01:\n  PSC.01:\n  NO.01:\n';
    assert.deepEqual(await tokens(body, { catalogue }, new Map([['PSC.01', 'toProvide']])), [
      ['OLD.01', 'class', 'declaration deprecated'],
      ['PSC.01', 'class', 'declaration toProvide'],
      ['NO.01', 'class', 'declaration unresolved'],
    ]);
    const partial = { ...catalogue, state: 'partiel' } as const;
    assert.deepEqual(await tokens('exigences:\n  NO.01:\n', { catalogue: partial }), [
      ['NO.01', 'class', 'declaration unknown'],
    ]);
    assert.deepEqual(await tokens('exigences:\n  NO.01:\n', { catalogue: null }), [
      ['NO.01', 'class', 'declaration unknown'],
    ]);
  });

  it('tell of paths only those whose file is not there, in the order of the line', async () => {
    const proof = (items: string) =>
      `exigences:\n  PSC.01: { scenarios: { PSC.01.01: { preuves: { PSC.01.01.01: [${items}] } } } }\n`;
    const evidence = { 'a.png': file(), 'b.png': { state: 'absent' }, 'c.png': { state: 'outside' } } as const;
    const found = await tokens(proof('{ fichier: a.png }, { fichier: b.png }, { fichier: c.png }'), { evidence });
    assert.deepEqual(
      found.map(([text, type]) => [text, type]),
      [
        ['PSC.01', 'class'],
        ['PSC.01.01', 'method'],
        ['PSC.01.01.01', 'property'],
        ['b.png', 'string'],
        ['c.png', 'string'],
      ],
    );
  });

  it('leave out what goes over lines', async () => {
    const body = 'exigences:\n  "PSC.01\n    suite":\n  PSC.01:\n';
    assert.deepEqual(
      (await tokens(body)).map(([text]) => text),
      ['PSC.01'],
    );
  });
});
