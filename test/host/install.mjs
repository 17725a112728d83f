// Puts VS Code's own server and web workbench, as packed in the npm package `code-server`, into .vscode-test/web-<version>/.
// Only the npm registry is needed: no compiler, no Python, no system header, and no install script runs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, npmFailure } from '../../scripts/npm.mjs';
import { Missing } from './missing.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const root = dirname(dirname(here));
const store = join(root, '.vscode-test');
const known = JSON.parse(readFileSync(join(here, 'versions.json'), 'utf8'));
const windows = process.platform === 'win32';

/** The VS Code versions that the suite runs on, the oldest supported one first. */
export const versions = Object.keys(known.versions);
export const newest = versions.at(-1);

const registryHelp = 'check that the npm registry can be reached (npm config get registry), then run this again';

function quietNpm(what, args, cwd) {
  const env = { ...process.env };
  for (const name of ['audit', 'fund']) env[`npm_config_${name}`] = 'false';
  Object.assign(env, {
    npm_config_loglevel: 'error',
    npm_config_ignore_scripts: 'true',
    npm_config_engine_strict: 'false',
    npm_config_prefer_offline: 'true',
    npm_config_fetch_retries: '2',
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '5000',
  });
  try {
    return npm(args, { cwd, env });
  } catch (error) {
    throw new Missing(`${what} (npm: ${npmFailure(error)})`, registryHelp);
  }
}

/** Fetches the tarball of one npm package, checks it against versions.json and unpacks its folder `from` into `to`. */
function unpack(spec, from, to) {
  const expected = known.integrity[spec];
  if (expected === undefined) throw new Missing(`a checksum for ${spec} in test/host/versions.json`, 'add it there');
  const temporary = mkdtempSync(join(store, 'pack-'));
  try {
    quietNpm(`the npm package ${spec}`, ['pack', spec, '--pack-destination', temporary], temporary);
    const tarball = join(
      temporary,
      readdirSync(temporary).find((name) => name.endsWith('.tgz')),
    );
    const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
    if (found !== expected) throw new Error(`${spec}: its checksum is ${found}, expected ${expected}`);
    mkdirSync(to, { recursive: true });
    const depth = from.split('/').length;
    execFileSync('tar', ['-xzf', tarball, '-C', to, `--strip-components=${depth}`, from]);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Builds a folder beside its place and renames it: a broken off or simultaneous run never leaves half a folder. */
function buildFolder(folder, build) {
  if (existsSync(folder)) return;
  const part = mkdtempSync(`${folder}.part-`);
  try {
    build(part);
    renameSync(part, folder);
  } catch (error) {
    // Another run was faster.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Node new enough for this VS Code: the running one, or the one inside the npm package node-<platform>-<arch>. */
function ensureNode(version, { minNode, npmNode }) {
  if (Number(process.versions.node.split('.')[0]) >= minNode) return process.execPath;
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const spec = `${name}@${npmNode}`;
  if (known.integrity[spec] === undefined) {
    throw new Missing(
      `Node ${minNode} (VS Code ${version} needs it, this is ${process.versions.node})`,
      'run this with a newer Node',
    );
  }
  const folder = join(store, `node-${npmNode}`);
  const binary = windows ? 'node.exe' : 'node';
  buildFolder(folder, (part) => {
    unpack(spec, 'package/bin', part);
    if (!windows) chmodSync(join(part, binary), 0o755);
  });
  return join(folder, binary);
}

function installServer(part, { codeServer, drop = [], ripgrep, replace = {} }) {
  unpack(`code-server@${codeServer}`, 'package/lib/vscode', part);
  // Big dependencies that only the assistant features of the editor use.
  const file = join(part, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  for (const name of drop) delete manifest.dependencies[name];
  writeFileSync(file, JSON.stringify(manifest, null, 2));
  // `npm ci` refuses this package (its shrinkwrap misses a peer dependency); `npm install` uses the same pinned shrinkwrap.
  quietNpm(
    `the dependencies of code-server@${codeServer}`,
    ['install', '--omit=dev', '--ignore-scripts', '--no-save'],
    part,
  );
  const modules = join(part, 'node_modules');
  // ripgrep's install script would download; this package carries the binary, which findFiles and Search need.
  if (ripgrep !== undefined) {
    const bin = join(modules, '@vscode/ripgrep/bin');
    unpack(`@vscode/ripgrep-${process.platform}-${process.arch}@${ripgrep}`, 'package/bin', bin);
    if (!windows) chmodSync(join(bin, 'rg'), 0o755);
  }
  // A newer release of the same package that ships a prebuilt binary, for terminals.
  for (const [name, release] of Object.entries(replace)) {
    rmSync(join(modules, name), { recursive: true, force: true });
    unpack(`${name}@${release}`, 'package', join(modules, name));
  }
  // Native modules that would have to be compiled. Without spdlog every log and output channel stays empty.
  copyFileSync(join(here, 'shims/spdlog.js'), join(modules, '@vscode/spdlog/index.js'));
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    if (existsSync(join(modules, name))) copyFileSync(join(here, 'shims/watchdog.js'), join(modules, name, 'index.js'));
  }
}

/** Where a version goes. The name changes with the recipe: what an older one made is not used again. */
function folderOf(version) {
  const recipe = createHash('sha256').update(JSON.stringify(known.versions[version]));
  for (const file of ['install.mjs', 'shims/spdlog.js', 'shims/watchdog.js'])
    recipe.update(readFileSync(join(here, file)));
  return join(store, `web-${version}-${recipe.digest('hex').slice(0, 8)}`);
}

/** Whether a version is there without a download. */
export const isInstalled = (version) => existsSync(folderOf(version));

/**
 * Installs a version on first use (some seconds, 300 to 500 MB).
 * @param {string} version one of `versions`
 * @returns {{ version: string, dir: string, node: string }} where the server is, and the Node to run it on
 * @throws {Missing} when a package cannot be had
 */
export function ensureHost(version) {
  const recipe = known.versions[version];
  if (recipe === undefined) {
    throw new Missing(`VS Code ${version} in test/host/versions.json`, `use one of ${versions.join(', ')}`);
  }
  mkdirSync(store, { recursive: true });
  const dir = folderOf(version);
  const started = performance.now();
  const first = !existsSync(dir);
  if (first)
    console.log(`Installing VS Code ${version} (npm package code-server@${recipe.codeServer}) into .vscode-test/ …`);
  const node = ensureNode(version, recipe);
  buildFolder(dir, (part) => installServer(part, recipe));
  if (first) console.log(`… done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { version, dir, node };
}
