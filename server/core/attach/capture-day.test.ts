import assert from 'node:assert/strict';
import { file } from '../../../test/kit/dossier-kit';
import { captureDay } from './capture-day';

const stating = (day: string) =>
  file({ inspection: { video: { created: `${day}T10:00:00`, tracks: [{ kind: 'video' }] } } });
const today = '2026-11-20';

describe('the day of a piece', () => {
  it('is that of its content, else of its file, and never one that is still to come', () => {
    const of = (content: string | undefined, modified?: string) =>
      captureDay(
        { content: content === undefined ? file() : stating(content), ...(modified ? { modified } : {}) },
        today,
      );
    assert.deepEqual(of('2026-11-02', '2026-11-10'), { day: '2026-11-02', from: 'content' });
    assert.deepEqual(of(today, '2026-11-10'), { day: today, from: 'content' });
    assert.deepEqual(of('2026-11-21', '2026-11-10'), { day: '2026-11-10', from: 'file' });
    assert.deepEqual(of(undefined, '2026-11-10'), { day: '2026-11-10', from: 'file' });
    assert.deepEqual(of(undefined, today), { day: today, from: 'file' });
    for (const modified of ['2026-11-21', undefined]) {
      assert.equal(of(undefined, modified), undefined);
      assert.equal(of('2026-12-01', modified), undefined);
    }
  });
});
