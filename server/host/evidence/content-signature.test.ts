import assert from 'node:assert/strict';
import { buildPdf } from '../inspection/testing/build-pdf';
import { detectType } from './content-signature';

describe('detectType', () => {
  const late = Buffer.concat([Buffer.from('BM réponse du serveur\r\n\r\n'), buildPdf()]);

  it('finds a PDF behind other bytes, in a file that is named so', async () => {
    assert.equal((await detectType(late, 'preuves/lettre.PDF'))?.extension, 'pdf');
    assert.notEqual((await detectType(late, 'message.eml'))?.extension, 'pdf');
    const far = Buffer.concat([Buffer.alloc(1100, 32), buildPdf()]);
    assert.equal(await detectType(far, 'lettre.pdf'), undefined);
  });

  it('takes no text about PDF for one', async () => {
    assert.equal(await detectType(Buffer.from('Un en-tête est « %PDF-1.4 ».'), 'note.pdf'), undefined);
  });
});
