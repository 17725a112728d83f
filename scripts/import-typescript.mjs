// Lets a script use the product's own TypeScript: bundles a module in memory and loads it.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string[]} files paths relative to the repository. @returns the exports of all of them, together. */
export async function importTypeScript(...files) {
  const result = await build({
    stdin: { contents: files.map((file) => `export * from './${file}';`).join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
    logLevel: 'warning',
  });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'segur-preuves-'));
  try {
    const file = path.join(folder, 'bundle.cjs');
    fs.writeFileSync(file, result.outputFiles[0].contents);
    return createRequire(import.meta.url)(file);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
