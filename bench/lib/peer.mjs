import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm, npmFailure } from '../../scripts/npm.mjs';
import { BenchError } from './bench-error.mjs';
import { ids } from './figures.mjs';
import { bench, readJson, repository } from './places.mjs';

const folder = path.join(bench, 'node_modules', 'yaml-language-server');
const pinned = readJson(path.join(bench, 'package.json')).dependencies['yaml-language-server'];

/** Installs the peer on first use, as bench/package-lock.json pins it. */
export function installPeer(log) {
  const manifest = path.join(folder, 'package.json');
  if (fs.existsSync(manifest) && readJson(manifest).version === pinned) return;
  log(`Installing yaml-language-server ${pinned} in bench/node_modules…`);
  try {
    npm(['ci'], { cwd: bench });
  } catch (error) {
    throw new BenchError(`The peer could not be installed (npm ci in bench/): ${npmFailure(error)}`);
  }
}

/**
 * yaml-language-server with this project's schema, with its fixed delay of 200 ms or without it.
 * @param {{ delay: boolean, schema: string | undefined }} options `schema`: another schema than the published one
 */
export function peer({ delay, schema = path.join(repository, 'schemas', 'manifest.schema.json') }) {
  if (!fs.existsSync(schema))
    throw new BenchError(`${path.relative(process.cwd(), schema)} is missing: run npm run generate.`);
  const yaml = {
    validate: true,
    hover: true,
    completion: true,
    format: { enable: false },
    // Nothing is fetched: the only schema is ours.
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    // The second pattern is for the bench's own folder: a wildcard matches no name that begins with a dot.
    schemas: { [pathToFileURL(schema).href]: ['*.preuves.yaml', '**/.work/data/*/*.preuves.yaml'] },
  };
  const preload = delay ? [] : ['--require', path.join(bench, 'no-delay.cjs')];
  return {
    id: delay ? ids.peer : ids.peerWithoutDelay,
    name: delay ? 'yaml-language-server' : 'yaml-language-server (no delay)',
    own: false,
    command: [process.execPath, ...preload, path.join(folder, 'bin', 'yaml-language-server'), '--stdio'],
    configuration: { yaml, http: {} },
  };
}

export const peerVersion = pinned;
