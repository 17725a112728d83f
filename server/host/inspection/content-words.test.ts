import assert from 'node:assert/strict';
import { ContentWords, contentWords } from './content-words';

describe('words of a content', () => {
  it('keeps versions beside names, declared names, requests and topics of one text', () => {
    const text =
      'Logiciel : MonCabinet\nMonCabinet 12.3.1 du 02/11/2026\nGET https://a.fr/auth?response_type=code&client_id=x&acr_values=eidas1\n';
    const { versions, declared, authorizations, topics } = contentWords(text, 10);
    assert.deepEqual(versions, [{ before: 'MonCabinet', version: '12.3.1', sure: true }]);
    assert.deepEqual(declared, [{ kind: 'software', name: 'MonCabinet' }]);
    assert.deepEqual(authorizations, [{ host: 'a.fr', acr: 'eidas1' }]);
    assert.ok(topics?.includes('day'));
  });

  it('asks a journal of several pieces only for versions and requests, each once', () => {
    const words = new ContentWords(10);
    for (let piece = 0; piece < 3; piece++) words.see('Logiciel : Autre\nINFO MonCabinet 12.3.1\n'.repeat(3));
    assert.deepEqual(words.facts(), { versions: [{ before: 'INFO MonCabinet', version: '12.3.1', sure: true }] });
  });
});
