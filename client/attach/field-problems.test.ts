import assert from 'node:assert/strict';
import { attachMessages } from './attach-messages';
import { executionProblem, linkProblem } from './field-problems';

const words = attachMessages.fr;

describe('fields of a piece', () => {
  it('take an address of the web', () => {
    for (const url of ['https://a.fr/x?y=1#z', 'http://a.fr']) assert.equal(linkProblem(url, words), undefined, url);
    for (const url of ['', 'a.fr/x', 'file:///a', 'https://', 'https://a.fr/x y', 'javascript:alert(1)'])
      assert.equal(linkProblem(url, words)?.text, words.linkProblem, url);
  });

  it('take a number of execution, zeros and all', () => {
    assert.equal(executionProblem('00123', words), undefined);
    for (const number of ['', '0', '000', '12a', '1 2', '-1', '1.5', '1234567890123456'])
      assert.equal(executionProblem(number, words)?.kind, 'error', number);
  });
});
