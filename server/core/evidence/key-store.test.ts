import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { keyStoreIn } from './key-store';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('keys by their first bytes', () => {
  it('knows key stores', () => {
    assert.equal(keyStoreIn(hex('3082067c 020103 30820642 0609 2a864886f70d010701'))?.form, 'PKCS#12');
    assert.equal(keyStoreIn(hex('3080 020103 3080 0609 2a864886f70d010701'))?.form, 'PKCS#12');
    assert.equal(keyStoreIn(hex('feedfeed00000002'))?.form, 'JKS');
    assert.equal(keyStoreIn(hex('cececece00000002'))?.form, 'JCEKS');
  });

  it('knows private keys in DER', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const ed = generateKeyPairSync('ed25519').privateKey;
    const sealed = { cipher: 'aes-128-cbc', passphrase: 'essai' };
    for (const key of [rsa, ec, ed]) {
      assert.equal(keyStoreIn(key.export({ format: 'der', type: 'pkcs8' }))?.form, 'PKCS#8');
      const encrypted = key.export({ format: 'der', type: 'pkcs8', ...sealed });
      assert.equal(keyStoreIn(encrypted)?.form, 'PKCS#8');
    }
    assert.equal(keyStoreIn(rsa.export({ format: 'der', type: 'pkcs1' }))?.form, 'PKCS#1');
    assert.equal(keyStoreIn(ec.export({ format: 'der', type: 'sec1' }))?.form, 'EC');
    assert.ok(createPrivateKey(rsa.export({ format: 'pem', type: 'pkcs8' })));
  });

  it('knows them by their first bytes alone, whatever the length of the key', () => {
    // RSA of 2048 bits; elliptic curves of 384 and 521.
    assert.equal(keyStoreIn(hex('308204a4 020100 02820101 00'))?.form, 'PKCS#1');
    assert.equal(keyStoreIn(hex('3081a4 020101 0430'))?.form, 'EC');
    assert.equal(keyStoreIn(hex('3081dc 020101 0442'))?.form, 'EC');
  });

  it('takes nothing else for one', () => {
    // Version 3 of something else; version 1 with another number, with none, and cut off.
    for (const other of [
      '3020 020103 3018 0609 2a864886f70d010902',
      '3020 020101 0410',
      '3020 020101 0500',
      '3020 020101 04',
    ])
      assert.equal(keyStoreIn(hex(other)), undefined, other);
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    assert.equal(keyStoreIn(publicKey.export({ format: 'der', type: 'spki' })), undefined);
    assert.equal(keyStoreIn(publicKey.export({ format: 'der', type: 'pkcs1' })), undefined);
    for (const other of ['308203b1308202990203', '30', '', '3082 0201', '30820a 020101 0410', '89504e470d0a1a0a'])
      assert.equal(keyStoreIn(hex(other.replaceAll(' ', '').slice(0, other.length & ~1))), undefined);
  });
});
