import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { badFiles, canMakeBadFiles } from '../kit/bad-files';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { runIn } from '../kit/writing-operations';

/** What is read, and the command line that reads it: without a guard a pipe is waited for until somebody writes to it. */
const readers: readonly { readonly path: string; readonly args: readonly string[] }[] = [
  { path: 'discussions/un.yaml', args: ['threads'] },
  { path: 'portefeuille.yaml', args: ['reuse', 'portefeuille.yaml'] },
  { path: 'p.zip', args: ['depot', 'p.zip'] },
  { path: 'p.zip', args: ['verify', 'p.zip'] },
  { path: 'r.txt', args: ['answers', 'r.txt'] },
  { path: 'r.xlsx', args: ['answers', 'r.xlsx'] },
  { path: 's.csv', args: ['intake', 's.csv'] },
  { path: 'c.yaml', args: ['intake', 'suivi.csv', '--correspondance', 'c.yaml'] },
  { path: 'o.yaml', args: ['merge', 'main.preuves.yaml', 'o.yaml', 'main.preuves.yaml', '-o', 'out.yaml'] },
  { path: 'rem.xlsx', args: ['import', 'rem.xlsx', '-o', 'x.rem.yaml'] },
  { path: 'n.rem.yaml', args: ['rem-diff', 'catalogue.rem.yaml', 'n.rem.yaml'] },
  { path: 'ailleurs.log', args: ['attach', 'ailleurs.log', '--preuve', 'INS/va1.56.01.01'] },
  { path: 'x.preuves.yaml', args: ['eligibility', 'x.preuves.yaml'] },
  { path: 'x.preuves.yaml', args: ['convert', 'x.preuves.yaml'] },
];

describe('special files on the command line', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-special-'));
    writeFileSync(join(folder, 'main.preuves.yaml'), diskManifest('exigences: {}\n'));
    writeFileSync(join(folder, 'catalogue.rem.yaml'), catalogueText);
    writeFileSync(join(folder, 'suivi.csv'), 'N° preuve;Responsable\nINS/va1.56.01.01;AM\n');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const kind of ['special', 'directory', 'brokenLink'] as const)
    for (const { path, args } of readers)
      it(`${args.join(' ')}: ${path} that is ${kind} is refused, and said`, async function () {
        if (!canMakeBadFiles) this.skip();
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        badFiles[kind](join(folder, path));
        const { code, said } = await runIn(folder, args);
        assert.notEqual(code, 0, said);
        assert.ok(said.trim() !== '');
        assert.doesNotMatch(said, /\n\s+at .*:\d+:\d+/);
      });
});
