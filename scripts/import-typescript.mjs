// Lets a script use the product's own TypeScript: bundles a module in memory and loads it.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Generated files as they become in this run: what is on disk may be of former sources. Absolute path → content. */
const becoming = new Map();

/** From here on {@link importTypeScript} takes a generated file as it is given, not as it is on disk. @param {string} file relative to the repository */
export function takeAsGenerated(file, content) {
  becoming.set(path.join(root, file), content);
}

const generatedFiles = {
  name: 'generated-files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.generated(\.[jt]s)?$/ }, ({ path: name, resolveDir }) => {
      const target = path.join(resolveDir, name);
      const file = [target, `${target}.ts`, `${target}.js`].find((one) => becoming.has(one));
      return file === undefined ? undefined : { path: file };
    });
    onLoad({ filter: /\.generated\.[jt]s$/ }, ({ path: file }) => {
      const contents = becoming.get(file);
      return contents === undefined ? undefined : { contents, loader: file.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

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
    plugins: [generatedFiles],
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
