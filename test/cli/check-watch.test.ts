import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { cli, Scratch } from './run-cli';

const at = '2026-11-20';

interface Matcher {
  readonly name: string;
  readonly pattern: { readonly regexp: string };
  readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
}

const { problemMatchers } = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { problemMatchers: Matcher[] } }
).contributes;
const followed = problemMatchers.filter(({ background }) => background);
/** Which lines say that a check begins and ends: what VS Code looks for. */
const [{ beginsPattern = '', endsPattern = '' } = {}] = followed.map(({ background }) => background);
const linesLike = (text: string, pattern: string): string[] =>
  text.split('\n').filter((line) => new RegExp(pattern).test(line));
/** The findings that VS Code finds in an output. */
const found = (text: string): string[] =>
  followed
    .filter(({ name }) => name !== 'segur-preuves-watch')
    .flatMap(({ pattern }) => linesLike(text, pattern.regexp));

/** A `check --watch` that runs, and what it has written so far. */
class Watching {
  readonly #child: ChildProcess;
  readonly #waiting = new Set<() => void>();
  #out = '';
  #err = '';
  #over = false;

  constructor(cwd: string, args: readonly string[]) {
    this.#child = spawn(process.execPath, [resolve('dist/cli.js'), 'check', '--watch', '--at', at, ...args], { cwd });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text;
      this.#tell();
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#err += text;
      this.#tell();
    });
    this.#child.once('close', () => {
      this.#over = true;
      this.#tell();
    });
  }

  get out(): string {
    return this.#out;
  }

  get err(): string {
    return this.#err;
  }

  get checks(): number {
    return linesLike(this.#out, endsPattern).length;
  }

  /** Resolves once the condition holds; fails when the process has ended before. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      assert.ok(!this.#over, `it has ended: ${this.#out}${this.#err}`);
      await new Promise<void>((done) => this.#waiting.add(done));
      this.#waiting.clear();
    }
  }

  /** What was written after the condition held. */
  async after(change: () => void, holds: (text: string) => boolean): Promise<string> {
    const from = this.#out.length;
    change();
    await this.until(() => holds(this.#out.slice(from)));
    return this.#out.slice(from);
  }

  /** Ctrl+C. @returns the exit code */
  async interrupt(): Promise<number | null> {
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGINT');
    const [code] = (await closed) as [number | null];
    return code;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #tell(): void {
    for (const done of [...this.#waiting]) done();
  }
}

const ended = (text: string): boolean => linesLike(text, endsPattern).length > 0;

describe('check --watch', function () {
  this.timeout(120_000);
  const scratch = new Scratch();
  let watching: Watching | undefined;

  const copy = (name: string): string => {
    const folder = join(scratch.path, 'Été à revoir');
    cpSync(resolve('examples', name), folder, { recursive: true });
    return folder;
  };
  const watch = async (cwd: string, args: readonly string[]): Promise<Watching> => {
    watching = new Watching(cwd, args);
    const started = watching;
    await started.until(() => started.checks === 1);
    return started;
  };

  afterEach(() => {
    watching?.kill();
    watching = undefined;
    scratch.remove();
  });

  const main = (folder: string) => join(folder, 'moncabinet.preuves.yaml');
  const piece = (folder: string) => join(folder, 'preuves/cnda/agrement-apcv.png');
  const broken = (folder: string) => {
    // Nobody has to be refused any right: a folder stands where a file was.
    rmSync(main(folder));
    mkdirSync(main(folder));
  };

  for (const [lang, words] of Object.entries({
    fr: { came: /constats? nouveaux?/, gone: /constats? levés?/, same: /inchangés/, stopped: /Suivi arrêté/ },
    en: { came: /new findings?/, gone: /findings? gone/, same: /unchanged/, stopped: /Watching stopped/ },
  })) {
    it(`tells what a change of a piece does to findings and states, and ends with the last check’s code: ${lang}`, async () => {
      const folder = copy('moncabinet');
      const once = await cli(scratch.path, ['check', '--at', at, '--lang', lang, folder]);
      const run = await watch(scratch.path, ['--lang', lang, folder]);
      assert.ok(run.out.includes(once.out), 'the first check says what a check says');
      const kept = readFileSync(piece(folder));
      const lost = await run.after(() => {
        rmSync(piece(folder));
      }, ended);
      assert.match(lost, words.came);
      assert.equal(linesLike(lost, beginsPattern).length, linesLike(lost, endsPattern).length);
      const plain = await cli(scratch.path, ['check', '--at', at, '--lang', lang, folder]);
      assert.deepEqual(found(lost), found(plain.out), 'what changed is not told as findings once more');
      assert.match(lost, /^ {2}\+ .*agrement-apcv\.png/m);
      assert.match(lost, /\d+ → \d+/);
      const back = await run.after(() => {
        writeFileSync(piece(folder), kept);
      }, ended);
      assert.match(back, words.gone);
      assert.match(back, /^ {2}− .*agrement-apcv\.png/m);
      assert.ok(back.includes(once.out.split('\n').at(-2) ?? '?'), 'all is as before');
      assert.equal(await run.interrupt(), once.code);
      assert.match(run.err, words.stopped);
    });
  }

  it('ends with 1 where the last check found an error', async () => {
    const folder = copy('moncabinet');
    const run = await watch(folder, []);
    assert.doesNotMatch(run.out, / {2}erreur {2}/);
    const said = await run.after(() => {
      writeFileSync(main(folder), readFileSync(main(folder), 'utf8').replace('siret: "73282932000074"', 'siret: "1"'));
    }, ended);
    assert.match(said, / {2}erreur {2}/);
    assert.equal(await run.interrupt(), 1);
  });

  it('follows fragments, the configuration and the catalogue, those that come and go included', async () => {
    const folder = copy('moncabinet');
    const run = await watch(folder, []);
    const fragment = join(folder, 'exigences/zz.preuves.yaml');
    const steps: [() => void, RegExp][] = [
      [
        () => {
          writeFileSync(fragment, 'version: 1\nexigences:\n  NIMPORTE.99: {}\n');
        },
        /\+ .*NIMPORTE\.99/,
      ],
      [
        () => {
          rmSync(fragment);
        },
        /− .*NIMPORTE\.99/,
      ],
      [
        () => {
          writeFileSync(join(folder, 'segur.config.yaml'), 'version: 1\nregles: 3\n');
        },
        /constats? nouveaux?/,
      ],
      [
        () => {
          rmSync(join(folder, 'segur.config.yaml'));
        },
        /constats? levés?/,
      ],
    ];
    for (const [change, said] of steps) assert.match(await run.after(change, ended), said);
  });

  it('takes many files written at once for one change, and does not check for what it does not rest on', async () => {
    const folder = copy('moncabinet');
    const run = await watch(folder, []);
    writeFileSync(join(folder, 'README.txt'), 'nothing to do with the dossier');
    const said = await run.after(() => {
      for (let at = 0; at < 200; at++) writeFileSync(join(folder, `preuves/cnda/en-trop-${at}.png`), `${at}`);
    }, ended);
    assert.match(said, /en-trop-/);
    // Two where the machine is so busy that it wrote for seconds.
    assert.ok((said.match(/Vérification en cours/g) ?? []).length <= 3, said);
  });

  it('survives a manifest half written, gone, replaced by a folder, and a dossier moved away and back', async () => {
    const folder = copy('moncabinet');
    const whole = readFileSync(main(folder), 'utf8');
    const run = await watch(scratch.path, [folder]);
    const last = (text: string): string => text.split('\n').find((line) => /^\d+ erreur/.test(line)) ?? '';
    const sound = last(run.out);
    await run.after(() => {
      writeFileSync(main(folder), whole.slice(0, whole.indexOf('siret') + 9));
    }, ended);
    await run.after(
      () => {
        writeFileSync(main(folder), whole);
      },
      (text) => ended(text) && last(text) === sound,
    );
    const gone = (text: string): boolean => /^\[\d\d:\d\d:\d\d\] Vérification impossible \(.*\) : /m.test(text);
    await run.after(
      () => {
        rmSync(main(folder));
      },
      (text) => gone(text) || ended(text),
    );
    await run.after(
      () => {
        mkdirSync(main(folder));
      },
      (text) => gone(text) || ended(text),
    );
    await run.after(
      () => {
        rmSync(main(folder), { recursive: true });
        writeFileSync(main(folder), whole);
      },
      (text) => ended(text) && last(text) === sound,
    );
    await run.after(() => {
      renameSync(folder, `${folder} ailleurs`);
    }, gone);
    await run.after(
      () => {
        renameSync(`${folder} ailleurs`, folder);
      },
      (text) => ended(text) && last(text) === sound,
    );
    assert.equal(await run.interrupt(), 0);
  });

  it('reads the pieces again once the folder that it was started in was deleted and is there again', async () => {
    const folder = copy('moncabinet');
    const once = await cli(folder, ['check', '--at', at, '--format', 'json']);
    watching = new Watching(folder, ['--format', 'json', '.']);
    const run = watching;
    const lines = (): string[] => run.out.split('\n').slice(0, -1);
    await run.until(() => lines().length === 1);
    rmSync(folder, { recursive: true });
    await run.until(() => run.err.includes('impossible'));
    copy('moncabinet');
    await run.until(() => lines().at(-1) === JSON.stringify(JSON.parse(once.out)));
  });

  it('says with its exit code that the last check was not possible', async () => {
    const folder = copy('moncabinet');
    const run = await watch(scratch.path, [folder]);
    await run.after(
      () => {
        rmSync(folder, { recursive: true });
      },
      (text) => text.includes('Vérification impossible'),
    );
    assert.equal(await run.interrupt(), 3);
  });

  it('writes with --format json the document of each check on a line, and nothing else', async () => {
    const folder = copy('moncabinet');
    const once = await cli(folder, ['check', '--at', at, '--format', 'json']);
    watching = new Watching(folder, ['--format', 'json']);
    const run = watching;
    const lines = (): string[] => run.out.split('\n').slice(0, -1);
    await run.until(() => lines().length === 1);
    rmSync(piece(folder));
    await run.until(() => lines().length === 2);
    const [first, second] = lines().map((line) => JSON.parse(line) as { findings: { message: string }[] });
    assert.deepEqual(first, JSON.parse(once.out));
    assert.ok(second?.findings.some(({ message }) => message.includes('agrement-apcv.png')));
  });

  it('says what a fresh check says, whatever was changed, however many files at once', async () => {
    const folder = copy('drimbox');
    cpSync(folder, join(scratch.path, 'sound'), { recursive: true });
    watching = new Watching(folder, ['--format', 'json']);
    const run = watching;
    await run.until(() => run.out.includes('\n'));
    const manifest = join(folder, 'drimbox.preuves.yaml');
    const pieces = join(folder, 'preuves');
    const text = readFileSync(manifest, 'utf8');
    const sameSizeAndTime = (path: string) => {
      const { atime, mtime } = statSync(path);
      const bytes = readFileSync(path);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      writeFileSync(path, bytes);
      utimesSync(path, atime, mtime);
    };
    const steps: (() => void)[] = [
      () => {
        renameSync(pieces, join(folder, 'ailleurs é'));
        writeFileSync(manifest, text.replaceAll('preuves/', 'ailleurs é/').replaceAll('\n', '\r\n'));
      },
      () => {
        sameSizeAndTime(manifest);
        renameSync(join(folder, 'ailleurs é'), pieces);
        for (let at = 0; at < 50; at++) writeFileSync(join(pieces, `en-trop-${at}.png`), `${at}`);
      },
      () => {
        writeFileSync(manifest, `${text}\n  : [`);
        cpSync(join(scratch.path, 'sound'), join(folder, 'deux'), { recursive: true });
      },
      () => {
        utimesSync(manifest, new Date(0), new Date(0));
        rmSync(pieces, { recursive: true });
        symlinkSync(join('deux', 'preuves'), pieces, 'junction');
        writeFileSync(join(folder, 'segur.config.yaml'), 'version: 1\nregles:\n  preuve/orpheline: erreur\n');
      },
      () => {
        rmSync(folder, { recursive: true });
        cpSync(join(scratch.path, 'sound'), folder, { recursive: true });
      },
    ];
    for (const change of steps) {
      change();
      const { out } = await cli(folder, ['check', '--at', at, '--format', 'json']);
      const fresh = JSON.stringify(JSON.parse(out));
      await run.until(() => run.out.split('\n').at(-2) === fresh);
    }
  });

  for (const options of [
    ['--format', 'sarif'],
    ['--format', 'junit'],
    ['--format', 'github'],
    ['--format', 'gitlab'],
    ['--fix'],
  ])
    it(`refuses ${options.join(' ')}`, async () => {
      const { code, err, out } = await cli(copy('moncabinet'), ['check', '--watch', ...options]);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(err.includes(options.join(' ')));
    });

  it('ends at once where what it is to follow is not there', async () => {
    assert.equal((await cli(scratch.path, ['check', '--watch', 'nulle part'])).code, 3);
    assert.equal((await cli(scratch.path, ['check', '--watch'])).code, 2);
  });

  it('goes on where the manifest cannot be read any more', async () => {
    const folder = copy('moncabinet');
    const run = await watch(folder, []);
    const said = await run.after(
      () => {
        broken(folder);
      },
      (text) => ended(text) || text.includes('impossible'),
    );
    assert.match(said, /moncabinet\.preuves\.yaml/);
  });
});
