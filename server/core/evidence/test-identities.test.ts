import assert from 'node:assert/strict';
import { shippedRegimes } from '../regimes/regime-rules';
import { isIns } from '../identifiers/ins';
import { isPublicTestIns, testInsSystems } from './test-identities';

describe('public test identities', () => {
  it('have a source, and a valid key when their INS is known', () => {
    for (const { ins, anciens = [], source } of shippedRegimes.testIdentities) {
      assert.notEqual(source, '');
      for (const value of ins === undefined ? [] : [ins, ...anciens]) {
        assert.ok(isIns(value), value);
        assert.ok(isPublicTestIns(value));
      }
    }
  });

  it('leave others alone', () => {
    assert.equal(isPublicTestIns('269022A00400188'), false);
    assert.equal(testInsSystems.has('1.2.250.1.213.1.4.8'), false);
  });
});
