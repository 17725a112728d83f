import assert from 'node:assert/strict';
import { analyse, file, fires, fixed, mainUri, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const old = '0'.repeat(63) + '1';
const present = 'a'.repeat(64);
const of = (more: string) => evidenceOf('INS/va1.56.01.01', `{ fichier: a.png, ${more} }`);
const reviewed = 'par: A. Martin, le: 2026-11-03, avis: suffisante';
const evidence = { 'a.png': file({ sha256: present }) };

describe(rule.meta.id, () => {
  it('reports a file that changed; the proof is incomplete', async () => {
    const [found] = await fires(rule, { main: of(`sha256: ⟦${old}⟧`), evidence });
    assert.deepEqual([found?.message, found?.effect], ['changed', 'incomplete']);
    const fixedText = (await fixed(rule, { main: of(`sha256: ${old}`), evidence }))[mainUri];
    assert.equal(fixedText, of(`sha256: ${present}`));
  });

  it('does not pin a changed file without someone looking', async () => {
    const { analysis } = await analyse([rule], { main: of(`sha256: ${old}`), evidence });
    const [fix] = rule.fixes?.(analysis.findings[0]!, analysis.dossier) ?? [];
    assert.equal(fix?.safe, undefined);
  });

  it('reports a file that changed after its review; the proof is to review', async () => {
    const [byDigest] = await fires(rule, { main: of(`sha256: ⟦${old}⟧, revue: { ${reviewed} }`), evidence });
    assert.deepEqual([byDigest?.message, byDigest?.effect], ['afterReview', 'review']);
    const [byReview] = await fires(rule, { main: of(`revue: { ${reviewed}, sha256: ⟦${old}⟧ }`), evidence });
    assert.deepEqual([byReview?.message, byReview?.effect, byReview?.data], ['afterReview', 'review', undefined]);
  });

  it('says that only the digest is old where the review is of the present file', async () => {
    const main = of(`sha256: ⟦${old}⟧, revue: { ${reviewed}, sha256: ${present} }`);
    const [found] = await fires(rule, { main, evidence });
    assert.equal(found?.message, 'changed');
  });

  it('accepts the right digest, in any case, and waits for the file', async () => {
    await silent(rule, { main: of(`sha256: ${present.toUpperCase()}, revue: { ${reviewed} }`), evidence });
    await silent(rule, { main: of(`sha256: ${old}`) });
    await silent(rule, { main: of('sha256: trop-court'), evidence });
    await silent(rule, { main: of(`sha256: ${old}`), evidence: { 'a.png': { state: 'absent' } } });
  });
});
