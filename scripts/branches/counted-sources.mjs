import { readFile } from 'node:fs/promises';
import { createInstrumenter } from 'istanbul-lib-instrument';

/**
 * TypeScript is counted before it is compiled. Counted in what was compiled, half of what a report calls a branch is the
 * compiler's: its helpers, exports that nobody reads, imports that do not exist at run time.
 */
const instrumenter = createInstrumenter({ esModules: true, parserPlugins: ['typescript'], compact: false });

/** Sources that are counted, of paths with `/`. */
export const isCounted = (path) =>
  /(?:^|\/)server\/(?:core|language)\/.*\.ts$/.test(path) &&
  !/\.(?:test|generated)\.ts$|\.d\.ts$|\/testing\//.test(path);

/** @returns a source that counts in `__coverage__` what is run of it, and its counts while nothing is. */
export function countedSource(path, source) {
  const contents = instrumenter.instrumentSync(source, path);
  return { contents, counts: instrumenter.lastFileCoverage() };
}

/** For esbuild: sources of core and language count, all others are as they are. */
export const countsBranches = {
  name: 'counts-branches',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!isCounted(path.replaceAll('\\', '/'))) return undefined;
      return { contents: countedSource(path, await readFile(path, 'utf8')).contents, loader: 'ts' };
    });
  },
};
