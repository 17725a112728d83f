import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (version: string) => evidenceOf('INS/va1.56.01.01', `{ fichier: a.png, version: ${version} }`);

describe(rule.meta.id, () => {
  it('reports evidence of another version; the proof is to review', async () => {
    const [found] = await fires(rule, { main: of('⟦12.3.1⟧') });
    assert.equal(found?.effect, 'review');
  });

  it('compares source texts: 12.40 is not 12.4', async () => {
    const main = (version: string) => of(version).replace('version: 12.4.0', 'version: 12.4');
    await fires(rule, { main: main('⟦12.40⟧') });
    await silent(rule, { main: main('"12.4 "') });
  });

  it('says nothing without one of the two versions', async () => {
    await silent(rule, { main: of('12.4.0') });
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', 'fichier: a.png') });
    await silent(rule, { main: of('1.0').replace('  version: 12.4.0\n', '') });
  });

  it('takes blanks around a version for nothing, on either side, and a blank one for none', async () => {
    const candidate = (version: string) => of('12.4.0').replace('\n  version: 12.4.0\n', `\n  version: ${version}\n`);
    await silent(rule, { main: candidate('" 12.4.0 "') });
    await silent(rule, { main: candidate('"  "') });
    await silent(rule, { main: of('"  "') });
    await silent(rule, { main: of('" 12.4.0"') });
    const [found] = await fires(rule, { main: of('⟦" 12.3.0 "⟧') });
    assert.deepEqual(found?.args, { version: '12.3.0', candidate: '12.4.0' });
    const link = evidenceOf('INS/va1.56.02.02', '{ lien: "https://a.fr/1", version: ⟦12.3.0⟧ }');
    const [ofLink] = await fires(rule, { main: link });
    assert.deepEqual([ofLink?.effect, ofLink?.target?.proof], ['review', 'INS/va1.56.02.02']);
  });
});
