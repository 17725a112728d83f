// What npm users get: the package is published to a registry on this machine and run from an empty folder.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { npmManifest, npmPackage, packNpm } from '../../scripts/release/npm-package.mjs';
import { EmptyMachine, day } from './empty-machine.mjs';
import { LocalRegistry } from './local-registry.mjs';

/** What a language server says first, asked to begin; its process is ended. */
async function languageServerAnswer(server) {
  const params = { processId: null, rootUri: null, capabilities: {} };
  const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  server.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
  let said = '';
  for await (const chunk of server.stdout) {
    said += chunk;
    if (said.includes('"capabilities"')) break;
  }
  server.kill();
  return said;
}

const sum = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('the npm package', function () {
  this.timeout(120_000);
  let files;
  let first;
  /** @type {LocalRegistry} */
  let registry;
  /** @type {EmptyMachine} */
  let machine;

  before(async () => {
    files = packNpm();
    first = sum(npmPackage.file);
    registry = await LocalRegistry.start();
    machine = new EmptyMachine({ registry: registry.url });
  });
  after(() => {
    registry?.stop();
    machine?.remove();
  });

  it('holds what runs, and nothing of what makes it', () => {
    for (const name of [
      'cli.js',
      'start.mjs',
      'check.mjs',
      'libxml2.mjs',
      'pdf-worker.js',
      'catalogues/MDV-LGC-Va1.json',
    ])
      assert.ok(files.includes(`dist/${name}`), name);
    const allowed = [
      /^(README|CHANGELOG)\.md$|^LICENSE$|^package\.json$/,
      /^dist\/([\w.-]+\.m?js|THIRD-PARTY-NOTICES\.txt)$/,
      /^dist\/(fonts|data|pictures|catalogues)\/[\w.-]+$/,
      /^schemas\/[\w-]+\.schema\.json$/,
    ];
    assert.deepEqual(
      files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
      [],
    );
    assert.ok(!files.includes('dist/extension.js'), 'the extension needs an editor');
  });

  it('has a manifest without dependencies, scripts or anything of the extension', () => {
    const manifest = npmManifest();
    const keys = ['name', 'version', 'description', 'keywords', 'license', 'repository', 'homepage', 'bugs', 'engines'];
    assert.deepEqual(Object.keys(manifest), [...keys, 'bin', 'files', 'publishConfig']);
    assert.equal(JSON.parse(readFileSync('package.json', 'utf8')).private, true);
  });

  it('comes out the same, byte for byte, when it is made again by a shell with other rights', () => {
    const umask = process.umask(0o077);
    try {
      packNpm();
    } finally {
      process.umask(umask);
    }
    assert.equal(sum(npmPackage.file), first);
  });

  it('is shown by a dry run, and not sent', async function () {
    if (process.platform === 'win32') this.skip();
    const { code, err } = await machine.shell(`npm publish --dry-run "${npmPackage.file}"`);
    assert.equal(code, 0, err);
    assert.match(err, /total files:\s+\d+/);
    assert.equal(registry.published('segur-preuves'), undefined);
  });

  it('is published, and checks an example by npx in a folder that has nothing else', async function () {
    if (process.platform === 'win32') this.skip();
    const sent = await machine.shell(`npm publish "${npmPackage.file}"`);
    assert.equal(sent.code, 0, sent.err);
    assert.equal(registry.published('segur-preuves')['dist-tags'].latest, npmPackage.version);
    machine.addExample();
    const { code, out, err } = await machine.shell(`npx --yes segur-preuves check --at ${day} --format json dossier`);
    assert.equal(code, 0, out + err);
    assert.equal(JSON.parse(out).at, day);
    assert.ok(JSON.parse(out).findings.length > 0);
    assert.deepEqual(readdirSync(machine.work), ['dossier']);
  });

  it('installs, and its command reads PDF, makes a package and starts the language server', async function () {
    if (process.platform === 'win32') this.skip();
    const asked = registry.requests.length;
    const installed = await machine.shell('npm install --global segur-preuves && segur-preuves --version');
    assert.equal(installed.code, 0, installed.err);
    assert.equal(installed.out.trim().split('\n').at(-1), npmPackage.version);
    // One package, and no other is asked for.
    for (const request of registry.requests.slice(asked)) assert.match(request, /\/segur-preuves/);
    const made = await machine.shell(`segur-preuves package --brouillon --at ${day} -o depot.zip dossier`);
    assert.equal(made.code, 0, made.err);
    const verified = await machine.shell('segur-preuves verify depot.zip dossier');
    assert.equal(verified.code, 0, verified.out + verified.err);
    assert.match(await languageServerAnswer(machine.start('segur-preuves', ['lsp', '--stdio'])), /"capabilities":/);
    assert.ok(readFileSync(join(machine.work, 'depot.zip')).length > 1000);
  });
});
