// `npm run release`: everything that a tag publishes, in out/release/. Publishes nothing, needs no network.
//   npm run release -- --tag v0.1.0    first sees whether this tag may be released
//   npm run release -- --executable    also the single executable of this system, for which npx fetches a tool
import './bootstrap.mjs';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './bootstrap.mjs';
import { build, packageVsix, vsix } from './package-vsix.mjs';
import { executable, makeExecutable } from './release/executable.mjs';
import { npmPackage, packNpm } from './release/npm-package.mjs';
import { sbom } from './release/sbom.mjs';
import { changelogSection, pinProblems, tagProblems } from './release/version.mjs';

const target = join(root, 'out/release');

/** @returns {string[]} digests and names of the files made */
function make({ withExecutable }) {
  if (!build()) throw new Error('the build failed (see above)');
  if (!packageVsix()) throw new Error('vsce made no clean package (see above)');
  packNpm();
  if (withExecutable) makeExecutable();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const files = [vsix.file, npmPackage.file, ...(withExecutable ? [executable.file] : [])];
  for (const file of files) copyFileSync(file, join(target, basename(file)));
  copyFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), join(target, 'THIRD-PARTY-NOTICES.txt'));
  const bill = `${npmPackage.name}-${npmPackage.version}.cdx.json`;
  writeFileSync(join(target, bill), `${JSON.stringify(sbom(), undefined, 2)}\n`);
  const made = readdirSync(target).sort();
  const sums = made.map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(target, name)))
        .digest('hex')}  ${name}`,
  );
  writeFileSync(join(target, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  // What the page of the release says; no file of the release.
  const { text } = changelogSection(npmPackage.version) ?? { text: '' };
  writeFileSync(join(root, 'out/release-notes.md'), `${text}\n`);
  return sums;
}

try {
  const { values } = parseArgs({ options: { tag: { type: 'string' }, executable: { type: 'boolean' } } });
  const problems = [...pinProblems(), ...(values.tag === undefined ? [] : tagProblems(values.tag))];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  console.log(make({ withExecutable: values.executable ?? false }).join('\n'));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
