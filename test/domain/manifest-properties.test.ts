import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomLayout, randomManifest, write, type Written } from '../kit/random-manifest';
import { plainManifest } from '../kit/plain-manifest';
import { parseManifest, type ParsedManifest } from '../../server/core/manifest/parse-manifest';
import { readSections } from '../../server/core/manifest/read-block';

/** Fixed, so that a run says the same everywhere; change it to look for new cases. */
const seed = 20261215;

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const pieces = [
  'a', ' ', '\n', '\r\n', '\t', ':', ': ', '- ', '#', ' # ', '"', "'", '{', '}', '[', ']', ',', '|', '?', '~', '  ', '\n  ',
  '\n    ', '---\n', '...\n', '%YAML', '&a ', '*a', '&a', '<<: *a', '\ufeff', '\n<<<<<<< HEAD\n', '\n=======\n',
  'exigences:\n', 'scenarios:\n', 'version: 1\n', 'dossier:', '\n  PSC.01:\n    scenarios: {}\n', 'é', '\u0000', '\u2028', '😀',
]; // prettier-ignore

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(10_000),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(3) }, fc.nat(200)),
  insert: fc.oneof(
    fc.constantFrom(...pieces),
    fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((some) => some.join('')),
  ),
});

function edited(text: string, { at, remove, insert }: Edit): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** The same plain data with every range counted from the start of the file. */
function absolute(value: unknown, base: number): unknown {
  if (Array.isArray(value)) return value.map((item) => absolute(item, base));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const isRange = entries.length === 2 && 'start' in value && 'end' in value;
  return Object.fromEntries(entries.map(([key, one]) => [key, isRange ? Number(one) + base : absolute(one, base)]));
}

const sections = [
  'dossier',
  'vendor',
  'software',
  'approvals',
  'chapters',
  'orders',
  'requirements',
  'coreScenarios',
] as const;

function placed(parsed: ParsedManifest): unknown {
  const of = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(of)
      : value && typeof value === 'object' && 'base' in value && 'facts' in value
        ? absolute(value.facts, Number(value.base))
        : [];
  return Object.fromEntries(sections.map((name) => [name, of(parsed[name])]));
}

/** What the parser makes of the text as one document. */
function readWhole(text: string): { readonly facts: unknown; readonly problems: unknown; readonly keys: unknown } {
  const { facts, problems, keys } = readSections(text);
  const merged = Object.fromEntries(
    sections.map((name) => [name, facts.map((each) => each[name]).find((each) => each !== undefined) ?? []]),
  );
  return { facts: merged, problems: structural(problems), keys };
}

/** Problems in one order, without those of the top level, which are found when the file is put together. */
function structural(problems: ParsedManifest['problems']): unknown {
  return problems
    .filter(({ args }) => args['in'] !== 'manifeste' && args['in'] !== 'fragment')
    .map((problem) => JSON.stringify(problem))
    .sort();
}

describe('parseManifest, for any manifest', () => {
  it('reads after an edit what it reads afresh', () => {
    const texts = fc
      .tuple(randomManifest({ faults: 5 }), randomLayout)
      .map(([written, layout]) => write(written, layout));
    fc.assert(
      fc.property(texts, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let now = text;
        let parsed = parseManifest(now);
        for (const one of edits) {
          now = edited(now, one);
          parsed = parseManifest(now, parsed);
          assert.deepEqual(plainManifest(parsed), plainManifest(parseManifest(now)));
          assert.equal(parsed.text, now);
        }
      }),
      { seed, numRuns: 150 },
    );
  });

  it('reads entry by entry what it reads as one document', () => {
    fc.assert(
      fc.property(randomManifest({ faults: 5 }), randomLayout, (written, layout) => {
        const text = write(written, layout);
        const parsed = parseManifest(text);
        const whole = readWhole(text);
        assert.deepEqual(placed(parsed), whole.facts);
        assert.deepEqual(structural(parsed.problems), whole.problems);
        assert.deepEqual(parsed.keys, whole.keys);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('finds nothing wrong with a right one, however it is written', () => {
    fc.assert(
      fc.property(randomManifest({ faults: 0 }), randomLayout, (written: Written, layout) => {
        assert.deepEqual(parseManifest(write(written, layout)).problems, []);
      }),
      { seed, numRuns: 150 },
    );
  });
});
