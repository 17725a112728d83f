import assert from 'node:assert/strict';
import { analyse, file, fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import type { Fix } from '../../../fixes/fix';
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

  it('takes only a whole digest for one', async () => {
    for (const written of [`0${old}`, `${old}0`, old.slice(1), `x${old.slice(1)}`])
      await silent(rule, { main: of(`sha256: "${written}"`), evidence });
  });

  it('says nothing of a review of the present file, nor of one without a digest beside a digest that holds', async () => {
    await silent(rule, { main: of(`revue: { ${reviewed}, sha256: ${present} }`), evidence });
    await silent(rule, {
      main: of(`sha256: ${present}, revue: { ${reviewed}, sha256: ${present.toUpperCase()} }`),
      evidence,
    });
    await silent(rule, { main: of(`revue: { ${reviewed} }`), evidence });
    const [found] = await fires(rule, {
      main: of(`sha256: ${present}, revue: { ${reviewed}, sha256: ⟦${old}⟧ }`),
      evidence,
    });
    assert.deepEqual([found?.message, found?.effect], ['afterReview', 'review']);
  });

  describe('mends the piece that it is told of', () => {
    const piece = (more: string) => `[ { fichier: a.png, ${more} } ]`;
    const two = (first: string, second: string) =>
      manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: { INS/va1.56.01.01: ${piece(first)} } }
      INS/va1.56.02: { preuves: { INS/va1.56.02.01: ${piece(second)} } }
`);
    const core = (more: string) =>
      manifest(`scenarios:\n  SCN_DB/CO.01: { preuves: { SCN_DB/CO.01.01.01: ${piece(more)} } }\n`);

    it('and no other that is like it', async () => {
      const other = `sha256: ${present}, revue: { ${reviewed} }`;
      const main = two(other, `sha256: ${old}`);
      assert.equal((await fixed(rule, { main, evidence }))[mainUri], two(other, `sha256: ${present}`));
    });

    it('under a core-business scenario as well, and in a fragment', async () => {
      const main = core(`sha256: ${old}`);
      assert.equal((await fixed(rule, { main, evidence }))[mainUri], core(`sha256: ${present}`));
      const at = 'file:///dossier/f.preuves.yaml';
      const text = (digest: string) =>
        `version: 1\nexigences:\n  INS/va1.56: { scenarios: { INS/va1.56.01: { preuves: { INS/va1.56.01.01: ${piece(`sha256: ${digest}`)} } } } }\n`;
      const holder = manifest('exigences:\n').replace('  profils:', '  fragments: [f.preuves.yaml]\n  profils:');
      const result = await fixed(rule, { main: holder, files: { 'f.preuves.yaml': text(old) }, evidence });
      assert.deepEqual(result, { [at]: text(present) });
    });

    it('keeps a review that says of which file it is, and pins one that does not to the old file', async () => {
      const main = (digest: string, review: string) => of(`sha256: ${digest}, revue: { ${review} }`);
      const newDigest = (fixes: readonly Fix[]) => fixes.find(({ title }) => title.en.startsWith('Redo'));
      const pinned = await fixed(rule, { main: main(old, reviewed), evidence }, newDigest);
      assert.equal(pinned[mainUri], main(present, `sha256: "${old}", ${reviewed}`));
      const kept = await fixed(rule, { main: main(old, `${reviewed}, sha256: ${present}`), evidence }, newDigest);
      assert.equal(kept[mainUri], main(present, `${reviewed}, sha256: ${present}`));
    });

    it('takes the review of the old file away when that is chosen, first', async () => {
      const main = of(`sha256: ${old}, revue: { ${reviewed} }`);
      const first = (await fixed(rule, { main, evidence }))[mainUri];
      assert.ok(first && !first.includes('revue') && first.includes(old));
    });
  });
});
