// `npm run package`: builds and packs out/segur-preuves-<version>.vsix. Needs no network: dependencies are in the bundles.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './bootstrap.mjs';
import { packingEnvironment } from './release/packing-environment.mjs';
import { samePermissions } from './release/zip-entries.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Where the package is written, and the folder VS Code unpacks it to. */
export const vsix = {
  file: join(root, 'out', `${manifest.name}-${manifest.version}.vsix`),
  id: `${manifest.publisher}.${manifest.name}-${manifest.version}`,
};

/** Builds dist/. Returns true when that worked; esbuild has said what did not. */
export function build(...args) {
  return (
    spawnSync(process.execPath, ['esbuild.js', ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
      .status === 0
  );
}

/**
 * Packs dist/ as it is: the same bytes from the same files. Returns true when that worked
 * and vsce had nothing to warn of; what it said has been printed otherwise.
 */
export function packageVsix(file = vsix.file) {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--out', file],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: packingEnvironment(),
    },
  );
  if (status !== 0) {
    console.error(`${stdout}${stderr}`);
    return false;
  }
  const warnings = `${stdout}${stderr}`.split('\n').filter((line) => /\bWARNING\b/.test(line));
  for (const warning of warnings) console.error(warning);
  const archive = readFileSync(file);
  samePermissions(archive);
  writeFileSync(file, archive);
  return warnings.length === 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (build() && packageVsix()) console.log(vsix.file);
  else process.exitCode = 1;
}
