#!/usr/bin/env node
// Takes the arguments that @vscode/test-electron gives to a desktop VS Code, and runs the suite in the web workbench instead:
// VSCODE_EXECUTABLE_PATH=./test/host/code-web.mjs npm run test:desktop tries that runner without a download.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { versions } from './install.mjs';
import { describeError } from './missing.mjs';
import { runSuite } from './run.mjs';

const option = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const folder = process.argv.slice(2).find((word) => !word.startsWith('-') && existsSync(word));
try {
  process.exitCode = await runSuite({
    version: process.env.VSCODE_WEB_VERSION || versions[0],
    folder: resolve(folder ?? mkdtempSync(join(tmpdir(), 'segur-preuves-empty-'))),
    extension: option('extensionDevelopmentPath'),
    tests: option('extensionTestsPath'),
    proof: /\b[1-9]\d* (passing|passed)\b/,
    print: (line) => console.log(line),
  });
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
