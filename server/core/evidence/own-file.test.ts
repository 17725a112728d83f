import assert from 'node:assert/strict';
import { isOwnFile } from './own-file';

describe('files of the tool', () => {
  it('are known by their names', () => {
    for (const path of ['a.preuves.yaml', 'f/A.PREUVES.YAML', 'r.rem.yaml', 'segur.config.yaml', 'x.interne.json'])
      assert.ok(isOwnFile(path), path);
  });

  it('are threads in their folder, however the path is written', () => {
    for (const path of ['discussions/a.yaml', './discussions//x/b.yml', 'preuves/../discussions/a.yaml'])
      assert.ok(isOwnFile(path), path);
    for (const path of ['preuves/discussions/a.yaml', 'discussions/courriel.pdf', 'discussions.yaml', 'preuves/a.yaml'])
      assert.ok(!isOwnFile(path), path);
  });
});
