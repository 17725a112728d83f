import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findIdentifiers } from './find-identifiers';

const ins = '279035121518989';
const values = (text: string): string[] => findIdentifiers(text, undefined).map((sighting) => sighting.value);

describe('finding identifiers in text', () => {
  for (const text of [
    '2 79 03 51 215 189 88',
    'NIR',
    'NIR 2790351215189.5',
    'NIR 2 79 03 51 215 189.5',
    '1.2 79 03 51 215 189 89',
    '2 79 03 51 215 189 89.4',
    `IS010000000000000000000000S1279035121518988S21.2.250.1.213.1.4.10\u001dS3DOMINIQUE`,
  ])
    it(`finds none in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(values(text), []);
    });

  it('says under which OID a number in groups stands', () => {
    const system = '1.2.250.1.213.1.4.10';
    const told = (text: string) => findIdentifiers(text, undefined).map((one) => [one.value, one.system, one.key]);
    assert.deepEqual(told(`${system}|2 79 03 51 215 189 89`), [[ins, system, undefined]]);
    assert.deepEqual(told(`NIR : 2 79 03 51 215 189^^^CAISSE&${system}&ISO^INS-NIR`), [
      ['2790351215189', system, 'missing'],
    ]);
  });

  for (const text of [
    ins,
    `INS : ${ins}.`,
    `(${ins})`,
    `ins=${ins}&x=1`,
    `${ins}@patient.mssante.fr`,
    `rapport_${ins}.pdf`,
    `Patient/${ins}/`,
    `"${ins}"`,
    `;${ins};`,
    `né le 28/03/1979 ${ins} 51215`,
    '2 79 03 51 215 189 89',
    '2.79.03.51.215.189 89',
    '2 79 03 51 215 189 (89)',
    '2\u00a079\u00a003\u00a051\u00a0215\u00a0189\u00a089',
    'NIR 2790351215189 89',
    'Matricule INS : 2790351215189 / 89',
    '2790351215189 clé 89',
    '2790351215189 (clé : 89)',
    `IS010000000000000000000000S1${ins}S21.2.250.1.213.1.4.10\u001dS3DOMINIQUE`,
  ]) {
    it(`finds it in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(values(text), [ins]);
    });
  }

  for (const text of [
    `INS${ins}`,
    `Patient/INS-${ins}`,
    'NIR 2-79-03-51-215-189-89',
    'NIR : 279 035 121 518 989',
    'NIR=2790351215189, cle=89',
    'nir;cle\n2790351215189;89',
    `nom="NIR" valeur="2790351215189" "89"`,
    `identifier=urn%3Aoid%3A1.2.250.1.213.1.4.10%7C${ins}`,
    `2&nbsp;79&nbsp;03&nbsp;51&nbsp;215&nbsp;189&nbsp;89`,
    `INS 27903\u200b5121518989`,
    '2 79 03 51 215 189 clé 89',
    '2 79 03 51 215 189 (clé : 89)',
    '2.79.03.51.215.189 cle\u0301 de contrôle 89',
    'INS 2790351 215189 CLÉ 89',
    'NIR : 2 79 03 51 215 189, clé=89',
    'NIR 2\u200979\u200903\u200951\u2009215\u2009189\u200989',
    'INS ２７９０３５１２１５１８９８９',
    'NIR 2‑79‑03‑51‑215‑189‑89',
    '<v>2.79035121518989E14</v>',
    '2,79035121518989E+14',
    '<v>2.7903512151898901E14</v>',
  ]) {
    it(`finds it in ${JSON.stringify(text)} too`, () => {
      assert.deepEqual(values(text), [ins]);
    });
  }

  it('finds a matricule in groups whose key is left out, after a word that names it', () => {
    const found = findIdentifiers('NIR : 2 79 03 51 215 189', undefined, { firstLine: null });
    assert.deepEqual(found, [{ value: '2790351215189', key: 'missing' }]);
    assert.deepEqual(values('Lot 2 79 03 51 215 189'), []);
    assert.deepEqual(values('NIR : 2 79 03 51 215 189 442'), []);
  });

  it('judges a number under an OID of the INS whatever its key', () => {
    const under = (text: string) => findIdentifiers(text, undefined, { firstLine: null });
    const system = '1.2.250.1.213.1.4.8';
    const wrong = '279035121518988';
    assert.deepEqual(under(`PID|||${wrong}^^^A&${system}&ISO^INS`), [{ value: wrong, system, key: 'wrong' }]);
    assert.deepEqual(under(`urn:oid:${system}|2790351215189 x`), [{ value: '2790351215189', system, key: 'missing' }]);
    assert.deepEqual(under('NIR : 2790351215189'), [{ value: '2790351215189', key: 'missing' }]);
    // A time in milliseconds beside a qualified number is none.
    assert.deepEqual(
      under(`1770312345678 urn:oid:${system}|${ins}`).map(({ value }) => value),
      [ins],
    );
  });

  it('looks for the OID in the record of the number only', () => {
    const test = '1.2.250.1.213.1.4.10';
    const systems = (text: string) => findIdentifiers(text, undefined).map(({ system }) => system);
    assert.deepEqual(systems(`identifier=urn:oid:${test}|${ins}`), [test]);
    assert.deepEqual(systems(`{"value":"${ins}","use":"official","system":"urn:oid:${test}"}`), [test]);
    assert.deepEqual(systems(`${ins}^^^A\\u0026${test}\\u0026ISO^INS`), [test]);
    assert.deepEqual(systems(`oid ${test}\nINS ${ins}`), [undefined]);
    assert.deepEqual(systems(`INS ${ins} ${test} 1.2.250.1.213.1.4.8`), [undefined]);
  });

  it('leaves out what only chance made, where a text is full of such numbers', () => {
    const numbers = Array.from({ length: 200 }, (_, index) => String(279_035_121_518_900 + index));
    assert.deepEqual(values(numbers.join('\n')), []);
    assert.deepEqual(values(`${numbers.join('\n')}\nINS 269022A00400188`), ['269022A00400188']);
  });

  it('finds the Corsican forms, whatever their case', () => {
    assert.deepEqual(values('269022a00400188 et 1 80 03 2B 020 401 23'), ['269022A00400188', '180032B02040123']);
  });

  for (const [why, text] of [
    ['a wrong key', '279035121518988'],
    ['a longer number', `1${ins}`],
    ['a longer number', `${ins}0`],
    ['an address that only ends like one', `27707${ins}@patient.mssante.fr`],
    ['an OID', `1.2.250.${ins}`],
    ['an OID', `${ins}.1.2`],
    ['a decimal', `0,${ins}`],
    ['a row of numbers', '12 2 79 03 51 215 189 89'],
    ['a row of numbers', '2 79 03 51 215 189 89 12'],
    ['letters against it', `x${ins}`],
    ['letters against it', `${ins}b`],
    ['an impossible month', '279155121518981'],
    ['the time of a log in milliseconds, then a duration', '1770312345678 23 ms'],
    ['the same with a valid key', '2790351215189 89'],
    ['a UUID', '27903512-1518-4989-8279-035121518989'],
    ['a time stamp', '20240306111154123'],
    ['a measure in scientific notation', '2.79035121518988E14 2.7903512151898E14 2.790351215189895E14'],
    ['a number that is no whole one', '2.790351215189894E14'],
    ['the same in another range', '2.79035121518989E13 2.79035121518989E-14'],
    ['two digits far behind groups', '2 79 03 51 215 189 ; 89'],
    ['another word between', '2 79 03 51 215 189 page 89'],
    ['a rare month without a word', '279995121518908'],
  ] as const) {
    it(`leaves alone ${why}: ${text}`, () => {
      assert.deepEqual(values(text), []);
    });
  }

  it('takes no digits of random base64 for one', () => {
    const random = fc.sample(fc.base64String({ minLength: 4000, maxLength: 8000 }), { numRuns: 200, seed: 7 });
    assert.deepEqual(random.flatMap(values), []);
  });

  it('takes a rare form after a word that names it', () => {
    const rare = '2799951215189';
    const key = String(97 - (Number(rare) % 97)).padStart(2, '0');
    assert.deepEqual(values(`INS ${rare}${key}`), [`${rare}${key}`]);
    assert.deepEqual(values(`numéro ${rare}${key}`), []);
  });

  it('says under which OID the text puts it', () => {
    for (const text of [
      `${ins}^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS`,
      `<rim:Value>${ins}^^^&amp;1.2.250.1.213.1.4.8&amp;ISO^NH</rim:Value>`,
      `"system": "urn:oid:1.2.250.1.213.1.4.8",\n "value": "${ins}"`,
      `"value":"${ins}","system":"urn:oid:1.2.250.1.213.1.4.8"`,
    ]) {
      assert.equal(findIdentifiers(text, undefined)[0]?.system, '1.2.250.1.213.1.4.8', text);
    }
  });

  it('gives the first line of each, and what the caller calls the text', () => {
    assert.deepEqual(findIdentifiers(`a\r\nb\rc\n${ins}\n${ins}`, 'journal'), [
      { value: ins, unnamed: true, where: 'journal', line: 4 },
    ]);
    const named = { context: 'nir' };
    assert.deepEqual(findIdentifiers(`\n${ins}`, undefined, { ...named, firstLine: 10 }), [{ value: ins, line: 11 }]);
    assert.deepEqual(findIdentifiers(ins, undefined, { ...named, firstLine: null }), [{ value: ins }]);
  });

  it('stays fast on a long run of digits and on many candidates', () => {
    assert.deepEqual(values('2'.repeat(2_000_000)), []);
    assert.deepEqual(values('2 79 03 51 215 189 '.repeat(50_000)), []);
    assert.equal(findIdentifiers(`${ins} 269022A00400188 `.repeat(20_000), undefined, { max: 1 }).length, 1);
  });
});
