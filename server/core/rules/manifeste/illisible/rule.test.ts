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

  it('names the copies that a shared folder made, and reads none as a dossier of its own', async () => {
    const { workspace } = await analyse(rules, {
      main: manifest(''),
      files: {
        'main (conflit).preuves.yaml': manifest(''),
        'main.preuves.sync-conflict-20261130-101500-ABCDEFG.yaml': manifest(''),
        'main.preuves.sauvegarde.yaml': manifest(''),
        'autre (conflit).preuves.yaml': manifest(''),
        'autre.preuves-POSTE.yaml': manifest(''),
      },
    });
    // Beside no original a name is only a name.
    assert.deepEqual(await workspace.mains(neverCancelled), [`${rootUri}/autre (conflit).preuves.yaml`, mainUri]);
    const found = await workspace.unread(neverCancelled);
    assert.deepEqual(
      found.map(({ rule: id, message, args }) => [id, message, args['path'], args['original']]),
      [
        ['manifeste/illisible', 'conflictCopy', 'main (conflit).preuves.yaml', 'main.preuves.yaml'],
        [
          'manifeste/illisible',
          'conflictCopy',
          'main.preuves.sync-conflict-20261130-101500-ABCDEFG.yaml',
          'main.preuves.yaml',
        ],
      ],
    );
    assert.deepEqual(await workspace.mainsOf(found[1]?.uri ?? '', neverCancelled), []);
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
