import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateDossier } from './generate-dossier.mjs';
import { watched } from './loop-delays.mjs';
import { OpenDocument } from './open-document.mjs';
import { work } from './places.mjs';
import { ServerProcess } from './server-process.mjs';

const timeout = 300_000;
const perRequirement = 5.8;
/** The rest is links and numbers, some of which are planted findings. */
const fileShare = 0.95;
/** Neither a new finding nor work worth mentioning for that long: everything was looked at. */
const quietMs = 3000;
/** Share of a core that answering this measure's own questions takes at most. */
const busyShare = 0.3;
/** Seconds since 1970. */
const WRITTEN_AT = 1_760_000_000;

/**
 * A dossier with very many pieces of evidence: how long they are looked at, whether the server answers meanwhile, and
 * whether a second server reads any of them again.
 */
export async function measureEvidence(own, files, today, log) {
  const requirements = Math.ceil(files / perRequirement / fileShare);
  log(`${files} files of evidence: generating…`);
  const everything = { requirementsWithFiles: requirements, fileShare };
  const dossier = await generateDossier(path.join(work, 'data', 'evidence'), requirements, today, everything);
  // A whole second: every file system keeps it to the letter.
  for (const file of dossier.evidenceFiles) fs.utimesSync(file, WRITTEN_AT, WRITTEN_AT);
  own.forget();
  log('  looking at them…');
  const first = await look(own, dossier, 'evidence-first');
  const changed = overwrite(dossier.evidenceFiles);
  log('  again, in a new process…');
  const again = await look(own, dossier, 'evidence-again');
  return {
    files: dossier.files,
    requirements,
    bytes: dossier.evidenceFiles.reduce((sum, file) => sum + fs.statSync(file).size, 0),
    first,
    again,
    changed,
    /** Every changed byte would be a wrong digest. */
    seenAgain: again.wrongDigests - first.wrongDigests,
  };
}

async function look(own, dossier, name) {
  const { kind, read } = watched(own, name);
  const server = new ServerProcess(kind, dossier.folder);
  const result = { hover: [] };
  try {
    await server.initialize(timeout);
    const document = new OpenDocument(server, dossier.manifest);
    document.open(dossier.text);
    let last = await document.diagnostics(() => true, timeout, 'the first diagnostics');
    // What comes before is the manifest's; from here on it is the evidence's.
    server.signal('SIGUSR2');
    const start = performance.now();
    let changedAt = start;
    let worked = server.processorMs();
    let since = start;
    const place = { line: dossier.lines.length >> 1, character: 16 };
    while (performance.now() - changedAt < quietMs) {
      const asked = performance.now();
      await document.ask('textDocument/hover', place, timeout);
      result.hover.push(performance.now() - asked);
      const before = JSON.stringify(last);
      last = await document.diagnostics(() => true, timeout, 'diagnostics');
      const now = performance.now();
      if (JSON.stringify(last) !== before) changedAt = now;
      if (now - since > 500) {
        const total = server.processorMs();
        if ((total - worked) / (now - since) > busyShare) changedAt = now;
        [worked, since] = [total, now];
      }
      await pause(100);
    }
    result.settled = changedAt - start;
    result.diagnostics = last.length;
    result.wrongDigests = last.filter(({ code }) => code === 'preuve/empreinte-differente').length;
    result.peakMemory = server.peakMemory();
  } finally {
    await server.stop();
  }
  result.loop = read();
  return result;
}

/** Changes one byte of each file and leaves size, time and inode as they were: only reading tells. */
function overwrite(files) {
  for (const file of files) {
    const { size } = fs.statSync(file);
    const handle = fs.openSync(file, 'r+');
    try {
      fs.writeSync(handle, Buffer.from([0x7e]), 0, 1, size - 2);
      fs.futimesSync(handle, WRITTEN_AT, WRITTEN_AT);
    } finally {
      fs.closeSync(handle);
    }
  }
  return files.length;
}
