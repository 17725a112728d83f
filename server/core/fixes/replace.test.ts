import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import type { Finding } from '../findings/finding';
import { replaceFix } from './replace';
import { applyChanges } from './verified';

/** The text after `to` was written in place of what stands between the brackets; undefined where that is not offered. */
async function replaced(marked: string, to: string): Promise<string | undefined> {
  const main = manifest(marked.replace('⟦', '').replace('⟧', ''));
  const start = manifest(marked).indexOf('⟦');
  const range = { start, end: manifest(marked).indexOf('⟧') - 1 };
  const { analysis } = await analyse([], { main });
  const finding: Finding = { rule: 'a', severity: 'error', message: 'a', args: {}, uri: mainUri, range };
  const [fix] = replaceFix(finding, analysis.dossier, to);
  return fix && applyChanges(main, fix.edits);
}

describe('replaceFix', () => {
  it('leaves the line end behind a block of text, and what stands below', async () => {
    const after = await replaced('administratif:\n  a: ⟦|-\n    b\n\n⟧  c: d\n', 'e');
    assert.equal(after, manifest('administratif:\n  a: e\n\n  c: d\n'));
  });

  it('takes no comment away with a block', async () => {
    assert.equal(await replaced('administratif:\n  a: ⟦>- # à revoir\n    b\n⟧  c: d\n', 'e'), undefined);
  });

  it('takes no margin of a line away', async () => {
    assert.equal(await replaced('administratif:\n⟦\r\r\n  a⟧: b\n', 'e'), undefined);
    assert.equal(await replaced('administratif:\n  ⟦a⟧: b\n', 'e'), manifest('administratif:\n  e: b\n'));
  });
});
