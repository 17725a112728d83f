// VS Code's web workbench without a server behind it, as vscode.dev has it: extensions run in a worker of the browser, and files
// come from a file system that an extension provides.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { ensureHost, root } from './install.mjs';

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The scheme of the files that the opened folder lies in. */
export const scheme = 'segur-essai';

const workbench = '/vscode/out/vs/code/browser/workbench/workbench.js';

/** The file of a request under a folder; undefined for what lies elsewhere or is not there. */
function fileIn(folder, path) {
  const file = normalize(join(folder, decodeURIComponent(path)));
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Every file of a folder by its path, in base 64: what the file system of the test begins with. */
function contentOf(folder) {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath ?? entry.path, entry.name);
        return [file.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(file).toString('base64')];
      }),
  );
}

/**
 * The workbench as VS Code itself has it: code-server keeps the user's settings on its server and runs extensions there, and
 * here is none.
 * @throws where the text that it changes is another one in this version
 */
function withoutServer(script) {
  const own = /\b(\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\)/;
  if (!own.test(script)) throw new Error('the place of the user data is not found in workbench.js');
  const remote = ',remoteAuthority:location.host';
  if (!script.includes(remote)) throw new Error('the address of the server is not found in workbench.js');
  return script.replace(own, '$1.file("/").with({scheme:$2.vscodeUserData})').replace(remote, '');
}

function page({ authority, tests }) {
  const at = (path) => ({ scheme: 'http', authority, path });
  const config = {
    folderUri: { scheme, authority: '', path: '/espace' },
    additionalBuiltinExtensions: [at('/files')],
    developmentOptions: {
      extensions: [at('/extension')],
      // In the folder of the extension: its host is the one that runs them.
      extensionTestsPath: at(`/extension/${tests}`),
      enableSmokeTestDriver: true,
    },
    // Options of code-server's.
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    productConfiguration: {
      enableTelemetry: false,
      extensionsGallery: undefined,
      // From here, where there is no network; by default pages are framed by a host on the Internet.
      webviewContentExternalBaseUrlTemplate: `http://${authority}/vscode/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    configurationDefaults: {
      'segurPreuves.langue': 'fr',
      'security.workspace.trust.enabled': false,
      'telemetry.telemetryLevel': 'off',
      'workbench.startupEditor': 'none',
      'chat.disableAIFeatures': true,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
    },
  };
  const settings = JSON.stringify(config).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${settings}">
<meta id="vscode-workbench-auth-session" data-settings="">
<link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css"></head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = new URL('/vscode/out/', location).toString();</script>
<script type="module" src="/vscode/out/nls.messages.js"></script>
<script type="module" src="${workbench}"></script></html>`;
}

/**
 * Serves the workbench on 127.0.0.1.
 * @param {object} options
 * @param {string} options.version one of install.mjs's versions
 * @param {string} options.folder what is opened: its files are copied into the browser
 * @param {string} options.extension folder of the extension under test
 * @param {string} options.tests the suite's bundle, relative to the extension
 */
export async function serveWebWorkbench({ version, folder, extension, tests }) {
  const { dir } = ensureHost(version);
  const folders = {
    vscode: dir,
    extension,
    files: join(root, 'test/web-host/files'),
  };
  const script = withoutServer(readFileSync(join(dir, workbench.slice('/vscode/'.length)), 'utf8'));
  let authority = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const [, name, path] = /^\/([a-z]+)\/(.*)$/.exec(pathname) ?? [];
    // The worker's page asks for everything from an origin of its own.
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (pathname === '/') response.setHeader('Content-Type', 'text/html').end(page({ authority, tests }));
    else if (pathname === '/espace.json')
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(contentOf(folder)));
    else {
      if (pathname === workbench) {
        response.setHeader('Content-Type', types['.js']).end(script);
        return;
      }
      const file = name in folders ? fileIn(folders[name], path) : undefined;
      if (file === undefined) response.writeHead(404).end();
      else {
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      }
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  authority = `127.0.0.1:${server.address().port}`;
  return {
    url: `http://${authority}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
