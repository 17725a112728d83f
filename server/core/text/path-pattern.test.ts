import assert from 'node:assert/strict';
import { isBoundedPattern, pathMatcher } from './path-pattern';

describe('patterns of paths', () => {
  it('are what people write', () => {
    for (const [pattern, path] of [
      ['preuves/**', 'preuves/ins/a.png'],
      ['**/*-v*.{png,jpg}', 'a/b/capture-v2.jpg'],
      ['exigences/*.preuves.yaml', 'exigences/a.preuves.yaml'],
      ['a/@(b|c).png', 'a/c.png'],
      ['a+b.png', 'a+b.png'],
      ['captures de l’écran ?.png', 'captures de l’écran 1.png'],
    ] as const) {
      assert.ok(isBoundedPattern(pattern), pattern);
      assert.ok(pathMatcher([pattern])(path), pattern);
      assert.ok(!pathMatcher([pattern])('autre/a.txt'), pattern);
    }
    assert.ok(!pathMatcher([])('a'));
  });

  it('mean nothing where a path could hold the thread for ever', () => {
    const path = `${'a'.repeat(200)}.pdf`;
    for (const pattern of [
      '+(+(a))x',
      '**/+(a|aa)x',
      '@(+(a)+(a)+(a))x',
      '*(a*)x',
      '!(!(a))x',
      '(a+)+x',
      '(a|aa){30}x',
      `(${'a?'.repeat(30)})${'a'.repeat(30)}x`,
      `${'*a'.repeat(25)}x`,
      `${'**/'.repeat(25)}x`,
    ]) {
      assert.ok(!isBoundedPattern(pattern), pattern);
      assert.ok(!pathMatcher([pattern])(path), pattern);
      assert.ok(pathMatcher([pattern, '*.pdf'])(path), 'the others stay');
    }
  });
});
