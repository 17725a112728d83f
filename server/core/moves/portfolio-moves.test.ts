import assert from 'node:assert/strict';
import { applyChanges } from '../fixes/verified';
import { readPortfolio } from '../portfolio/read-portfolio';
import type { Move } from './move';
import { planPortfolioMoves } from './portfolio-moves';

const uri = 'file:///p/portefeuille.yaml';

function after(text: string, ...moves: readonly Move[]): string {
  return applyChanges(text, planPortfolioMoves(moves, [{ uri, parsed: readPortfolio(text) }]));
}

describe('planPortfolioMoves', () => {
  it('follows dossiers and the common folder, each in its own way of quoting', () => {
    const text = 'version: 1\ndossiers: [a, "b/va2", c]\ncommun: commun\n';
    assert.equal(
      after(
        text,
        { from: 'file:///p/a', to: 'file:///p/clients/a' },
        { from: 'file:///p/b', to: 'file:///p/B' },
        { from: 'file:///p/commun', to: 'file:///p/partagé' },
      ),
      'version: 1\ndossiers: [clients/a, "B/va2", c]\ncommun: partagé\n',
    );
    assert.equal(
      after('version: 1\ndossiers: [a]\n', { from: 'file:///p/a', to: 'file:///p/b' }),
      'version: 1\ndossiers: [b]\n',
    );
    assert.equal(after(text, { from: uri, to: 'file:///p/sous/portefeuille.yaml' }), text, 'they lie above it then');
  });

  it('leaves what goes out of its folder, leads nowhere, cannot be written or stands behind an alias', () => {
    for (const [text, to] of [
      ['version: 1\ndossiers: [a]\n', 'file:///ailleurs/a'],
      ['version: 1\ndossiers: [a]\n', 'file:///p/a%5Cb'],
      ['version: 1\ndossiers: [../p/a, /p/a]\n', 'file:///p/b'],
      ['version: 1\nx: &a a\ndossiers: [*a]\n', 'file:///p/b'],
    ] as const)
      assert.equal(after(text, { from: 'file:///p/a', to }), text);
  });
});
