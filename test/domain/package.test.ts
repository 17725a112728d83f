import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue, Scenario } from '../../server/core/catalogue/catalogue';
import type { Analysis } from '../../server/core/dossier/analyse';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { rules } from '../../server/core/rules/registry';
import { normaliseUri } from '../../server/core/workspace/uri';
import { Workspace } from '../../server/core/workspace/workspace';
import { nodeWorkspacePorts } from '../../server/host/node-workspace-ports';
import { importRem } from '../../server/host/operations/import-rem';
import { packageDossier } from '../../server/host/operations/package-dossier';
import { verifyPackage } from '../../server/host/operations/verify-package';
import { readWorkbook } from '../../server/host/workbook/read-workbook';

// The examiner's tools are not ours: a package must be right for others too.

const real = join('..', 'shared', 'data', 'rem');

const javaSource = `
import java.io.*; import java.util.zip.*;
public class Compter {
  public static void main(String[] a) throws Exception {
    int entries = 0; byte[] b = new byte[65536];
    try (ZipInputStream z = new ZipInputStream(new BufferedInputStream(new FileInputStream(a[0])))) {
      while (z.getNextEntry() != null) { while (z.read(b) > 0) { } entries++; }
    }
    System.out.println(entries);
  }
}`;

const pythonBagit = 'import sys, bagit; bagit.Bag(sys.argv[1]).validate()';
const pythonZip =
  'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(len(z.infolist()))';

function runs(command: string, ...args: string[]): boolean {
  const { status, error } = spawnSync(command, args, { encoding: 'utf8' });
  return error === undefined && status === 0;
}

function run(command: string, args: readonly string[], cwd?: string): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env, ...(cwd ? { cwd } : {}) });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout.trim();
}

describe('packages and other tools', function () {
  this.timeout(120_000);
  let base: string;
  const python = ['python3', 'python'].find((command) =>
    runs(command, '-c', 'import sys; assert sys.version_info[0] == 3'),
  );
  const tools = {
    unzip: runs('unzip', '-v'),
    '7z': runs('7z', 'i'),
    python: python !== undefined,
    'python bagit': python !== undefined && runs(python, '-c', 'import bagit'),
    'java 11': runs('java', '--version'),
    sha256sum: runs('sha256sum', '--version'),
  };

  before(() => {
    base = mkdtempSync(join(tmpdir(), 'segur-package-'));
    writeFileSync(join(base, 'Compter.java'), javaSource);
    const absent = Object.entries(tools).filter(([, present]) => !present);
    if (absent.length > 0)
      process.stdout.write(`      note: not on this machine: ${absent.map(([name]) => name).join(', ')}\n`);
  });
  after(() => {
    rmSync(base, { recursive: true, force: true });
  });

  /** Makes a draft of the dossier in a folder, and has every tool of this machine check it. */
  async function check(folder: string, manifest: string, expected: { readonly evidence: number }): Promise<void> {
    const target = join(base, 'depot.zip');
    const outcome = await packageDossier({
      analysis: await analyse(folder, manifest),
      draft: true,
      target,
      language: 'fr',
      cancellation: neverCancelled,
    });
    assert.equal(outcome.kind, 'written');
    const verified = await verifyPackage({ path: target });
    assert.ok(verified.kind === 'read');
    assert.deepEqual(verified.report.problems, []);
    const pieces = verified.report.filed?.proofs.flatMap((one) => one.pieces).filter(({ kind }) => kind === 'fichier');
    assert.equal(pieces?.length, expected.evidence);

    const entries = String(verified.files);
    if (tools['7z']) run('7z', ['t', target]);
    if (python !== undefined) assert.equal(run(python, ['-c', pythonZip, target]), entries);
    if (tools['java 11']) assert.equal(run('java', [join(base, 'Compter.java'), target]), entries);
    if (!tools.unzip) return;
    const out = join(base, 'extrait');
    rmSync(out, { recursive: true, force: true });
    run('unzip', ['-q', target, '-d', out]);
    const [bag = '', other] = readdirSync(out);
    assert.equal(other, undefined);
    if (tools.sha256sum) {
      run('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], join(out, bag));
      run('sha256sum', ['--check', '--strict', '--quiet', 'tagmanifest-sha256.txt'], join(out, bag));
    }
    if (python !== undefined && tools['python bagit']) run(python, ['-c', pythonBagit, join(out, bag)]);
    const { sheets } = await readWorkbook(readFileSync(join(out, bag, 'data', 'depot.xlsx')), neverCancelled);
    assert.equal(sheets[0]?.rows[0]?.cells[9], 'N° preuve');
  }

  it('of the example dossier', async () => {
    const folder = join(base, 'exemple');
    cpSync('examples/moncabinet', folder, { recursive: true });
    await check(folder, 'moncabinet.preuves.yaml', { evidence: 50 });
  });

  const workbooks = existsSync(real) ? readdirSync(real).filter((name) => name.endsWith('.xlsx')) : [];
  if (workbooks.length === 0) it('of each real workbook (the folder ../shared/data/rem is not there)');
  for (const name of workbooks) {
    it(`of a dossier with every proof of ${name}`, async function () {
      const folder = join(base, name);
      mkdirSync(join(folder, 'preuves'), { recursive: true });
      const imported = await importRem({
        file: join(real, name),
        target: join(folder, 'catalogue.rem.yaml'),
        dispositif: 'MDV-LGC-Va2',
        cancellation: neverCancelled,
      });
      assert.equal(imported.kind, 'written');
      const { text, evidence } = fullManifest(imported.catalogue);
      writeFileSync(join(folder, 'main.preuves.yaml'), text);
      for (let index = 0; index < evidence; index++)
        writeFileSync(join(folder, `preuves/${index}.png`), `pièce ${index}`);
      await check(folder, 'main.preuves.yaml', { evidence });
    });
  }
});

async function analyse(folder: string, manifest: string): Promise<Analysis> {
  const ports = nodeWorkspacePorts({ clock: { today: () => '2026-11-20' }, catalogueFolder: 'dist/catalogues' });
  const workspace = new Workspace(ports, rules);
  await workspace.addFolder(normaliseUri(pathToFileURL(folder).toString()), neverCancelled);
  const uri = normaliseUri(pathToFileURL(join(folder, manifest)).toString());
  const analysis = await workspace.analyse(uri, neverCancelled);
  assert.ok(analysis);
  return analysis;
}

/** A manifest that gives every proof of a catalogue one file, `preuves/N.png`. */
function fullManifest(catalogue: Catalogue): { text: string; evidence: number } {
  let evidence = 0;
  const scenarios = (list: readonly Scenario[]) =>
    Object.fromEntries(
      list.map((scenario) => [
        scenario.id,
        {
          preuves: Object.fromEntries(
            scenario.proofs.map((proof) => [proof.id, [{ fichier: `preuves/${evidence++}.png` }]]),
          ),
        },
      ]),
    );
  const manifest = {
    version: 1,
    dossier: {
      dispositif: catalogue.dispositif.id,
      catalogue: 'catalogue.rem.yaml',
      profils: catalogue.profiles.filter((profile) => profile !== 'Général'),
    },
    editeur: { denomination: 'Éditeur Exemple' },
    logiciel: { nom: 'MonCabinet', version: '12.4.0' },
    exigences: Object.fromEntries(
      catalogue.requirements.map((one) => [one.id, { scenarios: scenarios(one.scenarios) }]),
    ),
    scenarios: scenarios(catalogue.coreScenarios),
  };
  // JSON is YAML, and quotes whatever ids there may be.
  return { text: JSON.stringify(manifest, null, 1), evidence };
}
