import assert from 'node:assert/strict';
import { holdsPictures } from './pdf-picture-streams';

const holds = (dictionary: string): boolean =>
  holdsPictures(Buffer.from(`%PDF-1.7\n4 0 obj\n<<${dictionary}>>\nstream\nÿØÿ\nendstream\nendobj\n`, 'latin1'));

describe('pictures of a PDF', () => {
  it('are seen by their dictionaries, however they are written', () => {
    for (const dictionary of [
      '/Type /XObject /Subtype /Image /Width 800 /Height 600 /Filter /DCTDecode',
      '/Subtype/Image/Width 800/Height 600',
      '/Width 800\n/Height 600\r\n/Subtype\r\n/Image',
      '/Subtype /Image /Width 7 0 R /Height 600',
      '/Subtype /Image /DecodeParms << /Columns 9 >> /Width 800 /Height 600',
    ])
      assert.equal(holds(dictionary), true, dictionary);
  });

  it('are not marks and logos, nor what is only called so', () => {
    for (const dictionary of [
      '/Subtype /Image /Width 48 /Height 48',
      '/Subtype /Image /Width 2000 /Height 4',
      '/Subtype /ImageMask /Width 800 /Height 600',
      '/Subtype /Form /Name /Image /Width 800 /Height 600',
      '/ProcSet [/PDF /ImageB /ImageC]',
    ])
      assert.equal(holds(dictionary), false, dictionary);
    assert.equal(holdsPictures(Buffer.from('/Image')), false);
  });
});
