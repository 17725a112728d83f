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

  it('takes no numbers for an address that none can be', () => {
    for (const host of ['300.1.1', '1.x.2', '1.2.3.4.5', '1.2.3.256']) assert.equal(unreachable(host), undefined, host);
  });

  it('knows an address in whatever form a browser takes it', () => {
    for (const host of [
      '127.1',
      '127.0.1',
      '0x7f.1',
      '0177.0.0.1',
      '2130706433',
      '0x7f000001',
      '0x',
      '127.0x.1',
      '0',
      'localhost.',
      'localhost..',
      '127.0.0.1.',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[0:0:0:0:0:0:0:1]',
      '[0000:0000:0000:0000:0000:0000:0000:0001]',
      '[::]',
    ])
      assert.equal(unreachable(host), 'machine', host);
    for (const host of [
      '10.1',
      '0xa.1',
      '192.168.257',
      '3232235777',
      '0xc0a80101',
      '[::ffff:10.0.0.1]',
      '[0:0:0:0:0:ffff:c0a8:101]',
    ])
      assert.equal(unreachable(host), 'private', host);
    for (const host of [
      '8.8.2056',
      '134744072',
      '0x8.8.8.8',
      '[::ffff:8.8.8.8]',
      '[::ffff:808:808]',
      '[2001:4860:4860::8888]',
    ])
      assert.equal(unreachable(host), undefined, host);
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
