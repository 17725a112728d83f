import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { pseudo } from './pseudo-text.mjs';

/** Whether a node stands in what is said in English beside what is said in French. */
function isEnglish(node) {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    const up = at.parent;
    if (ts.isPropertyAssignment(up) && up.initializer === at) {
      const name = up.name.getText();
      if (name === 'en' && ts.isObjectLiteralExpression(up.parent))
        return up.parent.properties.some((one) => one.name?.getText() === 'fr');
      if (name === 'fr') return false;
    }
    if (ts.isConditionalExpression(up) && /\blocale === 'fr'|^(?:is)?fr$/i.test(up.condition.getText())) {
      if (up.whenFalse === at) return true;
      if (up.whenTrue === at) return false;
    }
    if (ts.isConditionalExpression(up) && /\blocale === 'en'|^en$/.test(up.condition.getText())) {
      if (up.whenTrue === at) return true;
      if (up.whenFalse === at) return false;
    }
    if (ts.isVariableDeclaration(up) && up.initializer === at && /^(?:en|english)$/.test(up.name.getText()))
      return true;
  }
  return false;
}

/** By the name of a function of the file: which of its arguments is in English, as its parameter `en` says. */
function englishArguments(file) {
  const places = new Map();
  const visit = (node) => {
    const at = node.parameters?.findIndex((one) => one.name.getText() === 'en') ?? -1;
    const name = node.name ?? (node.parent && ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
    if (at >= 0 && name) places.set(name.getText(), at);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return places;
}

/** Whether a text chooses something, and is not shown. */
function isKey(node) {
  if (/^['"](?:fr|en)['"]$/.test(node.getText())) return true;
  const { parent } = node;
  return (
    ts.isElementAccessExpression(parent) ||
    ts.isCaseClause(parent) ||
    ts.isLiteralTypeNode(parent) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.getText().endsWith('==')) ||
    parent.name?.kind === ts.SyntaxKind.StringLiteral
  );
}

/** @returns the source with pseudo-English in place of its English. */
export function pseudoSource(path, source) {
  if (!/\ben\b|english|locale|\bfr\b/i.test(source)) return source;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const isAll = /\/client\/messages-en\.ts$/.test(path);
  const places = englishArguments(file);
  const isArgument = (node) => {
    for (let at = node; !ts.isSourceFile(at); at = at.parent)
      if (ts.isCallExpression(at.parent) && places.has(at.parent.expression.getText().split('.').at(-1)))
        return at.parent.arguments.indexOf(at) === places.get(at.parent.expression.getText().split('.').at(-1));
    return false;
  };
  const changes = [];
  const visit = (node) => {
    const isText =
      ts.isStringLiteralLike(node) ||
      node.kind === ts.SyntaxKind.TemplateHead ||
      node.kind === ts.SyntaxKind.TemplateMiddle ||
      node.kind === ts.SyntaxKind.TemplateTail;
    if (
      isText &&
      !isKey(node) &&
      (isAll ? !ts.isImportDeclaration(node.parent) : isEnglish(node) || isArgument(node))
    ) {
      const [start, end] = [node.getStart(), node.getEnd()];
      changes.push([start + 1, end - 1, pseudo(source.slice(start + 1, end - 1))]);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let result = source;
  for (const [start, end, text] of changes.sort((a, b) => b[0] - a[0]))
    result = result.slice(0, start) + text + result.slice(end);
  return result;
}

/** For esbuild. */
export const saysPseudo = {
  name: 'says-pseudo',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      return { contents: pseudoSource(path.replaceAll('\\', '/'), await readFile(path, 'utf8')), loader: 'ts' };
    });
  },
};
