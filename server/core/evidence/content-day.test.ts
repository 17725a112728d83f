import assert from 'node:assert/strict';
import { contentDay, latestContentDay } from './content-day';
import type { Inspection } from './inspection';

const mail = (date: string): Inspection => ({ mail: { from: [], to: [], date, headers: {}, attachments: [] } });

describe('the day that a content says', () => {
  it('is that of what was recorded, not of a clock that was never set nor of no day', () => {
    assert.equal(latestContentDay(mail('2026-03-01T08:00:00+01:00'), false), '2026-03-01');
    for (const date of ['1980-01-01', '2026-02-31']) assert.equal(latestContentDay(mail(date), false), undefined);
    assert.equal(latestContentDay({}, true), undefined);
  });

  it('is that of the last line of a journal, and of no other text', () => {
    const inspection: Inspection = { text: { encoding: 'utf-8', lines: 2, lastDate: '2026-03-02' } };
    assert.equal(latestContentDay(inspection, true), '2026-03-02');
    assert.equal(latestContentDay(inspection, false), undefined);
  });

  it('is not known of what was not read to its end', () => {
    const inspection = { ...mail('2026-03-01'), partial: true } as const;
    assert.equal(latestContentDay(inspection, false), undefined);
    assert.equal(contentDay(inspection), undefined);
  });

  it('is that of a document for who records it, where nothing else says one', () => {
    const pdf = { encrypted: false, signatures: [], created: '2026-04-05' };
    assert.equal(contentDay({ pdf }), '2026-04-05');
    assert.equal(latestContentDay({ pdf }, false), undefined);
    assert.equal(contentDay({ pdf, ...mail('2026-03-01') }), '2026-03-01');
  });
});
