import os from 'node:os';
import path from 'node:path';
import { peerVersion } from './peer.mjs';
import { readJson, repository } from './places.mjs';
import { git } from './revision.mjs';

/** What the figures were measured on, without anything that names the machine or its user. */
export function describeMachine() {
  const processors = os.cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: (processors[0]?.model ?? 'unknown processor').replace(/\s+/g, ' ').trim(),
    cores: processors.length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.arch()}`,
    node: process.version,
    own: `${readJson(path.join(repository, 'package.json')).version}${revision()}`,
    peer: peerVersion,
  };
}

function revision() {
  const hash = git('rev-parse', '--short=10', 'HEAD');
  if (hash === undefined) return '';
  const changes = git('status', '--porcelain', '--', 'server', 'protocol', 'package.json', 'esbuild.js');
  return ` (${hash}${changes === '' ? '' : ' with local changes'})`;
}
