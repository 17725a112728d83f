import path from 'node:path';
import { parseArgs } from 'node:util';
import { BenchError } from './bench-error.mjs';

export const usage = `Usage: npm run bench -- [options]

Measures the language server beside yaml-language-server on the same generated manifests, in one run.
A full run (no option) takes up to twenty minutes and rewrites the tables and the chart of docs/benchmarks.md.

  --quick             50 and 200 requirements, few edits: does it work, and roughly how fast
  --sizes 200,1000    these numbers of requirements (50, 200, 1000, 5000, 20000: the last without the peer)
  --parts editing     only these parts: editing, workspace, evidence, package
  --compare REV       instead of the peer, the server of an earlier git revision, pair by pair; and the command line
  --no-build          measure dist/cli.js as it is
  --server FILE       measure this bundle of our server (implies --no-build)
  --schema FILE       give the peer this schema instead of schemas/manifest.schema.json
  --profile           also write a CPU profile of our server for each size, under bench/.work/profiles
  --help`;

const fullSizes = [50, 200, 1000, 5000, 20_000];
const allParts = ['editing', 'workspace', 'evidence', 'package'];

/** @param {string[]} args @returns what to do; @throws BenchError for what it does not understand */
export function readArguments(args) {
  let values;
  try {
    values = parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        sizes: { type: 'string' },
        parts: { type: 'string' },
        compare: { type: 'string' },
        'no-build': { type: 'boolean', default: false },
        server: { type: 'string' },
        schema: { type: 'string' },
        profile: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new BenchError(`${error.message}\n\n${usage}`);
  }
  const { quick } = values;
  const sizes = values.sizes === undefined ? (quick ? [50, 200] : fullSizes) : values.sizes.split(',').map(readSize);
  return {
    help: values.help,
    quick,
    sizes,
    parts: values.parts === undefined ? allParts : values.parts.split(',').map(readPart),
    compare: values.compare,
    build: !values['no-build'] && values.server === undefined,
    server: values.server === undefined ? undefined : path.resolve(values.server),
    schema: values.schema === undefined ? undefined : path.resolve(values.schema),
    profile: values.profile,
    /** Only a run that measures everything, of the current server and with the published schema, is worth keeping. */
    publish:
      !quick &&
      !values.profile &&
      [values.sizes, values.parts, values.compare, values.server, values.schema].every((value) => value === undefined),
  };
}

function readPart(text) {
  if (!allParts.includes(text)) throw new BenchError(`--parts: "${text}" is none of ${allParts.join(', ')}`);
  return text;
}

function readSize(text) {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 20 || size > 100_000) {
    throw new BenchError(`--sizes: "${text}" is not a number of requirements between 20 and 100000`);
  }
  return size;
}
