import assert from 'node:assert/strict';
import { parseManifest } from '../manifest/parse-manifest';
import { chapterStates, chapterStateText } from './chapter-states';

function said(chapter: string): string | undefined {
  const state = chapterStates(parseManifest(`version: 1\nchapitres:\n  A:\n${chapter}`)).get('A');
  return state && chapterStateText(state);
}

describe('chapterStates', () => {
  it('are those noted, with their dates', () => {
    assert.equal(said('    statut: soumis\n    le: 2026-11-10\n'), 'soumis, 2026-11-10');
    assert.equal(said('    statut: validé\n'), 'validé');
    assert.equal(said('    note_interne: x\n'), undefined);
  });

  it('come from the history where they are not noted apart', () => {
    const history = (...lines: string[]) => `    historique:\n${lines.map((line) => `      - { ${line} }\n`).join('')}`;
    const asked = 'le: 2026-11-20, statut: modification demandée';
    assert.equal(said(history('le: 2026-11-10, statut: soumis', asked)), 'modification demandée, 2026-11-20');
    assert.equal(said(`    statut: modification demandée\n${history(asked)}`), 'modification demandée, 2026-11-20');
    assert.equal(said(`    statut: validé\n${history(asked)}`), 'validé');
    assert.equal(said(history('le: 2026-11-10, statut: soumis', `${asked}, preuve: A.01`)), 'soumis, 2026-11-10');
  });
});
