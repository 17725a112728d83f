// What the single executable runs: it puts the command, which it holds, into the user's cache once, and starts it from there.
// Threads, catalogues and fonts are found beside the command, as they are after an installation.
'use strict';
/* global process, Buffer */
const { mkdirSync, mkdtempSync, existsSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { homedir, tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { getAsset, getRawAsset } = require('node:sea');

/** @type {{ name: string, files: string[] }} the name holds the version and a digest of the files */
const { name, files } = JSON.parse(getAsset('list', 'utf8'));

/** Where a user's programs keep what they can make again. */
function cacheFolder() {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
}

function unpack(folder) {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), Buffer.from(getRawAsset(file)));
  }
}

/** The folder of the command. Several starts at once each write their own; the first to be whole is kept. */
function commandFolder() {
  const parent = join(cacheFolder(), 'segur-preuves');
  const folder = join(parent, name);
  if (existsSync(folder)) return folder;
  let own;
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    own = mkdtempSync(join(parent, 'new-'));
    unpack(own);
  } catch (error) {
    // A home that cannot be written, or none: what is unpacked goes with the process.
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'ENOSPC'].includes(error.code)) throw error;
    if (own !== undefined) rmSync(own, { recursive: true, force: true });
    const passing = mkdtempSync(join(tmpdir(), 'segur-preuves-'));
    process.once('exit', () => rmSync(passing, { recursive: true, force: true }));
    unpack(passing);
    return passing;
  }
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
}

createRequire(join(commandFolder(), 'dist', 'cli.js'))('./cli.js');
