import assert from 'node:assert/strict';
import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (path: string) => manifest(`agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: ${path} }\n`);

describe(rule.meta.id, () => {
  it('reports a supporting document that is not there, is a folder, cannot be read or is empty', async () => {
    await fires(rule, { main: of('⟦a.png⟧'), evidence: { 'a.png': { state: 'absent' } } });
    await fires(rule, { main: of('⟦a.png⟧'), evidence: { 'a.png': { state: 'directory' } } });
    await fires(rule, { main: of('⟦a.png⟧'), evidence: { 'a.png': { state: 'unreadable', reason: 'EACCES' } } });
    const large = { main: of('⟦a.png⟧'), evidence: { 'a.png': { state: 'unreadable', reason: 'EFBIG' } as const } };
    assert.equal((await fires(rule, large))[0]?.message, 'tooLarge');
    await fires(rule, { main: of('⟦a.png⟧'), evidence: { 'a.png': { state: 'special' } } });
    await fires(rule, { main: of('⟦a.png⟧'), evidence: { 'a.png': file({ size: 0 }) } });
  });

  it('says nothing of one that is there, not known yet, kept elsewhere, or out of the dossier', async () => {
    await silent(rule, { main: of('a.png'), evidence: { 'a.png': file() } });
    await silent(rule, { main: of('a.png') });
    await silent(rule, { main: of('../a.png') });
    await silent(rule, { main: of('a.png'), evidence: { 'a.png': { state: 'outside' } } });
    const pointer = { kind: 'dvc', fetch: 'dvc pull a.png.dvc' } as const;
    await silent(rule, { main: of('a.png'), evidence: { 'a.png': { state: 'absent', pointer } } });
  });
});
