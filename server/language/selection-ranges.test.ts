import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { viewAt } from '../../test/kit/view-kit';
import { foldingRanges } from './folding-ranges';
import { selectionRanges } from './selection-ranges';

/** The texts that grow around the cursor. */
async function grown(marked: string): Promise<string[]> {
  const { view, offset } = await viewAt(marked);
  const texts: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(view.parsed, view.document, [
    view.document.positionAt(offset),
  ])[0];
  for (; range; range = range.parent) texts.push(view.document.getText(range.range));
  return texts;
}

describe('what grows around the cursor', () => {
  const head = 'version: 1\n';

  it('is the word without its quotes, the word, the line, each block, the section and the file', async () => {
    const entry = `  A.01:\n    commentaire: "deux mots"\n\n    suivi: { responsable: AM }`;
    const section = `exigences:\n${entry}`;
    const text = `${head}${section}\n`;
    assert.deepEqual(await grown(text.replace('deux mots', 'deux‸ mots')), [
      'deux mots',
      '"deux mots"',
      'commentaire: "deux mots"',
      entry.trimStart(),
      section,
      text,
    ]);
  });

  it('is a comment, then what holds it; and of a blank line what holds that', async () => {
    const text = `${head}exigences:\n  A.01:\n    # un mot\n    suivi: {}\n`;
    assert.deepEqual((await grown(text.replace('un mot', 'un ‸mot')))[0], '# un mot');
    const blank = `${head}exigences:\n  A.01:\n‸\n    suivi: {}\n`;
    assert.equal((await grown(blank))[0], blank.replace('‸', '').slice(head.length).trimEnd());
  });

  it('is the file where nothing is written, or nothing around the cursor is in a section', async () => {
    assert.deepEqual(await grown('‸'), ['']);
    assert.deepEqual(await grown('# un mot\n‸\nversion: 1\n'), ['# un mot\n\nversion: 1\n']);
  });

  it('is the same under a second section, up to its own end', async () => {
    const text = `${head}exigences:\n  A.01: {}\n\n# fin\nscenarios:\n  B.01: {}\n`;
    assert.deepEqual(await grown(text.replace('A.01: {}', 'A.0‸1: {}')), [
      'A.01',
      'A.01: {}',
      'exigences:\n  A.01: {}',
      text,
    ]);
  });
});

describe('folds', () => {
  it('are of sections, entries and comments, the outer of two that begin on one line first', async () => {
    const { view } = await viewAt(
      '# un\n# deux\n# trois\nversion: 1\nexigences:\n  A.01:\n    suivi:\n      travail: x\n        # de ce travail\n  B.01: {}\n',
    );
    assert.deepEqual(
      foldingRanges(view.parsed, view.document).map(({ startLine, endLine, kind }) => [startLine, endLine, kind]),
      [
        [0, 2, 'comment'],
        [4, 9, undefined],
        [5, 8, undefined],
        [6, 8, undefined],
        [7, 8, undefined],
      ],
    );
  });

  it('are the same when asked for again, and follow an entry that moves', async () => {
    const text = 'version: 1\nexigences:\n  A.01:\n    suivi: {}\n';
    const { view } = await viewAt(text);
    const first = foldingRanges(view.parsed, view.document);
    assert.deepEqual(foldingRanges(view.parsed, view.document), first);
  });
});
