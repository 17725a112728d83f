import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

describe(rule.meta.id, () => {
  it('reports a file of zero bytes', async () => {
    await fires(rule, { main: cites('⟦vide.png⟧'), evidence: { 'vide.png': file({ size: 0 }) } });
  });

  it('reports a text of spaces', async () => {
    const blank = { text: { encoding: 'ascii', lines: 3, blank: true } } as const;
    await fires(rule, { main: cites('⟦a.log⟧'), evidence: { 'a.log': file({ inspection: blank }) } });
  });

  it('accepts a single byte', async () => {
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file({ size: 1 }) } });
  });
});
