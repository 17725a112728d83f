import assert from 'node:assert/strict';
import { teleserviceFacts } from './teleservice-facts';

describe('teleserviceFacts', () => {
  it('are those of a letter', () => {
    assert.deepEqual(teleserviceFacts('Votre logiciel est homologué DMP.'), {
      teleservices: [{ name: 'DMP', plainly: true }],
    });
    assert.deepEqual(teleserviceFacts('Rien de tel.'), {});
  });

  it('are not looked for in what is too long to be one', () => {
    assert.deepEqual(teleserviceFacts(`DMP ${'x '.repeat(100_000)}`), {});
  });
});
