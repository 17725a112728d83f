import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const open = { 'a.pdf': file({ inspection: { leftOpen: ['TODO', 'à compléter'] } }) };
const paper = 'SSI/GEN.06.01.02';

describe(rule.meta.id, () => {
  it('informs of papers and statements in which something is left open', async () => {
    const [found] = await fires(rule, { main: evidenceOf(paper, 'fichier: ⟦a.pdf⟧'), evidence: open });
    assert.deepEqual([found?.severity, found?.effect, found?.args['words']], ['info', undefined, 'TODO, à compléter']);
    await fires(rule, { main: evidenceOf('INS/va1.56.01.01', 'declaration: ⟦a.pdf⟧'), evidence: open });
  });

  it('accepts finished papers, other evidence, and what is not known', async () => {
    await silent(rule, { main: evidenceOf(paper, 'fichier: a.pdf'), evidence: { 'a.pdf': file({ inspection: {} }) } });
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', 'fichier: a.pdf'), evidence: open });
    await silent(rule, { main: evidenceOf(paper, 'fichier: a.pdf') });
  });
});
