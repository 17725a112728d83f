import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/** The day for which the example was written. */
export const day = '2026-11-20';

/** A home and a folder with nothing in them, and Node with its npm: what a user of the package has. */
export class EmptyMachine {
  #path = mkdtempSync(join(tmpdir(), 'segur release é '));
  #env;

  /** @param {{ registry?: string }} options where npm looks; nowhere without one */
  constructor({ registry = 'http://127.0.0.1:9/' } = {}) {
    for (const folder of ['home', 'work', 'prefix']) mkdirSync(join(this.#path, folder));
    const settings = [`registry=${registry}`, `${registry.replace(/^http:/, '')}:_authToken=none`, 'fetch-retries=0'];
    writeFileSync(join(this.#path, 'home/.npmrc'), `${settings.join('\n')}\n`);
    const prefix = join(this.#path, 'prefix');
    this.#env = {
      HOME: join(this.#path, 'home'),
      USERPROFILE: join(this.#path, 'home'),
      PATH: [join(prefix, 'bin'), prefix, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
      npm_config_prefix: prefix,
      npm_config_update_notifier: 'false',
    };
  }

  /** The folder where commands run; empty at first. */
  get work() {
    return join(this.#path, 'work');
  }

  /** Puts the example into the folder. */
  addExample(name = 'dossier') {
    cpSync(resolve('examples/moncabinet'), join(this.work, name), { recursive: true });
    return join(this.work, name);
  }

  /**
   * Runs a script as a runner does, which stops at the first command that fails.
   * @returns {Promise<{ code: number, out: string, err: string }>}
   */
  shell(script, { env = {}, cwd = this.work, shell = '/bin/sh' } = {}) {
    const options = { cwd, env: { ...this.#env, ...env }, maxBuffer: 1 << 26 };
    return new Promise((done) => {
      execFile(shell, ['-e', '-c', script], options, (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
      });
    });
  }

  /** Starts a command that goes on, with its input and output as pipes. */
  start(command, args) {
    return spawn(command, args, { cwd: this.work, env: this.#env, stdio: ['pipe', 'pipe', 'ignore'] });
  }

  remove() {
    rmSync(this.#path, { recursive: true, force: true });
  }
}
