import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { CatalogueIndex } from '../../server/core/catalogue/index-catalogue';
import { applyChanges } from '../../server/core/fixes/verified';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import type { OffsetRange } from '../../server/core/text/offset-range';
import { formatManifest } from '../../server/language/formatting/format-manifest';
import { inRemOrder } from '../../server/language/formatting/rem-order';
import {
  commentsIn,
  contentOf,
  readDocuments,
  unorderedContentOf,
} from '../../server/language/formatting/same-content';
import { corpusStates } from '../kit/corpus/corpus-states';
import { SampleEvidence } from '../kit/corpus/sample-evidence';
import { catalogueOf, ourWorkbooks, realWorkbooks, workbooksIn } from '../kit/corpus/workbooks';
import { mutateText } from '../kit/fuzz/mutate-text';
import { Random } from '../kit/fuzz/random';
import { manifestSeeds } from '../kit/fuzz/text-seeds';
import { randomLayout, randomManifest, write } from '../kit/random-manifest';

const seed = 20261130;

function formatted(text: string, only?: OffsetRange): string {
  return applyChanges(text, formatManifest(parseManifest(text), only));
}

/** Formats, and finds that nothing that is read changed and that a second time changes nothing. */
function checkFormat(text: string, what: string): string {
  const after = formatted(text);
  assert.equal(formatted(after), after, `${what}: a second time changes more`);
  checkSame(text, after, what);
  return after;
}

function checkSame(text: string, after: string, what: string): void {
  const [old, fresh] = [readDocuments(text), readDocuments(after)];
  if (old) assert.equal(fresh && contentOf(fresh), contentOf(old), `${what}: it is read otherwise`);
  if (old) assert.deepEqual(commentsIn(after), commentsIn(text), `${what}: comments`);
}

function manifestsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.preuves.yaml'))
    .map((name) => join(folder, name));
}

