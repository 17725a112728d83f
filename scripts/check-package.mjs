// Packs dist/ and checks what users would download: nothing missing, nothing too much, small.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './bootstrap.mjs';
import { packageVsix, vsix } from './package-vsix.mjs';
import { zipEntries } from './release/zip-entries.mjs';

const limit = 12 * 1024 * 1024;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The bundles that esbuild wrote: `dist/*.js`, without their source maps. */
function bundles() {
  const { outputs } = JSON.parse(readFileSync(join(root, 'out/meta.json'), 'utf8'));
  return Object.keys(outputs).filter((file) => /^dist\/[\w.-]+\.m?js$/.test(file));
}

/** Every file of the package that package.json names, so that no icon, snippet or schema is forgotten. */
function namedFiles() {
  const files = new Set();
  const walk = (value) => {
    if (typeof value === 'string') {
      const match = /^(?:\.\/)?((?:dist|schemas|syntaxes|media|docs)\/[\w./-]+\.\w+)$/.exec(value);
      if (match) files.add(match[1]);
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk([manifest.contributes, manifest.main, manifest.browser, manifest.bin, manifest.icon]);
  return [...files];
}

function problemsOf(archive) {
  const entries = zipEntries(archive);
  const names = new Set(entries.map(({ name }) => name.replace(/^extension\//, '')));
  const required = [
    ...['package.json', 'package.nls.json', 'package.nls.fr.json', 'readme.md', 'LICENSE.txt', manifest.icon],
    ...['dist/extension.js', 'dist/cli.js', 'dist/start.mjs', 'dist/check.mjs', 'dist/reading-thread.mjs'],
    'dist/libxml2.mjs',
    ...['dist/picture-worker.js', 'dist/web/server.js', 'dist/webviews/page.html', 'dist/THIRD-PARTY-NOTICES.txt'],
    ...['tesseract-core-simd-lstm.wasm', 'fra.traineddata.gz', 'LICENSE', 'NOTICE'].map(
      (name) => `dist/pictures/${name}`,
    ),
    ...namedFiles(),
  ];
  const allowed = [
    ...['extension.vsixmanifest', '[Content_Types].xml', 'changelog.md', 'README.fr.md', ...required, ...bundles()].map(
      (name) => (candidate) => candidate === name,
    ),
    ...[
      /^dist\/(fonts\/([\w-]+\.ttf|LICENSE)|data\/\w+\.icc)$/,
      /^dist\/webviews\/[\w-]+\.(js|css|html)$/,
      /^dist\/catalogues\/[\w./-]+\.(json|ya?ml)$/,
      /^schemas\/[\w.-]+\.json$/,
      /^syntaxes\/[\w.-]+\.json$/,
      /^media\/[\w./-]+\.(svg|png|md|css|js)$/,
      /^docs\/rules\/[\w./-]+\.md$/,
      /^docs\/configuration\.md$/,
    ].map((pattern) => (candidate) => pattern.test(candidate)),
  ];
  const missing = required.filter((name) => !names.has(name)).map((name) => `missing: ${name}`);
  const extra = [...names]
    .filter((name) => !allowed.some((test) => test(name)))
    .map((name) => `must not ship: ${name}`);
  const big = [...entries].sort((a, b) => b.packed - a.packed).slice(0, 5);
  const size =
    archive.length > limit
      ? [
          `${kib(archive.length)} is more than ${kib(limit)}; the biggest: ` +
            big.map(({ name, packed }) => `${name} ${kib(packed)}`).join(', '),
        ]
      : [];
  return [...missing, ...extra, ...size];
}

const kib = (bytes) => `${Math.ceil(bytes / 1024)} KiB`;

if (!packageVsix()) {
  console.error('vsce made no package (see above)');
  process.exitCode = 1;
} else {
  const archive = readFileSync(vsix.file);
  const problems = problemsOf(archive);
  for (const problem of problems) console.error(`${basename(vsix.file)}: ${problem}`);
  console.log(
    `${basename(vsix.file)}: ${zipEntries(archive).length} files, ${kib(archive.length)} (limit ${kib(limit)})`,
  );
  if (problems.length > 0) process.exitCode = 1;
}
