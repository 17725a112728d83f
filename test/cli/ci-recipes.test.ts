import assert from 'node:assert/strict';
import { execFile, type ExecFileException } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { Scratch } from './run-cli';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly 'runs-on': string; readonly steps: readonly Step[] }>>;
}

interface GitlabJob {
  readonly image: string;
  readonly script: readonly string[];
  readonly before_script: readonly string[];
  readonly artifacts: { readonly paths: readonly string[]; readonly reports: { readonly codequality: string } };
}

/** The code blocks of one language of a page, in order. */
function blocks(page: string, language: string): string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, of, code]) =>
    of === language ? [code ?? ''] : [],
  );
}

describe('recipes of docs/ci.md', function () {
  this.timeout(60_000);
  if (process.platform === 'win32') {
    it('are shell scripts: not run on Windows');
    return;
  }
  const scratch = new Scratch();
  const page = readFileSync('docs/ci.md', 'utf8');
  const yaml = blocks(page, 'yaml').map((block) => parse(block) as unknown);
  const workflows = yaml.filter((one): one is Workflow => typeof one === 'object' && one !== null && 'jobs' in one);
  const dossier = () => join(scratch.path, 'dossier');

  beforeEach(() => {
    cpSync(resolve('examples/moncabinet'), dossier(), { recursive: true });
    const bin = join(scratch.path, 'bin');
    mkdirSync(bin);
    // The installed command, on the day for which the example was written.
    const run = `exec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"`;
    const script = `#!/bin/sh\ncase "$1" in check | package) ${run} --at 2026-11-20 ;; *) ${run} ;; esac\n`;
    writeFileSync(join(bin, 'segur-preuves'), script);
    chmodSync(join(bin, 'segur-preuves'), 0o755);
  });
  afterEach(() => {
    scratch.remove();
  });

  /** As a runner does: stops at the first command that fails. */
  const shell = (script: string, env: Readonly<Record<string, string>> = {}) =>
    new Promise<{ readonly code: number; readonly output: string }>((done) => {
      const path = `${join(scratch.path, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
      const options = { cwd: dossier(), env: { ...process.env, ...env, PATH: path }, maxBuffer: 1 << 26 };
      execFile('/bin/sh', ['-e', '-c', script], options, (error: ExecFileException | null, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, output: out + err });
      });
    });

  /** What a recipe of tests calls, and that is none of ours: packages, the run that leaves a film, the forge. */
  const standIns = (): void => {
    const attachments = [{ name: 'capture', path: 'test-results/appel.png' }];
    const results = [{ status: 'passed', startTime: '2026-11-18T10:00:00.000Z', attachments }];
    const suites = [{ title: 'dmp', specs: [{ title: 'DMP/UX.12.01.01 appel', tests: [{ results }] }] }];
    const report = join(scratch.path, 'report.json');
    writeFileSync(report, JSON.stringify({ config: {}, suites }));
    mkdirSync(join(dossier(), 'test-results'));
    cpSync(resolve('test/fixtures/pictures/rien.png'), join(dossier(), 'test-results', 'appel.png'));
    const programs = { npm: '', gh: '', git: '[ "$1" != diff ]', npx: `[ "$2" != test ] || cat "${report}"` };
    for (const [name, script] of Object.entries(programs)) {
      const path = join(scratch.path, 'bin', name);
      writeFileSync(path, `#!/bin/sh\n${script}\n`);
      chmodSync(path, 0o755);
    }
  };

  it('are workflows that GitHub can read', () => {
    assert.equal(workflows.length, 3);
    for (const { on, jobs } of workflows) {
      assert.ok(on !== undefined);
      for (const { 'runs-on': machine, steps } of Object.values(jobs)) {
        assert.match(machine, /^ubuntu/);
        for (const { uses, run } of steps) {
          assert.ok((uses === undefined) !== (run === undefined), 'a step either uses an action or runs a command');
          if (uses !== undefined) assert.match(uses, /^[\w-]+\/[\w./-]+@v\d+$/);
        }
      }
    }
    const upload = workflows.find(({ jobs }) => JSON.stringify(jobs).includes('upload-sarif'));
    assert.equal(upload?.permissions?.['security-events'], 'write');
  });

  for (const [at, { jobs }] of workflows.entries()) {
    it(`run as they are written: workflow ${at + 1}`, async () => {
      if (JSON.stringify(jobs).includes('npx playwright')) standIns();
      for (const { run, env, with: inputs } of Object.values(jobs).flatMap(({ steps }) => steps)) {
        if (run !== undefined) {
          const { code, output } = await shell(run, env);
          assert.equal(code, 0, `${run}\n${output}`);
        }
        const file = inputs?.['path'] ?? inputs?.['sarif_file'];
        if (typeof file === 'string') assert.ok(statSync(join(dossier(), file)).size > 0, file);
      }
      if (JSON.stringify(jobs).includes('segur-preuves collect'))
        assert.match(readFileSync(join(dossier(), 'exigences/dmp.preuves.yaml'), 'utf8'), /appel\.png/);
    });
  }

  it('fail a job, and still leave the report, when something is at error level', async () => {
    const main = join(dossier(), 'moncabinet.preuves.yaml');
    writeFileSync(main, readFileSync(main, 'utf8').replace('73282932000074', '73282932000075'));
    const { code } = await shell('segur-preuves check --format sarif > segur-preuves.sarif');
    assert.equal(code, 1);
    assert.match(readFileSync(join(dossier(), 'segur-preuves.sarif'), 'utf8'), /"identifiant\/siret"/);
  });

  it('run as they are written: GitLab', async () => {
    const job = (
      yaml.find((one) => typeof one === 'object' && one !== null && 'preuves' in one) as { preuves: GitlabJob }
    ).preuves;
    assert.ok(job.before_script.some((line) => line.includes('git lfs pull')));
    const { code, output } = await shell(job.script.join('\n'));
    assert.equal(code, 0, output);
    for (const path of job.artifacts.paths) assert.ok(existsSync(join(dossier(), path)), path);
    const report = readFileSync(join(dossier(), job.artifacts.reports.codequality), 'utf8');
    assert.ok(Array.isArray(JSON.parse(report)));
  });

  it('run as they are written: commands of the page', async () => {
    for (const block of blocks(page, 'sh')) {
      const { code, output } = await shell(block);
      assert.equal(code, 0, `${block}\n${output}`);
    }
  });
});
