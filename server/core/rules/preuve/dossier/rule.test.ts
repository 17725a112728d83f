import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

describe(rule.meta.id, () => {
  it('reports a folder', async () => {
    await fires(rule, { main: cites('⟦preuves/captures/⟧'), evidence: { 'preuves/captures': { state: 'directory' } } });
  });

  it('accepts a file', async () => {
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file() } });
  });
});
