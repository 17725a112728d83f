import assert from 'node:assert/strict';
import { quote, quoteAll } from './quoted';

/** One of the test identities that the ANS gives out. */
const matricule = '279035121518989';

describe('what an assistant is quoted', () => {
  it('holds no number that may be a person’s', () => {
    for (const text of [
      `INS ${matricule}.`,
      `INS: ${matricule.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7')}`,
      `patient=${matricule}|${matricule}`,
      `${'a'.repeat(100)} ${matricule}`,
    ]) {
      const { quoted } = quote(text);
      assert.doesNotMatch(quoted.replaceAll(/\s/g, ''), new RegExp(matricule), text);
      assert.match(quoted, /^(INS|patient|a)/);
    }
    assert.deepEqual(
      quoteAll([matricule]).filter(({ quoted }) => quoted.includes(matricule)),
      [],
    );
  });

  it('does not show one whose end is cut off, nor one that hidden characters hold apart', () => {
    const apart = matricule.replaceAll(/(?<=.)(?=.)/g, '\u200b');
    assert.doesNotMatch(quote(`INS ${apart}`).quoted, new RegExp(matricule));
    const { quoted, cut } = quote(`INS ${matricule} ${'b'.repeat(50)}`, 19);
    assert.equal(cut, true);
    assert.doesNotMatch(quoted, /2790351215189/);
  });

  it('keeps the number of a company as it is', () => {
    assert.equal(quote('SIRET 73282932000074').quoted, 'SIRET 73282932000074');
  });
});