describe('formatting', function () {
  this.timeout(120_000);

  it('changes no value and comes to rest, whatever a manifest looks like', () => {
    fc.assert(
      fc.property(randomManifest({ faults: 10 }), randomLayout, (written, layout) => {
        checkFormat(write(written, layout), 'random');
      }),
      { seed, numRuns: 50 },
    );
  });

  it('leaves comments at the left of entries that have to stay where they are', () => {
    const entries = ['A:', 'A:\n# x', '# c', 'A: # x', '"":', '# "b" c', 'B: "b" c'];
    const text = fc
      .record({
        margin: fc.integer({ min: 1, max: 9 }),
        lines: fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(...entries)), { minLength: 1 }),
        end: fc.constantFrom('', ' B: "b" c\n', '  B:\n  - a\n', ' >+2\n'),
      })
      .map(({ margin, lines, end }) => {
        const laid = lines.map(([column, line]) => ' '.repeat(line.startsWith('#') ? column : margin) + line);
        return `exigences:\n${laid.join('\n')}\n${end}`;
      });
    fc.assert(
      fc.property(text, (written) => {
        checkFormat(written, JSON.stringify(written));
      }),
      { seed, numRuns: 200 },
    );
    for (const known of [
      '12.10: 2026-11-03\nversion: 1\nexigences:\n PSC.01:\n   scenarios:\n   scenarios:\n#       !!binary x:\n        preuves: \n          12.10: commun:a\n            - fichier: a.png\n              revue: oui\n',
      'exigences:\n * empreinte: "00000000" # essai\n# ancienne\n  12.é nul>',
      'exigences:\n      A.01:\n#     scenarios:\n      B:\n  A:\n    scenarios:\n',
      'exigences:\n    A.01:\n\n# Un mot.\n    empreinte: 4410d5bb\n    scenarios:\n      A.01.01:\n  B:\n',
    ])
      checkFormat(known, JSON.stringify(known));
    assert.equal(
      formatted('exigences:\n      A:   {}\n# mot\n      B:\n  "c" d\n'),
      'exigences:\n      A: {}\n# mot\n      B:\n  "c" d\n',
    );
  });

  it('changes no value where parts together are something else than each by itself', () => {
    const entries = '  PSC.01:\n    scenarios:\n      PSC.01.01: {}\n';
    const mark = `version: 1\nexigences:\n${entries.replace('    scenarios', '\ufeff    scenarios')}`;
    // A mark in the middle is a letter of a key.
    assert.equal(formatted(mark), mark);
    assert.equal(formatted(mark.replaceAll('\n', '\r\n')), mark.replaceAll('\n', '\r\n'));
    // The rest is laid out all the same.
    assert.equal(formatted(mark.replace('version: 1', 'version:   1')), mark);
    for (const text of [
      // All of it is one text.
      `|-\nversion: 1\nexigences:\n${entries.replaceAll('  ', '    ')}`,
      // One text on two lines at a margin.
      '  attend\n  attend',
      // Where the blanks at the end of a line count for who reads it.
      'version: 1\ndossier:\n  \n#   dispositif: X\n  profil---\ns: [A]\n',
    ])
      assert.equal(formatted(text), text);
  });

  it('changes no value of manifests that were changed at random, in other margins', () => {
    const seeds = manifestSeeds().filter(({ length }) => length < 1500);
    const random = new Random(seed);
    const margins = [(all: string) => all + all, (all: string) => `${all}  `, (all: string) => all.slice(1)];
    for (let count = 0; count < 150; count++) {
      const margin = random.pick(margins);
      const changed = mutateText(random.pick(seeds), seeds, random);
      const text = random.once(2) ? changed.replace(/^ +/gm, margin) : changed;
      checkFormat(text, JSON.stringify(text));
      const start = random.below(text.length + 1);
      checkSame(text, formatted(text, { start, end: start + random.below(200) }), `a range of ${JSON.stringify(text)}`);
    }
  });

  for (const folder of ['examples', join('test', 'golden'), join('test', 'fixtures')]) {
    it(`of every manifest in ${folder}, as it is and in another layout`, () => {
      for (const file of manifestsIn(folder)) {
        const text = readFileSync(file, 'utf8');
        checkFormat(text, file);
        const document = parseDocument(text);
        // An alias without anchor cannot be written.
        if (document.errors.length === 0 && !/\*\w/.test(text))
          checkFormat(document.toString({ indent: 4, indentSeq: false }), file);
      }
    });
  }

  for (const path of [...workbooksIn(ourWorkbooks), ...workbooksIn(realWorkbooks)]) {
    it(`and the order of the REM, of dossiers made from ${basename(path)}`, async () => {
      const samples = await SampleEvidence.read();
      const catalogue = await catalogueOf(path);
      const index = new CatalogueIndex(catalogue);
      // Each takes seconds, of a real workbook many: some of the states say enough.
      const states = path.startsWith(realWorkbooks)
        ? corpusStates.slice(1, 2)
        : corpusStates.filter((_, at) => at % 4 === 0);
      for (const { name, make } of states) {
        const { main } = make(catalogue, samples);
        const neat = checkFormat(main, name);
        assert.equal(checkFormat(widened(main), name), neat, `${name}: the layout does not depend on what it was`);
        const turned = reversed(main);
        const ordered = inRemOrder(parseManifest(turned), index);
        if (ordered.kind !== 'ordered') assert.fail(`${name}: ${ordered.kind}`);
        const written = (text: string) => parseManifest(text).requirements.map(({ facts }) => facts.id.value);
        const rankOf = (id: string) =>
          catalogue.requirements.findIndex((one) => one === index.requirement(id)?.requirement);
        const ranks = written(ordered.text).map(rankOf);
        assert.deepEqual(
          ranks,
          [...ranks].sort((a, b) => a - b),
          name,
        );
        assert.equal(ranks.length, written(main).length, name);
        const contents = [turned, ordered.text].map((text) => unorderedContentOf(readDocuments(text) ?? []));
        assert.equal(contents[1], contents[0], name);
        const again = inRemOrder(parseManifest(ordered.text), index);
        assert.equal(again.kind === 'ordered' && again.text, ordered.text, name);
      }
    });
  }
});

/** Twice as wide at the left: such a text has no value on several lines. */
function widened(text: string): string {
  return text.replace(/^( +)(- )?/gm, (_, margin: string, dash?: string) => margin + margin + (dash ? '-   ' : ''));
}

/** With its requirements the other way round. */
function reversed(text: string): string {
  const { requirements, source } = parseManifest(text);
  const starts = requirements.map(({ base, facts }) => base + facts.id.range.start - 2);
  const [first] = starts;
  if (first === undefined) return text;
  const parsed = parseManifest(text);
  const next = parsed.keys.find(({ range }) => range.start > (starts.at(-1) ?? 0))?.range.start ?? source.length;
  const pieces = starts.map((start, at) => text.slice(start, starts[at + 1] ?? next));
  return text.slice(0, first) + pieces.reverse().join('') + text.slice(next);
}
