import assert from 'node:assert/strict';
import { code, labelAndValue, picture, plain, unmarked } from './markdown';

describe('our own Markdown without its marks', () => {
  it('is the text that was put into it, whatever that holds', () => {
    for (const text of ['a*b_c', '[x](y)', '`', '**', 'C:\\dir\\', '<b> & #1 | ~ !', 'é « à » …', ''])
      assert.equal(unmarked(plain(text)), text);
    assert.equal(unmarked(`*${plain('a*b')}* ${code('x_y')}`), 'a*b x_y');
  });

  it('gives the label of a line apart from its value', () => {
    assert.deepEqual(labelAndValue(`**Profils** : ${plain('a : b')}`), { label: 'Profils', value: 'a : b' });
    assert.deepEqual(labelAndValue('**Profiles**: `x`, `y`'), { label: 'Profiles', value: 'x, y' });
    assert.deepEqual(labelAndValue('*Pas encore lue.*'), { label: '', value: 'Pas encore lue.' });
  });

  it('keeps the brackets of an address out of the notation', () => {
    assert.equal(picture('file:///a(1).png'), '![](file:///a%281%29.png|width=320)');
  });
});
