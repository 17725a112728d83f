import assert from 'node:assert/strict';
import { mergeYaml, type MergedYaml } from './merge-yaml';

interface Case {
  readonly of: string;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

function merge({ base, ours, theirs }: Case): MergedYaml {
  return mergeYaml({ base, ours, theirs }, { ours: 'nous', theirs: 'eux' });
}

function assertMerged(cases: readonly (Case & { readonly text: string; readonly by?: 'lines' })[]): void {
  for (const { text, by = 'entries', ...one } of cases)
    assert.deepEqual(merge(one), { text, conflicts: [], by }, `${one.of}: ${merge(one).text}`);
}

/** @param asks kind and place of the one conflict; what is outside of the markers, joined */
function assertAsked(
  cases: readonly (Case & { readonly asks: readonly [string, string]; readonly kept?: string })[],
): void {
  for (const { asks, kept = '', ...one } of cases) {
    const { text, conflicts } = merge(one);
    const told = conflicts.map(({ kind, path }) => [kind, path.join('/')]);
    assert.deepEqual(told, [asks], `${one.of}: ${text}`);
    assert.equal(text.replace(/^<{7}[^]*?^>{7}.*\n/gm, ''), kept, `${one.of}: ${text}`);
  }
}

const piece = (path: string, more = ''): string => `- fichier: ${path}\n${more}`;

describe('mergeYaml, of values on one line', () => {
  const lists = (base: string, ours: string, theirs: string): Pick<Case, 'base' | 'ours' | 'theirs'> => {
    const [b = '', o = '', t = ''] = [base, ours, theirs].map((value) => `k: ${value}\n`);
    return { base: b, ours: o, theirs: t };
  };

  it('adds and removes what each did', () => {
    assertMerged([
      { of: 'spaces inside the brackets', ...lists('[ a ]', '[ a, b ]', '[ a, c ]'), text: 'k: [ a, b, c ]\n' },
      { of: 'below its key', ...lists('\n  [a]', '\n  [a, b]', '\n  [a, c]'), text: 'k: [a, b, c]\n' },
      { of: 'written over lines', ...lists('[a]', '[a,\n   c]', '[a, d]'), text: 'k: [a, c, d]\n' },
      {
        of: 'signs like that of a comment',
        ...lists('["a # b", C#]', '["a # b", C#, c]', '["a # b", C#, d]'),
        text: 'k: ["a # b", C#, c, d]\n',
      },
      { of: 'a key in a list', ...lists('[a: 1]', '[a: 1, c]', '[a: 1, d]'), text: 'k: [a: 1, c, d]\n' },
      {
        of: 'keys without value',
        ...lists('{ a: 1, b: }', '{ a: 2, b: }', '{ a: 1, b: , c }'),
        text: 'k: { a: 2, b:, c: }\n',
      },
      { of: 'a list of which nothing is left', ...lists('[a, b]', '[a]', '[b]'), text: 'k: []\n' },
      { of: 'a mapping of which nothing is left', ...lists('{a: 1, b: 2}', '{a: 1}', '{b: 2}'), text: 'k: {}\n' },
      { of: 'emptied here', ...lists('[a, b]', '[]', '[a, b, c]'), text: 'k: [c]\n' },
      { of: 'emptied there', ...lists('[a, b]', '[a, b, c]', ''), text: 'k: [c]\n' },
      {
        of: 'an alias',
        base: 'x: &x 1\nk: [*x]\n',
        ours: 'x: &x 1\nk: [*x, b]\n',
        theirs: 'x: &x 1\nk: [*x, c]\n',
        text: 'x: &x 1\nk: [*x, b, c]\n',
      },
      {
        of: 'items of a list',
        base: '- { fichier: a.png, titre: x }\n',
        ours: '- { fichier: a.png, titre: y }\n',
        theirs: '- { fichier: a.png, titre: x, version: 1 }\n',
        text: '- { fichier: a.png, titre: y, version: 1 }\n',
      },
      {
        of: 'an item that one wrote over lines',
        base: '- { fichier: a.png }\n',
        ours: piece('a.png', '  titre: x\n'),
        theirs: '- { fichier: a.png, version: 1 }\n',
        text: piece('a.png', '  titre: x\n  version: 1\n'),
      },
    ]);
  });

  it('asks where something would be lost, or says two things', () => {
    const asks = ['value', 'k'] as const;
    assertAsked([
      { of: 'an anchor', ...lists('[&x a]', '[&x a, b]', '[&x a, c]'), asks },
      { of: 'a tag', ...lists('[!t a]', '[!t a, b]', '[!t a, c]'), asks },
      { of: 'a tag of YAML', ...lists('[!!str 1]', '[!!str 1, b]', '[!!str 1, c]'), asks },
      { of: 'an anchor of the whole', ...lists('&x []', '&x [a]', '&x [b]'), asks },
      {
        of: 'a comment of both',
        ...lists('[ # c\n  a]', '[ # c\n  a, b]', '[ # c\n  a, c]'),
        asks,
        kept: 'k: [ # c\n',
      },
      { of: 'a comment of one', ...lists('[a]', '[a, b]', '[ # c\n  a]'), asks },
      { of: 'a comment between apostrophes', ...lists("[l'a]", "[l'a, # d'un\n  b]", "[l'a, c]"), asks },
      { of: 'a comment before it', ...lists('[a]', '\n  # c\n  [a, b]', '[a, c]'), asks },
      { of: 'an item over lines', ...lists('[a b]', '[a\n   b, c]', '[a b, d]'), asks },
      { of: 'a key over lines', ...lists('{ a: 1 }', '{ a: 1, "x\n   y": 2 }', '{ a: 1, b: 1 }'), asks },
      { of: 'a value over lines', ...lists('{ a: 1 }', '{ a: x\n   y }', '{ a: 1, b: 1 }'), asks },
      { of: 'two values', ...lists('{ a: 1 }', '{ a: 2 }', '{ a: 3 }'), asks },
      { of: 'a list or a mapping', ...lists('[a]', '{ a: 1 }', '[b]'), asks },
      { of: 'a text here', ...lists('[a]', 'x', '[a, b]'), asks },
      { of: 'a text there', ...lists('[a]', '[a, b]', 'x'), asks },
      { of: 'a text of lines', ...lists('\n  a: 1', 'x', '\n  a: 2'), asks },
      { of: 'nothing in two ways', ...lists('[a]', '[]', ''), asks },
      { of: 'lists of lines and mappings', ...lists('\n  a: 1', '\n  - a', '\n  a: 2'), asks, kept: 'k: \n' },
      { of: 'a comment behind a text in lines', ...lists('x', 'x # c', '|\n  long'), asks },
      { of: 'comments behind one key', ...lists('\n  a: 1', '# un\n  a: 2', '# deux\n  a: 1\n  b: 1'), asks },
      { of: 'two tags', ...lists('!t 1', '1', '!t 2'), asks },
    ]);
  });

  it('keeps how one wrote what the other changed', () => {
    assertMerged([
      { of: 'quotes there', ...lists('x', 'y', '"x"'), text: 'k: y\n' },
      { of: 'quotes here', ...lists('x', '"x"', 'y'), text: 'k: y\n' },
      { of: 'quotes of both', ...lists('x', '"x"', "'x' # c"), text: 'k: "x" # c\n' },
      { of: 'a key quoted by both', base: 'a: 1\n', ours: '"a": 1\n', theirs: "'a': 2\n", text: '"a": 2\n' },
      {
        of: 'folders spelt otherwise',
        base: piece('/p//a.png'),
        ours: piece('/p/a.png', '  titre: x\n'),
        theirs: piece('/p/./a.png', '  version: 1\n'),
        text: piece('/p/a.png', '  titre: x\n  version: 1\n'),
      },
      {
        of: 'a tag',
        base: 'a: !t 1\nb: 1\n',
        ours: 'a: !t 1\nb: 2\n',
        theirs: 'a: !u 1\nb: 1\n',
        text: 'a: !u 1\nb: 2\n',
      },
    ]);
  });
});

describe('mergeYaml, of entries on lines', () => {
  it('leaves what neither removed, and an empty value where both together removed all', () => {
    assertMerged([
      { of: 'a mapping', base: 'k:\n  a: 1\n  b: 1\n', ours: 'k:\n  a: 1\n', theirs: 'k:\n  b: 1\n', text: 'k:\n' },
      { of: 'emptied here', base: 'k:\n  - a\n  - b\n', ours: 'k: []\n', theirs: 'k:\n  - b\n', text: 'k: []\n' },
      { of: 'emptied there', base: 'k:\n  - a\n  - b\n', ours: 'k:\n  - b\n', theirs: 'k: []\n', text: 'k: []\n' },
      {
        of: 'an item',
        base: '- a: 1\n  b: 2\n  id: x\n',
        ours: '- a: 1\n  id: x\n',
        theirs: '- b: 2\n  id: x\n',
        text: '- id: x\n',
      },
      {
        of: 'what one wrote further in',
        base: 'k:\n  # x\n  b: 1\nd: 1\n',
        ours: 'd: 1\n',
        theirs: 'k:\n    # x\n    b: 1\nd: 1\n',
        text: 'd: 1\n',
      },
    ]);
    assertAsked([
      {
        of: 'a comment on what the other removed',
        base: 'k:\n  b: 1\nd: 1\n',
        ours: 'd: 1\n',
        theirs: 'k:\n  # c\n  b: 1\nd: 1\n',
        asks: ['removed', 'k'],
        kept: 'd: 1\n',
      },
      { of: 'a version that is empty', base: 'a: 1\n', ours: 'a: 2\n', theirs: '', asks: ['removed', 'a'] },
      {
        of: 'nothing of what both changed in common',
        base: '- a: 1\n  b: 2\n',
        ours: '- a: 1\n',
        theirs: '- b: 2\n',
        asks: ['value', '1'],
      },
    ]);
  });

  it('puts what both added by day, in the order of the format, else by name', () => {
    const said = (day: string, id: string): string => `- le: ${day}\n  id: ${id}\n`;
    const first = said('2026-01-01', 'z');
    const added = (of: string, ours: string, theirs: string, both: string): void => {
      assertMerged([
        { of, base: first, ours: first + ours, theirs: first + theirs, text: first + both },
        { of, base: first, ours: first + theirs, theirs: first + ours, text: first + both },
      ]);
    };
    const [early, late] = [said('2026-01-03', 'b'), said('2026-01-04', 'a')];
    added('two days', late, early, early + late);
    added('one day', said('2026-01-04', 'b'), late, late + said('2026-01-04', 'b'));
    added('one without day', early, '- id: a\n', `- id: a\n${early}`);
    assertMerged([
      {
        of: 'keys of the format',
        base: '',
        ours: 'dossier:\n  x: 1\n',
        theirs: 'version: 1\n',
        text: 'version: 1\ndossier:\n  x: 1\n',
      },
    ]);
  });

  it('leaves the comment that a file or list began with above what each added', () => {
    assertMerged([
      {
        of: 'a file',
        base: '# Début\na: 1\n',
        ours: '# Début\nb: 1\na: 1\n',
        theirs: '# Début\nc: 1\na: 1\n',
        text: '# Début\nb: 1\nc: 1\na: 1\n',
      },
      {
        of: 'a file that both made',
        base: '',
        ours: '# Début\n# suite\nb: 1\n',
        theirs: '# Début\na: 1\n',
        text: '# Début\na: 1\n# suite\nb: 1\n',
      },
      {
        of: 'a list without items',
        base: 'k:\n  # ici\n',
        ours: 'k:\n  # ici\n  - b\n',
        theirs: 'k:\n  # ici\n  - a\n',
        text: 'k:\n  # ici\n  - a\n  - b\n',
      },
      {
        of: 'a document that is marked as one',
        base: '---\n# x\n',
        ours: '---\n# x\na: 1\n',
        theirs: '---\n# x\nb: 1\n',
        text: '---\n# x\na: 1\nb: 1\n',
      },
      {
        of: 'a file emptied of all but a comment',
        base: 'a: 1\n',
        ours: 'a: 1\nb: 2\n',
        theirs: '# rien\n',
        text: 'b: 2\n# rien\n',
      },
    ]);
  });

  it('brings what was written further in or out to one margin', () => {
    assertMerged([
      {
        of: 'a text in lines',
        base: 'k:\n    t: |\n      a\n\n      b\n    s: 1\n',
        ours: 'k:\n  t: |\n    a\n\n    b\n  s: 2\n',
        theirs: 'k:\n    t: |\n      a\n\n      c\n    s: 1\n',
        text: 'k:\n  t: |\n    a\n\n    c\n  s: 2\n',
      },
      {
        of: 'a value over lines',
        base: 'k:\n  t: un\n    deux\n  s: 1\n',
        ours: 'k:\n    t: un\n      trois\n    s: 1\n',
        theirs: 'k:\n  t: un\n    deux # c\n  s: 1\n',
        text: 'k:\n    t: un\n      trois # c\n    s: 1\n',
      },
    ]);
  });

  it('keeps a comment above the first key of an item', () => {
    assertMerged([
      {
        of: 'a comment that one changed, and a key that the other put first',
        base: '- id: x\n  # sur b\n  b: 2\n  c: 1\n',
        ours: '- b: 2\n  id: x\n  c: 1\n',
        theirs: '- id: x\n  # encore sur b\n  b: 2\n  c: 2\n',
        text: '-\n  # encore sur b\n  b: 2\n  id: x\n  c: 2\n',
      },
    ]);
    assertAsked([
      {
        of: 'two values of the first key',
        base: '- id: x\n  a: 1\n',
        ours: '- a: 2\n  id: x\n',
        theirs: '- a: 3\n  id: x\n',
        asks: ['value', 'x'],
        kept: '  id: x\n',
      },
    ]);
  });

  it('knows an item again by what names it, what it says, or its place', () => {
    assertMerged([
      {
        of: 'one of two moved',
        base: piece('a.png') + piece('b.png'),
        ours: piece('p/a.png') + piece('b.png'),
        theirs: piece('a.png', '  titre: x\n') + piece('b.png'),
        text: piece('p/a.png', '  titre: x\n') + piece('b.png'),
      },
      {
        of: 'a declaration',
        base: '- declaration: a.md\n',
        ours: '- declaration: p\\a.md\n',
        theirs: '- declaration: a.md\n  titre: x\n',
        text: '- declaration: p\\a.md\n  titre: x\n',
      },
      {
        of: 'the same twice',
        base: '- x\n- x\n',
        ours: '- x\n- x\n- x\n',
        theirs: '- x\n- x\n- y\n',
        text: '- x\n- x\n- x\n- y\n',
      },
      {
        of: 'lists in a list',
        base: '- - a\n- b\n',
        ours: '- - a\n  - c\n- b\n',
        theirs: '- - a\n- b\n- e\n',
        text: '- - a\n  - c\n- b\n- e\n',
      },
      {
        of: 'a text that became a piece',
        base: '- texte\n- a: 1\n',
        ours: piece('b.png') + '- a: 1\n',
        theirs: '- texte\n- a: 2\n',
        text: piece('b.png') + '- a: 2\n',
      },
      { of: 'texts', base: '- a\n- b\n', ours: '- a # c\n- b\n', theirs: '- "a"\n- b\n', text: '- "a" # c\n- b\n' },
      {
        of: 'comments behind the last line',
        base: 't: >-\n  un\nu: 1\n',
        ours: 't: >-\n  deux\nu: 1\n',
        theirs: 't: >-\n  un\nu: 2\n',
        text: 't: >-\n  deux\nu: 2\n',
      },
      {
        of: 'keys with `?` further in',
        base: 'k:\n  ? a\nb: 1\n',
        ours: 'k:\n  ? a\nb: 2\n',
        theirs: 'k:\n  ? c\nb: 1\n',
        text: 'k:\n  ? c\nb: 2\n',
      },
    ]);
    const three = (a: string, b: string): string => `- a: ${a}\n  b: ${b}\n  c: 3\n`;
    const link = (url: string, title: string): string => `- lien: ${url}\n  titre: ${title}\n`;
    assertAsked([
      {
        of: 'two of three values',
        base: three('1', '2'),
        ours: three('1', '3'),
        theirs: three('1', '4'),
        asks: ['value', '1/b'],
        kept: '- a: 1\n  c: 3\n',
      },
      {
        of: 'a first value that is a list',
        base: three('[1]', '2'),
        ours: three('[1]', '3'),
        theirs: three('[1]', '4'),
        asks: ['value', '{"a":["1"],"b":"3","c":"3"}/b'],
        kept: '- a: [1]\n  c: 3\n',
      },
      {
        of: 'one of three values',
        base: three('1', '2'),
        ours: three('2', '3'),
        theirs: three('1', '4'),
        asks: ['removed', '1'],
        kept: three('2', '3'),
      },
      {
        of: 'another link',
        base: link('http://a', 't'),
        ours: link('http://b', 't'),
        theirs: link('http://a', 'x'),
        asks: ['removed', 'http://a'],
        kept: link('http://b', 't'),
      },
      {
        of: 'a file in the place of a link',
        base: link('http://a', 't'),
        ours: piece('b.png', '  titre: t\n'),
        theirs: link('http://a', 'x'),
        asks: ['removed', 'http://a'],
        kept: piece('b.png', '  titre: t\n'),
      },
      {
        of: 'a piece in the place of a mapping',
        base: '- a: 1\n',
        ours: piece('b.png', '  a: 1\n'),
        theirs: '- a: 1\n  b: 1\n',
        asks: ['removed', '1'],
        kept: piece('b.png', '  a: 1\n'),
      },
      {
        of: 'a key that is a list',
        base: '[a, b]: 1\n',
        ours: '[a, b]: 2\n',
        theirs: '[a,b]: 3\n',
        asks: ['value', '["a","b"]'],
      },
    ]);
  });

  it('asks over a whole item that begins otherwise than with a key behind its dash', () => {
    const item = (a: string, more = ''): string => `    id: k\n    a: ${a}\n${more}`;
    const asked = (of: string, dash: string, kept: string): Parameters<typeof assertAsked>[0][number] => ({
      ...{
        of,
        base: `k:\n${dash}${item('1')}`,
        ours: `k:\n${dash}${item('2')}`,
        theirs: `k:\n${dash}${item('1', '    b: 1\n')}`,
      },
      ...{ asks: ['value', 'k/k'], kept },
    });
    assertAsked([
      asked('a dash alone', '  -\n', 'k:\n  -\n    id: k\n'),
      asked('an anchor', '  - &x\n', 'k:\n  - &x\n    id: k\n'),
      asked('a comment', '  - # c\n', 'k:\n  - # c\n    id: k\n'),
      {
        of: '`?` in one',
        base: '- id: k\n  ? a\n  : 1\n',
        ours: '- id: k\n  ? a\n  : 2\n',
        theirs: '- id: k\n  ? a\n  : 1\n  b: 2\n',
        asks: ['value', 'k'],
        kept: '- id: k\n  ? a\n',
      },
    ]);
  });
});

describe('mergeYaml, of what is not read entry by entry', () => {
  const deep = `a: ${'['.repeat(300)}${']'.repeat(300)}\n`;

  it('merges line by line', () => {
    assertMerged([
      {
        of: 'two documents',
        base: '---\na: 1\n---\nb: 1\n',
        ours: '---\na: 2\n---\nb: 1\n',
        theirs: '---\na: 1\n---\nb: 2\n',
        text: '---\na: 2\n---\nb: 2\n',
        by: 'lines',
      },
      {
        of: 'too deep a list',
        base: `${deep}b: 1\nc: 1\nd: 1\n`,
        ours: `${deep}b: 2\nc: 1\nd: 1\n`,
        theirs: `${deep}b: 1\nc: 1\nd: 2\n`,
        text: `${deep}b: 2\nc: 1\nd: 2\n`,
        by: 'lines',
      },
    ]);
    const asks = ['lines', ''] as const;
    assertAsked([
      { of: 'a list of one line', base: '[a]\n', ours: '[a, b]\n', theirs: '[a, c]\n', asks },
      { of: 'a text', base: 'a\n', ours: 'b\n', theirs: 'c\n', asks },
      { of: 'a list or a mapping', base: 'a: 1\n', ours: '- a\n', theirs: 'a: 2\n', asks },
      { of: '`?` keys', base: '? a\nb: 1\n', ours: '? a\nb: 2\n', theirs: '? a\nb: 1\nc: 1\n', asks, kept: '? a\n' },
      {
        of: 'a key twice on one line',
        base: 'm: { a: 1 }\n',
        ours: 'm: { a: 1, a: 2 }\n',
        theirs: 'm: { a: 1, b: 1 }\n',
        asks,
      },
    ]);
  });

  it('asks where both gave one anchor to two values', () => {
    const { conflicts } = merge({
      of: 'an anchor',
      base: 'a: 1\nb: 1\n',
      ours: 'a: &x 1\nb: 1\n',
      theirs: 'a: 1\nb: &x 1\n',
    });
    assert.deepEqual(conflicts, [{ kind: 'lines', path: [], line: 1 }]);
  });

  it('does not take keys behind a second byte order mark for ones that stand further in', () => {
    const bom = '\ufeff\ufeff';
    const { conflicts, by } = merge({
      of: 'two marks',
      ...{ base: `${bom}a: 1\nb: 1\n`, ours: `${bom}a: 1\nb: 3\n`, theirs: `${bom}a: 2\nb: 1\n` },
    });
    assert.deepEqual([conflicts, by], [[{ kind: 'lines', path: [], line: 1 }], 'lines']);
  });

  it('keeps the end of a text without a last line end, and mixed line ends', () => {
    assertMerged([
      {
        of: 'no line end',
        base: 'a: 1\nb: 2',
        ours: 'a: 2\nb: 2',
        theirs: 'a: 1\nb: 2\nc: 3',
        text: 'a: 2\nb: 2\nc: 3',
      },
      {
        of: 'some lines of Windows',
        base: 'a: 1\r\nb: 2\nc: 3\n',
        ours: 'a: 1\r\nb: 3\nc: 3\n',
        theirs: 'a: 2\r\nb: 2\nc: 3\n',
        text: 'a: 2\nb: 3\nc: 3\n',
      },
    ]);
  });
});
