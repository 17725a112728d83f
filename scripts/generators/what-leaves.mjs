// The tables of docs/depot.md that say which keys of a manifest leave in a package, and why, from the description of the format.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { importTypeScript } from '../import-typescript.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const output = 'docs/depot.md';

const heads = {
  fr: ['Où', 'Part', 'Pourquoi', 'Reste'],
  en: ['Where', 'Leaves', 'Why', 'Stays'],
};

/** @returns path (relative to the repository) → content. */
export async function outputs() {
  const { mainShape } = await importTypeScript('server/core/manifest/manifest-shape.ts');
  const rows = rowsOf(mainShape);
  let page = fs.readFileSync(path.join(root, output), 'utf8');
  for (const language of ['fr', 'en']) page = withTable(page, language, tableOf(rows, language));
  const options = await prettier.resolveConfig(path.join(root, output));
  return new Map([[output, await prettier.format(page, { ...options, parser: 'markdown' })]]);
}

/** One row for each mapping that leaves, in the order of the format. */
function rowsOf(shape, where = '', why = undefined, seen = new Set()) {
  if (seen.has(shape)) return [];
  seen.add(shape);
  const entries = Object.entries(shape.keys);
  const leaving = entries.filter(([, { leaves }]) => leaves !== undefined);
  const reasonOf = ({ leaves }) => (leaves === true ? why : leaves);
  const own = leaving.filter(([, key]) => innerMap(key.shape) === undefined);
  const staying = entries.filter(([, { leaves }]) => leaves === undefined).map(([name]) => name);
  const row = { where, why: why ?? reasonOf(own[0]?.[1] ?? {}), leaving: own.map(([name]) => name), staying };
  const nested = leaving.flatMap(([name, key]) => {
    const inner = innerMap(key.shape);
    const prefix = where === '' ? name : `${where}.${name}`;
    return inner ? rowsOf(inner.map, `${prefix}${inner.steps}`, reasonOf(key), seen) : [];
  });
  return row.leaving.length + row.staying.length === 0 ? nested : [row, ...nested];
}

/** The mapping that a value is made of, and the steps down to it; undefined for scalars. */
function innerMap(shape, steps = '') {
  switch (shape.kind) {
    case 'map':
      return { map: shape, steps };
    case 'dict':
      return innerMap(shape.value, `${steps}.<id>`);
    case 'list':
      return innerMap(shape.item, `${steps}[]`);
    default:
      return undefined;
  }
}

function tableOf(rows, language) {
  const list = (names) => names.map((name) => `\`${name}\``).join(', ');
  const top = { fr: '(premier niveau)', en: '(top level)' }[language];
  const cells = rows.map(({ where, why, leaving, staying }) => [
    where === '' ? top : `\`${where}\``,
    list(leaving),
    why?.[language] ?? '',
    list(staying),
  ]);
  return [heads[language], heads[language].map(() => '---'), ...cells]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function withTable(page, language, table) {
  const [start, end] = [`<!-- ce-qui-part:${language} -->`, `<!-- /ce-qui-part:${language} -->`];
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${output} has no place for the table: ${start} … ${end}`);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}
