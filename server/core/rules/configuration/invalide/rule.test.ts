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

  it('says why a file that is there was not read, which no other one stands in for', async () => {
    const faults = [
      { kind: 'tooLarge', mebibytes: 64 },
      { kind: 'directory' },
      { kind: 'special' },
      { kind: 'brokenLink' },
      { kind: 'outside' },
      { kind: 'unreadable', reason: 'EACCES' },
    ] as const;
    for (const fault of faults) {
      const [finding] = await fires(rule, { main: marked, faults: { 'segur.config.yaml': fault } });
      assert.deepEqual([finding?.message, finding?.severity], [fault.kind, 'error']);
      assert.equal(finding?.args['path'], 'segur.config.yaml');
    }
    const [linked] = await fires(rule, {
      main: marked,
      files: { 'segur.config.yaml': 'version: 1\n' },
      links: { 'segur.config.yaml': 'file:///ailleurs/segur.config.yaml' },
    });
    assert.equal(linked?.message, 'outside');
  });

  it('says nothing of a good file, nor without one', async () => {
    await silent(rule, {
      main: manifest(''),
      files: { 'segur.config.yaml': 'version: 1\ngravites: { configuration: info }\n' },
    });
    await silent(rule, { main: manifest('') });
  });
});
