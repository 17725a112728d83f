import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Why no bare root can be made here, undefined when one can. */
export function noBareRoot() {
  if (process.platform !== 'linux') return 'chroot is of Linux';
  if (process.getuid() !== 0) return 'only root may change the root';
  return ['/usr/bin/unshare', '/usr/sbin/chroot', '/usr/bin/ldd'].find((program) => !existsSync(program));
}

/** The instructions of a Containerfile: `{ name: 'RUN', text: 'npm …' }`. */
export function instructions(file) {
  const lines = readFileSync(file, 'utf8').replace(/\\\n/g, ' ').split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, text] = /^(\w+)\s+(.*)$/.exec(line);
      return { name, text };
    });
}

/**
 * A root of a file system with what the official image of Node has at least: Node, its npm, a shell. Nothing else of this
 * machine can be seen from within, and there is no network.
 */
export class BareRoot {
  path = mkdtempSync(join(tmpdir(), 'segur-root-'));

  /** @param {{ withNode?: boolean }} options */
  constructor({ withNode = true } = {}) {
    chmodSync(this.path, 0o755);
    for (const folder of [
      'tmp',
      'etc',
      'dev',
      'root',
      'home/node',
      'bin',
      'usr/bin',
      'usr/local/bin',
      'usr/local/lib/node_modules',
    ])
      mkdirSync(join(this.path, folder), { recursive: true });
    chmodSync(join(this.path, 'tmp'), 0o777);
    writeFileSync(join(this.path, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n');
    writeFileSync(join(this.path, 'dev/null'), '');
    chmodSync(join(this.path, 'dev/null'), 0o666);
    for (const [from, to] of Object.entries({
      '/bin/sh': '/bin/sh',
      '/usr/bin/env': '/usr/bin/env',
      '/bin/rm': '/bin/rm',
    }))
      this.#program(from, to);
    if (withNode) this.#addNode();
  }

  #addNode() {
    this.#program(process.execPath, '/usr/local/bin/node');
    const npm = dirname(
      dirname(realpathSync(execFileSync('/bin/sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim())),
    );
    cpSync(npm, join(this.path, 'usr/local/lib/node_modules/npm'), { recursive: true });
    symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(this.path, 'usr/local/bin/npm'));
  }

  /** Copies a program with the libraries that it loads. */
  #program(from, to) {
    copyFileSync(realpathSync(from), join(this.path, to));
    chmodSync(join(this.path, to), 0o755);
    for (const [library] of execFileSync('/usr/bin/ldd', [from], { encoding: 'utf8' }).matchAll(/\/\S+\.so\S*/g)) {
      mkdirSync(join(this.path, dirname(library)), { recursive: true });
      copyFileSync(realpathSync(library), join(this.path, library));
      chmodSync(join(this.path, library), 0o755);
    }
  }

  /** Runs a program within, as root or as the user `node`, in a folder. Returns its exit code and what it said. */
  run(args, { user = 'root', folder = '/' } = {}) {
    const as = user === 'root' ? '0:0' : '1000:1000';
    const script = `cd '${folder}' && exec "$@"`;
    const home = user === 'root' ? '/root' : `/home/${user}`;
    const command = [
      '--net',
      '/usr/sbin/chroot',
      `--userspec=${as}`,
      this.path,
      '/bin/sh',
      '-c',
      script,
      'sh',
      ...args,
    ];
    try {
      const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home };
      return {
        code: 0,
        out: execFileSync('/usr/bin/unshare', command, { env, encoding: 'utf8', stdio: 'pipe' }),
        err: '',
      };
    } catch (error) {
      return { code: error.status, out: error.stdout, err: error.stderr };
    }
  }

  /** Builds what the instructions say over this root, files coming from `context`. Returns how a container is started. */
  build(steps, context, args) {
    const image = { user: 'root', folder: '/', entry: [], command: [] };
    const filled = (text) => text.replace(/\$\{(\w+)\}/g, (_, name) => args[name]);
    for (const { name, text } of steps) {
      if (name === 'COPY') {
        const [from, to] = filled(text).split(/\s+/);
        copyFileSync(join(context, from), join(this.path, to));
      } else if (name === 'RUN') {
        const { code, out, err } = this.run(['/bin/sh', '-c', filled(text)], image);
        if (code !== 0) throw new Error(`${text}\n${out}${err}`);
      } else if (name === 'USER') image.user = text;
      else if (name === 'WORKDIR') {
        image.folder = text;
        mkdirSync(join(this.path, text), { recursive: true });
      } else if (name === 'ENTRYPOINT') image.entry = JSON.parse(text);
      else if (name === 'CMD') image.command = JSON.parse(text);
      else if (!['FROM', 'ARG'].includes(name)) throw new Error(`no test of ${name}`);
    }
    return image;
  }

  /** Puts a program of this machine into the root, with the libraries that it loads. */
  putProgram(file, to) {
    this.#program(file, to);
  }

  /** Puts a folder of this machine into the root; a container would have it mounted. */
  put(folder, to) {
    cpSync(folder, join(this.path, to), { recursive: true });
  }

  remove() {
    if (basename(this.path).startsWith('segur-root-')) rmSync(this.path, { recursive: true, force: true });
  }
}
