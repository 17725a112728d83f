import assert from 'node:assert/strict';
import { unreachable } from './reachable-host';

describe('unreachable', () => {
  it('tells the machine itself, private networks and names without a public server', () => {
    for (const host of ['localhost', 'app.localhost', '127.0.0.1', '127.1.2.3', '[::1]', '0.0.0.0'])
      assert.equal(unreachable(host), 'machine', host);
    for (const host of [
      '10.0.0.4',
      '172.16.0.1',
      '172.31.9.9',
      '192.168.1.20',
      '169.254.1.1',
      '100.64.0.1',
      '[fd12:3456::1]',
      '[fe80::1]',
    ])
      assert.equal(unreachable(host), 'private', host);
    for (const host of ['gazelle', 'serveur.local', 'app.lan', 'recette.intranet', 'x.internal', 'gazelle.local.'])
      assert.equal(unreachable(host), 'name', host);
  });

  it('says nothing of public hosts', () => {
    for (const host of [
      'interop.esante.gouv.fr',
      '8.8.8.8',
      '172.32.0.1',
      '172.15.0.1',
      '193.168.0.1',
      '100.63.0.1',
      '100.128.0.1',
      'localhost.fr',
      'local.exemple.fr',
      '[2001:db8::1]',
      '11.0.0.1',
      'exemple.test.fr',
    ])
      assert.equal(unreachable(host), undefined, host);
  });
});
