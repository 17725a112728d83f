import assert from 'node:assert/strict';
import { isOtherVersion, isVersionOf, namesVersion } from './product-name';

const of = (name: string, before: string, version = '12.3.1') => isVersionOf(name, { before, version, sure: true });

describe('versions beside the name of a software', () => {
  it('are its own, whatever the case of a long name', () => {
    assert.ok(of('MonCabinet', 'installé : moncabinet'));
    assert.ok(!of('MonCabinet', 'TonCabinet'));
  });

  it('are its own beside a short name only as it is written, and beside none of two letters', () => {
    assert.ok(of('Ris', 'le logiciel Ris'));
    assert.ok(!of('Ris', 'tu ris'));
    assert.ok(!of('R2', 'R2'));
  });

  it('are those of a paper behind the sign that begins its clause', () => {
    assert.ok(!of('MonCabinet', 'Annexe 1 ; guide MonCabinet', '2.0'));
    assert.ok(of('MonCabinet', 'Guide : voir ; MonCabinet', '2.0'));
    assert.ok(of('MonCabinet', 'Contrat. MonCabinet', '2.0'));
  });

  it('are named by three numbers, or by two and a word', () => {
    const named = (candidate: string, before: string, version: string) =>
      namesVersion(candidate, { before, version, sure: false });
    assert.ok(named('12.3.1', 'reçu', '12.3.1'));
    assert.ok(named('12.3', 'version candidate', '12.3'));
    assert.ok(!named('12.3', 'article', '12.3'));
    assert.ok(!named('Printemps', 'version', '12.3'));
  });

  it('are others only where nothing else explains the numbers', () => {
    for (const [found, candidate] of [
      ['12.4', '12.5'],
      ['12.4.1', '12.4.0'],
      ['8.2.300.1', '9.1'],
    ] as const)
      assert.ok(isOtherVersion(found, candidate), found);
    for (const [found, candidate] of [
      ['12.4', '12.4.0'],
      ['12.4', 'Printemps'],
      ['02.11.2026', '12.4'],
      ['192.168.1.20', '12.4'],
      ['10.0.0.4', '12.4'],
      ['0.800.100.200', '12.4'],
      ['08.20', '8.2.0'],
    ] as const)
      assert.ok(!isOtherVersion(found, candidate), found);
  });
});
