// Makes a fresh clone usable: imported before anything that comes from node_modules, so it knows Node's built-ins only.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, npmFailure } from './npm.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

function stop(message) {
  console.error(message);
  process.exit(1);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** npm writes what it installed beside the packages; optional packages are absent from it where they do not fit the machine. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (installed === undefined) return false;
  return Object.entries(wanted ?? {}).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === '' || optional || devOptional) return true;
    const found = installed[path];
    return found !== undefined && found.version === version && found.integrity === integrity;
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  stop(
    `Node ${oldestNode.join('.')} ou plus récent est nécessaire, celui-ci est ${process.versions.node} : https://nodejs.org\n` +
      `Node ${oldestNode.join('.')} or newer is needed, this is ${process.versions.node}: https://nodejs.org`,
  );
}

function install() {
  console.log('Installation des dépendances (npm ci), une fois… / Installing the dependencies (npm ci), once…');
  try {
    // No install script is needed: esbuild's binary comes in a package of its own.
    npm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  } catch (error) {
    stop(
      `npm ci a échoué : ${npmFailure(error)}\nIl faut joindre le registre npm (npm config get registry), puis relancer.\n` +
        `npm ci failed. Check that the npm registry can be reached (npm config get registry), then run this again.`,
    );
  }
}

checkNode();
if (!isInstalled()) install();
