import assert from 'node:assert/strict';
import { fires, mainUri, manifest, rootUri, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

describe(rule.meta.id, () => {
  it('reports a requirement written twice in a file, under its id or another of its ids', async () => {
    await fires(rule, { main: manifest('exigences:\n  INS/va1.56:\n  PSC.01:\n  ⟦INS/va1.56⟧:\n  ⟦SC.PSC.01⟧:\n') });
  });

  it('reports a requirement that a fragment repeats, and shows the first', async () => {
    const head = manifest('exigences:\n  PSC.01:\n').replace(
      '  depot_vise',
      '  fragments: ["f.preuves.yaml"]\n  depot_vise',
    );
    const [found] = await fires(rule, {
      main: head,
      files: { 'f.preuves.yaml': 'version: 1\nexigences:\n  ⟦PSC.01⟧:\n' },
    });
    assert.equal(found?.uri, `${rootUri}/f.preuves.yaml`);
    assert.equal(found.related?.[0]?.uri, mainUri);
  });

  it('reports an unknown id written twice', async () => {
    await fires(rule, { main: manifest('exigences:\n  X.01:\n  ⟦X.01⟧:\n') });
  });

  it('says nothing of different requirements', async () => {
    await silent(rule, { main: manifest('exigences:\n  INS/va1.56:\n  INS/va1.30:\n') });
  });
});
