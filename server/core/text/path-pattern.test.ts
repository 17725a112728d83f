import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { isFollowedPattern, longestPattern, pathMatcher } from './path-pattern';
import { positionAutomaton } from './position-automaton';

describe('patterns of paths', () => {
  it('are what people write', () => {
    for (const [pattern, path, other] of [
      ['preuves/**', 'preuves/ins/a.png', 'autre/a.txt'],
      ['**/*-v*.{png,jpg}', 'a/b/capture-v2.jpg', 'a/b/capture-v2.gif'],
      ['exigences/*.preuves.yaml', 'exigences/a.preuves.yaml', 'exigences/b/a.preuves.yaml'],
      ['a/@(b|c).png', 'a/c.png', 'a/d.png'],
      ['a+b.png', 'a+b.png', 'aab.png'],
      ['captures de l’écran ?.png', 'captures de l’écran 1.png', 'captures de l’écran 12.png'],
      ['!(brouillon)*.preuves.yaml', 'ins.preuves.yaml', 'brouillon-ins.preuves.yaml'],
      ['exigences/!(brouillon|ancien).preuves.yaml', 'exigences/ins.preuves.yaml', 'exigences/ancien.preuves.yaml'],
      ['capture-+([0-9]).png', 'capture-12.png', 'capture-.png'],
      ['capture?(-fr).png', 'capture-fr.png', 'capture-en.png'],
      ['*/*/*/*/*/*/*.pdf', 'a/b/c/d/e/f/g.pdf', 'a/b/c/d/e/f.pdf'],
      ['!brouillons/**', 'exigences/a.png', 'brouillons/a.png'],
      ['capture (1).png', 'capture (1).png', 'capture (2).png'],
      ['[a-c]/[^x]*.png', 'b/y1.png', 'b/x1.png'],
    ] as const) {
      assert.ok(isFollowedPattern(pattern), pattern);
      assert.ok(pathMatcher([pattern])(path), pattern);
      assert.ok(!pathMatcher([pattern])(other), pattern);
    }
    assert.ok(!pathMatcher([])('a'));
    assert.ok(!pathMatcher([''])(''));
  });

  it('are answered where every way of meeting a path could be tried for ever', () => {
    const path = `${'a'.repeat(200)}.pdf`;
    for (const pattern of [
      '+(+(a))x',
      '**/+(a|aa)x',
      '@(+(a)+(a)+(a))x',
      '*(a*)x',
      '!(!(a))x',
      '(a+)+x',
      `(${'a?'.repeat(30)})${'a'.repeat(30)}x`,
      `${'*a'.repeat(6)}x`,
      `${'*a'.repeat(25)}x`,
      `${'{a,aa}'.repeat(36)}x`,
      `${'@(a|aa)'.repeat(30)}x`,
      `${'[a]+'.repeat(40)}x`,
      `${'**/'.repeat(25)}x`,
    ]) {
      assert.ok(isFollowedPattern(pattern), pattern);
      assert.ok(!pathMatcher([pattern])(path), pattern);
      assert.ok(pathMatcher([pattern, '*.pdf'])(path), 'the others stay');
    }
  });

  it('are answered of a path as long as a file', () => {
    const path = `${'a/'.repeat(3000)}a.pdf`;
    assert.ok(!pathMatcher(['**/*a*/x'])(path));
    assert.ok(pathMatcher(['**/*a*.pdf'])(path));
    assert.ok(pathMatcher(['**/*.preuves[-_. (]*.yaml'])(`${'a/'.repeat(300)}a.preuves (1).yaml`));
    assert.ok(pathMatcher(['**/*.preuves[-_. (]*.yaml'])(`a.preuves (1).yaml`));
  });

  it('are not followed where they are endless or refer back', () => {
    for (const pattern of [`${'a'.repeat(longestPattern)}*`, '(a)\\1', '(?<=a)b', 'a'.repeat(70_000)]) {
      assert.ok(!isFollowedPattern(pattern), pattern.slice(0, 20));
      assert.ok(!pathMatcher([pattern])(pattern), pattern.slice(0, 20));
    }
  });
});

describe('automaton of a pattern', () => {
  it('says what the expression says', () => {
    const random = numbersFrom(7);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    const parts = [
      'a',
      'b',
      '.',
      '/',
      '*',
      '**',
      '**/',
      '?',
      '[ab]',
      '[!a]',
      '{a,b/}',
      '!(a)',
      '+(ab|b)',
      '*(b)',
      '?(a.)',
      '(a|b)',
      '!',
    ];
    const signs = ['a', 'b', '.', '/', 'é', '-'];
    const text = (all: readonly string[], most: number) =>
      Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(all)).join('');
    let matches = 0;
    for (let turn = 0; turn < 500; turn++) {
      const expression = picomatch.makeRe(text(parts, 5));
      const automaton = positionAutomaton(expression.source);
      assert.ok(automaton, expression.source);
      for (let path = 0; path < 8; path++) {
        const one = text(signs, 7);
        const isMatch = expression.test(one);
        if (isMatch) matches++;
        assert.equal(automaton.test(one), isMatch, `${expression.source} ${one}`);
      }
    }
    assert.ok(matches > 200, String(matches));
  });

  it('leaves what it does not understand', () => {
    for (const source of ['(a', 'a)', '*a', '(a)\\1', 'a{2}', 'a{2,}', '(?<=a)b', '(?<n>a)', '\\bA', '^*', '[a', 'a\\'])
      assert.equal(positionAutomaton(source), undefined, source);
  });
});

/** Numbers from 0 to 1 that are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
