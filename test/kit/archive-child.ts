// A process that writes one archive, to be killed: node archive-child.js TARGET EVIDENCE…
import { basename } from 'node:path';
import { writeArchive } from '../../server/host/archive/write-archive';

async function main(): Promise<void> {
  const [target = '', ...evidence] = process.argv.slice(2);
  const entries = evidence.map((path) => ({ name: basename(path), source: { kind: 'file' as const, path } }));
  await writeArchive({ target, entries, timestamp: new Date(0) });
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
