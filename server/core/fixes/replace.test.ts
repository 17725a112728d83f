import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import type { Finding } from '../findings/finding';
import { didYouMean, replaceFix } from './replace';
import { applyChanges } from './verified';

const main = manifest('exigences:\n  "A": &a x\n  B: *a\n');

const at = async (text: string, data?: Finding['data'], uri = mainUri) => {
  const { dossier } = (await analyse([], { main })).analysis;
  const start = main.indexOf(text);
  const range = { start, end: start + text.length };
  const finding: Finding = {
    rule: 'x',
    severity: 'error',
    message: 'x',
    args: {},
    uri,
    range,
    ...(data ? { data } : {}),
  };
  return { finding, dossier };
};

describe('another value where a finding stands', () => {
  it('is written in the quotes that stand there, and nowhere through an alias or in another file', async () => {
    const written = async (text: string, to: string) => {
      const { finding, dossier } = await at(text);
      return replaceFix(finding, dossier, to).map(({ edits }) => edits.map((edit) => edit.text));
    };
    assert.deepEqual(await written('"A"', 'C'), [['"C"']]);
    assert.deepEqual(await written('MDV-LGC-Va2', 'C'), [['C']]);
    assert.deepEqual(await written('*a', 'C'), []);
    // A sign at the end of a value is none of an alias.
    const { finding, dossier } = await at('"A"', undefined, 'file:///ailleurs.yaml');
    assert.deepEqual(replaceFix(finding, dossier, 'C'), []);
  });

  it('is each of the candidates, the first of which is preferred unless all are as near', async () => {
    const offered = async (data: Finding['data']) => {
      const { finding, dossier } = await at('"A"', data);
      return didYouMean(finding, dossier).map(({ args, preferred }) => [args?.['to'], preferred]);
    };
    assert.deepEqual(await offered({ candidates: ['C', 'D'] }), [
      ['C', true],
      ['D', false],
    ]);
    assert.deepEqual(await offered({ candidates: ['C', 'D'], namesakes: true }), [
      ['C', false],
      ['D', false],
    ]);
    assert.deepEqual(await offered({ candidates: [] }), []);
    assert.deepEqual(await offered({}), []);
    assert.deepEqual(await offered(undefined), []);
  });
});

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
