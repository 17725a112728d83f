import assert from 'node:assert/strict';
import { webAddress } from './web-address';

describe('a web address', () => {
  it('is told by its parts, the host in small letters', () => {
    assert.deepEqual(webAddress('HTTPS://svc@Exemple.FR:8443/A/b?c=D#e'), {
      scheme: 'https',
      host: 'exemple.fr',
      path: '/A/b',
      query: 'c=D',
    });
    assert.deepEqual(webAddress('http://[::1]'), { scheme: 'http', host: '[::1]', path: '', query: '' });
  });

  it('is none without a scheme of the web, or without a host', () => {
    for (const text of ['exemple.fr', 'ftp://exemple.fr', 'https://', 'https://a b', ''])
      assert.equal(webAddress(text), undefined, text);
  });
});
