// Checks that the built site finds every rule and every command: each is a title in its search index.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const assets = path.join(root, 'out/site/assets/chunks');
const index = fs
  .readdirSync(assets)
  .filter((name) => name.startsWith('@localSearchIndex'))
  .map((name) => fs.readFileSync(path.join(assets, name), 'utf8'))
  .join('\n');

const rules = fs
  .readdirSync(path.join(root, 'docs/rules'), { recursive: true })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.includes('/') && name.endsWith('.md'))
  .map((name) => name.slice(0, -3));
const commands = [...fs.readFileSync(path.join(root, 'docs/commandes.md'), 'utf8').matchAll(/^## `([\w-]+)`/gm)].map(
  ([, name]) => name,
);
if (index === '' || rules.length === 0 || commands.length === 0)
  throw new Error('The site, or what it is made of, is not there.');
const missing = [...rules, ...new Set(commands)].filter(
  (name) => !index.includes(`"${name}"`) && !index.includes(`"title":"${name}`),
);
if (missing.length > 0) throw new Error(`Not found by the search: ${missing.join(', ')}`);
console.log(`${rules.length} rules and ${new Set(commands).size} commands are found by the search.`);
