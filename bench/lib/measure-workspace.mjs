import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { editSpots } from './edit-spots.mjs';
import { generateDossier } from './generate-dossier.mjs';
import { watched } from './loop-delays.mjs';
import { OpenDocument } from './open-document.mjs';
import { work } from './places.mjs';
import { ServerProcess } from './server-process.mjs';
import { WorkspacePull } from './workspace-pull.mjs';

const timeout = 300_000;

/**
 * Many dossiers in one workspace: how long until all of them were told of, how fast an edit in one of them is, and whether
 * the others are left alone by it.
 * @param {{ dossiers: number, requirements: number, edits: number }} scale
 */
export async function measureWorkspace(own, { dossiers, requirements, edits }, today, log) {
  const folder = path.join(work, 'data', 'workspace');
  fs.rmSync(folder, { recursive: true, force: true });
  log(`${dossiers} dossiers of ${requirements} requirements: generating…`);
  const first = await generateDossier(path.join(folder, 'd01'), requirements, today, { requirementsWithFiles: 60 });
  for (let index = 2; index <= dossiers; index++) {
    fs.cpSync(first.folder, path.join(folder, `d${String(index).padStart(2, '0')}`), { recursive: true });
  }
  log('  checking…');
  own.forget();
  const { kind, read } = watched(own, 'workspace');
  const server = new ServerProcess(kind, folder);
  const result = { dossiers, requirements, files: first.files * dossiers, edits: [] };
  try {
    await server.initialize(timeout);
    const pull = new WorkspacePull(server);
    result.all = await pull.all(dossiers, timeout);
    result.first = pull.parts[0].at - pull.startedAt;
    await pull.quiet(3000, timeout);
    result.settled = (pull.parts.at(-1)?.at ?? pull.startedAt) - pull.startedAt;
    server.signal('SIGUSR2');
    const document = new OpenDocument(server, first.manifest);
    document.open(first.text);
    const diagnostics = await document.diagnostics(() => true, timeout, 'diagnostics');
    const taken = new Set(diagnostics.map(({ range }) => range.start.line));
    const nextSpot = editSpots(first.lines, taken, requirements);
    const [partsBefore, uri] = [pull.parts.length, pathToFileURL(first.manifest).href];
    const shows = (line, wrong) => (all) => all.some(({ range }) => range.start.line === line) === wrong;
    for (let round = 0; round < edits / 2 + 1; round++) {
      const spot = nextSpot();
      for (const wrong of [true, false]) {
        const start = performance.now();
        document.edit(spot, 1, wrong ? spot.wrong : spot.text);
        await document.diagnostics(shows(spot.line, wrong), timeout, 'diagnostics after an edit');
        if (round > 0) result.edits.push(performance.now() - start);
        // Long enough for what follows in the other dossiers, if anything does.
        await pause(150);
      }
    }
    result.othersToldAgain = pull.parts
      .slice(partsBefore)
      .flatMap(({ uris }) => uris.filter((one) => one !== uri)).length;
    result.peakMemory = server.peakMemory();
  } finally {
    await server.stop();
  }
  result.loop = read();
  return result;
}
