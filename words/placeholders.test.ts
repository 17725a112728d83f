import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

function* sources(path: string): Generator<string> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const full = join(path, entry.name).replaceAll('\\', '/');
    if (entry.isDirectory()) yield* sources(full);
    else if (/\.ts$/.test(full) && !/\.(test|generated)\.ts$|\.d\.ts$/.test(full)) yield full;
  }
}

/** Without what says of which language a part is: `pieceFr`, `sources.fr`, `frWhy`. */
const ofNoLanguage = (name: string): string => name.replaceAll(/(?:Fr|En)\b|\b(?:fr|en)(?=[A-Z]|\b)/g, '');

/** What a text is given: `{name}`, `{name, number}` and `{name, plural, …}` of our sentences, `${name}` of a template. */
function given(node: ts.Expression): string {
  const names = new Set<string>();
  const visit = (one: ts.Node): void => {
    if (ts.isTemplateSpan(one)) names.add(ofNoLanguage(one.expression.getText().replaceAll(/\s+/g, ' ')));
    if (ts.isStringLiteralLike(one) || ts.isTemplateHead(one) || ts.isTemplateMiddleOrTemplateTail(one))
      // A form of a plural may be a word: `=0 {none}`.
      for (const [, name] of one.text.matchAll(/(?<!(?:=\d+|one|other) )\{(\w+)(?=\}|, (?:number|plural))/g))
        names.add(ofNoLanguage(name ?? ''));
    ts.forEachChild(one, visit);
  };
  visit(node);
  return [...names].sort().join(', ');
}

const isText = (node: ts.Expression): boolean =>
  ts.isStringLiteralLike(node) ||
  (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)) ||
  (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken && isText(node.left));

/** The properties of an object whose keys are all written out; undefined where something else is in it. */
function properties(node: ts.Expression): Map<string, ts.Expression> | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const found = new Map<string, ts.Expression>();
  for (const one of node.properties) {
    if (!ts.isPropertyAssignment(one)) return undefined;
    found.set(one.name.getText().replaceAll(/['"]/g, ''), one.initializer);
  }
  return found;
}

/** Where the two say different things: another key, another argument. */
function* differences(fr: ts.Expression, en: ts.Expression, path: string): Generator<string> {
  if (isText(fr) && isText(en)) {
    const [french, english] = [given(fr), given(en)];
    if (french !== english) yield `${path}: {${french}} in French, {${english}} in English`;
    return;
  }
  const [french, english] = [properties(fr), properties(en)];
  if (!french || !english) return;
  const keys = [[...french.keys()], [...english.keys()]].map((all) => all.sort().join(', '));
  if (keys[0] !== keys[1]) yield `${path}: keys ${keys[0]} in French, ${keys[1]} in English`;
  for (const [key, value] of french) {
    const other = english.get(key);
    if (other) yield* differences(value, other, `${path} ${key}`);
  }
}

/** The pairs of a file: properties `fr` and `en` of one object, and constants of these names. */
function* pairsOf(file: ts.SourceFile): Generator<readonly [fr: ts.Expression, en: ts.Expression]> {
  const constants = new Map<string, ts.Expression>();
  const waiting: ts.Node[] = [file];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isObjectLiteralExpression(node)) {
      const of = (name: string) =>
        node.properties.flatMap((one) =>
          ts.isPropertyAssignment(one) && one.name.getText() === name ? [one.initializer] : [],
        )[0];
      const [fr, en] = [of('fr'), of('en')];
      if (fr && en) yield [fr, en];
    }
    if (ts.isVariableDeclaration(node) && node.initializer) constants.set(node.name.getText(), node.initializer);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  for (const [french, english] of [
    ['fr', 'en'],
    ['french', 'english'],
  ] as const) {
    const [fr, en] = [constants.get(french), constants.get(english)];
    if (fr && en) yield [fr, en];
  }
}

function faultsOf(path: string, text: string): { readonly pairs: number; readonly faults: readonly string[] } {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const pairs = [...pairsOf(file)];
  const faults = pairs.flatMap(([fr, en]) => [
    ...differences(fr, en, `${path}:${file.getLineAndCharacterOfPosition(fr.getStart()).line + 1}`),
  ]);
  return { pairs: pairs.length, faults };
}

describe('what sentences are given', function () {
  this.timeout(120_000);

  it('is the same in both languages', () => {
    let pairs = 0;
    const faults = ['client', 'server', 'words', 'protocol'].flatMap((place) =>
      [...sources(place)].flatMap((path) => {
        const text = readFileSync(path, 'utf8');
        if (!/\ben\b/.test(text)) return [];
        const found = faultsOf(path, text);
        pairs += found.pairs;
        return found.faults;
      }),
    );
    assert.deepEqual(faults, []);
    assert.ok(pairs > 1000, `${pairs} pairs were seen`);
  });

  it('is the same in the words of the manifest of the extension', () => {
    const [fr, en] = ['package.nls.fr.json', 'package.nls.json'].map(
      (path) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>,
    );
    assert.ok(fr && en);
    assert.deepEqual(Object.keys(fr).sort(), Object.keys(en).sort());
    // Commands and settings that a text leads to.
    const leads = (text: string) => [...text.matchAll(/command:[\w.]+|#segurPreuves[\w.]*#/g)].map(String).sort();
    for (const [key, text] of Object.entries(fr)) assert.deepEqual(leads(text), leads(en[key] ?? ''), key);
  });

  it('is found where it is not', () => {
    const found = (text: string) => faultsOf('a.ts', text).faults.length;
    assert.equal(found("const a = { fr: '{count, plural, one {# preuve} other {# preuves}}', en: '{n} proofs' };"), 1);
    assert.equal(found("const fr = { a: '{x} là' }; const en = { a: '{x} here', b: 'c' };"), 1);
    assert.equal(found('const a = { fr: `le ${day}`, en: `on ${date}` };'), 1);
    assert.equal(found("const a = { fr: { b: { c: '{x}' } }, en: { b: { c: 'x' } } };"), 1);
    assert.equal(found("const a = { fr: '{x} et {y, number}', en: '{y, number} and {x}' };"), 0);
  });
});
