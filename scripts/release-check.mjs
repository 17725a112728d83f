// `npm run release:check`: tries what `npm run release` made as its users will, and makes it again elsewhere. Takes minutes.
//   npm run release:check -- "made again"    the checks whose name begins so
// Linux only; what needs root or npm's registry is left out where there is none, and said.
import './bootstrap.mjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BareRoot, noBareRoot } from '../test/release/bare-root.mjs';
import { root } from './bootstrap.mjs';
import { npmPackage } from './release/npm-package.mjs';

const release = join(root, 'out/release');
/** The day for which the example was written. */
const day = '2026-11-20';
const sum = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const mebibytes = (file) => `${(statSync(file).size / 2 ** 20).toFixed(1)} MiB`;
let failures = 0;

/** Runs one check and prints what it found; a string that starts with « left out » is no failure. */
function check(name, run) {
  if (!name.startsWith(process.argv[2] ?? '')) return;
  const begun = performance.now();
  let said;
  try {
    said = run();
  } catch (error) {
    failures += 1;
    said = `FAILED: ${error.message}`;
  }
  console.log(`${name.padEnd(28)} ${said} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
}

/** Makes everything in a copy of the sources under out/, with other rights, language and time zone. Returns its folder. */
function makeElsewhere(name, { umask, TZ, LANG }) {
  const copy = join(root, 'out', name);
  rmSync(copy, { recursive: true, force: true });
  const sources = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
    .toString('utf8')
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)));
  for (const file of sources) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(root, file), join(copy, file));
  }
  execFileSync('cp', ['-al', join(root, 'node_modules'), join(copy, 'node_modules')]);
  const script = `umask ${umask}; chmod -R go-rwx docs media; exec "$0" scripts/release.mjs`;
  const { status, stderr } = spawnSync('/bin/sh', ['-c', script, process.execPath], {
    cwd: copy,
    env: { ...process.env, TZ, LANG, LC_ALL: LANG },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return copy;
}

function sameElsewhere() {
  const copy = makeElsewhere('again elsewhere', { umask: '077', TZ: 'Pacific/Auckland', LANG: 'fr_FR.UTF-8' });
  try {
    const made = readdirSync(join(copy, 'out/release')).filter((name) => name !== 'SHA256SUMS');
    const differ = made.filter((name) => sum(join(copy, 'out/release', name)) !== sum(join(release, name)));
    if (differ.length > 0) throw new Error(`other bytes: ${differ.join(', ')}`);
    return `${made.length} files, the same bytes`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The executable alone, in a root that has no Node: first start, second start, and a home that cannot be written. */
function executableAlone() {
  const name = readdirSync(release).find((file) => file.endsWith(`-${process.platform}-${process.arch}`));
  if (name === undefined) return 'left out: make it with `npm run release -- --executable`';
  const why = noBareRoot();
  if (why !== undefined) return `left out: ${why}`;
  const bare = new BareRoot({ withNode: false });
  try {
    bare.putProgram(join(release, name), '/usr/local/bin/segur-preuves');
    bare.put(join(root, 'examples/moncabinet'), '/dossier');
    const seconds = [];
    for (const user of ['root', 'root', 'node']) {
      const begun = performance.now();
      const { code, out, err } = bare.run(['segur-preuves', 'check', '--at', day, '--format', 'json'], {
        user,
        folder: '/dossier',
      });
      seconds.push(`${((performance.now() - begun) / 1000).toFixed(1)} s`);
      if (code !== 0 || JSON.parse(out).findings.length === 0) throw new Error(`${user}: ${code} ${err}`);
    }
    const left = readdirSync(join(bare.path, 'tmp'));
    if (left.length > 0) throw new Error(`left in /tmp: ${left.join(', ')}`);
    return `${mebibytes(join(release, name))}; first start ${seconds[0]}, second ${seconds[1]}, without a home ${seconds[2]}`;
  } finally {
    bare.remove();
  }
}

function sumsHold() {
  const lines = readFileSync(join(release, 'SHA256SUMS'), 'utf8').trim().split('\n');
  const wrong = lines.map((line) => line.split('  ')).filter(([digest, name]) => sum(join(release, name)) !== digest);
  if (wrong.length > 0) throw new Error(wrong.map(([, name]) => name).join(', '));
  return lines
    .map((line) => line.split('  ')[1])
    .map((name) => `${name} ${mebibytes(join(release, name))}`)
    .join(', ');
}

/** Everything in test/release/: package, action, component, hook, image, workflow. */
function asUsers() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run-mocha.mjs', 'test/release'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout.trim().replaceAll(/\s*\n\s*/g, '; ');
}

if (!existsSync(join(release, 'SHA256SUMS'))) {
  console.error(`There is no out/release/: \`npm run release\` makes ${npmPackage.name} ${npmPackage.version} first.`);
  process.exitCode = 1;
} else {
  check('checksums', sumsHold);
  check('made again elsewhere', sameElsewhere);
  check('single executable', executableAlone);
  check('as users have it', asUsers);
  console.log(`${failures} failed`);
  if (failures > 0) process.exitCode = 1;
}
