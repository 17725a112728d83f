import assert from 'node:assert/strict';
import { attributeLines, withAttributes } from './git-attributes';

const [first = '', ...others] = attributeLines;

describe('withAttributes', () => {
  it('adds each line that a file lacks, with the line ends that it has', () => {
    for (const [text, before, end] of [
      ['', '', '\n'],
      ['*.png binary\n', '*.png binary\n', '\n'],
      ['*.png binary', '*.png binary\n', '\n'],
      ['*.png binary\r\n*.pdf binary', '*.png binary\r\n*.pdf binary\r\n', '\r\n'],
    ] as const)
      assert.deepEqual(withAttributes(text), {
        text: before + attributeLines.map((line) => line + end).join(''),
        added: attributeLines,
      });
  });

  it('adds no line twice, and leaves a pattern the driver that it has, or that it is to have none', () => {
    const all = attributeLines.map((line) => `${line}\n`).join('');
    assert.deepEqual(withAttributes(all), { text: all, added: [] });
    for (const own of ['merge=union', '-merge', '!merge', 'merge', 'text merge=binary']) {
      const text = `  *.preuves.yaml\t${own}\n`;
      assert.deepEqual(
        withAttributes(text),
        { text: text + others.map((line) => `${line}\n`).join(''), added: others },
        own,
      );
    }
    for (const other of ['text eol=lf', 'merges', 'conflict-marker-size=9'])
      assert.ok(withAttributes(`*.preuves.yaml ${other}\n`).added.includes(first), other);
  });
});
