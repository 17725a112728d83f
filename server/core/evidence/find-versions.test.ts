import assert from 'node:assert/strict';
import { findVersions } from './find-versions';

const told = (text: string) => findVersions(text).map(({ before, version, sure }) => [before, version, sure]);
const many = (line: (at: string) => string) => Array.from({ length: 120 }, (_, at) => line(String(at))).join('\n');

describe('versions beside a name', () => {
  it('are those that stand against it, each name and version once', () => {
    assert.deepEqual(
      told('MonCabinet 12.3.1\nMonCabinet 12.3.1\nmon_MonCabinet-v12.3\nMonCabinet 12.4.1 ou supérieure'),
      [
        ['mon_MonCabinet', '12.3', true],
        ['MonCabinet', '12.3.1', true],
      ],
    );
  });

  it('are those that stand apart in a form, in JSON and in an element', () => {
    assert.deepEqual(told('Logiciel : MonCabinet\nVersion du logiciel : 12.3\n'), [['MonCabinet', '12.3', true]]);
    assert.deepEqual(told('Logiciel : MonCabinet\nVersion : 12.3\n'), [['MonCabinet', '12.3', false]]);
    assert.deepEqual(told('{"logiciel": "MonCabinet", "version": "12.3.1"}'), [['MonCabinet', '12.3.1', true]]);
    assert.deepEqual(told('<a logiciel="MonCabinet" version="12.3"/>'), [['MonCabinet', '12.3', false]]);
    const twice = '{"logiciel": "MonCabinet", "version": "12.3.1"}';
    assert.equal(findVersions(`${twice}\n${twice}`).length, 1);
  });

  it('are the first hundred, whatever the forms', () => {
    assert.equal(findVersions(many((at) => `Produit 1.${at}.0`)).length, 100);
    const apart = many((at) => `{"logiciel": "MonCabinet", "version": "1.${at}"}`);
    assert.equal(findVersions(`${apart}\n<a logiciel="Autre" version="12.3"/>`).length, 100);
  });
});
