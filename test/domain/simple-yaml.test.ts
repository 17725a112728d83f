import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import { readPlainYaml, treeByLibrary, type PlainYaml } from '../../server/core/catalogue/plain-yaml';
import { readCatalogue } from '../../server/core/catalogue/read-catalogue';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { readEntries, readSections } from '../../server/core/manifest/read-block';
import { readTreeByLibrary } from '../../server/core/manifest/read-tree';
import { splitBlocks } from '../../server/core/manifest/split-blocks';
import { readSimpleYaml } from '../../server/core/text/simple-yaml';
import { randomLayout, randomManifest, write } from '../kit/random-manifest';
import { anyLines, anySigns, assertSameTree, mutated } from '../kit/yaml-trees';

/** Fixed, so that a run says the same everywhere; change it to look for new cases. */
const seed = 20261215;

function yamlFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folder, name))
      .sort(),
  );
}

const files = yamlFiles('examples', 'test/fixtures', 'catalogues').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));
const manifests = files.filter(({ file }) => file.endsWith('.preuves.yaml')).map(({ text }) => text);
const catalogues = files.filter(({ file }) => file.endsWith('.rem.yaml'));

/** What a manifest's blocks say must not depend on who reads them. */
function assertSameFacts(text: string): { readonly read: number; readonly blocks: number } {
  assert.deepEqual(readSections(text), readSections(text, readTreeByLibrary));
  let read = 0;
  let blocks = 0;
  for (const { start, end, kind, section } of splitBlocks(text) ?? []) {
    if (kind === 'blank') continue;
    const block = text.slice(start, end);
    blocks++;
    if (readSimpleYaml(block)) read++;
    if (kind === 'entry') assert.deepEqual(readEntries(block, section), readEntries(block, section, readTreeByLibrary));
    else assert.deepEqual(readSections(block), readSections(block, readTreeByLibrary));
  }
  return { read, blocks };
}

const typedKeys: ReadonlySet<string> = new Set(['version', 'vague', 'ligne', 'obligatoire', 'a', 'k', 'x']);
const limits = { values: 1_000_000, depth: 50 };

/** Nor what a catalogue holds, and where. */
function assertSameData(text: string): void {
  const [quick, slow] = [readPlainYaml(text, typedKeys, limits), readPlainYaml(text, typedKeys, limits, treeByLibrary)];
  assert.deepEqual(placed(quick.value, quick), placed(slow.value, slow));
  assert.deepEqual(quick.problems, slow.problems);
}

function placed(value: unknown, yaml: PlainYaml): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, one]) => [
    key,
    yaml.rangeOf(value, key, 'key'),
    yaml.rangeOf(value, key, 'value'),
    placed(one, yaml),
  ]);
}

describe('the reader of simple YAML', function () {
  this.timeout(120_000);

  it('finds the tree of the library in every file of the project that it reads', () => {
    assert.ok(files.length > 50);
    const read = files.filter(({ text }) => assertSameTree(text));
    assert.ok(read.length > files.length / 2, `${read.length} of ${files.length}`);
  });

  it('reads most blocks of the examples, and the same facts in them', () => {
    const counts = manifests.map(assertSameFacts);
    const [read, blocks] = [
      counts.reduce((sum, one) => sum + one.read, 0),
      counts.reduce((sum, one) => sum + one.blocks, 0),
    ];
    assert.ok(read > 0.7 * blocks, `${read} of ${blocks}`);
  });

  it('reads the same facts in any manifest, sound or broken', () => {
    const random = fc
      .tuple(randomManifest({ faults: 5 }), randomLayout)
      .map(([written, layout]) => write(written, layout));
    const texts = fc.oneof(random, mutated(random), mutated(fc.constantFrom(...manifests)));
    let read = 0;
    fc.assert(
      fc.property(texts, (text) => {
        read += assertSameFacts(text).read;
      }),
      { seed, numRuns: 600 },
    );
    assert.ok(read > 500, String(read));
  });

  it('finds the tree of the library, or none, in anything', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(anyLines, anySigns), (text) => {
        if (assertSameTree(text)) read++;
        assertSameData(text);
      }),
      { seed, numRuns: 20_000 },
    );
    assert.ok(read > 1000, String(read));
  });

  it('reads every catalogue that this tool writes, and the same in it', () => {
    const written = catalogues.flatMap(({ text }) => {
      const catalogue: Catalogue | undefined = readCatalogue(text).catalogue;
      return catalogue ? [writeCatalogue(catalogue)] : [];
    });
    assert.ok(written.length > 0);
    for (const text of written) {
      assert.ok(readSimpleYaml(text), text.slice(0, 80));
      assertSameData(text);
    }
    const small = written.filter((text) => text.length < 60_000);
    fc.assert(fc.property(mutated(fc.constantFrom(...(small.length > 0 ? small : written))), assertSameData), {
      seed,
      numRuns: 40,
    });
  });
});
