import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { scalarText } from './scalar-text';

const readers = [{ version: '1.1' }, { version: '1.2', schema: 'core' }, { schema: 'failsafe' }] as const;

/** Every reader finds the same text as a value and as a key, in block and in flow collections. */
function readsBack(text: string, like: string): void {
  const source = scalarText(text, like);
  for (const reader of readers) {
    const read = (yaml: string): unknown => parse(yaml, reader) as unknown;
    const named = `${JSON.stringify(text)} as ${source} by ${JSON.stringify(reader)}`;
    assert.deepEqual(read(source), text, named);
    assert.deepEqual(read(`a:\n  - ${source}\n  - b: ${source} # c\n`), { a: [text, { b: text }] }, named);
    assert.deepEqual(read(`[${source}, { a: ${source} }]`), [text, { a: text }], named);
    for (const keyed of [`${source}: 1\n`, `{ ${source}: 1 }`]) {
      const [[key] = []] = [...(parse(keyed, { ...reader, mapAsMap: true }) as Map<unknown, unknown>)];
      assert.equal(key, text, `${named}, as a key`);
    }
  }
}

const odd = [
  ...[
    'no',
    'No',
    'y',
    'N',
    'off',
    'ON',
    'yes',
    'true',
    'null',
    'Null',
    '~',
    '',
    '=',
    '<<',
    '.',
    '..',
    '...',
    '---',
    '-',
    '?',
  ],
  ...[
    '0',
    '00000000',
    '12',
    '-12',
    '+12',
    '1_000',
    '0o17',
    '017',
    '0x1F',
    '0b11',
    '12.10',
    '12.',
    '.5',
    '1.5e3',
    '1e3',
    '12345e67',
  ],
  ...[
    '.inf',
    '-.inf',
    '.Inf',
    '.nan',
    '190:20:30',
    '2026-11-03',
    '2026-1-3',
    '2026-11-03T10:00:00Z',
    '2026-11-03 10:00',
  ],
  ...[
    ' a',
    'a ',
    'a\u00a0',
    '\u00a0a',
    '\ta',
    'a\t',
    'a\tb',
    'a  b',
    'a: b',
    'a:b',
    ':a',
    'a:',
    'a #b',
    '#a',
    'a#',
    '- a',
    '? a',
  ],
  ...[
    '{a}',
    '[a',
    'a,b',
    '*a',
    '&a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a',
    '"a"',
    "'a'",
    "l'été",
    'a"b',
    'C:\\x',
    'a\\nb',
    'a\\',
  ],
  ...[
    'a\nb',
    'a\n',
    '\na',
    'a\r\nb',
    'a\rb',
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
    '\ufeffa',
    'a\ufeff',
    'a\ufffeb',
    'a\u0000b',
    'a\u007fb',
  ],
  ...['é', 'Événement', '🦋', 'a🦋', '\ud83d', 'a\ud83db', '²', '٣', 'Ⅳ', 'x'.repeat(900), '中文'],
];

describe('scalar text', () => {
  it('reads back as the same text, whoever reads it', () => {
    for (const text of odd) for (const like of ['', '"x"', "'x'", '| x']) readsBack(text, like);
  });

  it('does so for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...odd.filter(({ length }) => length < 20)),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.stringMatching(/^[-+.\d_:eExob]{1,6}$/),
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom('', '"x"', "'x'"), (text, like) => {
        readsBack(text, like);
      }),
      { seed: 20_261_130, numRuns: 400 },
    );
  });

  it('is plain where that is safe', () => {
    const plain = [
      'suffisante',
      'preuves/é à.png',
      'INS/va1.56',
      'Modification demandée',
      'INS/va1.56~01',
      'A.01~1e23',
    ];
    for (const text of [
      ...plain,
      'SSI/GEN.02 BIS',
      '12.4.0',
      '3f9a1c20',
      './a.png',
      'Dossier (2)',
      "Carnet de l'enfant",
    ])
      assert.equal(scalarText(text), text);
  });

  it('keeps the quotes of what it replaces', () => {
    assert.equal(scalarText("l'été", "'x'"), "'l''été'");
    assert.equal(scalarText('été', '"x"'), '"été"');
    assert.equal(scalarText('a\u2028b', "'x'"), '"a\\u2028b"');
  });
});
