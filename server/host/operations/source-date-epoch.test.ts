import assert from 'node:assert/strict';
import { failureSentence } from './failure-sentence';
import { SourceDateError, sourceDateEpoch } from './source-date-epoch';

describe('sourceDateEpoch', () => {
  it('takes whole seconds, and nothing when nothing is set', () => {
    assert.equal(sourceDateEpoch({ SOURCE_DATE_EPOCH: '1796083200' }), 1_796_083_200);
    assert.equal(sourceDateEpoch({ SOURCE_DATE_EPOCH: '0' }), 0);
    assert.equal(sourceDateEpoch({ SOURCE_DATE_EPOCH: '' }), undefined);
    assert.equal(sourceDateEpoch({}), undefined);
  });

  it('refuses everything else, in words', () => {
    for (const value of ['hier', '-1', '1.5', ' 1', '4354819199', '99999999999999999999']) {
      assert.throws(
        () => sourceDateEpoch({ SOURCE_DATE_EPOCH: value }),
        (error) =>
          error instanceof SourceDateError && failureSentence(error, '', 'fr')?.includes(`« ${value} »`) === true,
      );
    }
  });
});
