// node scripts/generate.mjs [--check]: makes every generated file, or lists those that differ and exits with 1.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as catalogues from './generate-catalogues.mjs';
import * as validators from './generate-validators.mjs';
import * as checkSchema from './generators/check-schema.mjs';
import * as commandPage from './generators/command-page.mjs';
import * as configurationSchema from './generators/configuration-schema.mjs';
import * as coreFloors from './generators/core-floors-drawing.mjs';
import * as factsSchema from './generators/facts-schema.mjs';
import * as manifestSchema from './generators/manifest-schema.mjs';
import * as parcours from './generators/parcours.mjs';
import * as regimes from './generators/regimes.mjs';
import * as rulePages from './generators/rule-pages.mjs';
import * as seededFaults from './generators/seeded-faults.mjs';
import * as whatLeaves from './generators/what-leaves.mjs';
import { takeAsGenerated } from './import-typescript.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Each gives `outputs()`: path (relative to the repository, with `/`) → content, whole files only: a part of a file, such as the
 * settings in package.json, is put into the file as it is now. `owns` says where files that no generator gives are stale.
 * In this order: first those that give the code that others run.
 * @type {readonly { outputs: () => Promise<Map<string, string>>, owns?: { folder: string, suffix: string } }[]}
 */
const generators = [
  catalogues,
  parcours,
  regimes,
  validators,
  coreFloors,
  manifestSchema,
  configurationSchema,
  factsSchema,
  checkSchema,
  commandPage,
  rulePages,
  seededFaults,
  whatLeaves,
];

async function generated() {
  const files = new Map();
  for (const { outputs } of generators) {
    for (const [file, content] of await outputs()) {
      if (files.has(file)) throw new Error(`Two generators make ${file}.`);
      files.set(file, content);
      takeAsGenerated(file, content);
    }
  }
  return files;
}

function read(file) {
  try {
    return fs.readFileSync(path.join(root, file), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Files in generators' own folders that none of them gives any more. */
function stale(files) {
  return generators.flatMap(({ owns }) => {
    if (!owns || !fs.existsSync(path.join(root, owns.folder))) return [];
    return fs
      .readdirSync(path.join(root, owns.folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(owns.suffix))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .filter((file) => !files.has(file));
  });
}

/** A reader sees the former file or the new one, never half of it. */
function write(file, content) {
  const target = path.join(root, file);
  const temporary = `${target}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  try {
    fs.writeFileSync(temporary, content);
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

const files = await generated();
const changed = [...files].filter(([file, content]) => read(file) !== content).map(([file]) => file);
const removed = stale(files);

if (process.argv.includes('--check')) {
  for (const file of changed) console.error(`${file} is not what its sources give.`);
  for (const file of removed) console.error(`${file} has no source any more.`);
  if (changed.length + removed.length > 0) {
    console.error('Run `npm run generate` and commit what it changes.');
    process.exitCode = 1;
  }
} else {
  for (const file of changed) write(file, files.get(file));
  for (const file of removed) fs.rmSync(path.join(root, file));
  for (const file of [...changed, ...removed]) console.log(file);
}
