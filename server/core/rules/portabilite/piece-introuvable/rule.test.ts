import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (path: string) => manifest(`portabilite: { documentation: ${path} }\n`);

describe(rule.meta.id, () => {
  it('reports a document that is not there, is a folder, cannot be read, is empty or lies outside', async () => {
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': { state: 'absent' } } });
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': { state: 'directory' } } });
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': { state: 'unreadable', reason: 'EACCES' } } });
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': file({ size: 0 }) } });
    await fires(rule, { main: of('⟦../a.pdf⟧') });
  });

  it('says nothing of one that is there, or not known yet', async () => {
    await silent(rule, { main: of('a.pdf'), evidence: { 'a.pdf': file() } });
    await silent(rule, { main: of('a.pdf') });
  });
});
