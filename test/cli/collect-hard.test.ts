import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { cli, Scratch } from './run-cli';

const main = diskManifest('exigences: {}\n');
const started = '2026-11-02T10:00:00.000Z';
const proof = 'SCN_DB/CO.01.01.01';

interface Attached {
  readonly name: string;
  readonly path?: string;
  readonly body?: string;
  readonly contentType?: string;
}

describe('cli: collect, when it goes wrong', () => {
  const scratch = new Scratch();
  const at = (...names: string[]) => join(scratch.path, ...names);
  const manifest = () => readFileSync(at('d', 'main.preuves.yaml'), 'utf8');
  const ledger = () => readFileSync(at('d', 'main.collecte.json'), 'utf8');
  const collect = (...args: string[]) => cli(scratch.path, ['collect', 'r', '--dossier', 'd', ...args]);
  const pieces = () => (existsSync(at('d', 'preuves')) ? readdirSync(at('d', 'preuves')).sort() : []);
  const hidden = () => [...readdirSync(at('d')), ...pieces()].filter((name) => name.startsWith('.'));

  /** A report of Playwright, one test for each list of attachments. */
  const report = (tests: readonly (readonly Attached[])[]) => {
    const specs = tests.map((attachments, index) => ({
      title: `${proof} essai ${index}`,
      tests: [
        {
          projectName: 'web',
          expectedStatus: 'passed',
          results: [{ status: 'passed', startTime: started, attachments }],
        },
      ],
    }));
    writeFileSync(at('r', 'playwright.json'), JSON.stringify({ config: {}, suites: [{ title: 'a.spec.ts', specs }] }));
  };
  const logs = (count: number, word: string) => {
    for (let one = 0; one < count; one++) writeFileSync(at('r', `journal-${one}.log`), `${word} ${one}\n`.repeat(2000));
    report(Array.from({ length: count }, (_, one) => [{ name: 'journal', path: `journal-${one}.log` }]));
  };

  beforeEach(() => {
    for (const folder of ['d', 'r']) mkdirSync(at(folder));
    writeFileSync(at('d', 'main.preuves.yaml'), main);
    writeFileSync(at('d', 'catalogue.rem.yaml'), catalogueText);
  });
  afterEach(() => {
    scratch.remove();
  });

  it('gives the same bytes for 500 results collected twice', async function () {
    this.timeout(120_000);
    logs(500, 'appel');
    const first = await collect();
    assert.match(first.out, /500 pièces nouvelles/, first.err);
    assert.equal(pieces().length, 500);
    const before = [manifest(), ledger()];
    const again = await collect();
    assert.match(again.out, /500 inchangées/);
    assert.deepEqual([manifest(), ledger()], before);
  });

  it('is old or new, whole, wherever it is killed, and the next run mends it', async function () {
    this.timeout(240_000);
    const whole = (one: number) => ['un', 'deux'].map((word) => `${word} ${one}\n`.repeat(2000));
    const count = 12;
    let killed = 0;
    for (let moment = 1; moment <= 46; moment += 5) {
      scratch.remove();
      for (const folder of ['d', 'r']) mkdirSync(at(folder));
      writeFileSync(at('d', 'main.preuves.yaml'), main);
      writeFileSync(at('d', 'catalogue.rem.yaml'), catalogueText);
      logs(count, 'un');
      await collect();
      const before = manifest();
      logs(count, 'deux');
      if (await killedAfter(moment)) killed += 1;
      const names = pieces().filter((name) => !name.startsWith('.'));
      assert.equal(names.length, count);
      for (const name of names) {
        const one = Number(/journal-(\d+)/.exec(name)?.[1]);
        assert.ok(whole(one).includes(readFileSync(at('d', 'preuves', name), 'utf8')), name);
      }
      if (manifest() !== before) assert.equal([...manifest().matchAll(/fichier:/g)].length, count);
      assert.doesNotThrow(() => JSON.parse(ledger()) as unknown);
      const mended = await collect();
      assert.ok(mended.code < 2, mended.err);
      assert.doesNotMatch(mended.err, /relue|modifiée|déplacée/);
      assert.deepEqual(hidden(), []);
      for (const name of pieces()) {
        const one = Number(/journal-(\d+)/.exec(name)?.[1]);
        assert.equal(readFileSync(at('d', 'preuves', name), 'utf8'), whole(one)[1]);
      }
      assert.equal([...manifest().matchAll(/fichier:/g)].length, count);
      assert.match((await collect()).out, new RegExp(`${count} inchangées`));
    }
    assert.ok(killed > 3, `${killed} runs were killed`);
  });

  /** Starts a run and kills it at the n-th thing that happens in the folders of the dossier. */
  async function killedAfter(count: number): Promise<boolean> {
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'collect', 'r', '--dossier', 'd'], {
      cwd: scratch.path,
    });
    let left = count;
    const hit = (): void => {
      left -= 1;
      if (left === 0) child.kill('SIGKILL');
    };
    const watchers = [watch(at('d'), hit), watch(at('d', 'preuves'), hit)];
    const signal = await new Promise<NodeJS.Signals | null>((done) => {
      child.on('exit', (_, by) => {
        done(by);
      });
    });
    for (const one of watchers) one.close();
    return signal === 'SIGKILL';
  }

  it('brings each piece once when two runs go at the same time, and what failed is whole and mended', async () => {
    logs(30, 'appel');
    const codes = (await Promise.all([collect(), collect()])).map(({ code }) => code);
    assert.ok(
      codes.every((code) => [0, 1, 3].includes(code)),
      codes.join(),
    );
    await collect();
    assert.equal([...manifest().matchAll(/fichier:/g)].length, 30);
    assert.equal(pieces().length, 30);
    assert.match((await collect()).out, /30 inchangées/);
  });

  it('takes no attachment from outside of the project, by whatever way it leads there', async () => {
    const other = new Scratch();
    writeFileSync(join(other.path, 'secret.log'), 'secret');
    symlinkSync(join(other.path, 'secret.log'), at('r', 'lien.log'));
    const up = `../../${other.path.split('/').at(-1) ?? ''}/secret.log`;
    report([
      [
        { name: 'a', path: join(other.path, 'secret.log') },
        { name: 'b', path: 'lien.log' },
        { name: 'c', path: up },
      ],
    ]);
    const { err, code } = await collect();
    assert.equal(code, 1, err);
    assert.equal([...err.matchAll(/ni dans le répertoire du rapport/g)].length, 3, err);
    assert.equal(manifest(), main);
    // Named on the command line, it may.
    const given = await cli(scratch.path, ['collect', 'r', other.path, '--dossier', 'd']);
    assert.match(given.out, /2 pièces nouvelles|1 pièce nouvelle/, given.err);
    other.remove();
  });

  it('outlives hostile names, broken bodies and missing files', async () => {
    writeFileSync(at('r', 'ok.log'), 'journal');
    report([
      [{ name: 'nul', path: 'a\0b.log' }],
      [{ name: 'long', path: `${'x'.repeat(5000)}.log` }],
      [{ name: 'folder', path: '.' }],
      [{ name: 'windows', path: 'C:\\build\\r\\ok.log' }],
      [{ name: '../../../etc/CON: *?', body: Buffer.from('corps').toString('base64'), contentType: 'text/plain' }],
      [{ name: `${'y'.repeat(400)}\0\n`, body: Buffer.from('long').toString('base64'), contentType: 'text/plain' }],
      [{ name: 'casse', body: 'pas du base64 !', contentType: 'image/png' }],
      [{ name: 'vide', body: '', contentType: 'image/png' }],
    ]);
    const { err, out, code } = await collect();
    assert.equal(code, 1, err);
    assert.match(out, /3 pièces nouvelles/, err);
    assert.equal([...err.matchAll(/n’est pas là/g)].length, 3, err);
    assert.equal([...err.matchAll(/est vide ou mal codée/g)].length, 2, err);
    assert.equal(pieces().length, 3);
    for (const name of pieces()) assert.ok(/^[^\\:*?"<>|\p{Cc}]+$/u.test(name) && Buffer.byteLength(name) < 256, name);
    assert.deepEqual(hidden(), []);
  });

  it('collects nothing with a ledger in conflict, and says what to do', async () => {
    logs(1, 'un');
    await collect();
    const [text, before] = [ledger(), manifest()];
    writeFileSync(at('d', 'main.collecte.json'), `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> autre\n`);
    logs(1, 'deux');
    const { code, err } = await collect();
    assert.equal(code, 3);
    assert.match(err, /conflit de fusion/);
    assert.equal(manifest(), before);
    assert.match(ledger(), /^<<<<<<< HEAD/);
  });

  it('never writes over a file that a person changed, nor follows a ledger that was edited out of the dossier', async () => {
    logs(1, 'un');
    await collect();
    const [name = ''] = pieces();
    writeFileSync(at('d', 'preuves', name), 'de ma main');
    logs(1, 'deux');
    const changed = await collect();
    assert.match(changed.err, /a été modifiée depuis sur le disque/);
    assert.equal(readFileSync(at('d', 'preuves', name), 'utf8'), 'de ma main');
    writeFileSync(at('outside.log'), 'dehors');
    writeFileSync(at('d', 'main.collecte.json'), ledger().replace(`preuves/${name}`, '../outside.log'));
    await collect();
    assert.equal(readFileSync(at('outside.log'), 'utf8'), 'dehors');
  });

  it('leaves a piece where a person moved it', async () => {
    logs(1, 'un');
    await collect();
    const [name = ''] = pieces();
    renameSync(at('d', 'preuves', name), at('d', 'preuves', 'mienne.log'));
    const moved = manifest().replace(name, 'mienne.log');
    writeFileSync(at('d', 'main.preuves.yaml'), moved);
    logs(1, 'deux');
    const { err } = await collect();
    assert.match(err, /a été déplacée ou rattachée ailleurs/);
    assert.equal(manifest(), moved);
    assert.deepEqual(pieces(), ['mienne.log']);
  });
});
