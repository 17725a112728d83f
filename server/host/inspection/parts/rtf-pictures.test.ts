import assert from 'node:assert/strict';
import type { Inspection } from '../../../core/evidence/inspection';
import { neverCancelled } from '../../../core/ports/cancellation';
import { evidenceInspectors } from '../evidence-inspectors';
import { memorySource } from '../evidence-source';
import { inspectEvidence } from '../inspect-evidence';
import { buildJpeg } from '../testing/build-pictures';
import { buildPng } from '../testing/build-png';
import { fakePdfReader } from '../testing/with-parts';
import { rtfObjects, rtfPictures } from './rtf-pictures';
import { rtfText } from './rtf-text';

const png = buildPng();
const jpeg = buildJpeg(8, 8);
const hex = png.toString('hex').replace(/.{64}/g, '$&\r\n');
const document = (...groups: readonly string[]): string =>
  `{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}${groups.join('')}\\par}`;
const binary = (bytes: Buffer): string => `{\\pict\\jpegblip\\bin${String(bytes.length)} ${bytes.toString('latin1')}}`;

/** What inspections tell, and the pictures that were handed on. */
async function inspected(rtf: string): Promise<{ unread: Inspection['unread']; pictures: string[] }> {
  const content = Buffer.from(rtf, 'latin1');
  const pictures: string[] = [];
  const { unread } = await inspectEvidence(
    memorySource(content, { name: 'a.rtf' }),
    {
      inspectors: evidenceInspectors(fakePdfReader('')),
      onFailure: (error) => assert.fail(String(error)),
      takePicture: ({ where, data }) => {
        pictures.push(`${where}:${String(data.length)}`);
      },
    },
    neverCancelled,
  );
  return { unread, pictures };
}

describe('pictures of an RTF document', () => {
  it('reads digits, whatever line ends and groups stand among them', () => {
    const properties = `{\\*\\picprop{\\sp{\\sn a}{\\sv 1}}}\\picscalex100\\picw10\\pich10`;
    const uid = '\\bliptag-1204517{\\*\\blipuid 0123456789abcdef0123456789abcdef}';
    const [picture] = rtfPictures(document(`{\\*\\shppict{\\pict${properties}\\pngblip${uid}\r\n${hex}}}`));
    assert.deepEqual(picture, { name: 'image-1.png', data: png });
  });

  it('reads bytes as they are, be they braces and commands', () => {
    const wild = Buffer.from('\xff\xd8}}\\pict{\\pngblip 00', 'latin1');
    const found = rtfPictures(document(binary(wild), `{\\pict\\pngblip ${hex}}`));
    assert.deepEqual(found, [
      { name: 'image-1.jpg', data: wild },
      { name: 'image-2.png', data: png },
    ]);
  });

  it('tells a picture once that is written again as a drawing, and a drawing that stands alone', () => {
    const drawing = '{\\pict\\wmetafile8\\picw1 010009000003}';
    const twice = document(`{\\*\\shppict{\\pict\\pngblip ${hex}}}{\\nonshppict${drawing}}`);
    assert.deepEqual(
      rtfPictures(twice).map(({ name }) => name),
      ['image-1.png'],
    );
    assert.deepEqual(rtfPictures(document(`{\\nonshppict${drawing}}`)), [{ name: 'image-1.wmetafile' }]);
  });

  it('gives no bytes of digits that are cut, and tells the picture', () => {
    const names = ['89504e4', '89504e47zz', ''].map((digits) => rtfPictures(`{\\rtf1{\\pict\\pngblip ${digits}}}`));
    assert.deepEqual(names, Array(3).fill([{ name: 'image-1.png' }]));
    assert.deepEqual(rtfPictures('{\\rtf1{\\pict'), [{ name: 'image-1.pict' }]);
    assert.deepEqual(rtfPictures('\\pict\\jpegblip\\bin999999999 ab'), [
      { name: 'image-1.jpg', data: Buffer.from('ab') },
    ]);
    assert.deepEqual(rtfPictures(document('\\picture \\pictx')), []);
  });

  it('hands pictures on, and tells drawings and objects as not read', async () => {
    const drawing = '{\\pict\\wmetafile8 010009000003}';
    const object = '{\\object\\objemb{\\*\\objclass Excel.Sheet.12}{\\*\\objdata 0105000002000000}}';
    const found = await inspected(document(`{\\pict\\pngblip ${hex}}`, binary(jpeg), drawing, object));
    assert.deepEqual(found.pictures, [`image-1.png:${String(png.length)}`, `image-2.jpg:${String(jpeg.length)}`]);
    const told = found.unread?.map(({ where, reason }) => `${where ?? ''} ${reason}`);
    assert.deepEqual(told, ['image-1.png picture', 'image-2.jpg picture', 'image-3.wmetafile picture', 'objet-1 kind']);
  });

  it('looks at each character once, however many pictures begin', () => {
    const mega = 1 << 20;
    const digits = `\\pict\\pngblip ${'0'.repeat(40)} `;
    assert.equal(rtfPictures('\\pict'.repeat(mega / 5)).length, 1);
    assert.equal(rtfPictures(`{\\rtf1 ${digits.repeat(mega / digits.length)}`).length, 1);
    assert.equal(rtfPictures('{\\pict'.repeat(mega / 6)).length, 1);
    assert.equal(rtfPictures('{\\pict}'.repeat(mega / 7)).length, Math.floor(mega / 7));
    assert.equal(rtfObjects('\\objdata'.repeat(mega / 8)).length, mega / 8);
    assert.equal(rtfText(`{\\rtf1 ${'\\bin1'.repeat(mega / 5)}}`).trim(), '');
  });
});
