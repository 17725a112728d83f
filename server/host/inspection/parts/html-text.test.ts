import assert from 'node:assert/strict';
import { htmlText } from './html-text';

describe('text of a page', () => {
  it('has no comment, script or style, and keeps the line ends', () => {
    assert.equal(htmlText('a<!-- x\n--><script>y</script><STYLE a>z\n</style >b').replace(/ +/g, ' '), 'a \n \nb');
  });

  it('keeps what is opened and never closed, however often', () => {
    for (const opening of ['<!--', '<script>', '<style>']) {
      const text = htmlText(`a${opening.repeat(100_000)}b`);
      assert.ok(text.startsWith('a') && text.endsWith('b'), opening);
    }
    assert.match(htmlText('<!-- a <script>b</script>c'), /<!-- a +c/);
  });
});
