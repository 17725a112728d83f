import assert from 'node:assert/strict';
import { file } from '../../../test/kit/dossier-kit';
import type { EvidenceFile } from '../evidence/evidence-file';
import { examinedPieces, examinedSummary, examinedTally } from './examined-pieces';

const text = { encoding: 'ascii', lines: 1 } as const;
const evidence: Readonly<Record<string, EvidenceFile>> = {
  'a.log': file({ inspection: { text } }),
  'b.log': file({ inspection: { text } }),
  'c.png': file({ inspection: { image: { width: 1, height: 1 } } }),
  'd.7z': file({ inspection: { unread: [{ reason: 'kind' }] } }),
  'e.log': { state: 'absent' },
  'f.log': file(),
};

describe('pieces that were looked into', () => {
  const analysis = {
    evidencePaths: () => [...Object.keys(evidence), 'g'],
    evidenceFile: (path: string) => evidence[path],
  };

  it('are counted by how far, without those of which nothing is known', () => {
    const pieces = examinedPieces(analysis);
    assert.deepEqual(
      pieces.map(({ path }) => path),
      ['a.log', 'b.log', 'c.png', 'd.7z'],
    );
    assert.deepEqual(examinedTally(pieces), { whole: 2, partly: 1, notRead: 1 });
  });

  it('are told in a line, in words that suit any number', () => {
    const tally = { whole: 2, partly: 0, notRead: 1 };
    assert.match(examinedSummary(tally, 'fr') ?? '', /^Examen des pièces.: 2 en entier, 1 sans lecture\.$/);
    assert.equal(examinedSummary(tally, 'en'), 'Evidence looked into: 2 whole, 1 not read.');
    assert.equal(examinedSummary({ whole: 0, partly: 0, notRead: 0 }, 'fr'), undefined);
  });
});
