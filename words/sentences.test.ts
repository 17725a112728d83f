import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that users read is written in these. */
const places = [
  'client',
  'server',
  'words',
  'docs',
  'schemas',
  'package.json',
  'package.nls.json',
  'package.nls.fr.json',
  'README.md',
  'README.fr.md',
];

function* filesUnder(path: string): Generator<string> {
  if (/\.(ts|json|md)$/.test(path)) {
    if (!/\.(test|generated)\.|\.d\.ts$/.test(path)) yield path;
    return;
  }
  if (!statSync(path).isDirectory()) return;
  for (const entry of readdirSync(path)) yield* filesUnder(join(path, entry));
}

/** « fichier(s) », “entry(ies)”, « retiré(e)s », « manque(nt) »: a noun or verb whose number is left to the reader. */
const undecided = /\p{L}\((?:s|x|e?s|es|ies|nt|ent)\)/gu;

describe('sentences', () => {
  it('choose singular or plural: none leaves “(s)” to the reader', () => {
    const found = places.flatMap((place) =>
      [...filesUnder(place)].flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .flatMap((line, index) => {
            // In code, a call such as `read(s)` is no word: what users read stands between quotes.
            const texts = path.endsWith('.ts') ? (line.match(/'(?:[^'\\]|\\.)*'|`[^`]*`?/g) ?? []) : [line];
            return texts.some((text) => (text.replace(/\$\{[^}]*\}/g, '').match(undecided) ?? []).length > 0)
              ? [`${path}:${index + 1}  ${line.trim()}`]
              : [];
          }),
      ),
    );
    assert.deepEqual(found, []);
  });

  it('have every plural form closed, and one for all other numbers', () => {
    const faults = ['client', 'server'].flatMap((place) =>
      [...filesUnder(place)]
        .filter((path) => path.endsWith('.ts'))
        .flatMap((path) =>
          [...readFileSync(path, 'utf8').matchAll(/\{(\w+), plural,/g)].flatMap(({ index }) => {
            const text = readFileSync(path, 'utf8').slice(index);
            const whole = /^\{\w+, plural,(?: (?:one|other|=\d+) \{(?:[^{}]|\{\w+(?:, number)?\})*\})+\}/.exec(
              text,
            )?.[0];
            return whole?.includes(' other {') === true ? [] : [`${path}: ${text.slice(0, 120)}`];
          }),
        ),
    );
    assert.deepEqual(faults, []);
  });
});
