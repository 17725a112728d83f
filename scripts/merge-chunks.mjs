// What esbuild splits off, one file for each way of sharing, put together again: a usual run would open some 160 small files,
// and to find, read and link each costs more than what is in it.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

/** An import of another file as esbuild writes it at the top of a chunk. */
const staticImport = /(?<=^|[;}\n])import(?:\{([^}]*)\}from)?"\.\/([^"/]+\.mjs)"/g;

/**
 * Merges the chunks of a split build, in place: those that the same of some entry points load at once become one file.
 * Files that are asked for by name (entry points, what is loaded later) keep it.
 * @param {Record<string, import('esbuild').Metafile['outputs'][string]>} outputs of the build, by path; they follow
 * @param {readonly { from: string, later?: boolean }[]} runs sources whose runs are to open few files, and no code that they do
 * not need; `later`: with all that they load later, one file at a time
 * @param {object} options for esbuild, of the build
 */
export async function mergeChunks(outputs, runs, options) {
  const members = groupsOf(outputs, runs);
  const hubs = new Map();
  /** For each chunk that was merged: the file it is in, and what its exports are called there. */
  const merged = new Map();
  for (const group of members) {
    const hub = { group, file: `shared-${nameOf(group)}.mjs` };
    group.forEach((file, index) => merged.set(basename(file), { hub: hub.file, prefix: `c${index}_` }));
    hubs.set(hub.file, hub);
  }
  const texts = new Map();
  for (const { group, file } of hubs.values()) texts.set(file, await bundled(group, outputs, merged, options));
  const merges = new Set(members.flat());
  for (const [file, { imports, entryPoint, exports }] of Object.entries(outputs)) {
    if (!file.endsWith('.mjs')) continue;
    const name = basename(file);
    if (!merges.has(file)) texts.set(name, redirected(readFileSync(file, 'utf8'), imports, merged, name));
    else if (entryPoint !== undefined) texts.set(name, forwarding(exports, merged.get(name)));
    else rmSync(file);
    if (merges.has(file)) rmSync(`${file}.map`, { force: true });
  }
  const folder = dirname(Object.keys(outputs)[0]);
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
  for (const { group, file } of hubs.values()) {
    const inputs = Object.assign({}, ...group.map((one) => outputs[one].inputs));
    for (const one of group)
      if (outputs[one].entryPoint === undefined) delete outputs[one];
      else outputs[one] = { ...outputs[one], inputs: {} };
    outputs[join(folder, file)] = { bytes: texts.get(file).length, inputs, imports: [], exports: [] };
  }
}

/** Chunks by which of the runs load them, in the order in which they run; single ones stay as they are. */
function groupsOf(outputs, runs) {
  const ways = new Map();
  runs.forEach(({ from, later }, way) => {
    const root = Object.keys(outputs).find((file) => outputs[file].entryPoint === from);
    if (root === undefined) throw new Error(`no bundle of ${from}`);
    const visited = new Set();
    const visit = (file) => {
      if (visited.has(file)) return;
      visited.add(file);
      for (const { path, kind, external } of outputs[file].imports)
        if (!external && (later || kind === 'import-statement')) visit(path);
      ways.set(file, `${ways.get(file) ?? ''} ${way}`);
    };
    visit(root);
  });
  const groups = new Map();
  for (const [file, way] of ways) groups.set(way, [...(groups.get(way) ?? []), file]);
  const isAtOnce = (way) =>
    way
      .trim()
      .split(' ')
      .some((index) => !runs[Number(index)].later);
  // What starts a process or a thread is asked for by its own name, and is small.
  return [...groups]
    .flatMap(([way, group]) => (isAtOnce(way) ? [group] : []))
    .map((group) => group.filter((file) => !/\/(start|reading-thread)\.mjs$/.test(file)))
    .filter((group) => group.length > 1);
}

function nameOf(group) {
  return createHash('sha256')
    .update(group.map((file) => basename(file)).join('\n'))
    .digest('hex')
    .slice(0, 8)
    .toUpperCase();
}

/** The text of one file with all chunks of a group. */
async function bundled(group, outputs, merged, options) {
  const inside = new Set(group.map((file) => basename(file)));
  const folder = dirname(group[0]);
  const lines = group.map((file) => {
    const name = basename(file);
    const names = outputs[file].exports.map((one) => `${one} as ${merged.get(name).prefix}${one}`);
    return names.length > 0 ? `export {${names.join()}} from "./${name}";` : `import "./${name}";`;
  });
  const { outputFiles, metafile } = await build({
    bundle: true,
    platform: options.platform,
    target: options.target,
    format: 'esm',
    minify: options.minify,
    logLevel: options.logLevel,
    external: ['vscode'],
    metafile: true,
    write: false,
    stdin: { contents: lines.join('\n'), resolveDir: folder },
    outfile: join(folder, 'shared.mjs'),
    plugins: [
      {
        name: 'others-stay-outside',
        setup({ onResolve }) {
          onResolve({ filter: /^\.\/[^/]+\.mjs$/ }, ({ path, kind }) =>
            kind === 'import-statement' && inside.has(basename(path)) ? undefined : { path, external: true },
          );
        },
      },
    ],
  });
  const [{ imports }] = Object.values(metafile.outputs);
  return redirected(outputFiles[0].text, imports, merged, `shared ${folder}`);
}

/** A chunk whose imports of merged chunks lead to where those are now. @throws when one was not found */
function redirected(text, imports, merged, name) {
  let found = 0;
  const changed = text.replace(staticImport, (whole, names, file) => {
    found++;
    const place = merged.get(file);
    if (!place) return whole;
    return names === undefined
      ? `import"./${place.hub}"`
      : `import{${prefixed(names, place.prefix)}}from"./${place.hub}"`;
  });
  const wanted = imports.filter(({ path, kind }) => kind === 'import-statement' && /\.mjs$/.test(path)).length;
  if (found !== wanted) throw new Error(`${name}: ${found} of ${wanted} imports were found`);
  return changed;
}

/** `a as b, c` as `c0_a as b, c0_c as c`. */
function prefixed(names, prefix) {
  return names
    .split(',')
    .map((name) => name.trim())
    .map((name) => `${prefix}${/ as /.test(name) ? name : `${name} as ${name}`}`)
    .join();
}

/** What stays under the name of a merged chunk that is loaded by name. */
function forwarding(exports, { hub, prefix }) {
  return `export{${exports.map((name) => `${prefix}${name} as ${name}`).join()}}from"./${hub}";\n`;
}
