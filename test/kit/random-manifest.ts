import fc from 'fast-check';
import { fragmentShape, mainShape } from '../../server/core/manifest/manifest-shape';
import type { DictKey, ScalarFormat, ScalarShape, Shape } from '../../server/core/manifest/shape';

/** A value of a manifest and how it is written. */
export type Written =
  | { readonly kind: 'empty'; readonly text: string }
  | { readonly kind: 'scalar'; readonly text: string; readonly style: Quoting }
  | { readonly kind: 'map'; readonly entries: readonly WrittenEntry[]; readonly flow: boolean }
  | { readonly kind: 'list'; readonly items: readonly Written[]; readonly flow: boolean };

export interface WrittenEntry {
  readonly key: string;
  readonly value: Written;
  /** Blank and comment lines before a block-style entry. */
  readonly before: readonly string[];
}

type Quoting = 'plain' | 'single' | 'double' | 'doubleOnTwoLines' | 'literal' | 'folded';

export interface RandomOptions {
  /** How many values in a hundred are not what the format wants. */
  readonly faults: number;
}

const sha = '9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab';

const good: Readonly<Record<ScalarFormat, readonly string[]>> = {
  text: [
    'DMP',
    'Pré-examen',
    '73282932000074',
    '007',
    '12.10',
    'true',
    'une phrase: non',
    'fin # pas un commentaire',
    '',
  ],
  version: ['12.4.0', '12.10', '12', 'v3'],
  formatVersion: ['1'],
  integer: ['4127', '0', '999999999999999'],
  execution: ['4127', '1', '999999999999999'],
  date: ['2026-11-02', '2024-02-29'],
  sha256: [sha, sha.toUpperCase()],
  fingerprint: ['3f9a1c20', '12345678', '01234567', '12e45678'],
  path: ['preuves/a b.png', 'preuves/é.mp4', '../ailleurs.png', '12'],
  glob: ['exigences/*.preuves.yaml', '**/x.yaml'],
  url: ['https://interop.referencement.esante.gouv.fr/x?id=1#y', 'HTTP://a'],
};

const bad: readonly string[] = [
  'n’importe quoi',
  '2026-02-31',
  '2026-1-2',
  '-4',
  'ftp://x',
  'https://a b',
  sha.slice(1),
  '2',
  '00000000x',
];

const ids: Readonly<Record<DictKey, readonly string[]>> = {
  requirement: ['INS/va1.56', 'PSC.01', 'LGC.DMP/UX.10', 'SSI/GEN.06', 'ANN/va1.01', '12'],
  scenario: ['INS/va1.56.02', 'PSC.01.01', 'X.01'],
  coreScenario: ['SCN_DB/CO.01', 'SCN_DB/CO.02', 'SCN:3'],
  proof: ['INS/va1.56.02.01', 'PSC.01.01.01', 'X.01.01'],
  chapter: ['Identité nationale de santé', 'Chapitre 1'],
};

/** Lines between entries. Indented ones may be more text of a block scalar: only where the meaning does not matter. */
const linesBetween = (faults: number): fc.Arbitrary<readonly string[]> => {
  const lines = faults === 0 ? ['', '# commentaire'] : ['', '# commentaire', '   # plus loin', '      ', '#- { [ "'];
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant<readonly string[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...lines), { maxLength: 3 }) },
  );
};

/** A random main manifest or fragment, as it could be written. */
export function randomManifest({ faults }: RandomOptions): fc.Arbitrary<Written> {
  return fc.oneof(shapeArbitrary(mainShape, faults, false), shapeArbitrary(fragmentShape, faults, false));
}

function shapeArbitrary(shape: Shape, faults: number, flow: boolean): fc.Arbitrary<Written> {
  const right = rightArbitrary(shape, faults, flow);
  if (faults === 0) return right;
  const wrong = fc.oneof(
    fc.constantFrom('', '~', 'null', 'Null', 'NULL').map((text): Written => ({ kind: 'empty', text })),
    scalarOf(bad, flow),
    fc.constantFrom<Written>({ kind: 'map', entries: [], flow: true }, { kind: 'list', items: [], flow: true }),
  );
  return fc.oneof({ weight: 100 - faults, arbitrary: right }, { weight: faults, arbitrary: wrong });
}

function rightArbitrary(shape: Shape, faults: number, flow: boolean): fc.Arbitrary<Written> {
  if (shape.kind === 'scalar') return scalarArbitrary(shape, flow);
  return fc.boolean().chain((flowHere) => {
    const inFlow = flow || flowHere;
    switch (shape.kind) {
      case 'list':
        return fc
          .array(shapeArbitrary(shape.item, faults, inFlow), { maxLength: 2 })
          .map((items): Written => ({ kind: 'list', items, flow: inFlow }));
      case 'dict': {
        const value = shapeArbitrary(shape.value, faults, inFlow);
        return fc
          .uniqueArray(fc.record({ key: fc.constantFrom(...ids[shape.key]), value, before: linesBetween(faults) }), {
            maxLength: 3,
            selector: (entry) => entry.key,
          })
          .map((entries): Written => ({ kind: 'map', entries, flow: inFlow }));
      }
      case 'map':
        return mapEntries(shape, faults, inFlow).map((entries): Written => ({ kind: 'map', entries, flow: inFlow }));
    }
  });
}

