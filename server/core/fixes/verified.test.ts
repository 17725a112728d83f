import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import type { EncodingFault } from '../text/encoding';
import { withEncoding } from '../manifest/encoding-problems';
import { parseManifest } from '../manifest/parse-manifest';
import type { Fix } from './fix';
import type { ManifestFiles } from './manifest-text';
import { Trials } from './trials';
import { applyChanges, leavesReadable, mends } from './verified';
import { isWritable, isWritableText } from './writable';

const fragment = 'f.preuves.yaml';
const fragmentUri = mainUri.replace('main.preuves.yaml', fragment);
const clean = 'version: 1\nexigences:\n  INS/va1.56:\n    note_interne: un\n  PSC.01:\n    note_interne: deux\n';

async function filesOf(body: string, other = clean): Promise<ManifestFiles> {
  const main = manifest(body).replace('  profils:', `  fragments: [${fragment}]\n  profils:`);
  return (await analyse([], { main, files: { [fragment]: other } })).analysis.dossier;
}
/** A fix that writes `by` in place of each first `text` of a file. */
function replacing(files: ManifestFiles, ...edits: readonly [text: string, by: string, uri?: string][]): Fix {
  return {
    title: { fr: 'x', en: 'x' },
    edits: edits.map(([text, by, uri = mainUri]) => {
      const file = [files.main, ...files.fragments].find((one) => one.uri === uri);
      const start = file?.parsed.text.indexOf(text) ?? 0;
      assert.ok(start >= 0, text);
      return { uri, range: { start, end: start + text.length }, text: by };
    }),
  };
}
const body = clean.slice('version: 1\n'.length);

describe('changes of a text', () => {
  it('are made where they stand, in whatever order they are told', () => {
    const changes = [
      { range: { start: 0, end: 1 }, text: 'A' },
      { range: { start: 2, end: 2 }, text: '-' },
      { range: { start: 3, end: 5 }, text: '' },
    ];
    for (const some of [changes, [...changes].reverse()]) assert.equal(applyChanges('abcdef', some), 'Ab-cf');
    assert.equal(applyChanges('abc', []), 'abc');
  });
});

