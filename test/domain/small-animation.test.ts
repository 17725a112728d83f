import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { smallAnimation, smallPng } from '../../scripts/small-png.mjs';

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** One colour all over. */
const picture = (colour: readonly number[]) => ({
  width: 3,
  height: 2,
  rgba: Uint8Array.from(Array.from({ length: 6 }, () => [...colour, 255]).flat()),
});

describe('pictures of the workbench', () => {
  const frames = [picture([0, 0, 0]), picture([252, 0, 0]), picture([0, 252, 0])];

  it('are an animation whose frames follow each other, with one palette, and begin again', () => {
    const chunks = chunksOf(smallAnimation(frames, 2.5));
    assert.deepEqual(
      chunks.map(({ type }) => type),
      ['IHDR', 'acTL', 'PLTE', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'fcTL', 'fdAT', 'IEND'],
    );
    const [, animation, palette] = chunks;
    assert.deepEqual([animation?.data.readUInt32BE(0), animation?.data.readUInt32BE(4)], [3, 0]);
    const numbered = chunks.filter(({ type }) => type === 'fcTL' || type === 'fdAT');
    assert.deepEqual(
      numbered.map(({ data }) => data.readUInt32BE(0)),
      numbered.map((_, index) => index),
    );
    const controls = chunks.filter(({ type }) => type === 'fcTL');
    for (const { data } of controls)
      assert.equal(data.readUInt16BE(20) / data.readUInt16BE(22), 2.5, 'seconds of a frame');
    const shown = chunks.flatMap(({ type, data }) =>
      type === 'IDAT' ? [inflateSync(data)] : type === 'fdAT' ? [inflateSync(data.subarray(4))] : [],
    );
    const colours = shown.map((rows) => {
      assert.equal(rows.length, 8, 'two rows of a filter and three pixels');
      const index = rows[1] ?? 0;
      return [...(palette?.data.subarray(index * 3, index * 3 + 3) ?? [])];
    });
    assert.deepEqual(colours, [
      [0, 0, 0],
      [252, 0, 0],
      [0, 252, 0],
    ]);
  });

  it('are the same bytes for the same pictures, alone and in a row', () => {
    assert.ok(smallAnimation(frames, 2).equals(smallAnimation(frames, 2)));
    const [first] = frames;
    assert.ok(first);
    assert.deepEqual(
      chunksOf(smallPng(first)).map(({ type }) => type),
      ['IHDR', 'PLTE', 'IDAT', 'IEND'],
    );
  });
});
