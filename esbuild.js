// Bundles what ships (dist/) and what is tested (out/test/). Types are checked apart, by `tsc -b`.
const { build } = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');
const withTests = process.argv.includes('--tests');
/** Nothing but the tests beside the core's sources: `npm run test:core`. */
const coreOnly = process.argv.includes('--core');
/** What ships with other letters in its English sentences: `npm run pseudo`. */
const pseudo = process.argv.includes('--pseudo');
/** What ships and its suites, whose sources of core and language count what is run of them: `npm run coverage`. */
const counted = process.argv.includes('--counted');

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

/** Fonts and the colour profile of attestations, what recognises text in pictures: the bundles read them beside themselves. */
const copied = {
  'fonts/DejaVuSans.ttf': 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'fonts/DejaVuSans-Bold.ttf': 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  'fonts/LICENSE': 'node_modules/dejavu-fonts-ttf/LICENSE',
  'data/sRGB_IEC61966_2_1.icc': 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc',
  'pictures/tesseract-core-simd-lstm.wasm': 'node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'pictures/LICENSE': 'node_modules/tesseract.js-core/LICENSE',
  'pictures/fra.traineddata.gz': 'node_modules/@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz',
};

function copyData() {
  for (const [to, from] of Object.entries(copied)) {
    fs.mkdirSync(path.join('dist', path.dirname(to)), { recursive: true });
    fs.copyFileSync(from, path.join('dist', to));
  }
  fs.copyFileSync('server/host/inspection/pictures/NOTICE', 'dist/pictures/NOTICE');
}

/** Each folder of client/webviews/ that has a `main.ts` is a page; its script and style sheet get the folder's name. */
function webviewPages() {
  const folder = 'client/webviews';
  const pages = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'main.ts')));
  return Object.fromEntries(pages.map((name) => [name, `${folder}/${name}/main.ts`]));
}

/** The shell of the pages, which the extension fills in. */
function copyShell() {
  fs.rmSync('dist/webviews', { recursive: true, force: true });
  fs.mkdirSync('dist/webviews', { recursive: true });
  fs.copyFileSync('client/webviews/kit/page.html', 'dist/webviews/page.html');
}

/** @param {import('esbuild').Plugin[]} others that change every bundle of what ships */
async function buildShipped(others = []) {
  copyData();
  copyShell();
  // Names of chunks change with their content: those of an earlier build would ship.
  fs.rmSync('dist/web', { recursive: true, force: true });
  for (const file of fs.existsSync('dist') ? fs.readdirSync('dist') : [])
    if (/\.m?js(\.map)?$/.test(file)) fs.rmSync(path.join('dist', file));
  const shipped = {
    ...common,
    outdir: 'dist',
    minify: !counted,
    // The VSIX ships no map, so that the bundles name none; a debugger needs them.
    sourcemap: watch ? 'linked' : 'external',
    define: { 'process.env.SEGUR_PREUVES_VERSION': JSON.stringify(require('./package.json').version) },
    metafile: true,
  };
  const whole = {
    ...shipped,
    entryPoints: {
      extension: 'client/extension.ts',
      cli: 'server/cli/main.ts',
      'pdf-worker': 'server/host/inspection/pdf-worker.ts',
      'picture-worker': 'server/host/inspection/pictures/picture-worker.ts',
    },
    plugins: [withoutDebug, startedApart, ...others],
  };
  // Command line, language server and the threads that read evidence load no more than what is asked of them needs.
  const split = (entryPoints) => ({
    ...shipped,
    entryPoints,
    format: 'esm',
    splitting: true,
    // Beside the entry points: each looks for catalogues and threads in its own folder.
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    plugins: [withoutDebug, schemasApart, ...others],
    banner: { js: commonJsNames },
  });
  // What starts most has its own build: esbuild parts what two entry points share from what three of them do, and so on, and
  // loading a hundred small files takes longer than what they do. It is there twice for that.
  const apart = [{ check: 'server/cli/start-check.ts' }, { 'reading-thread': 'server/host/evidence/reading-start.ts' }];
  const webviews = {
    ...shipped,
    entryPoints: webviewPages(),
    outdir: 'dist/webviews',
    platform: 'browser',
    // VS Code 1.100 is Chromium 132.
    target: 'chrome132',
    format: 'iife',
    external: [],
    define: {},
    plugins: others,
    // From here on a page is measured: `bench/table-page.mjs`.
    banner: { js: "performance.mark('segur-first-line');" },
  };
  // The browser's own two: what reaches for Node does not bundle.
  const web = {
    ...shipped,
    entryPoints: { extension: 'client/web-extension.ts' },
    outdir: 'dist/web',
    platform: 'browser',
    target: 'chrome132',
    plugins: others,
  };
  const worker = { ...web, entryPoints: { server: 'server/web/main.ts' }, format: 'iife', external: [] };
  const programs = [{ start: 'server/cli/start.ts' }, ...apart].map(split);
  programs.push({ ...split({ libxml2: 'libxml2-wasm' }), plugins: [] });
  const bundles = [whole, ...programs, webviews, web, worker];
  if (watch) {
    for (const options of bundles) await (await require('esbuild').context(options)).watch();
    return;
  }
  const results = await Promise.all(bundles.map((options) => build(options)));
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
  const inputs = Object.assign({}, ...results.map(({ metafile }) => metafile.inputs));
  fs.mkdirSync('out', { recursive: true });
  fs.writeFileSync('out/meta.json', JSON.stringify({ inputs, outputs, copied }));
  const { thirdPartyNotices } = await import('./scripts/release/notices.mjs');
  fs.writeFileSync('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices());
}

/** The launcher loads the split bundles: it must not take them in. */
const startedApart = {
  name: 'started-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/start\.js$/ }, () => ({ path: './start.mjs', external: true }));
    onResolve({ filter: /^\.\/start-check\.js$/ }, () => ({ path: './check.mjs', external: true }));
  },
};

