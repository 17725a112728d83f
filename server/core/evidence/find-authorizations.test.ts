import assert from 'node:assert/strict';
import { findAuthorizations } from './find-authorizations';

const request = (host: string, rest = '') =>
  `GET https://${host}/authorize?response_type=code&client_id=abc&scope=openid${rest}`;

describe('requests for authorization in a text', () => {
  it('are told by their host and level, each once', () => {
    const text = [request('AUTH.exemple.fr', '&acr_values=eidas1'), request('auth.exemple.fr'), 'acr_values: eidas2'];
    assert.deepEqual(findAuthorizations([...text, ...text].join('\n')), [
      { host: 'auth.exemple.fr', acr: 'eidas1' },
      { host: 'auth.exemple.fr' },
      { acr: 'eidas2' },
    ]);
  });

  it('are no code, and no sentence about them', () => {
    assert.deepEqual(findAuthorizations('acr_values: config.acr\nacr_values : obligatoire'), []);
    assert.deepEqual(findAuthorizations('https://auth.exemple.fr/page?response_type=code&autre=1'), []);
  });

  it('are the first fifty of a text that has more', () => {
    const found = findAuthorizations(Array.from({ length: 60 }, (_, at) => request(`h${String(at)}.fr`)).join('\n'));
    assert.equal(found.length, 50);
    assert.equal(found.at(-1)?.host, 'h49.fr');
  });
});
