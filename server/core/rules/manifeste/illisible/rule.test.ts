import assert from 'node:assert/strict';
import { analyse, mainUri, manifest, rootUri, type KitInput } from '../../../../../test/kit/dossier-kit';
import { neverCancelled } from '../../../ports/cancellation';
import { rules } from '../../registry';
import { rule } from './rule';

async function unread(input: KitInput) {
  const { workspace } = await analyse(rules, input);
  return workspace.unread(neverCancelled);
}

describe('manifeste/illisible', () => {
  it('says of a manifest that no dossier names why it was not read, at its beginning', async () => {
    const [found, ...others] = await unread({
      main: manifest(''),
      faults: { 'copie de travail.preuves.yaml': { kind: 'tooLarge', mebibytes: 64 } },
    });
    assert.deepEqual(others, []);
    assert.equal(found?.rule, rule.meta.id);
    assert.equal(found.severity, 'error');
    assert.deepEqual(found.args, { path: 'copie de travail.preuves.yaml', mebibytes: 64 });
    assert.deepEqual(found.range, { start: 0, end: 0 });
  });

  it('leaves a fragment to the dossier that names it', async () => {
    const naming = manifest('').replace('  profils:', '  fragments: [f/*.preuves.yaml]\n  profils:');
    const faults = { 'f/a.preuves.yaml': { kind: 'directory' } } as const;
    assert.deepEqual(await unread({ main: naming, faults }), []);
    assert.equal((await unread({ main: manifest(''), faults })).length, 1);
  });

  it('refuses a main manifest that is a link out of its folder, and checks the others', async () => {
    const { workspace } = await analyse(rules, {
      main: manifest(''),
      files: { 'b/main.preuves.yaml': manifest('') },
      links: { 'b/main.preuves.yaml': 'file:///ailleurs/main.preuves.yaml' },
    });
    assert.deepEqual(await workspace.mains(neverCancelled), [mainUri]);
    const [found] = await workspace.unread(neverCancelled);
    assert.equal(found?.uri, `${rootUri}/b/main.preuves.yaml`);
    assert.equal(found.message, 'outside');
    assert.equal(await workspace.analyse(found.uri, neverCancelled), undefined);
  });

  it('goes away once the file is read', async () => {
    const { workspace } = await analyse(rules, {
      main: manifest(''),
      faults: { 'a.preuves.yaml': { kind: 'unreadable', reason: 'EIO' } },
    });
    const uri = `${rootUri}/a.preuves.yaml`;
    assert.equal((await workspace.unread(neverCancelled)).length, 1);
    workspace.texts.setOpen(uri, 'version: 1\n');
    assert.deepEqual(await workspace.unread(neverCancelled), [], 'the editor has its text');
    workspace.texts.close(uri);
    assert.equal((await workspace.unread(neverCancelled)).length, 1);
  });
});
