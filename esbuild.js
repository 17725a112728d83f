// Bundles what ships (dist/) and what is tested (out/test/). Types are checked apart, by `tsc -b`.
const { build } = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');
const withTests = process.argv.includes('--tests');
/** Nothing but the tests beside the core's sources: `npm run test:core`. */
const coreOnly = process.argv.includes('--core');

/** What both kinds of bundle share: VS Code 1.100 runs Node 20. */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: watch ? 'info' : 'warning',
  external: ['vscode'],
};

function filesUnder(folder, suffix) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(full, suffix) : full.endsWith(suffix) ? [full] : [];
    })
    .sort();
}

async function buildShipped() {
  // Threads that read evidence run the server's own bundle; where this file is not, there are none.
  fs.mkdirSync('dist', { recursive: true });
  fs.writeFileSync('dist/reading-thread.js', "require('./cli.js');\n");
  const options = {
    ...common,
    entryPoints: {
      extension: 'client/extension.ts',
      // Command line, language server and the threads that read evidence in one, so that what they share ships once.
      cli: 'server/cli/main.ts',
      'pdf-worker': 'server/host/inspection/pdf-worker.ts',
    },
    outdir: 'dist',
    minify: true,
    // The VSIX ships no map, so that the bundles name none; a debugger needs them.
    sourcemap: watch ? 'linked' : 'external',
    define: { 'process.env.SEGUR_PREUVES_VERSION': JSON.stringify(require('./package.json').version) },
    metafile: true,
  };
  if (watch) {
    const context = await require('esbuild').context(options);
    await context.watch();
    return;
  }
  const result = await build(options);
  fs.mkdirSync('out', { recursive: true });
  fs.writeFileSync('out/meta.json', JSON.stringify(result.metafile));
}

/** One bundle of every `*.test.ts` of a suite: mocha then loads one file instead of hundreds. */
async function buildSuite(name, files, external = []) {
  fs.mkdirSync('out/test', { recursive: true });
  await build({
    ...common,
    external: [...common.external, 'mocha', 'fsevents', ...external],
    stdin: {
      contents: files.map((file) => `import ${JSON.stringify('./' + file.replaceAll('\\', '/'))};`).join('\n'),
      resolveDir: __dirname,
      loader: 'ts',
    },
    outfile: `out/test/${name}.js`,
    sourcemap: 'inline',
    define: { 'process.env.SEGUR_PREUVES_VERSION': JSON.stringify(require('./package.json').version) },
  });
}

async function buildTests() {
  const beside = [...filesUnder('server', '.test.ts'), ...filesUnder('client', '.test.ts')];
  const suites = { unit: beside };
  for (const name of ['domain', 'protocol', 'cli', 'workbench']) {
    const folder = path.join('test', name);
    suites[name] = fs.existsSync(folder) ? filesUnder(folder, '.test.ts') : [];
  }
  await Promise.all(Object.entries(suites).map(([name, files]) => buildSuite(name, files)));
  if (fs.existsSync('test/workbench/run.ts')) {
    await build({
      ...common,
      external: ['vscode', 'mocha'],
      entryPoints: ['test/workbench/run.ts'],
      outfile: 'out/test/workbench-run.js',
      sourcemap: 'inline',
    });
  }
}

async function main() {
  if (coreOnly) {
    await buildSuite('core', filesUnder('server/core', '.test.ts'));
    return;
  }
  await buildShipped();
  if (fs.existsSync('scripts/build-catalogues.mjs')) await (await import('./scripts/build-catalogues.mjs')).default();
  if (withTests) await buildTests();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
