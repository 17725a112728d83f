import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { normaliseId } from '../../server/core/catalogue/identifiers';
import { CatalogueIndex } from '../../server/core/catalogue/index-catalogue';
import { parseManifest, type ParsedManifest } from '../../server/core/manifest/parse-manifest';
import { scalarText } from '../../server/core/manifest/scalar-text';
import { under } from '../../server/core/text/uri';
import { manifestMentions, type Mention } from '../../server/language/mentions/manifest-mentions';
import { renameId, RenameRefused } from '../../server/language/rename';
import { renameEvidence } from '../../server/language/rename-evidence';
import { corpusStates } from '../kit/corpus/corpus-states';
import { SampleEvidence } from '../kit/corpus/sample-evidence';
import { catalogueOf, ourWorkbooks, workbooksIn } from '../kit/corpus/workbooks';

const rootUri = 'file:///dossier';
const uri = `${rootUri}/main.preuves.yaml`;

/** Gives what a manifest mentions another name; undefined where that is refused. */
async function renamed(
  text: string,
  parsed: ParsedManifest,
  mention: Mention,
  name: string,
  index: CatalogueIndex | undefined,
): Promise<string | undefined> {
  const document = TextDocument.create(uri, '', 0, text);
  const context = {
    versioned: true,
    annotated: false,
    documentOf: () => document,
    mayEdit: () => true,
    versionOf: () => 0,
    nameOf: basename,
  };
  const file = { uri, path: 'main.preuves.yaml', parsed };
  try {
    const edit =
      mention.subject.kind === 'file'
        ? (
            await renameEvidence(mention, name, {
              ...context,
              dossiers: [{ main: file, fragments: [] }],
              locale: 'fr',
              rootUri,
              renamesFiles: true,
              onDisk: (path) => path,
              realUri: (one) => Promise.resolve(one === under(rootUri, name) ? undefined : one),
            })
          ).edit
        : renameId(mention, name, [file], index, context);
    const edits = edit.documentChanges?.flatMap((one) => ('edits' in one ? one.edits : [])) ?? [];
    return TextDocument.applyEdits(
      document,
      edits.flatMap((one) => ('newText' in one ? [one] : [])),
    );
  } catch (error) {
    if (error instanceof RenameRefused) return undefined;
    throw error;
  }
}

/** Renames some of what a manifest mentions and back: what was written comes back, byte for byte. */
async function checkRenames(text: string, index: CatalogueIndex | undefined, what: string): Promise<number> {
  const parsed = parseManifest(text);
  let done = 0;
  const mentions = manifestMentions(parsed, index).filter(
    ({ subject, range }) =>
      (subject.kind === 'file' || !subject.known) && !parsed.source.slice(range.start, range.end).startsWith('*'),
  );
  const step = Math.max(1, Math.floor(mentions.length / 20));
  for (const [at, mention] of mentions.entries()) {
    // A path that is written in another than its normal form comes back in that form.
    if (at % step !== 0 || (mention.subject.kind === 'file' && mention.subject.id !== mention.written)) continue;
    const name = mention.subject.kind === 'file' ? 'preuves/tout-autre.nom' : 'TOUT.AUTRE.01';
    // Beside another way of writing the same, the way back is refused: both would be one.
    const isAlone = mentions.every(
      (one) => one.written === mention.written || normaliseId(one.written) !== normaliseId(mention.written),
    );
    // What is better written between quotes gets them on the way back.
    const source = parsed.source.slice(mention.range.start, mention.range.end);
    if (!isAlone || scalarText(mention.written, source) !== source) continue;
    const there = await renamed(text, parsed, mention, name, index);
    if (there === undefined) continue;
    assert.notEqual(there, text, `${what}: ${mention.written}`);
    const after = parseManifest(there);
    const moved = manifestMentions(after, index).find((one) => one.written === name);
    assert.ok(moved, `${what}: ${mention.written}`);
    assert.equal(await renamed(there, after, moved, mention.written, index), text, `${what}: ${mention.written}`);
    done++;
  }
  return done;
}

describe('renaming there and back', function () {
  this.timeout(60_000);

  it('restores every byte of the manifests of the examples and of other tests', async () => {
    let done = 0;
    for (const folder of ['examples', join('test', 'golden'), join('test', 'fixtures')]) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.preuves.yaml')) continue;
        const text = readFileSync(join(folder, name), 'utf8');
        // In the middle of a merge nothing of it is renamed.
        if (!/^<{7} /m.test(text)) done += await checkRenames(text, undefined, name);
      }
    }
    assert.ok(done > 100);
  });

  for (const path of workbooksIn(ourWorkbooks)) {
    it(`restores every byte of dossiers made from ${basename(path)}`, async () => {
      const samples = await SampleEvidence.read();
      const catalogue = await catalogueOf(path);
      const index = new CatalogueIndex(catalogue);
      for (const { name, make } of corpusStates) await checkRenames(make(catalogue, samples).main, index, name);
    });
  }
});
