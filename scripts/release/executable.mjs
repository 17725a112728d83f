// The command as one file, with Node in it: for machines where nothing can be installed. Made for the machine that makes it.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { npmFiles, npmPackage } from './npm-package.mjs';

const work = join(root, 'out/executable');
export const executable = {
  file: join(root, 'out', `${npmPackage.name}-${npmPackage.version}-${process.platform}-${process.arch}`),
};

/** What injects the blob: the tool that Node's documentation names. npx fetches it; it is asked for here only. */
const injector = 'postject@1.0.0-alpha.6';
/** The mark that Node's documentation gives. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: work, encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${error?.message ?? `${stdout}${stderr}`}`);
}

/**
 * Makes the executable out of dist/ as it was built and the Node that runs this. Needs npm's registry, for the injector.
 * @throws on other systems than Linux: those of Apple and Microsoft ask for a signature, which was not tried
 */
export function makeExecutable() {
  if (process.platform !== 'linux') throw new Error('the single executable is made on Linux only');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const files = Object.keys(npmFiles()).filter((file) => file.startsWith('dist/'));
  const digest = createHash('sha256');
  for (const file of files) digest.update(`${file}\0`).update(readFileSync(join(root, file)));
  const name = `${npmPackage.version}-${digest.digest('hex').slice(0, 16)}`;
  writeFileSync(join(work, 'list.json'), JSON.stringify({ name, files }));
  const configuration = {
    main: join(root, 'scripts/release/executable-main.cjs'),
    output: 'blob',
    disableExperimentalSEAWarning: true,
    assets: { list: 'list.json', ...Object.fromEntries(files.map((file) => [file, join(root, file)])) },
  };
  writeFileSync(join(work, 'sea.json'), JSON.stringify(configuration));
  run(process.execPath, ['--experimental-sea-config', 'sea.json']);
  rmSync(executable.file, { force: true });
  copyFileSync(process.execPath, executable.file);
  chmodSync(executable.file, 0o755);
  run('npx', ['--yes', injector, executable.file, 'NODE_SEA_BLOB', 'blob', '--sentinel-fuse', fuse]);
}
