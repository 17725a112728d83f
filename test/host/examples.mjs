import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';
import { Missing } from './missing.mjs';

/** The example that is opened alone: among the others it would be one more dossier to choose from, of another trade. */
const openedAlone = 'drimbox';

/**
 * Copies examples/ to a temporary folder to open as a workspace: nothing that is done there changes the repository.
 * @param {string} [only] one of them
 * @returns {{ folder: string, forget: () => void }} the copy, and what deletes it
 */
export function copyExamples(only) {
  const from = join(root, 'examples', only ?? '');
  if (!existsSync(from)) throw new Missing('the folder examples/ of the repository', 'git checkout -- examples');
  const parent = mkdtempSync(join(tmpdir(), 'segur-preuves-examples-'));
  // The editor shows the name of the folder.
  const folder = join(parent, only ?? 'exemples');
  cpSync(from, folder, { recursive: true, filter: (path) => only !== undefined || path !== join(from, openedAlone) });
  return { folder, forget: () => rmSync(parent, { recursive: true, force: true }) };
}

/** A folder that holds nothing, to open as a workspace. */
export function emptyFolder() {
  const parent = mkdtempSync(join(tmpdir(), 'segur-preuves-vide-'));
  const folder = join(parent, 'cabinet');
  mkdirSync(folder);
  return { folder, forget: () => rmSync(parent, { recursive: true, force: true }) };
}

/** The main manifests (those with a `dossier:` block; fragments have none) under a folder, relative, the shallowest first. */
export function mainManifests(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => /\.preuves\.ya?ml$/.test(file) && /^dossier:/m.test(readFileSync(join(folder, file), 'utf8')))
    .map((file) => file.replaceAll('\\', '/'))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
}
