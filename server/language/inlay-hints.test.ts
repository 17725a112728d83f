import assert from 'node:assert/strict';
import { file, manifest } from '../../test/kit/dossier-kit';
import { formatBinaryBytes } from '../../words/numbers';
import { viewAt } from '../../test/kit/view-kit';
import type { Locale } from '../core/messages/say';
import { inlayHints, type HintChoice } from './inlay-hints';

const items = [
  '- { fichier: a.png, date: 2026-11-20 }',
  '- { fichier: b.png, date: 2026-11-19 }',
  '- { lien: https://example.org, date: 2026-11-10 }',
  '- { execution: 12, date: 2026-11-10 }',
  '- { titre: sans pièce, date: 2026-11-10 }',
  '- { fichier: a.png, date: 2026-11-21 }',
  '- { fichier: a.png, date: hier }',
];
const text = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
${items.map((item) => `            ${item}\n`).join('')}`);
const evidence = { 'a.png': file({ size: 2048 }), 'b.png': { state: 'absent' } } as const;

async function hints(choice: HintChoice, locale: Locale = 'fr', lines?: readonly [number, number]) {
  const { view } = await viewAt(text, { evidence, locale });
  const [first, last] = lines ?? [0, view.document.lineCount];
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
  const states = new Map([[view.parsed.text.indexOf('INS/va1.56.01:'), 'provided' as const]]);
  return inlayHints(view, range, choice, choice.state ? states : undefined).map(({ position, label, tooltip }) => [
    view.document.getText({ start: { ...position, character: 0 }, end: position }).trim(),
    label,
    tooltip !== undefined,
  ]);
}

const none: HintChoice = { state: false, size: false, age: false };

describe('hints in the text', () => {
  it('tell how many days ago a piece was made, nothing of a day to come or of none, in both languages', async () => {
    for (const [locale, today, day, days] of [
      ['fr', 'd’aujourd’hui', '1 jour', '10 jours'],
      ['en', 'of today', '1 day', '10 days'],
    ] as const)
      assert.deepEqual(await hints({ ...none, age: true }, locale), [
        ['- { fichier: a.png', today, true],
        ['- { fichier: b.png', day, true],
        ['- { lien: https://example.org', days, false],
        ['- { execution: 12', days, false],
      ]);
  });

  it('tell the size of the files that are there', async () => {
    const sizes = await hints({ ...none, size: true });
    assert.deepEqual(
      sizes,
      Array.from({ length: 3 }, () => ['- { fichier: a.png', formatBinaryBytes(2048, 'fr'), true]),
    );
  });

  it('tell both on one place, of the lines that are asked for alone', async () => {
    const line = text.split('\n').findIndex((one) => one.includes('a.png'));
    assert.deepEqual(await hints({ ...none, size: true, age: true }, 'en', [line, line + 1]), [
      ['- { fichier: a.png', '2 KiB · of today', true],
    ]);
    assert.deepEqual(await hints({ ...none, size: true, age: true }, 'en', [0, 3]), []);
  });

  it('tell where a scenario stands behind its colon, and nothing where nothing is wanted', async () => {
    assert.deepEqual(await hints({ ...none, state: true }), [['INS/va1.56.01:', 'fournie', false]]);
    assert.deepEqual(await hints(none), []);
  });

  it('stand behind an id whose colon is further on', async () => {
    const { view } = await viewAt(manifest('exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.01 : {}\n'));
    const states = new Map([[view.parsed.text.indexOf('INS/va1.56.01'), 'toProvide' as const]]);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const [hint] = inlayHints(view, range, { ...none, state: true }, states);
    assert.equal(hint?.position.character, '      INS/va1.56.01'.length);
  });
});
