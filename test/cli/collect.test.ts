import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { cli, Scratch } from './run-cli';

const main = diskManifest('exigences: {}\n');
const started = '2026-11-02T10:00:00.000Z';

describe('cli: collect', () => {
  const scratch = new Scratch();
  const at = (...names: string[]) => join(scratch.path, ...names);
  const manifest = () => readFileSync(at('d', 'main.preuves.yaml'), 'utf8');
  const collect = (...args: string[]) => cli(scratch.path, ['collect', 'r', '--dossier', 'd', ...args]);

  /** A report of Playwright whose one test leaves a log. */
  const run = (content: string, status = 'passed') => {
    writeFileSync(at('r', 'log.txt'), content);
    const attachments = [
      { name: 'journal', contentType: 'text/plain', path: 'log.txt' },
      { name: 'trace', contentType: 'application/zip', path: 'not-there.zip' },
    ];
    const tests = [{ projectName: 'web', results: [{ status, startTime: started, attachments }] }];
    const suites = [{ title: 'db.spec.ts', specs: [{ title: 'SCN_DB/CO.01.01.01 appel', tests }] }];
    writeFileSync(at('r', 'playwright.json'), JSON.stringify({ config: {}, suites }));
  };

  beforeEach(() => {
    for (const folder of ['d', 'r']) mkdirSync(at(folder));
    writeFileSync(at('d', 'main.preuves.yaml'), main);
    writeFileSync(at('d', 'catalogue.rem.yaml'), catalogueText);
    run('appel du 2 novembre');
  });
  afterEach(() => {
    scratch.remove();
  });

  it('attaches what a passed test left, and the same run again changes no byte', async () => {
    const { out, err, code } = await collect();
    assert.ok(code < 2, err);
    assert.match(out, /SCN_DB\/CO\.01\.01\.01 ← log\.txt \(db\.spec\.ts › SCN_DB\/CO\.01\.01\.01 appel › web\)/);
    const text = manifest();
    assert.match(
      text,
      /fichier: preuves\/SCN_DB-CO\.01\.01\.01-log\.txt\n +sha256: .{64,66}\n +date: 2026-11-02\n +version: 12\.4\.0\n/,
    );
    const ledger = readFileSync(at('d', 'main.collecte.json'), 'utf8');
    const again = await collect();
    assert.match(again.out, /1 inchangée/);
    assert.deepEqual([manifest(), readFileSync(at('d', 'main.collecte.json'), 'utf8')], [text, ledger]);
    assert.deepEqual(readdirSync(at('d', 'preuves')), ['SCN_DB-CO.01.01.01-log.txt']);
  });

  it('replaces its own piece under the same name, and never one that was reviewed', async () => {
    await collect();
    run('appel du 3 novembre');
    const replaced = await collect();
    assert.match(replaced.out, /à la place de la précédente/);
    const file = at('d', 'preuves', 'SCN_DB-CO.01.01.01-log.txt');
    assert.equal(readFileSync(file, 'utf8'), 'appel du 3 novembre');
    assert.deepEqual(readdirSync(at('d', 'preuves')), ['SCN_DB-CO.01.01.01-log.txt']);
    assert.equal([...manifest().matchAll(/fichier:/g)].length, 1);
    const reviewed = manifest().replace(/( +)date: 2026-11-02\n/, '$&$1note_interne: vu par AM\n');
    assert.notEqual(reviewed, manifest());
    writeFileSync(at('d', 'main.preuves.yaml'), reviewed);
    run('appel du 4 novembre');
    const kept = await collect();
    assert.equal(kept.code, 1);
    assert.match(kept.err, /a été relue ou complétée depuis/);
    assert.equal(readFileSync(file, 'utf8'), 'appel du 3 novembre');
    assert.equal(manifest(), reviewed);
  });

  it('takes nothing of a test that failed, and shows beforehand without writing', async () => {
    run('x', 'failed');
    const failed = await collect();
    assert.equal(failed.code, 1);
    assert.match(failed.err, /a échoué/);
    run('appel');
    const shown = await collect('--dry-run');
    assert.match(shown.out, /SCN_DB\/CO\.01\.01\.01 ← log\.txt/);
    assert.match(shown.err, /Aperçu seulement/);
    assert.equal(manifest(), main);
    assert.deepEqual(readdirSync(at('d')).sort(), ['catalogue.rem.yaml', 'main.preuves.yaml']);
  });

  it('reads the attachments and properties of JUnit', async () => {
    rmSync(at('r', 'playwright.json'));
    writeFileSync(
      at('r', 'junit.xml'),
      `<testsuites><testsuite name="MSS" timestamp="${started}">
        <testcase name="envoi"><properties><property name="segur.preuve" value="SCN_DB/CO.01.01.01"/>
          <property name="logiciel.version" value="12.3.9"/></properties>
          <system-out><![CDATA[log [[ATTACHMENT|log.txt]] end]]></system-out></testcase>
        <testcase name="SCN_DB/CO.01.01.01 casse"><failure/></testcase></testsuite></testsuites>`,
    );
    const { code, err } = await collect();
    assert.equal(code, 1, err);
    assert.match(manifest(), /date: 2026-11-02\n +version: 12\.3\.9\n/);
    assert.match(err, /casse » a échoué/);
  });

  it('keeps what the suite wrote into the dossier itself', async () => {
    const report = readFileSync(at('r', 'playwright.json'), 'utf8');
    mkdirSync(at('d', 'preuves'));
    renameSync(at('r', 'log.txt'), at('d', 'preuves', 'SCN_DB-CO.01.01.01-log.txt'));
    const path = at('d', 'preuves', 'SCN_DB-CO.01.01.01-log.txt');
    writeFileSync(at('r', 'playwright.json'), report.replace('"log.txt"', JSON.stringify(path)));
    await collect();
    writeFileSync(path, 'un autre appel');
    await collect();
    assert.ok(existsSync(path));
    assert.equal(readFileSync(path, 'utf8'), 'un autre appel');
    assert.equal([...manifest().matchAll(/fichier:/g)].length, 1);
  });

  it('says what is no report, and what cannot be found', async () => {
    writeFileSync(at('autre.json'), '{"a":1}');
    const other = await cli(scratch.path, ['collect', 'autre.json', '--dossier', 'd']);
    assert.equal(other.code, 1);
    assert.match(other.err, /n’est pas un rapport de tests connu/);
    const none = await cli(scratch.path, ['collect', 'absent.json', '--dossier', 'd']);
    assert.equal(none.code, 3);
  });
});
