import assert from 'node:assert/strict';
import { file, fires, fixed, mainUri, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const evidence = {
  'preuves/a.png': file({ nameOnDisk: 'A.PNG' }),
  'Preuves/b.png': file({ nameOnDisk: 'preuves/b.png' }),
};

describe(rule.meta.id, () => {
  it('reports a name written otherwise on disk and writes it that way', async () => {
    await fires(rule, { main: cites('⟦preuves/a.png⟧'), evidence });
    assert.equal((await fixed(rule, { main: cites('"preuves/a.png"'), evidence }))[mainUri], cites('"preuves/A.PNG"'));
  });

  it('takes a whole path too', async () => {
    assert.equal((await fixed(rule, { main: cites('Preuves/b.png'), evidence }))[mainUri], cites('preuves/b.png'));
  });

  it('accepts the name as it is', async () => {
    await silent(rule, { main: cites('preuves/a.png'), evidence: { 'preuves/a.png': file() } });
  });

  it('accepts a whole path that is the one on disk', async () => {
    const same = { 'preuves/a.png': file({ nameOnDisk: 'preuves/a.png' }) };
    await silent(rule, { main: cites('preuves/a.png'), evidence: same });
  });
});
