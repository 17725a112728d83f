import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CdaControl } from '../../core/evidence/cda-control';
import { neverCancelled } from '../../core/ports/cancellation';
import { NodeEvidenceFiles } from './node-evidence-files';

describe('evidence held against schemas', function () {
  this.timeout(60_000);
  let folder = '';
  let root = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'controle-'));
    mkdirSync(join(folder, 'dossier'));
    cpSync(resolve('test/fixtures/cisis'), join(folder, 'ans'), { recursive: true });
    const sound = readFileSync(join(folder, 'ans/ExemplesCDA/ESSAI-A_2024.01.xml'), 'utf8');
    writeFileSync(join(folder, 'dossier/a.xml'), sound.replace('bleu', 'mauve'));
    root = pathToFileURL(join(folder, 'dossier')).toString();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** As one run after another, with what is kept between them. */
  const controls = async (named: string | undefined): Promise<readonly CdaControl[] | undefined> => {
    const files = new NodeEvidenceFiles({ storagePath: join(folder, 'store') });
    files.controlCda(root, named === undefined ? undefined : pathToFileURL(join(folder, named)).toString());
    await files.scan(root, ['a.xml'], neverCancelled);
    const fact = files.lookup(root, 'a.xml');
    assert.ok(fact?.state === 'file' && fact.inspection?.cda);
    assert.ok(named !== undefined || fact.inspection.controlledBy === undefined);
    return fact.inspection.cdaControls;
  };
  const failed = async (named: string | undefined): Promise<number | undefined> =>
    (await controls(named))?.reduce((total, { failures }) => total + failures.length, 0);

  it('is asked for, forgotten when it is no longer, and known again without reading', async () => {
    assert.equal(await failed(undefined), undefined);
    assert.equal(await failed('ans'), 1);
    assert.equal(await failed(undefined), undefined);
    assert.equal(await failed('ans'), 1);
  });

  it('is made anew once a schema changed, though the piece did not', async () => {
    assert.equal(await failed('ans'), 1);
    const set = join(folder, 'ans/jeuxDeValeurs/JDV_Couleur.xml');
    writeFileSync(set, readFileSync(set, 'utf8').replace('"vert"', '"mauve"'));
    assert.equal(await failed('ans'), 0);
  });

  it('says that there is nothing to hold it against', async () => {
    const [control] = (await controls('nulle-part')) ?? [];
    assert.deepEqual(
      control?.unverified.map(({ reason }) => reason),
      ['folderAbsent'],
    );
    assert.equal(await failed('ans'), 1);
  });
});
