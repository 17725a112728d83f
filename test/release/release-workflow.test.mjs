// The steps of the release workflow that would send something, run over what was made: without secrets nothing leaves.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { vsix } from '../../scripts/package-vsix.mjs';
import { npmPackage, packNpm } from '../../scripts/release/npm-package.mjs';
import { EmptyMachine } from './empty-machine.mjs';

const { on, jobs, permissions } = parse(readFileSync('.github/workflows/release.yml', 'utf8'));
const secret = /^\$\{\{ (?:secrets|vars|github)\.\w+ \}\}$/;

describe('the release workflow', function () {
  this.timeout(120_000);
  /** @type {EmptyMachine} */
  let machine;

  before(function () {
    if (process.platform === 'win32') this.skip();
    packNpm();
    machine = new EmptyMachine();
    const release = join(machine.work, 'release');
    mkdirSync(release);
    const sums = [vsix.file, npmPackage.file].map((file) => {
      copyFileSync(file, join(release, basename(file)));
      return `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}\n`;
    });
    writeFileSync(join(release, 'SHA256SUMS'), sums.join(''));
    writeFileSync(join(machine.work, 'release-notes.md'), '- Nouveau\n');
    // What would send: each writes down what it was asked for.
    mkdirSync(join(machine.work, 'bin'));
    for (const name of ['npx', 'gh', 'npm']) {
      const path = join(machine.work, 'bin', name);
      writeFileSync(path, `#!/bin/sh\necho "SENT ${name} $*"\n`);
      chmodSync(path, 0o755);
    }
  });
  after(() => machine?.remove());

  /** The steps of a job that run something, with the values of secrets and variables as given. */
  async function run(job, { values = {}, tag = true, standIns = true } = {}) {
    let said = '';
    for (const { run: script, env = {}, 'working-directory': folder = '.' } of jobs[job].steps) {
      if (script === undefined) continue;
      const variables = Object.fromEntries(Object.keys(env).map((name) => [name, values[name] ?? '']));
      const path = standIns ? 'export PATH="$BIN:$PATH"\n' : '';
      const { code, out, err } = await machine.shell(path + script, {
        cwd: join(machine.work, folder),
        shell: '/bin/bash',
        env: {
          ...variables,
          BIN: join(machine.work, 'bin'),
          GITHUB_REF_TYPE: tag ? 'tag' : 'branch',
          GITHUB_REF_NAME: tag ? `v${npmPackage.version}` : 'main',
          GITHUB_REPOSITORY: 'segur-preuves/segur-preuves',
        },
      });
      assert.equal(code, 0, out + err);
      said += out + err;
    }
    return said;
  }

  it('starts with a tag, makes and tries everything first, and may write nothing but the page', () => {
    assert.deepEqual(on.push, { tags: ['v*'] });
    assert.deepEqual(permissions, { contents: 'read' });
    const { make, ...others } = jobs;
    const commands = make.steps.map(({ run: script }) => script ?? '').join('\n');
    for (const command of ['.ci/run', 'npm run release -- --executable --tag', 'npm run release:check', 'npm run site'])
      assert.ok(commands.includes(command), command);
    for (const [name, { needs, permissions: granted = {} }] of Object.entries(others)) {
      assert.equal(needs, 'make', name);
      if (granted.contents === 'write') assert.equal(name, 'page');
    }
    assert.equal(jobs.npm.permissions['id-token'], 'write', 'provenance');
  });

  it('keeps secrets and names out of its scripts', () => {
    for (const { steps } of Object.values(jobs))
      for (const { run: script = '', env = {}, uses } of steps) {
        assert.doesNotMatch(script, /\$\{\{/);
        for (const value of Object.values(env)) assert.match(value, secret);
        if (uses !== undefined) assert.match(uses, /^actions\/[\w-]+@v\d+$/);
      }
  });

  it('sends nothing without secrets', async () => {
    const said = `${await run('galleries')}${await run('page')}`;
    assert.doesNotMatch(said, /SENT/);
    assert.match(said, /would go to the Marketplace/);
    assert.match(said, /would go to Open VSX/);
    assert.match(said, /- Nouveau/);
    // The true npm, which has no registry to reach.
    assert.match(await run('npm', { standIns: false }), /total files/);
  });

  it('sends nothing from a branch, secrets or not', async () => {
    const values = { VSCE_PAT: 'x', OVSX_PAT: 'x', NODE_AUTH_TOKEN: 'x', PUBLISH: 'true' };
    for (const job of ['galleries', 'page']) assert.doesNotMatch(await run(job, { values, tag: false }), /SENT/);
    assert.match(await run('npm', { values, tag: false }), /SENT npm publish --dry-run/);
  });

  it('sends each file to its place when a tag has its secret', async () => {
    const values = { VSCE_PAT: 'x', OVSX_PAT: 'x', NODE_AUTH_TOKEN: 'x', PUBLISH: 'true' };
    const file = basename(vsix.file);
    const galleries = await run('galleries', { values });
    assert.match(galleries, new RegExp(`SENT npx --yes @vscode/vsce@[\\d.]+ publish --packagePath ${file}\n`));
    assert.match(galleries, new RegExp(`SENT npx --yes ovsx@[\\d.]+ publish ${file}\n`));
    assert.match(
      await run('npm', { values }),
      new RegExp(`SENT npm publish --provenance --access public ./${basename(npmPackage.file)}\n`),
    );
    assert.match(
      await run('page', { values }),
      /SENT gh release create v\S+ .*--notes-file release-notes\.md .*SHA256SUMS/,
    );
  });

  it('uses the vsce that the tests use', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.ok(JSON.stringify(jobs).includes(`@vscode/vsce@${devDependencies['@vscode/vsce']} `));
  });
});
