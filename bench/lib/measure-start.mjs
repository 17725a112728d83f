import { patience, showsAll } from './measure-editing.mjs';
import { OpenDocument } from './open-document.mjs';
import { ServerProcess } from './server-process.mjs';

/**
 * Starts each server again and again, in turn, and opens the manifest: how long until its first diagnostics show what is
 * wrong in the text (planted findings that every server sees).
 * @returns one list of durations in milliseconds for each kind, in the same order
 */
export async function measureStart(dossier, kinds, runs) {
  const durations = kinds.map(() => []);
  const timeout = patience(dossier.requirements);
  for (let run = 0; run < runs; run++) {
    for (let turn = 0; turn < kinds.length; turn++) {
      const at = (turn + run) % kinds.length;
      kinds[at].forget?.();
      const server = new ServerProcess(kinds[at], dossier.folder);
      try {
        await server.initialize(timeout);
        const document = new OpenDocument(server, dossier.manifest);
        document.open(dossier.text);
        await document.diagnostics(showsAll(dossier.planted, 'both'), timeout, 'the first diagnostics');
        durations[at].push(performance.now() - server.spawnedAt);
      } finally {
        await server.stop();
      }
    }
  }
  return durations;
}
