import { build } from 'esbuild';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageVsix, vsix } from '../../scripts/package-vsix.mjs';
import { newest } from '../../test/host/install.mjs';
import { runSuite } from '../../test/host/run.mjs';
import { choosePath } from '../../test/journey/dialogs.mjs';
import { BenchError } from './bench-error.mjs';
import { generateDossier } from './generate-dossier.mjs';
import { repository } from './places.mjs';
import { tellSoak } from './soak-report.mjs';

/** Besides the time of the work: to start, and to end the round that goes on. */
const slack = 20 * 60_000;

const megabytes = ['server', 'serverResident', 'host', 'hostResident'];
const counts = ['serverFiles', 'serverThreads', 'serverOpen', 'hostFiles', 'hostOpen', 'watches'];
const keys = Object.fromEntries([...megabytes.map((key) => [key, ' MiB']), ...counts.map((key) => [key, ''])]);

/**
 * A long day in VS Code, with the extension as dist/ has it, and prints how it went; also how far, where something did not work.
 * @param {number} duration milliseconds
 * @param {number} pace between two rounds of work, in milliseconds
 */
export async function soakWorkbench(requirements, duration, pace) {
  const away = fs.mkdtempSync(path.join(os.tmpdir(), 'segur-soak-'));
  const folder = path.join(away, 'dossier');
  const figures = path.join(away, 'figures.json');
  try {
    // Evidence that is read whole: of pictures a person would be asked, in a dialog that a session of tests is refused.
    const { manifest } = await generateDossier(folder, requirements, new Date(), { clinical: 'messages' });
    fs.renameSync(manifest, path.join(folder, 'main.preuves.yaml'));
    // The name tells the dispositif.
    const workbook = path.join(away, 'MDV-LGC-Va2.xlsx');
    fs.copyFileSync(path.join(repository, 'test', 'fixtures', 'workbooks', 'vague2.xlsx'), workbook);
    const file = path.join(away, path.basename(vsix.file));
    if (!packageVsix(file)) throw new BenchError('The extension could not be packaged.');
    /** @type {import('../../test/soak/plan').SoakPlan} */
    const plan = {
      minutes: duration / 60_000,
      pace,
      sample: Math.min(60_000, duration / 10),
      probe: path.join(repository, 'bench', 'memory-probe.cjs'),
      memory: path.join(away, 'memory.json'),
      workbook,
      figures,
    };
    let page;
    const code = await runSuite({
      version: newest,
      folder,
      vsix: { file, id: vsix.id },
      tests: await session(away),
      proof: /^\[soak\] done$/,
      env: { SEGUR_SOAK: JSON.stringify(plan) },
      limit: duration + slack,
      opened: (one) => (page = one),
      print: (line) => {
        if (line.startsWith('[soak]')) console.error(line);
        const target = /^\[soak\] packages (.+)$/.exec(line)?.[1];
        // Where it does not come to its end, the session says that there is no package.
        if (target !== undefined) draft(page, target).catch((error) => console.error(error.message));
      },
    });
    if (fs.existsSync(figures)) {
      const { samples, ...told } = JSON.parse(fs.readFileSync(figures, 'utf8'));
      tellSoak({ requirements, duration: samples.at(-1).at, samples, keys, ...told });
    }
    if (code !== 0) throw new BenchError('It did not come to its end.');
  } finally {
    fs.rmSync(away, { recursive: true, force: true });
  }
}

/** Goes through what is asked before a draft is packaged, as a person does: a command cannot answer where a file is to go. */
async function draft(page, target) {
  const chapters = page.locator('.quick-input-widget input[placeholder^="Chapitres"]');
  const blocked = page.locator('.quick-input-list .monaco-list-row', { hasText: 'brouillon' }).first();
  await chapters.or(blocked).first().waitFor();
  if (await chapters.isVisible()) await page.keyboard.press('Enter');
  await blocked.click();
  await choosePath(page, target, 'OK');
}

/** What the extension host runs. */
async function session(folder) {
  const outfile = path.join(folder, 'soak-run.js');
  await build({
    entryPoints: [path.join(repository, 'test', 'soak', 'run.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    outfile,
  });
  return outfile;
}