function mapEntries(shape: Shape & { kind: 'map' }, faults: number, flow: boolean): fc.Arbitrary<WrittenEntry[]> {
  const chosen = shape.exactlyOneOf ? fc.constantFrom(...shape.exactlyOneOf) : fc.constant(undefined);
  const all = Object.entries(shape.keys).map(([key, { shape: value }]) =>
    fc.record({
      key: fc.constant(key),
      value: shapeArbitrary(value, faults, flow),
      before: linesBetween(faults),
      roll: fc.nat(99),
    }),
  );
  const unknown = fc.record({ roll: fc.nat(99), value: scalarOf(bad, flow) });
  return fc.tuple(chosen, fc.tuple(...all), unknown).map(([one, entries, extra]) => {
    const kept = entries.filter(({ key, roll }) => {
      const fault = roll < faults;
      if (shape.exactlyOneOf?.includes(key)) return (key === one) !== fault;
      return shape.keys[key]?.required ? !fault : roll > 60;
    });
    const read = kept.map(({ key, value, before: lines }): WrittenEntry => ({ key, value, before: lines }));
    return extra.roll < faults ? [...read, { key: 'inconnue', value: extra.value, before: [] }] : read;
  });
}

function scalarArbitrary(shape: ScalarShape, flow: boolean): fc.Arbitrary<Written> {
  return scalarOf(shape.allowed ?? shape.suggested ?? good[shape.format], flow);
}

function scalarOf(texts: readonly string[], flow: boolean): fc.Arbitrary<Written> {
  const styles: Quoting[] = ['plain', 'single', 'double'];
  if (!flow) styles.push('doubleOnTwoLines', 'literal', 'folded');
  return fc
    .record({ text: fc.constantFrom(...texts), style: fc.constantFrom(...styles) })
    .map(({ text, style }): Written => ({
      kind: 'scalar',
      text,
      style: style === 'plain' && !plainSafe(text) ? 'double' : style,
    }));
}

function plainSafe(text: string): boolean {
  return text !== '' && !/^[\s!&*?|>@`"'%#{}[\],-]|[{}[\],]|: | #|:$|\s$/.test(text);
}

export interface Layout {
  readonly indent: 2 | 4;
  readonly newline: '\n' | '\r\n';
}

export const randomLayout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom(2 as const, 4 as const),
  newline: fc.constantFrom('\n' as const, '\r\n' as const),
});

/** The text of a manifest; its top level is always in block style. */
export function write(written: Written, { indent, newline }: Layout): string {
  if (written.kind !== 'map') return flowText(written) + newline;
  return block(written.entries, 0, indent)
    .map((line) => line + newline)
    .join('');
}

function block(entries: readonly WrittenEntry[], depth: number, indent: number): string[] {
  const pad = ' '.repeat(depth);
  return entries.flatMap(({ key, value, before: lines }) => [
    ...lines,
    ...afterKey(`${pad}${keyText(key)}:`, value, depth, indent),
  ]);
}

function afterKey(head: string, value: Written, depth: number, indent: number): string[] {
  const pad = ' '.repeat(depth + indent);
  if (value.kind === 'empty') return [value.text === '' ? head : `${head} ${value.text}`];
  if (value.kind === 'scalar') return scalarLines(head, value.text, value.style, pad);
  if (value.kind === 'map') {
    if (value.entries.length === 0) return [`${head} {}`];
    if (!value.flow) return [head, ...block(value.entries, depth + indent, indent)];
    // Every other flow mapping is spread over lines, its end below its key.
    if (value.entries.length % 2 === 1) return [`${head} ${flowText(value)}`];
    const inside = value.entries.map((entry) => `${pad}${flowEntry(entry)},`);
    return [`${head} {`, ...inside, `${' '.repeat(depth)}}`];
  }
  if (value.items.length === 0) return [`${head} []`];
  if (value.flow) return [`${head} ${flowText(value)}`];
  return [head, ...value.items.flatMap((item) => itemLines(item, depth + indent, indent))];
}

function itemLines(item: Written, depth: number, indent: number): string[] {
  const dash = `${' '.repeat(depth)}-`;
  if (item.kind === 'map' && item.entries.length > 0 && !item.flow) {
    const [first, ...rest] = block(
      item.entries.map((entry) => ({ ...entry, before: [] })),
      depth + 2,
      indent,
    );
    return [`${dash} ${(first ?? '').trimStart()}`, ...rest];
  }
  return [`${dash} ${flowText(item)}`.trimEnd()];
}

function scalarLines(head: string, text: string, style: Quoting, pad: string): string[] {
  const [first = '', ...rest] = text.split(' ');
  switch (style) {
    case 'literal':
      return text === '' ? [`${head} ""`] : [`${head} |-`, `${pad}${text}`];
    case 'folded':
      return text === '' ? [`${head} ''`] : [`${head} >-`, `${pad}${first}`, ...rest.map((word) => `${pad}${word}`)];
    case 'doubleOnTwoLines':
      return rest.length === 0 ? [`${head} "${first}"`] : [`${head} "${first}`, `${pad}${rest.join(' ')}"`];
    default:
      return [`${head} ${quoted(text, style)}`];
  }
}

function quoted(text: string, style: Quoting): string {
  if (style === 'plain') return text;
  return style === 'single' ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

function flowText(value: Written): string {
  switch (value.kind) {
    case 'empty':
      return value.text;
    case 'scalar':
      return quoted(value.text, value.style === 'plain' || value.style === 'single' ? value.style : 'double');
    case 'map':
      return `{${value.entries.map(flowEntry).join(', ')}}`;
    case 'list':
      return `[${value.items.map((item) => flowText(item.kind === 'empty' ? { kind: 'empty', text: '~' } : item)).join(', ')}]`;
  }
}

function flowEntry({ key, value }: WrittenEntry): string {
  return `${keyText(key)}: ${flowText(value)}`;
}

function keyText(key: string): string {
  return plainSafe(key) && !key.includes(':') ? key : JSON.stringify(key);
}
