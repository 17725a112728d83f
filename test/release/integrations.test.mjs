// What projects copy: the steps are read from the files that they get, and run with Node and the published package alone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { npmPackage, packNpm } from '../../scripts/release/npm-package.mjs';
import { pinProblems } from '../../scripts/release/version.mjs';
import { EmptyMachine } from './empty-machine.mjs';
import { LocalRegistry } from './local-registry.mjs';

describe('what projects copy', function () {
  this.timeout(180_000);
  /** @type {LocalRegistry} */
  let registry;
  /** @type {EmptyMachine} */
  let machine;
  let dossier;

  before(async function () {
    if (process.platform === 'win32') this.skip();
    packNpm();
    registry = await LocalRegistry.start();
    machine = new EmptyMachine({ registry: registry.url });
    const { code, err } = await machine.shell(`npm publish "${npmPackage.file}"`);
    assert.equal(code, 0, err);
    dossier = machine.addExample('mon dossier');
  });
  after(() => {
    registry?.stop();
    machine?.remove();
  });

  /** A wrong SIRET, at error level on any day. */
  function spoil() {
    const main = join(dossier, 'moncabinet.preuves.yaml');
    const text = readFileSync(main, 'utf8');
    writeFileSync(main, text.replace('73282932000074', '73282932000075'));
    return () => writeFileSync(main, text);
  }

  /** What check says today of the example as it is: some of it depends on the day. */
  const today = async () => (await machine.shell('npx --yes segur-preuves check "mon dossier"')).code;

  it('name the version of the package', () => {
    assert.deepEqual(pinProblems(), []);
    assert.deepEqual(pinProblems('9.9.9').length, 3);
  });

  describe('GitHub action', () => {
    const action = parse(readFileSync('integrations/github/action.yml', 'utf8'));
    let runs = 0;

    /** Runs the steps as a runner does; `inputs` as a workflow gives them. */
    async function run(inputs) {
      const given = (text) =>
        text.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name) => {
          assert.ok(name in action.inputs, `no input ${name}`);
          return inputs[name] ?? String(action.inputs[name].default);
        });
      const output = join(machine.work, `..`, `output-${(runs += 1)}`);
      writeFileSync(output, '');
      let last;
      for (const { run: script, env, shell } of action.runs.steps) {
        assert.equal(shell, 'bash');
        assert.doesNotMatch(script, /\$\{\{/, 'what a user writes must not be read as commands');
        const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, given(value)]));
        last = await machine.shell(script, { shell: '/bin/bash', env: { ...variables, GITHUB_OUTPUT: output } });
        if (last.code !== 0) break;
      }
      return { ...last, output: readFileSync(output, 'utf8') };
    }

    it('has composite steps only, and says where its output comes from', () => {
      assert.equal(action.runs.using, 'composite');
      for (const { value } of Object.values(action.outputs)) {
        const [, step] = /^\$\{\{ steps\.(\w+)\.outputs\.\w+ \}\}$/.exec(value);
        assert.ok(action.runs.steps.some(({ id }) => id === step));
      }
    });

    it('checks the workspace', async () => {
      const { code, output, err } = await run({});
      assert.equal(code, await today(), err);
      assert.equal(output, `code=${code}\n`);
    });

    it('annotates what is wrong, and fails', async () => {
      const mend = spoil();
      const { code, out, output } = await run({ chemins: 'mon dossier\n' });
      mend();
      assert.equal(code, 1);
      assert.match(out, /^::error .*identifiant\/siret/m);
      assert.equal(output, 'code=1\n');
    });

    it('writes a report also when something is wrong', async () => {
      const mend = spoil();
      const { code } = await run({ format: 'sarif', sortie: 'constats du jour.sarif', chemins: 'mon dossier' });
      mend();
      assert.equal(code, 1);
      const {
        runs: [found],
      } = JSON.parse(readFileSync(join(machine.work, 'constats du jour.sarif'), 'utf8'));
      assert.ok(found.results.some(({ ruleId }) => ruleId === 'identifiant/siret'));
    });

    it('reads no command in what it is given', async () => {
      await run({ chemins: '$(touch un); `touch deux`\n"; touch trois; "', format: 'json; touch quatre' });
      for (const name of ['un', 'deux', 'trois', 'quatre']) assert.ok(!existsSync(join(machine.work, name)), name);
    });

    it('takes a package from a file, for those who have no registry', async () => {
      const { code, err } = await run({ version: npmPackage.file });
      assert.equal(code, await today(), err);
    });
  });

  describe('GitLab component', () => {
    const [spec, jobs] = parseAllDocuments(readFileSync('integrations/gitlab/template.yml', 'utf8')).map((one) =>
      one.toJS(),
    );

    async function run(inputs = {}) {
      const known = spec.spec.inputs;
      const text = JSON.stringify(jobs).replace(/\$\[\[ inputs\.(\w+) \]\]/g, (_, name) => {
        assert.ok(name in known, `no input ${name}`);
        return String(inputs[name] ?? known[name].default);
      });
      const job = JSON.parse(text)['segur-preuves'];
      return { job, ...(await machine.shell(job.script.join('\n'), { env: job.variables })) };
    }

    it('leaves a Code Quality report, and a draft when it is asked for one', async () => {
      const { code, job, err } = await run({ dossier: 'mon dossier', depot: true });
      assert.equal(code, await today(), err);
      assert.ok(Array.isArray(JSON.parse(readFileSync(join(machine.work, job.artifacts.reports.codequality), 'utf8'))));
      for (const path of job.artifacts.paths) assert.ok(existsSync(join(machine.work, path)), path);
    });

    it('fails when something is wrong, with its report and its draft', async () => {
      const mend = spoil();
      const { code, job } = await run({ dossier: 'mon dossier' });
      mend();
      assert.equal(code, 1);
      assert.equal(job.artifacts.when, 'always');
      assert.match(readFileSync(join(machine.work, job.artifacts.reports.codequality), 'utf8'), /identifiant\/siret/);
    });
  });

  describe('pre-commit hook', () => {
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

    it('stops a commit of something wrong, and no other', async () => {
      // pre-commit splits the entry as a shell does, and runs it at the top of the repository.
      assert.equal(hook.language, 'system');
      assert.equal(hook.pass_filenames, false);
      assert.equal((await machine.shell(hook.entry)).code, await today());
      const mend = spoil();
      const { code, out } = await machine.shell(hook.entry);
      mend();
      assert.equal(code, 1);
      assert.match(out, /identifiant\/siret/);
    });
  });
});
