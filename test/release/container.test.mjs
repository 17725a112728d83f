// The image, built by its own instructions over a root that has Node alone: no engine of containers is asked for.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { npmPackage, packNpm } from '../../scripts/release/npm-package.mjs';
import { BareRoot, instructions, noBareRoot } from './bare-root.mjs';
import { day } from './empty-machine.mjs';

const steps = instructions('integrations/container/Containerfile');

describe('the container image', function () {
  this.timeout(120_000);

  it('ends as a user who is not root, on an official image', () => {
    assert.match(steps[0].text, /^docker\.io\/library\/node:\d+-slim$/);
    assert.equal(steps.findLast(({ name }) => name === 'USER').text, 'node');
    assert.ok(!steps.some(({ name }) => name === 'ADD'), 'ADD may fetch');
  });

  it('is built without network over a root that has Node alone, and checks a dossier as that user', function () {
    const why = noBareRoot();
    if (why !== undefined) {
      console.log(`      left out: ${why}`);
      this.skip();
    }
    packNpm();
    const root = new BareRoot();
    try {
      const image = root.build(steps, dirname(npmPackage.file), { TARBALL: basename(npmPackage.file) });
      assert.ok(!existsSync(join(root.path, 'tmp/segur-preuves.tgz')));
      root.put(resolve('examples/moncabinet'), '/dossier');
      const start = (...args) => root.run([...image.entry, ...args], image);
      const { code, out, err } = start(...image.command, '--at', day, '--format', 'json');
      assert.equal(code, 0, out + err);
      assert.ok(JSON.parse(out).findings.length > 0);
      assert.equal(start('--version').out.trim(), npmPackage.version);
      // The dossier is root's here: the user of the image cannot write into it, and is told.
      assert.notEqual(start('package', '--brouillon', '--at', day, '-o', 'depot.zip').code, 0);
      assert.equal(start('package', '--brouillon', '--at', day, '-o', '/tmp/depot.zip').code, 0);
      assert.equal(start('verify', '/tmp/depot.zip', '.').code, 0);
    } finally {
      root.remove();
    }
  });
});
