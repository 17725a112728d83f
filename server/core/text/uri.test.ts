import assert from 'node:assert/strict';
import { writtenUnder } from './uri';

describe('a path as a person writes it', () => {
  it('is relative to the folder of its file, or absolute, on any system', () => {
    for (const [written, uri] of [
      ['ANS', 'file:///projet/ANS'],
      ['./ANS/', 'file:///projet/ANS'],
      ['../Test CDA', 'file:///Test%20CDA'],
      ['..\\ANS', 'file:///ANS'],
      ['/opt/ANS', 'file:///opt/ANS'],
      ['C:\\ANS', 'file:///c%3A/ANS'],
    ] as const) {
      assert.equal(writtenUnder('file:///projet', written).replace(/\/$/, ''), uri, written);
    }
  });
});
