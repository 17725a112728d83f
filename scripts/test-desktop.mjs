// `npm run test:desktop`: the workbench suite in the desktop VS Code, which @vscode/test-electron downloads (internet needed).
//   VSCODE_EXECUTABLE_PATH=…    an installed one instead
//   VSCODE_VERSION=1.100.3      that version instead of the newest
import { root } from './bootstrap.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExamples } from '../test/host/examples.mjs';
import { build } from './package-vsix.mjs';

async function main() {
  if (!build('--tests')) return 1;
  const { runTests } = await import('@vscode/test-electron');
  const { folder, forget } = copyExamples();
  // What the suite reads is in French, while the editor's own titles are in English.
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'segurPreuves.langue': 'fr' }));
  const { VSCODE_EXECUTABLE_PATH: vscodeExecutablePath, VSCODE_VERSION: version } = process.env;
  try {
    return await runTests({
      ...(vscodeExecutablePath ? { vscodeExecutablePath } : {}),
      ...(version ? { version } : {}),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out/test/workbench-run.js'),
      launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'],
    });
  } catch (error) {
    console.error(
      `${error.message}\nA desktop VS Code is downloaded for this: go online, or set VSCODE_EXECUTABLE_PATH.`,
    );
    return 1;
  } finally {
    forget();
  }
}

process.exitCode = await main();