describe('a fix', () => {
  it('is not tried where so much of the text was read again for others', async () => {
    const long = `  L.01:\n    note_interne: "${'x'.repeat(200_000)}"\n`;
    for (const anchor of ['', '  PSC.02:\n    note_interne: &a un\n']) {
      const files = await filesOf(`${body}${anchor}${long}`);
      const small = replacing(files, ['note_interne: un', 'note_interne: trois']);
      const large = replacing(files, ['note_interne: "x', 'note_interne: "y']);
      const trials = new Trials();
      // Small ones cost what they read, which is next to nothing.
      for (let count = 0; count < 10; count++) assert.equal(leavesReadable(small, files, trials), true);
      assert.equal(trials.isSpent, false);
      const tried = [1, 2, 3, 4].map(() => leavesReadable(large, files, trials));
      assert.deepEqual(tried, anchor === '' ? [true, true, true, false] : [true, true, false, false]);
      assert.equal(trials.isSpent, true);
      assert.equal(leavesReadable(small, files, trials), false);
      assert.equal(leavesReadable(large, files), true);
    }
  });

  it('that changes several places is read as one change of the text from the first to the last', async () => {
    const files = await filesOf(body);
    const both = replacing(files, ['PSC.01', 'PSC.02'], ['note_interne: un', 'note_interne: trois']);
    assert.equal(leavesReadable(both, files), true);
    const bad = replacing(
      files,
      ['note_interne: deux', 'note_interne: "deux'],
      ['note_interne: un', 'note_interne: x'],
    );
    assert.equal(leavesReadable(bad, files), false);
  });

  it('leaves a file readable when no more of it is lost than before', async () => {
    const files = await filesOf(body);
    const isFine = (...edits: readonly [string, string, string?][]) =>
      leavesReadable(replacing(files, ...edits), files);
    assert.equal(isFine(['note_interne: un', 'note_interne: trois']), true);
    assert.equal(isFine(['note_interne: un', 'note_interne: "trois']), false);
    assert.equal(isFine(['note_interne: un', 'scenarios: trois']), false);
    assert.equal(isFine(['note_interne: un', 'note_interne: un\n    note_interne: deux']), false);
    assert.equal(isFine(['exigences:', 'exigences: [']), false);
    // One file that is spoilt is enough.
    const good: [string, string] = ['note_interne: un', 'note_interne: x'];
    const bad: [string, string, string] = ['note_interne: un', 'scenarios: x', fragmentUri];
    assert.equal(isFine(good, bad), false);
    assert.equal(isFine(bad, good), false);
    assert.equal(isFine(good, ['note_interne: un', 'note_interne: x', fragmentUri]), true);
    assert.equal(
      leavesReadable(
        { title: { fr: '', en: '' }, edits: [{ uri: 'file:///x', range: { start: 0, end: 0 }, text: '' }] },
        files,
      ),
      false,
    );
  });

  it('mends when less of each file is lost than before', async () => {
    const files = await filesOf(
      body.replace('note_interne: un', 'scenarios: un'),
      clean.replace('note_interne: deux', 'scenarios: deux'),
    );
    const does = (...edits: readonly [string, string, string?][]) => mends(replacing(files, ...edits), files);
    const good: [string, string] = ['scenarios: un', 'note_interne: un'];
    const other: [string, string, string] = ['scenarios: deux', 'note_interne: deux', fragmentUri];
    assert.equal(does(good), true);
    assert.equal(does(good, other), true);
    assert.equal(does(['scenarios: un', 'scenarios: trois']), false);
    assert.equal(does(good, ['scenarios: deux', 'scenarios: trois', fragmentUri]), false);
    assert.equal(does(['scenarios: un', 'scenarios: trois'], other), false);
    // What was not read is left as it is.
    assert.equal(leavesReadable(replacing(files, ['note_interne: deux', 'note_interne: x']), files), true);
    assert.equal(does(['note_interne: deux', 'note_interne: x']), false);
  });

  it('is looked at with the whole file where another entry leans on what it changes', async () => {
    const files = await filesOf(
      'exigences:\n  INS/va1.56: &a\n    note_interne: un\n  PSC.01: *a\n  SSI/GEN.06: { note_interne: trois }\n',
    );
    const isFine = (...edits: readonly [string, string, string?][]) =>
      leavesReadable(replacing(files, ...edits), files);
    assert.equal(isFine(['note_interne: un', 'note_interne: deux']), true);
    assert.equal(isFine([' &a', '']), false);
    assert.equal(isFine(['&a', '&b']), false);
    const plain = await filesOf(body);
    assert.equal(leavesReadable(replacing(plain, ['note_interne: un', 'note_interne: *rien']), plain), false);
  });
});

describe('a text that may be written to', () => {
  const fault: EncodingFault = { encoding: 'windows-1252', line: 1, column: 1, offset: 0 };

  it('is UTF-8, and in no merge', () => {
    assert.equal(isWritableText(parseManifest(clean)), true);
    assert.equal(isWritableText(withEncoding(parseManifest(clean), fault)), false);
    assert.equal(isWritableText(parseManifest(`<<<<<<< a\n${clean}=======\n${clean}>>>>>>> b\n`)), false);
  });

  it('is each of the files that a fix changes, not only one of them', async () => {
    const files = await filesOf(body);
    const both = replacing(files, ['un', 'x'], ['un', 'x', fragmentUri]);
    assert.equal(isWritable(both, files), true);
    const spoilt = (file: ManifestFiles['main']) => ({ ...file, parsed: withEncoding(file.parsed, fault) });
    const inMain = { ...files, main: spoilt(files.main) };
    const inFragment = { ...files, fragments: files.fragments.map(spoilt) };
    assert.deepEqual([isWritable(both, inMain), isWritable(both, inFragment)], [false, false]);
    assert.equal(isWritable(replacing(files, ['un', 'x']), inFragment), true);
    assert.equal(
      isWritable({ edits: [{ uri: 'file:///neuf.preuves.yaml', range: { start: 0, end: 0 }, text: 'x' }] }, inMain),
      true,
    );
  });
});
