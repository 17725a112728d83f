// docs/architecture.svg: the floors of server/core as its imports are, so that the picture is never older than the code.
// Fails on an import that runs up, on a folder without a floor, and on modules that load each other in a circle.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { coreFloors } from '../core-floors.mjs';

const core = fileURLToPath(new URL('../../server/core/', import.meta.url));
/** What core stands on: pure, and the client's too. */
const words = fileURLToPath(new URL('../../words/', import.meta.url));
const output = 'docs/architecture.svg';

/** @returns path (relative to the repository) → content. */
export async function outputs() {
  const modules = readModules();
  const folders = foldersOf(modules);
  refuseUpward(folders);
  refuseCircles(modules);
  return new Map([[output, drawing(folders)]]);
}

/** @returns {Map<string, { type: string[], value: string[] }>} module → what it imports, both as paths within core, without extension */
function readModules() {
  const modules = new Map();
  for (const entry of fs.readdirSync(core, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || /\.(test|d)\.ts$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    modules.set(nameOf(file).replace(/\.ts$/, ''), importsOf(file));
  }
  return modules;
}

function importsOf(file) {
  const found = { type: [], value: [] };
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const target = statement.moduleSpecifier?.text;
    if (!target?.startsWith('.')) continue;
    const reached = path.resolve(path.dirname(file), target);
    if (reached.startsWith(words)) continue;
    const isType = statement.isTypeOnly || statement.importClause?.isTypeOnly === true;
    found[isType ? 'type' : 'value'].push(nameOf(reached));
  }
  return found;
}

function nameOf(file) {
  return path.relative(core, file).split(path.sep).join('/');
}

/** @returns {Map<string, { modules: number, imports: Set<string> }>} */
function foldersOf(modules) {
  const folders = new Map(coreFloors.flat().map((name) => [name, { modules: 0, imports: new Set() }]));
  for (const [module, { type, value }] of modules) {
    const [folder] = module.split('/');
    const known = folders.get(folder);
    if (!known) throw new Error(`server/core/${folder} has no floor: scripts/core-floors.mjs.`);
    known.modules += 1;
    for (const target of [...type, ...value]) {
      const [to] = target.split('/');
      if (to !== folder) known.imports.add(to);
    }
  }
  return folders;
}

function refuseUpward(folders) {
  const floorOf = new Map(coreFloors.flatMap((names, floor) => names.map((name) => [name, floor])));
  for (const [folder, { imports }] of folders)
    for (const to of imports)
      if (!(floorOf.get(to) < floorOf.get(folder)))
        throw new Error(`server/core/${folder} imports ${to}, which is not below it.`);
}

/** Modules of which each loads the next and the last the first: which one runs first would depend on who asks. */
function refuseCircles(modules) {
  const done = new Set();
  const visit = (module, way) => {
    if (way.includes(module))
      throw new Error(`Imports run in a circle: ${[...way.slice(way.indexOf(module)), module].join(' → ')}`);
    if (done.has(module) || !modules.has(module)) return;
    for (const target of modules.get(module).value) visit(target, [...way, module]);
    done.add(module);
  };
  for (const module of modules.keys()) visit(module, []);
}

const width = 1180;
const rowHeight = 58;
const margin = 16;

function drawing(folders) {
  const rows = [...coreFloors].reverse();
  const height = margin * 2 + 28 + rows.length * rowHeight;
  const body = rows.map((names, row) => {
    const top = margin + 28 + row * rowHeight;
    const boxWidth = (width - margin * 2 - (names.length - 1) * 10) / names.length;
    return names
      .map((name, column) => boxOf(name, folders.get(name), margin + column * (boxWidth + 10), top, boxWidth))
      .join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t" font-family="system-ui, sans-serif">
<title id="t">server/core in floors: each folder imports only folders further down</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${margin}" y="${margin + 10}" font-size="14" fill="#161616">server/core, from what is asked for (above) to what everything rests on (below)</text>
${body.join('\n')}
</svg>
`;
}

function boxOf(name, { modules, imports }, x, y, boxWidth) {
  const order = coreFloors.flat();
  const below = [...imports].sort((a, b) => order.indexOf(b) - order.indexOf(a)).join(' ');
  return `<g><rect x="${x}" y="${y}" width="${round(boxWidth)}" height="${rowHeight - 10}" rx="4" fill="#f5f5fe" stroke="#000091"/>
<text x="${round(x + 10)}" y="${y + 20}" font-size="15" font-weight="600" fill="#000091">${name} <tspan font-size="11" font-weight="400" fill="#3a3a3a">${modules} modules</tspan></text>
<text x="${round(x + 10)}" y="${y + 38}" font-size="11" fill="#3a3a3a">${below === '' ? 'imports nothing' : `↓ ${below}`}</text></g>`;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