/** What reads XML schemas is large, and seldom loaded: once for all bundles. */
const schemasApart = {
  name: 'schemas-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^libxml2-wasm$/ }, () => ({ path: './libxml2.mjs', external: true }));
  },
};

/** What a library tells those who write it, through `debug`: nobody reads it here, and it loads sockets and terminals. */
const withoutDebug = {
  name: 'without-debug',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^debug$/ }, () => ({ path: 'debug', namespace: 'silent' }));
    onLoad({ filter: /.*/, namespace: 'silent' }, () => ({ contents: 'module.exports = () => () => undefined;' }));
  },
};

/** Names that CommonJS gives every file, for the libraries and the sources that use them. */
const commonJsNames =
  "import { createRequire as __createRequire } from 'node:module';" +
  'const require = __createRequire(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;';

/** One bundle of every `*.test.ts` of a suite: mocha then loads one file instead of hundreds. */
async function buildSuite(name, files, { folder = 'out/test', plugins = [] } = {}) {
  fs.mkdirSync(folder, { recursive: true });
  await build({
    ...common,
    // These find files beside themselves.
    external: [...common.external, 'mocha', 'fsevents', 'pdfkit', 'pdfjs-dist', 'libxml2-wasm'],
    plugins,
    stdin: {
      contents: files.map((file) => `import ${JSON.stringify('./' + file.replaceAll('\\', '/'))};`).join('\n'),
      resolveDir: __dirname,
      loader: 'ts',
    },
    outfile: `${folder}/${name}.js`,
    sourcemap: 'inline',
    define: { 'process.env.SEGUR_PREUVES_VERSION': JSON.stringify(require('./package.json').version) },
  });
}

const testsBeside = () => ['server', 'client', 'words'].flatMap((folder) => filesUnder(folder, '.test.ts'));

async function buildCounted() {
  const { countsBranches } = await import('./scripts/branches/counted-sources.mjs');
  await buildShipped([countsBranches]);
  await (await import('./scripts/build-catalogues.mjs')).default();
  const suites = { unit: testsBeside() };
  for (const name of ['domain', 'protocol', 'cli']) suites[name] = filesUnder(path.join('test', name), '.test.ts');
  for (const [name, files] of Object.entries(suites))
    await buildSuite(name, files, { folder: 'out/counted', plugins: [countsBranches] });
}

async function buildTests() {
  const beside = testsBeside();
  const suites = { unit: beside };
  for (const name of ['domain', 'protocol', 'cli', 'workbench']) {
    const folder = path.join('test', name);
    suites[name] = fs.existsSync(folder) ? filesUnder(folder, '.test.ts') : [];
  }
  await Promise.all(Object.entries(suites).map(([name, files]) => buildSuite(name, files)));
  await build({
    ...common,
    platform: 'browser',
    entryPoints: ['test/web-host/run.ts'],
    outfile: 'out/test/web-suite.js',
    sourcemap: 'inline',
  });
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
  if (counted) {
    await buildCounted();
    return;
  }
  await buildShipped(pseudo ? [(await import('./scripts/pseudo/pseudo-sources.mjs')).saysPseudo] : []);
  if (fs.existsSync('scripts/build-catalogues.mjs')) await (await import('./scripts/build-catalogues.mjs')).default();
  if (withTests) await buildTests();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
