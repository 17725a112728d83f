import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHost, root } from './install.mjs';

const settings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'git.enabled': false,
  'files.autoSave': 'off',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** What a terminal inside VS Code leaves in the environment would reach the server started from it. */
function cleanEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^(VSCODE_(?!WEB_)|ELECTRON_)/.test(name) || name === 'NODE_OPTIONS') delete env[name];
  }
  // An empty gallery: nothing is ever asked of an extension registry.
  return { ...env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

const dataArguments = (data) => [
  '--accept-server-license-terms',
  ...['--user-data-dir', join(data, 'user'), '--server-data-dir', join(data, 'server')],
  ...['--extensions-dir', join(data, 'extensions')],
];

/** What tests read is in French, while the editor's own titles are in English. */
const french = { 'segurPreuves.langue': 'fr' };

/**
 * Makes the folder that a server keeps everything in: settings, extensions, logs.
 * @param {Record<string, unknown>} [more] settings besides the usual ones
 */
export function createData(more = french) {
  const data = mkdtempSync(join(tmpdir(), 'segur-preuves-vscode-'));
  for (const folder of ['user/User', 'user/logs', 'extensions']) mkdirSync(join(data, folder), { recursive: true });
  writeFileSync(join(data, 'user/User/settings.json'), JSON.stringify({ ...settings, ...more }, null, 2));
  return data;
}

/** Installs a VSIX the way a user would. Returns where VS Code unpacked it. */
export function installVsix({ version, data, vsix, id }) {
  const { dir, node } = ensureHost(version);
  const server = join(dir, 'out/server-main.js');
  try {
    execFileSync(node, [server, ...dataArguments(data), '--install-extension', vsix], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: cleanEnvironment(),
    });
  } catch (error) {
    throw new Error(`VS Code ${version} refused ${vsix}:\n${error.stdout ?? ''}${error.stderr ?? ''}`, {
      cause: error,
    });
  }
  return join(data, 'extensions', id);
}

/** Resolves with the port once the server says that it listens; rejects when it ends before. */
function listening(child, log) {
  return new Promise((resolve, reject) => {
    const read = (chunk) => {
      log.text += chunk;
      if (process.env.VSCODE_WEB_VERBOSE) process.stderr.write(chunk);
      const match = /Extension host agent listening on (\d+)/.exec(log.text);
      if (match) resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended early (exit ${code}):\n${log.text}`)));
    child.once('error', reject);
  });
}

/**
 * Starts VS Code's server on 127.0.0.1 with user data of its own, which `stop` deletes.
 * @param {object} options
 * @param {string} options.version one of install.mjs's versions
 * @param {number} [options.port] 0: any free one
 * @param {string} [options.data] from createData()
 * @param {boolean} [options.driver] for a test run only: VS Code then obeys the test payload, and answers dialogs by itself
 * @param {Record<string, string>} [options.env] added to the environment, which the extension host inherits
 */
export async function startServer({ version, port = 0, data = createData(), driver = false, env = {} }) {
  const { dir, node } = ensureHost(version);
  // Without a token any page or process on this machine could drive the editor.
  const token = randomBytes(16).toString('hex');
  const args = [
    ...[join(dir, 'out/server-main.js'), '--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...['--telemetry-level', 'off', ...dataArguments(data)],
    ...(driver ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = spawn(node, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), ...env },
  });
  const log = { text: '' };
  const forget = () => rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  let stopping;
  const stop = () =>
    (stopping ??= new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        resolve();
        return;
      }
      const hard = setTimeout(() => child.kill('SIGKILL'), 5000);
      child.once('exit', () => {
        clearTimeout(hard);
        resolve();
      });
      child.kill('SIGTERM');
    }).then(forget));
  try {
    const bound = await listening(child, log);
    const authority = `127.0.0.1:${bound}`;
    return { version, token, authority, url: `http://${authority}/`, data, stop, log: () => log.text, exited: child };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that opens `folder`, with the extension under development and, for a test run, its suite. */
export function workbenchUrl(server, { folder, extension, tests, files = [] }) {
  const remote = (path) => `vscode-remote://${server.authority}${encodeURI(path)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...files.map((file) => ['openFile', remote(file)]),
  ];
  const url = new URL(server.url);
  url.searchParams.set('tkn', server.token);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
