import assert from 'node:assert/strict';
import { enlarge } from './enlarge';
import { eraseLines } from './erase-lines';
import { evenGrounds } from './even-grounds';
import type { GreyPicture } from './grey-picture';
import { enlargement, preparePicture } from './prepare-picture';

const blank = (width: number, height: number, shade = 255): GreyPicture => ({
  width,
  height,
  pixels: new Uint8Array(width * height).fill(shade),
});

function draw(picture: GreyPicture, left: number, top: number, width: number, height: number, shade = 0): GreyPicture {
  for (let y = top; y < top + height; y++)
    picture.pixels.fill(shade, y * picture.width + left, y * picture.width + left + width);
  return picture;
}

const dark = ({ pixels }: GreyPicture) => pixels.reduce((sum, grey) => sum + (grey < 128 ? 1 : 0), 0);

describe('a picture that is prepared for reading', () => {
  it('loses lines and borders of fields, of whatever shade and up to four pixels', () => {
    for (const thickness of [1, 2, 4]) {
      assert.equal(dark(eraseLines(draw(blank(200, 100), 20, 40, 150, thickness))), 0);
      assert.equal(dark(eraseLines(draw(blank(100, 200), 40, 20, thickness, 150))), 0);
    }
    const box = blank(200, 100);
    for (const [left, top, width, height] of [
      [20, 20, 150, 1],
      [20, 70, 150, 1],
      [20, 20, 1, 50],
      [169, 20, 1, 51],
    ] as const)
      draw(box, left, top, width, height, 90);
    assert.ok(dark(eraseLines(box)) <= 4);
  });

  it('keeps strokes of letters and thick bars', () => {
    const letters = draw(draw(blank(200, 100), 20, 40, 30, 2), 60, 20, 2, 30);
    assert.equal(dark(eraseLines(letters)), dark(letters));
    const bar = draw(blank(200, 100), 0, 40, 200, 20);
    assert.equal(dark(eraseLines(bar)), dark(bar));
  });

  it('has white grounds only, with dark letters: bars, panels and dark screens', () => {
    for (const [ground, ink] of [
      [60, 255],
      [0, 200],
      [180, 20],
      [220, 0],
    ] as const) {
      const bar = draw(draw(blank(300, 100), 0, 0, 300, 30, ground), 40, 10, 8, 12, ink);
      const { pixels } = evenGrounds(bar);
      const at = (x: number, y: number) => pixels[y * 300 + x] ?? -1;
      assert.ok(at(10, 5) >= 245 && at(60, 15) >= 245, `ground ${ground}`);
      assert.ok(at(44, 15) < 90, `ink ${ink} on ${ground}`);
      assert.equal(at(10, 60), 255);
    }
  });

  it('keeps a light field on a dark ground', () => {
    const form = draw(draw(blank(300, 100, 30), 20, 20, 200, 30, 255), 40, 30, 4, 10, 0);
    const { pixels } = evenGrounds(form);
    assert.deepEqual([pixels[25 * 300 + 100], pixels[35 * 300 + 41], pixels[80 * 300 + 100]], [255, 0, 255]);
  });

  it('keeps small dark marks as they are', () => {
    const mark = draw(blank(300, 100), 20, 20, 20, 20, 40);
    assert.deepEqual(evenGrounds(mark).pixels, mark.pixels);
  });

  it('is dark on light, and large', () => {
    const prepared = preparePicture(draw(blank(300, 100, 20), 20, 20, 10, 10, 240));
    assert.deepEqual([prepared.width, prepared.height, prepared.pixels.length], [600, 200, 120_000]);
    assert.ok(Math.abs(dark(prepared) - 400) < 60);
    assert.deepEqual([enlargement(1699), enlargement(1700)], [2, 1]);
  });

  it('is doubled smoothly', () => {
    const { width, height, pixels } = enlarge({ width: 2, height: 1, pixels: Uint8Array.from([0, 100]) });
    assert.deepEqual([width, height, [...pixels]], [4, 2, [0, 25, 75, 100, 0, 25, 75, 100]]);
  });

  it('may be as small as a pixel', () => {
    assert.deepEqual([...preparePicture(blank(1, 1)).pixels], [255, 255, 255, 255]);
  });
});
