import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Four words after each other, all but the first in small letters: a sentence, and no name of a thing. */
const prose = /\p{L}[\p{Ll}’'-]*(?:[ \u00a0\u202f]+\p{Ll}[\p{Ll}’'-]*){3}/u;

/** Files whose sentences have one language on purpose. */
const oneLanguage = new Map([
  ['server/host/attestation/statement.ts', 'a French act'],
  ['server/host/attestation/statement-subject.ts', 'a French act'],
  ['server/core/submission/index-page.ts', 'filed with a French authority'],
  ['server/core/submission/package-content.ts', 'filed with a French authority'],
  ['server/core/submission/plan.ts', 'a folder of what is filed'],
  ['server/core/uploads/upload-log.ts', 'a comment of a French file'],
  ['server/core/manifest/manifest-shape.ts', 'the French name of a kind of entry'],
  ['server/core/catalogue/optional-words.ts', 'words that are looked for'],
  ['server/core/workbook/guess-evidence-types.ts', 'words that are looked for'],
  ['server/core/text/bounded-yaml.ts', 'an error that is caught'],
  ['server/host/archive/zip-reader.ts', 'an error that is caught'],
]);

function* sources(path: string): Generator<string> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const full = join(path, entry.name).replaceAll('\\', '/');
    if (entry.isDirectory()) yield* sources(full);
    else if (/\.ts$/.test(full) && !/\.(test|generated)\.ts$|\.d\.ts$|\/testing\//.test(full)) yield full;
  }
}

/** Sentences of a file that stand in no pair of languages, unless only those who mend the product read them. */
function* unlocalised(path: string, source: string): Generator<string> {
  // Most files need not be read as a tree for that.
  const mayHold = source.split('\n').some((line) => !/^\s*(?:\*|\/[/*]|fr:|en:)/.test(line) && prose.test(line));
  if (!mayHold) return;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const waiting: ts.Node[] = [file];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const text = textOf(node);
    if (text !== undefined && prose.test(text) && !isPaired(node))
      yield `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.slice(0, 80)}`;
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : undefined;
}

/** Whether a text is said in one language beside the other, or in an error or a journal, which are in English. */
function isPaired(node: ts.Node): boolean {
  for (let up = node.parent; !ts.isSourceFile(up); up = up.parent) {
    if (ts.isThrowStatement(up)) return true;
    if (ts.isNewExpression(up) && /Error$/.test(up.expression.getText())) return true;
    if (ts.isPropertyAssignment(up) && /^(?:fr|en|avoid|prefer)$/.test(up.name.getText())) return true;
    if (ts.isVariableDeclaration(up) && /^(?:fr|en|french|english)$/.test(up.name.getText())) return true;
    if (ts.isConditionalExpression(up) && /locale|\bfr\b/i.test(up.condition.getText())) return true;
    if (
      ts.isCallExpression(up) &&
      (/\blog\.\w+$/.test(up.expression.getText()) || up.arguments.filter(isWritten).length > 1)
    )
      return true;
    if (ts.isArrayLiteralExpression(up) && up.elements.filter(isWritten).length > 1) return true;
    // A list of names.
    if (ts.isPropertyAccessExpression(up) && up.name.text === 'split') return true;
  }
  return false;
}

const isWritten = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

describe('texts', function () {
  this.timeout(120_000);

  it('that users read have both languages', () => {
    const inOne = new Set<string>();
    const found = ['client', 'server', 'words'].flatMap((place) =>
      [...sources(place)].flatMap((path) => {
        const texts = [...unlocalised(path, readFileSync(path, 'utf8'))];
        if (!oneLanguage.has(path)) return texts;
        if (texts.length > 0) inOne.add(path);
        return [];
      }),
    );
    assert.deepEqual(found, []);
    assert.deepEqual([...oneLanguage.keys()].sort(), [...inOne].sort(), 'none is excused without need');
  });

  it('that have one language are found', () => {
    const found = (text: string) => [...unlocalised('a.ts', text)].length;
    for (const text of [
      "show('Nothing was found in this folder.');",
      'button.title = `Les pièces de ${name}, qui ne sont pas là`;',
      'const page = html`<p>Choisissez un dossier de preuves</p>`;',
    ])
      assert.equal(found(text), 1, text);
    for (const text of [
      "const words = { fr: 'Choisissez un dossier de preuves', en: 'Choose a dossier of evidence' };",
      "problem(at, 'ce fichier ne se lit pas', 'this file cannot be read');",
      "throw new Error('this should never have been');",
      "log.warn('the settings did not arrive');",
      "const kinds = 'manifest catalogue';",
    ])
      assert.equal(found(text), 0, text);
  });
});
