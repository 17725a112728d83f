import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const marked = manifest('').replace('dossier:', '⟦dossier⟧:');

describe(rule.meta.id, () => {
  it('names the file, the line and the slip', async () => {
    const files = { 'segur.config.yaml': 'version: 1\ngravites:\n  configuration/invalide: grave\n' };
    const [finding] = await fires(rule, { main: marked, files });
    assert.equal(finding?.args.file, 'segur.config.yaml');
    assert.equal(finding.args.line, 3);
    assert.match(String(finding.args.detailFr), /grave/);
  });

  it('says nothing of a good file, nor without one', async () => {
    await silent(rule, {
      main: manifest(''),
      files: { 'segur.config.yaml': 'version: 1\ngravites: { configuration: info }\n' },
    });
    await silent(rule, { main: manifest('') });
  });
});
