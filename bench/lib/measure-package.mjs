import { execFileSync } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { importTypeScript } from '../../scripts/import-typescript.mjs';
import { work } from './places.mjs';

const chunk = 1 << 20;
const never = { isCancellationRequested: false };

/**
 * Digesting and packaging large evidence, in turns so that a busy machine slows all of them alike.
 * @param {string} bundleFolder folder of the built server, whose threads digest
 * @returns bytes, and durations in milliseconds of each way, one for each round
 */
export async function measurePackage(bundleFolder, { files, mebibytes, rounds }, log) {
  const folder = path.join(work, 'data', 'package');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  log(`${files} × ${mebibytes} MiB: generating…`);
  const paths = Array.from({ length: files }, (_, index) => path.join(folder, `film${index}.bin`));
  for (const file of paths) writeRandom(file, mebibytes);
  const host = await importTypeScript(
    'server/host/archive/stored-zip-writer',
    'server/host/archive/node-file-operations',
    'server/host/archive/write-archive',
    'server/host/evidence/node-evidence-files',
  );
  const zip = path.join(folder, 'paquet.zip');
  const entries = paths.map((file) => ({ name: path.basename(file), source: { kind: 'file', path: file } }));
  const ways = {
    /** One core, as fast as this runtime does it. */
    hash: () => paths.forEach(digest),
    openssl: () => execFileSync('openssl', ['dgst', '-sha256', ...paths]),
    evidence: async () => {
      const evidence = new host.NodeEvidenceFiles({ bundleFolder });
      await evidence.scan(
        pathToFileURL(folder).href,
        paths.map((file) => path.basename(file)),
        never,
      );
    },
    /** What the file system allows: no digest at all. */
    plain: () => copyPlainly(paths, zip),
    copy: () => copyOnce(host, zip, entries),
    package: () => host.writeArchive({ target: zip, entries, timestamp: new Date(0) }),
  };
  const result = { bytes: files * mebibytes * chunk, durations: {}, failures: {} };
  for (let round = 0; round < rounds; round++) {
    log(`  round ${round + 1} of ${rounds}…`);
    for (const [name, way] of Object.entries(ways)) {
      fs.rmSync(zip, { force: true });
      try {
        const start = performance.now();
        await way();
        (result.durations[name] ??= []).push(performance.now() - start);
      } catch (error) {
        result.failures[name] = error.message.split('\n')[0];
      }
    }
  }
  fs.rmSync(folder, { recursive: true, force: true });
  return result;
}

function copyPlainly(paths, target) {
  const buffer = Buffer.allocUnsafe(chunk);
  const into = fs.openSync(target, 'w');
  try {
    for (const file of paths) {
      const from = fs.openSync(file);
      try {
        for (let read = fs.readSync(from, buffer); read > 0; read = fs.readSync(from, buffer)) {
          fs.writeSync(into, buffer, 0, read);
        }
      } finally {
        fs.closeSync(from);
      }
    }
  } finally {
    fs.closeSync(into);
  }
}

/** Everything but the digests' verification: one pass over each file. */
async function copyOnce({ StoredZipWriter, nodeFileOperations }, target, entries) {
  const file = await nodeFileOperations.create(target);
  const writer = new StoredZipWriter(file, { evidence: nodeFileOperations, timestamp: new Date(0) });
  try {
    for (const entry of entries) await writer.add(entry);
    await writer.finish();
  } finally {
    await writer.close();
    await file.close();
  }
}

function digest(file) {
  const buffer = Buffer.allocUnsafe(chunk);
  const hash = createHash('sha256');
  const handle = fs.openSync(file);
  try {
    for (let read = fs.readSync(handle, buffer); read > 0; read = fs.readSync(handle, buffer)) {
      hash.update(buffer.subarray(0, read));
    }
  } finally {
    fs.closeSync(handle);
  }
  return hash.digest('hex');
}

function writeRandom(file, mebibytes) {
  const buffer = randomFillSync(Buffer.allocUnsafe(chunk));
  const handle = fs.openSync(file, 'w');
  try {
    for (let index = 0; index < mebibytes; index++) {
      buffer.writeUInt32LE(index, 0);
      fs.writeSync(handle, buffer);
    }
  } finally {
    fs.closeSync(handle);
  }
}
