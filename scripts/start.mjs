// `npm start`: the packaged extension in a real VS Code, in the browser, on a copy of the examples. PORT chooses the port.
import './bootstrap.mjs';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { copyExamples, mainManifests } from '../test/host/examples.mjs';
import { ensureHost, isInstalled, newest, versions } from '../test/host/install.mjs';
import { describeError, Missing } from '../test/host/missing.mjs';
import { createData, installVsix, startServer, workbenchUrl } from '../test/host/server.mjs';
import { build, packageVsix, vsix } from './package-vsix.mjs';

const step = (french, english) => console.log(`• ${french} / ${english}`);

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** The wanted port, else the next free one. */
async function choosePort() {
  const wanted = Number(process.env.PORT || 8133);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new Missing(`a usable PORT (it is "${process.env.PORT}")`, 'PORT=8133 npm start');
  }
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port += 1) {
    if (!(await isFree(port))) continue;
    if (port !== wanted) {
      step(`le port ${wanted} est pris, celui-ci sert : ${port}`, `port ${wanted} is taken, using ${port}`);
    }
    return port;
  }
  throw new Missing(`a free port from ${wanted} on`, 'PORT=9000 npm start');
}

/** The newest VS Code when it is installed already, else the one that needs least. */
function chooseVersion() {
  const wanted = process.env.VSCODE_WEB_VERSION;
  if (wanted) return wanted;
  return isInstalled(newest) ? newest : versions[0];
}

async function start() {
  step('construction', 'building');
  if (!build()) throw new Missing('a build without errors (see above)', 'correct them, then npm start');
  step("paquet de l'extension", 'packaging the extension');
  if (!packageVsix()) throw new Missing('a package (see above)', 'correct that, then npm start');
  const version = chooseVersion();
  step(`VS Code ${version}`, 'in the browser');
  ensureHost(version);
  const data = createData();
  const examples = copyExamples();
  const { folder } = examples;
  const forget = () => {
    examples.forget();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    installVsix({ version, data, vsix: vsix.file, id: vsix.id });
    const server = await startServer({ version, data, port: await choosePort() });
    return { server, folder, forget };
  } catch (error) {
    forget();
    throw error;
  }
}

function announce({ server, folder }) {
  const [manifest] = mainManifests(folder);
  const url = workbenchUrl(server, { folder, files: manifest ? [join(folder, manifest)] : [] });
  console.log(`
Ségur Preuves dans VS Code ${server.version} : ouvrez / open

  ${url}

Copie des exemples / copy of the examples: ${folder}${manifest ? ` (${manifest})` : ''}
En ligne de commande / on the command line:  node dist/cli.js check examples${manifest ? `/${manifest}` : ''}
Ctrl+C pour arrêter / to stop`);
}

async function main() {
  const { server, folder, forget } = await start();
  announce({ server, folder });
  let stopping = false;
  const stop = async (code) => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    forget();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop(0));
  server.exited.once('exit', (code) => {
    if (!stopping) console.error(`VS Code s'est arrêté / VS Code ended (exit ${code})\n${server.log().slice(-2000)}`);
    void stop(1);
  });
}

main().catch((error) => {
  console.error(`\n${describeError(error)}`);
  process.exit(1);
});
