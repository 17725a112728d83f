import assert from 'node:assert/strict';
import { examinedOf } from './examined';
import { examinedFileWords, examinedWords } from './examined-words';
import type { Inspection } from './inspection';
import { file } from '../../../test/kit/dossier-kit';

const text = { encoding: 'ascii', lines: 1 } as const;
const of = (inspection: Inspection) => examinedOf({ inspection });
const told = (inspection: Inspection) => {
  const examined = of(inspection);
  return [examined?.extent, ...(examined?.left ?? []).map(({ reason, parts }) => [reason, ...parts].join(' '))];
};

describe('how far a piece was looked into', () => {
  it('is not known before it was', () => {
    assert.equal(examinedOf({}), undefined);
  });

  it('is whole when nothing was left', () => {
    assert.deepEqual(told({ text }), ['whole']);
    assert.deepEqual(told({ pdf: { encrypted: true, signatures: [], pages: 1, textLayer: true } }), ['whole']);
  });

  it('is in part when a part was left, with the reason and the place', () => {
    const unread = [
      { where: 'a.7z', reason: 'kind' },
      { where: 'b.zip/c.bin', reason: 'kind' },
      { where: 'd', reason: 'size' },
      { reason: 'count' },
    ] as const;
    assert.deepEqual(told({ text, unread, partial: true }), ['partly', 'kind a.7z b.zip/c.bin', 'limit d']);
    assert.deepEqual(told({ text, partial: true }), ['partly', 'limit']);
    assert.deepEqual(told({ damage: { code: 'truncated' } }), ['partly', 'damaged']);
    assert.deepEqual(told({ pdf: { encrypted: false, signatures: [], pages: 2, textLayer: false } }), [
      'partly',
      'scan',
    ]);
  });

  it('is in part for what shows something that is not read', () => {
    const shown = { encrypted: false, signatures: [], pages: 1, textLayer: true, pictures: true } as const;
    assert.deepEqual(told({ text, pdf: shown }), ['partly', 'picture']);
    assert.deepEqual(told({ image: { width: 1, height: 1 } }), ['partly', 'picture']);
    assert.deepEqual(told({ video: { tracks: [] } }), ['partly', 'picture']);
    assert.deepEqual(told({ text, unread: [{ where: 'word/media/image1.png', reason: 'kind' }] }), [
      'partly',
      'picture word/media/image1.png',
    ]);
  });

  it('is nothing when no reader opened it', () => {
    assert.deepEqual(told({ unread: [{ reason: 'kind' }] }), ['notRead', 'kind']);
    assert.deepEqual(told({ unread: [{ reason: 'kind' }], secrets: [{ kind: 'keyStore', form: 'PKCS#12' }] }), [
      'notRead',
      'kind',
    ]);
    assert.deepEqual(told({ unread: [{ reason: 'stopped' }], partial: true }), ['notRead', 'stopped']);
    const locked = { pdf: { encrypted: true, signatures: [] }, damage: { code: 'encrypted' } };
    assert.deepEqual(told({ ...locked, unread: [{ reason: 'encrypted' }] }), ['notRead', 'encrypted']);
    assert.deepEqual(told({}), ['notRead']);
    assert.deepEqual(examinedOf({ inspection: { text }, pointer: { kind: 'git-lfs', fetch: 'git lfs pull' } }), {
      extent: 'notRead',
      left: [{ reason: 'elsewhere', parts: [] }],
    });
  });

  it('is told in the same words everywhere', () => {
    const examined = of({ text, unread: ['a', 'b', 'c', 'd'].map((where) => ({ where, reason: 'kind' })) });
    assert.ok(examined);
    assert.equal(examinedWords(examined, 'en'), 'in part (nothing here reads such content: a, b, c…)');
    assert.match(examinedWords(examined, 'fr'), /^en partie \(rien ici ne lit ce genre de contenu.: a, b, c…\)$/);
    assert.equal(examinedFileWords(file({ inspection: { text } }), 'fr'), 'en entier');
    assert.equal(examinedFileWords({ state: 'absent' }, 'fr'), undefined);
    assert.equal(examinedFileWords(undefined, 'fr'), undefined);
  });
});
