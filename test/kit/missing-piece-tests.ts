import type { Rule } from '../../server/core/rules/rule';
import { file, fires, silent } from './dossier-kit';

/**
 * What a rule about cited documents must find, and leave.
 * @param of a manifest that cites a document by this path
 */
export function testMissingPieces(rule: Rule, of: (path: string) => string): void {
  it('reports a document that is not there, is a folder, cannot be read, is empty or lies outside', async () => {
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': { state: 'absent' } } });
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': { state: 'directory' } } });
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': { state: 'unreadable', reason: 'EACCES' } } });
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': file({ size: 0 }) } });
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': { state: 'outside' } } });
    await fires(rule, { main: of('⟦a.pdf⟧'), evidence: { 'a.pdf': { state: 'special' } } });
    await fires(rule, { main: of('⟦../a.pdf⟧') });
  });

  it('says nothing of one that is there, kept elsewhere, or not known yet', async () => {
    await silent(rule, { main: of('a.pdf'), evidence: { 'a.pdf': file() } });
    const pointer = { kind: 'dvc', fetch: 'dvc pull a.pdf.dvc' } as const;
    await silent(rule, { main: of('a.pdf'), evidence: { 'a.pdf': { state: 'absent', pointer } } });
    await silent(rule, { main: of('a.pdf') });
  });
}
