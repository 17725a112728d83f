import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parseDocument } from 'yaml';

/** Digest of each file under a folder, by its path; folders end in `/`. Random parts of names are taken out. */
export function snapshot(folder: string, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(join(folder, path))) {
    const own = path === '' ? name : `${path}/${name}`;
    const full = join(folder, own);
    if (statSync(full).isDirectory()) {
      found.set(`${own}/`, 'folder');
      for (const [inner, digest] of snapshot(folder, own)) found.set(inner, digest);
    } else {
      const shown = own.replace(/^discussions\/(.*)-[0-9a-f]{8}\.yaml$/, 'discussions/$1.yaml');
      found.set(shown, createHash('sha256').update(readFileSync(full)).digest('hex'));
    }
  }
  return found;
}

/**
 * Files that a failure must not leave: neither as before nor as after, nor whole. What could not be read is left out of a
 * draft, a report or a fix, which then says so: such a file is another one than without the failure, and whole.
 */
export function strays(
  folder: string,
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const names = new Set([...now.keys(), ...before.keys()]);
  return [...names].filter((name) => {
    const digest = now.get(name);
    if (digest === before.get(name) || digest === after.get(name)) return false;
    return digest === undefined || !after.has(name) || !isWhole(name, join(folder, name));
  });
}

/** Whether a file ends as it should. */
function isWhole(name: string, path: string): boolean {
  const bytes = readFileSync(path);
  if (/\.(?:zip|xlsx)$/.test(name)) return Object.keys(unzipSync(bytes)).length > 0;
  if (name.endsWith('.json')) return typeof JSON.parse(bytes.toString('utf8')) === 'object';
  if (name.endsWith('.pdf')) return bytes.subarray(-7).toString('latin1').includes('%%EOF');
  if (/\.(?:csv|md)$/.test(name)) return bytes.at(-1) === 0x0a;
  return name.endsWith('.yaml') && parseDocument(bytes.toString('utf8')).errors.length === 0;
}
