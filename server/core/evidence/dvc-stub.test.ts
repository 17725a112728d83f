import assert from 'node:assert/strict';
import { outputOf, shellPath } from './dvc-stub';

const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
const stub = (...lines: string[]) => `outs:\n${lines.map((line, at) => `${at === 0 ? '- ' : '  '}${line}\n`).join('')}`;

describe('a stub of DVC', () => {
  it('says the size and the digest of the bytes of its output', () => {
    const text = stub(`md5: ${md5}`, 'size: 12', 'hash: md5', 'path: film.mp4');
    assert.deepEqual(outputOf(text, 'film.mp4'), { size: 12, md5 });
    assert.deepEqual(outputOf(`wdir: .\n${text}`, 'film.mp4'), { size: 12, md5 });
  });

  it('says nothing that it does not: no size, a digest of something else', () => {
    assert.deepEqual(outputOf(stub('path: a.log'), 'a.log'), { size: undefined, md5: undefined });
    assert.deepEqual(outputOf(stub('path: a.log', 'size: beaucoup'), 'a.log'), { size: undefined, md5: undefined });
    for (const lines of [
      [`md5: ${md5}`],
      [`md5: ${md5}.dir`, 'hash: md5'],
      [`md5: ${md5}`, 'hash: md5', 'cache: false'],
      [`md5: [${md5}]`, 'hash: md5'],
    ])
      assert.equal(outputOf(stub(...lines, 'path: a.log'), 'a.log')?.md5, undefined, lines.join());
  });

  it('is none that lies in another folder, is broken, or repeats itself by an alias', () => {
    for (const text of [
      '',
      'outs: a.log',
      'outs: [ ',
      'outs:\n-\n- path: b.log\n',
      `wdir: ..\n${stub('path: a.log')}`,
      'a: &o { path: a.log }\nouts:\n- *o\n',
    ])
      assert.equal(outputOf(text, 'a.log'), undefined, text);
  });

  it('gives its path as a shell takes it', () => {
    assert.equal(shellPath('preuves/a.log.dvc'), 'preuves/a.log.dvc');
    assert.equal(shellPath('mes "preuves"/$a.dvc'), String.raw`"mes \"preuves\"/\$a.dvc"`);
  });
});
