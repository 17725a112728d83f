import assert from 'node:assert/strict';
import { analyse, file, fires, fixed, mainUri, silent } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const digest = 'a'.repeat(64);
const evidence = { 'a.png': file({ sha256: digest }) };
const of = (...items: string[]) => evidenceOf('INS/va1.56.01.01', ...items);
const after = async (main: string) => (await fixed(rule, { main, evidence }))[mainUri];

describe(rule.meta.id, () => {
  it('reports a file without digest', async () => {
    await fires(rule, { main: cites('⟦a.png⟧'), evidence });
    await fires(rule, { main: of('declaration: ⟦a.png⟧'), evidence });
  });

  it('writes it under the path, comments and neighbours kept', async () => {
    const item = 'fichier: a.png # la fiche';
    const next = '              date: 2026-11-03';
    assert.equal(await after(of(`${item}\n${next}`)), of(`${item}\n              sha256: ${digest}\n${next}`));
    const windows = of(`${item}\n${next}`).replaceAll('\n', '\r\n');
    assert.equal(
      await after(windows),
      of(`${item}\n              sha256: ${digest}\n${next}`).replaceAll('\n', '\r\n'),
    );
  });

  it('writes it inside braces', async () => {
    const main = of('{ fichier: "a.png", date: 2026-11-03 }');
    assert.equal(await after(main), of(`{ fichier: "a.png", sha256: ${digest}, date: 2026-11-03 }`));
  });

  it('quotes a digest that looks like a number', async () => {
    const zeros = { 'a.png': file({ sha256: '1'.repeat(64) }) };
    const text = (await fixed(rule, { main: cites('a.png'), evidence: zeros }))[mainUri];
    assert.match(text ?? '', /sha256: "1{64}"/);
  });

  it('proposes nothing behind an alias', async () => {
    const main = cites('a.png').replace('- fichier', '- &f\n              fichier') + '            - *f\n';
    const { analysis } = await analyse([rule], { main, evidence });
    const last = analysis.findings.at(-1);
    assert.deepEqual(last && rule.fixes?.(last, analysis.dossier), []);
  });

  it('says nothing of a file with digest, of an absent one, or one not known yet', async () => {
    await silent(rule, { main: of(`{ fichier: a.png, sha256: ${digest} }`), evidence });
    await silent(rule, { main: cites('a.png') });
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': { state: 'absent' } } });
    await silent(rule, { main: of('execution: 12'), evidence });
  });
});
