// Preloaded into a process that is to be killed (`node --require`). Calls of the file system that name something under
// KILL_FOLDER are numbered from 0; at the one of number KILL_AT the process kills itself as nobody can prevent: before it,
// after it, or, where it writes, once half of it is written (KILL_WHEN). At the end of a process that lived, KILL_COUNT
// is a file that tells how many calls there were, and which was the first that changes something.
const { Buffer } = require('node:buffer');
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { sep } = require('node:path');
const process = require('node:process');
const { isMainThread } = require('node:worker_threads');
const known = require('./file-calls.json');

const { KILL_FOLDER: base = '', KILL_AT = '-1', KILL_WHEN: when = 'before', KILL_COUNT: file } = process.env;
const at = Number(KILL_AT);
const changing = new Set([...known.changing, ...known.ofOpenFile.changing]);
const functions = [...known.reading, ...known.changing];
const methods = [...known.ofOpenFile.reading, ...known.ofOpenFile.changing];
let calls = 0;
let firstChange;

const die = () => process.kill(process.pid, 'SIGKILL');
const isOurs = (path) => typeof path === 'string' && (path === base || path.startsWith(base + sep));

/** Numbers a call. @returns whether it is the one at which the process dies */
function count(name, args) {
  const isChange =
    changing.has(name) ||
    (name === 'open' &&
      typeof args[1] !== 'undefined' &&
      args[1] !== 'r' &&
      Boolean(args[1] & 3 || /[wax+]/.test(String(args[1]))));
  if (isChange) firstChange ??= calls;
  return calls++ === at;
}

/** Does half of what a call would write. */
function writeHalf(handle, data) {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  if (!ArrayBuffer.isView(bytes)) return;
  fs.writeSync(handle.fd, bytes, 0, Math.floor(bytes.byteLength / 2));
}

/** @param {'path' | 'handle'} kind what `args` are about */
async function perform(name, args, call, handle) {
  if (!count(name, args)) return await call();
  if (when === 'half' && handle && /^(?:write|append)/.test(name)) writeHalf(handle, args[0]);
  if (when === 'after') await call();
  die();
  // The signal is on its way.
  return await new Promise(() => undefined);
}

function patchHandle(handle, files) {
  const own = Object.getPrototypeOf(handle);
  for (const name of methods) {
    const kept = own[name];
    own[name] = function (...args) {
      const call = () => kept.apply(this, args);
      return files.has(this) ? perform(name, args, call, this) : call();
    };
  }
}

if (isMainThread && base !== '') {
  const files = new WeakSet();
  let isPatched = false;
  for (const name of functions) {
    const kept = fs.promises[name];
    if (kept === undefined) continue;
    fs.promises[name] = async (...args) => {
      const call = () => kept.apply(fs.promises, args);
      if (!args.some(isOurs)) return await call();
      const result = await perform(name, args, call);
      if (name === 'open') {
        if (!isPatched) patchHandle(result, files);
        isPatched = true;
        files.add(result);
      }
      return result;
    };
  }
  syncBuiltinESMExports();
  if (file !== undefined)
    process.on('exit', () => fs.writeFileSync(file, JSON.stringify({ calls, firstChange: firstChange ?? calls })));
}
