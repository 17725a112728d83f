import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const [one, two] = ['1'.repeat(64), 'f'.repeat(64)];
const across = (first: string, second: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ ${first} }] } }
  SSI/GEN.07:
    scenarios:
      SSI/GEN.07.01: { preuves: { SSI/GEN.07.01.01: [{ ${second} }] } }
`);

describe(rule.meta.id, () => {
  it('reports a copy in the same scenario', async () => {
    const main = evidenceOf(
      'INS/va1.56.01.01',
      `{ fichier: a.png, sha256: ${two} }`,
      `{ fichier: ⟦b.png⟧, sha256: ${two.toUpperCase()} }`,
    );
    const [found] = await fires(rule, { main });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['sameScenario', 'warning', 'review']);
    assert.equal(found?.related?.length, 1);
  });

  it('only informs of a copy elsewhere', async () => {
    const main = across(`fichier: a.pdf, sha256: ${one}`, `fichier: ⟦b.pdf⟧, sha256: ${one}`);
    const [found] = await fires(rule, { main });
    assert.deepEqual([found?.message, found?.severity, found?.args['other']], ['elsewhere', 'info', 'a.pdf']);
  });

  it('says it once for each path', async () => {
    const copy = `fichier: b.pdf, sha256: ${one}`;
    const main = across(`fichier: a.pdf, sha256: ${one} }, { ${copy.replace('b.pdf', '⟦b.pdf⟧')}`, copy);
    await fires(rule, { main });
  });

  it('accepts one path for several proofs, other contents, and missing digests', async () => {
    await silent(rule, { main: across(`fichier: a.pdf, sha256: ${one}`, `fichier: ./a.pdf, sha256: ${one}`) });
    await silent(rule, { main: across(`fichier: a.pdf, sha256: ${one}`, `fichier: b.pdf, sha256: ${two}`) });
    await silent(rule, { main: across('fichier: a.pdf', 'fichier: b.pdf') });
    await silent(rule, { main: across('fichier: a.pdf, sha256: abc', 'fichier: b.pdf, sha256: abc') });
    await silent(rule, { main: across(`fichier: a.pdf, sha256: ${one}`, `lien: "https://a.fr", sha256: ${one}`) });
  });
});
