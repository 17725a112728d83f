// `npm start`: the packaged extension in a real VS Code, in the browser, on a copy of the example dossier. PORT chooses the
// port; `npm start -- specimens` opens the specimens, one of each fault, instead.
import { root } from './bootstrap.mjs';
import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
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

const good = 'moncabinet';

/** The good dossier alone, unless another example is named. */
function chooseExample() {
  const wanted = process.argv[2] ?? good;
  const known = readdirSync(join(root, 'examples'));
  if (!known.includes(wanted)) throw new Missing(`an example called "${wanted}" (${known.join(', ')})`, 'npm start');
  return wanted;
}

async function start() {
  step('construction', 'building');
  if (!build()) throw new Missing('a build without errors (see above)', 'correct them, then npm start');
  step("paquet de l'extension", 'packaging the extension');
  if (!packageVsix()) throw new Missing('a package (see above)', 'correct that, then npm start');
  const version = chooseVersion();
  step(`VS Code ${version}`, 'in the browser');
  ensureHost(version);
  const data = createData({});
  const examples = copyExamples(chooseExample());
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

Copie de l'exemple / copy of the example: ${folder}
En ligne de commande / on the command line:  node dist/cli.js check examples/${basename(folder)}
${
  basename(folder) === good ? `Un spécimen de chaque défaut / one of each fault:  npm start -- specimens\n` : ''
}Ctrl+C pour arrêter / to stop`);
}

async function main() {
  // From the first moment on: Ctrl+C while VS Code is still coming up leaves nothing behind either.
  const starting = start();
  let stopping = false;
  const end = async () => {
    const started = starting.catch(() => undefined);
    const running = await Promise.race([started, setTimeout(5000, undefined, { ref: false })]);
    if (!running) return;
    await running.server.stop();
    running.forget();
  };
  const stop = (code) => {
    if (stopping) return;
    stopping = true;
    end()
      .catch((error) => console.error(describeError(error)))
      .finally(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  try {
    const running = await starting;
    if (stopping) return;
    announce(running);
    const { server } = running;
    server.exited.once('exit', (code) => {
      if (!stopping) console.error(`VS Code s'est arrêté / VS Code ended (exit ${code})\n${server.log().slice(-2000)}`);
      stop(1);
    });
  } catch (error) {
    // A terminal sends Ctrl+C to what is being started, too: its end is no fault then. This process hears of it a turn later.
    await setImmediate();
    if (!stopping) throw error;
  }
}

main().catch((error) => {
  console.error(`\n${describeError(error)}`);
  process.exit(1);
});
