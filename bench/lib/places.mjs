import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const bench = path.join(repository, 'bench');
/** Everything that the bench makes; never committed. */
export const work = path.join(bench, '.work');

export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
