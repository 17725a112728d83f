import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageVsix, vsix } from '../../scripts/package-vsix.mjs';
import { zipEntries } from '../../scripts/release/zip-entries.mjs';

describe('the VSIX', function () {
  this.timeout(120_000);

  it('comes out the same, byte for byte, when it is packed again elsewhere on the clock', () => {
    const again = join('out', 'again.vsix');
    const { TZ, LC_ALL } = process.env;
    Object.assign(process.env, { TZ: 'Pacific/Auckland', LC_ALL: 'fr_FR.UTF-8' });
    try {
      assert.ok(packageVsix(again), 'vsce had something to say');
      assert.ok(readFileSync(vsix.file).equals(readFileSync(again)));
    } finally {
      for (const [name, value] of Object.entries({ TZ, LC_ALL }))
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      rmSync(again, { force: true });
    }
  });

  it('has its entries in order, with one day and the same rights', () => {
    const archive = readFileSync(vsix.file);
    const entries = zipEntries(archive);
    assert.deepEqual(
      entries.map(({ name }) => name),
      entries.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en')),
    );
    const [first] = entries;
    for (const { at, name } of entries) {
      assert.equal(archive.readUInt32LE(at + 12), archive.readUInt32LE(first.at + 12), name);
      assert.equal(archive.readUInt32LE(at + 38) >>> 16, 0o100644, name);
    }
  });

  it('tells the galleries what it is', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const key of ['publisher', 'icon', 'license', 'repository', 'homepage', 'bugs', 'categories', 'galleryBanner'])
      assert.ok(manifest[key], key);
    // The Marketplace takes thirty.
    assert.ok(manifest.keywords.length > 5 && manifest.keywords.length <= 30);
  });
});
