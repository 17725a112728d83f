// `npm run screenshots [-- NAME…]`: pictures of the packaged extension on the examples, into out/screenshots/.
import { root } from './bootstrap.mjs';
import { relative } from 'node:path';
import { mainManifests } from '../test/host/examples.mjs';
import { describeError } from '../test/host/missing.mjs';
import { WorkbenchPage } from '../test/host/workbench-page.mjs';
import { build, packageVsix, vsix } from './package-vsix.mjs';

/**
 * The pictures by name. Each starts in the same window, with the main manifest of the first example open, and leaves it so that
 * the next can start.
 * @type {Record<string, (window: WorkbenchPage) => Promise<void>>}
 */
const scenes = {
  findings: async (window) => {
    await window.openProblems('segur');
    await window.page.locator('.markers-panel .monaco-list-row').first().waitFor();
  },
};

async function main() {
  if (!build() || !packageVsix()) return 1;
  const wanted = process.argv.slice(2);
  const names = Object.keys(scenes).filter((name) => wanted.length === 0 || wanted.includes(name));
  const window = await WorkbenchPage.open({ vsix });
  let failed = 0;
  try {
    const [manifest] = mainManifests(window.folder);
    await window.openFile(manifest);
    for (const name of names) {
      try {
        await scenes[name](window);
        console.log(relative(root, await window.shot(name)));
      } catch (error) {
        failed += 1;
        console.error(`${name}: ${error.message}\n  see ${relative(root, await window.shot(`failed-${name}`))}`);
      }
    }
  } finally {
    await window.close();
  }
  return failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
