import assert from 'node:assert/strict';
import { compareStates, isSame } from './compare-states';
import { comparisonMarkdown, comparisonPage, comparisonText } from './comparison-text';
import type { FiledPiece, FiledProof, FiledState } from './filed-state';

const file = (value: string, digit: string): FiledPiece => ({ kind: 'fichier', value, sha256: digit.repeat(64) });
const link = (value: string): FiledPiece => ({ kind: 'lien', value });
const slot = (proof: string, pieces: readonly FiledPiece[], more: Partial<FiledProof> = {}): FiledProof => ({
  chapter: 'Identité nationale de santé',
  requirement: 'INS/va1.56',
  scenario: proof.slice(0, -3),
  proof,
  status: 'provided',
  pieces,
  ...more,
});
const state = (proofs: readonly FiledProof[], more: Partial<FiledState> = {}): FiledState => ({
  dispositif: 'MDV-LGC-Va2',
  softwareVersion: '12.4.0',
  proofs,
  ...more,
});
const names = { before: 'a.zip', after: 'dossier' };

describe('compareStates', () => {
  const first = 'INS/va1.56.01.01';
  const second = 'INS/va1.56.02.01';

  it('finds nothing between equals, whatever the order of the pieces', () => {
    const a = state([slot(first, [file('a.png', '1'), link('https://x/1')])]);
    const b = state([slot(first, [link('https://x/1'), file('a.png', '1')])]);
    assert.ok(isSame(compareStates(a, b)));
  });

  it('tells added, removed, replaced and renamed pieces apart', () => {
    const before = [file('gone.png', '1'), file('other.png', '2'), file('same.png', '3'), file('old name.png', '4')];
    const after = [file('same.png', '5'), file('new name.png', '4'), file('new.png', '6'), file('newer.png', '7')];
    const { proofs, counts } = compareStates(state([slot(first, before)]), state([slot(first, after)]));
    assert.deepEqual(
      proofs[0]?.changes.map((change) => [change.kind, 'after' in change ? change.after.value : change.before.value]),
      [
        ['replaced', 'same.png'],
        ['renamed', 'new name.png'],
        ['added', 'new.png'],
        ['added', 'newer.png'],
        ['removed', 'gone.png'],
        ['removed', 'other.png'],
      ],
    );
    assert.deepEqual(counts, { added: 2, removed: 2, replaced: 1, renamed: 1, statuses: 0 });
  });

  it('takes the only piece exchanged for another one as replaced, a film for a link too', () => {
    const { proofs } = compareStates(
      state([slot(first, [file('a.mp4', '1')])]),
      state([slot(first, [link('https://x')])]),
    );
    assert.equal(proofs[0]?.changes[0]?.kind, 'replaced');
  });

  it('sees a file that is no longer there', () => {
    const gone: FiledPiece = { kind: 'fichier', value: 'a.png' };
    const comparison = compareStates(state([slot(first, [file('a.png', '1')])]), state([slot(first, [gone])]));
    assert.equal(comparison.counts.replaced, 1);
  });

  it('gives the statuses that changed, proofs that came and went, and the head', () => {
    const before = state([slot(first, [], { status: 'toProvide' }), slot('X.01.01', [link('l')])]);
    const after = state([slot(first, [link('l')]), slot(second, [link('m')])], { softwareVersion: '12.5.0' });
    const { proofs, heads, counts } = compareStates(before, after);
    assert.deepEqual(
      proofs.map(({ proof, status }) => [proof, status?.before, status?.after]),
      [
        [first, 'toProvide', 'provided'],
        [second, undefined, 'provided'],
        ['X.01.01', 'provided', undefined],
      ],
    );
    assert.deepEqual(heads, [{ field: 'softwareVersion', before: '12.4.0', after: '12.5.0' }]);
    assert.equal(counts.statuses, 3);
  });

  it('compares a chapter with the same chapter of the whole', () => {
    const psc = slot('PSC.01.01.01', [link('l')], { chapter: 'Pro Santé Connect', requirement: 'PSC.01' });
    const whole = state([slot(first, [link('a')]), psc]);
    const part = state([psc], { chapters: ['Pro Santé Connect'] });
    for (const comparison of [compareStates(whole, part), compareStates(part, whole)]) {
      assert.ok(isSame(comparison));
      assert.deepEqual(comparison.chapters, ['Pro Santé Connect']);
    }
  });

  it('is shown as text, Markdown and a page, in both languages', () => {
    const hostile = file('<b>a|b</b>`x`.png', '1');
    const comparison = compareStates(
      state([slot(first, [])]),
      state([slot(first, [hostile, link('l')], { status: 'toReview' })]),
    );
    const text = comparisonText(comparison, names, 'fr');
    assert.match(text, /^Différences : a\.zip → dossier\n\nINS\/va1\.56\.01\.01 .*\n {2}! fournie → à revoir\n {2}\+ /);
    assert.match(text, /2 pièces ajoutées/);
    assert.match(comparisonText(comparison, names, 'en'), /2 pieces added/);
    const markdown = comparisonMarkdown(comparison, names, 'fr');
    assert.ok(markdown.includes('\\<b\\>a\\|b\\</b\\>\\`x\\`.png'), markdown);
    const page = comparisonPage(comparison, names, 'fr');
    assert.ok(!page.includes('<b>a|b') && !/src=|href=|http-equiv="refresh/.test(page));
    assert.match(comparisonText(compareStates(state([]), state([])), names, 'en'), /No difference\./);
  });
});
