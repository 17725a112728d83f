// The npm package: command line and language server, out of dist/ as it was built.
//
// The manifest at the root is that of the extension: `main` needs the editor, its dependencies are in the bundles, and
// `private` keeps a stray `npm publish` from sending the whole repository. The one of the npm package is made from it, so that
// name, version, licence and Node are written once, and lists its files one by one: what is not named cannot leave.
import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { npm } from '../npm.mjs';
import { packingEnvironment } from './packing-environment.mjs';
import { buildFacts } from './shipped.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

export const npmPackage = {
  name: manifest.name,
  version: manifest.version,
  folder: join(root, 'out/npm'),
  file: join(root, 'out', `${manifest.name}-${manifest.version}.tgz`),
};

/** Where a file of the package lies in the repository, by its path in the package. */
export function npmFiles() {
  const bundles = Object.keys(buildFacts().outputs).filter(
    (file) => /^dist\/[\w.-]+\.m?js$/.test(file) && file !== 'dist/extension.js',
  );
  const beside = ['fonts', 'data', 'pictures', 'catalogues'].flatMap((folder) =>
    readdirSync(join(root, 'dist', folder)).map((name) => `dist/${folder}/${name}`),
  );
  const schemas = readdirSync(join(root, 'schemas')).map((name) => `schemas/${name}`);
  const same = [...bundles, ...beside, ...schemas, 'dist/THIRD-PARTY-NOTICES.txt', 'CHANGELOG.md', 'LICENSE'].sort();
  return { 'README.md': 'integrations/npm/README.md', ...Object.fromEntries(same.map((file) => [file, file])) };
}

/** The package.json of the npm package. */
export function npmManifest(files = Object.keys(npmFiles())) {
  const { name, version, license, repository, homepage, bugs } = manifest;
  return {
    name,
    version,
    description:
      'Écrire, vérifier et constituer le dossier de preuves Ségur d’un logiciel de santé : ligne de commande et serveur de langage',
    keywords: ['segur', 'ségur', 'esante', 'conformite', 'preuves', 'dossier', 'rem', 'language-server'],
    license,
    repository,
    homepage,
    bugs,
    engines: { node: manifest.engines.node },
    bin: { [name]: 'dist/cli.js' },
    files: files.filter((file) => !['README.md', 'LICENSE', 'package.json'].includes(file)),
    publishConfig: { access: 'public' },
  };
}

/**
 * Makes out/npm/ and packs it into out/<name>-<version>.tgz. Needs a built dist/ and no network.
 * @returns {string[]} paths in the package, sorted
 */
export function packNpm() {
  rmSync(npmPackage.folder, { recursive: true, force: true });
  for (const [to, from] of Object.entries(npmFiles())) {
    mkdirSync(dirname(join(npmPackage.folder, to)), { recursive: true });
    cpSync(join(root, from), join(npmPackage.folder, to));
  }
  writeFileSync(join(npmPackage.folder, 'package.json'), `${JSON.stringify(npmManifest(), undefined, 2)}\n`);
  // Not the rights that a checkout happens to have, nor those of the shell: they go into the package.
  for (const file of [...Object.keys(npmFiles()), 'package.json']) chmodSync(join(npmPackage.folder, file), 0o644);
  rmSync(npmPackage.file, { force: true });
  const said = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', dirname(npmPackage.file)], {
    cwd: npmPackage.folder,
    env: packingEnvironment(),
  });
  // One npm answers with a list, the next with the package by its name.
  const [packed] = Object.values(JSON.parse(said));
  return packed.files.map(({ path }) => path).sort();
}
