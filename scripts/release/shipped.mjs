// What is really in dist/: read from what esbuild says it took in, not from what package.json asks for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

/**
 * @typedef {object} Shipped a package of which something is in dist/
 * @property {string} folder from the root of the repository
 * @property {string} name
 * @property {string} version
 */

/** The folder of the package that a file is of; undefined for our own files. */
export function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** What the build left in out/meta.json. @throws when nothing was built */
export function buildFacts() {
  return JSON.parse(readFileSync(join(root, 'out/meta.json'), 'utf8'));
}

/**
 * Every package of which at least one byte ships, in bundles or as a file copied beside them, by folder.
 * @param {{ outputs: Record<string, { inputs?: Record<string, { bytesInOutput: number }> }>, copied: Record<string, string> }} facts
 * @returns {Shipped[]}
 */
export function shippedPackages(facts = buildFacts()) {
  const bundled = Object.values(facts.outputs).flatMap(({ inputs = {} }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = new Set([...bundled, ...Object.values(facts.copied)].map(packageFolder));
  folders.delete(undefined);
  return [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return { folder, name, version };
  });
}
