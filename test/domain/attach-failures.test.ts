import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancelledError, neverCancelled } from '../../server/core/ports/cancellation';
import { applyAttach, withPreparedAttach, type PreparedAttach } from '../../server/host/operations/attach';
import { FileChanged } from '../../server/host/files/file-changed';
import { diskManifest, DiskDossier } from '../kit/disk-dossier';

const main = diskManifest('exigences:\n  INS/va1.56:\n');

/** Plans two files, lets something happen, then applies the plan: nothing may be left of it. */
async function failing(
  between: (dossier: DiskDossier, prepared: PreparedAttach) => void,
  apply: (prepared: PreparedAttach) => Promise<unknown> = (prepared) => applyAttach(prepared, neverCancelled),
): Promise<{ readonly error: unknown; readonly left: readonly string[]; readonly text: string }> {
  const dossier = new DiskDossier(main);
  try {
    const paths = ['a.log', 'b.log'].map((name) => join(dossier.out, name));
    for (const path of paths) writeFileSync(path, `contenu de ${path}`);
    const sources = paths.map((path) => ({ kind: 'file', path, wanted: { proof: 'INS/va1.56.01.01' } }) as const);
    const request = { analysis: await dossier.analyse(), sources, locale: 'fr', cancellation: neverCancelled } as const;
    const error = await withPreparedAttach(request, async (outcome) => {
      assert.ok(outcome.kind === 'prepared');
      between(dossier, outcome);
      return apply(outcome).then(
        () => undefined,
        (reason: unknown) => reason,
      );
    });
    const folder = dossier.path('preuves');
    const left = existsSync(folder) ? readdirSync(folder) : ['no folder'];
    return { error, left, text: readFileSync(dossier.path('main.preuves.yaml'), 'utf8') };
  } finally {
    dossier.remove();
  }
}

describe('attaching that fails', () => {
  it('leaves nothing when it is cancelled between two files', async () => {
    let asked = 0;
    const cancellation = {
      get isCancellationRequested() {
        return ++asked > 3;
      },
    };
    const { error, left, text } = await failing(
      () => undefined,
      (prepared) => applyAttach(prepared, cancellation),
    );
    assert.ok(error instanceof CancelledError);
    assert.deepEqual([left, text], [['no folder'], main]);
  });

  it('leaves nothing when a file changed since it was read', async () => {
    const { error, left, text } = await failing((dossier) => {
      writeFileSync(join(dossier.out, 'b.log'), 'autre');
    });
    assert.ok(error instanceof FileChanged);
    assert.deepEqual([left, text], [['no folder'], main]);
  });

  it('leaves nothing when the manifest changed meanwhile', async () => {
    const { error, left, text } = await failing((dossier) => {
      dossier.write('main.preuves.yaml', `${main}# moi\n`);
    });
    assert.ok(error instanceof FileChanged);
    assert.deepEqual([left, text], [['no folder'], `${main}# moi\n`]);
  });

  it('leaves a file that took the name meanwhile', async () => {
    const name = 'INS-va1.56.01.01-b.log';
    const { error, left, text } = await failing((dossier) => {
      dossier.write(`preuves/${name}`, 'un autre');
    });
    assert.equal(error instanceof Error && 'code' in error && error.code, 'EEXIST');
    assert.deepEqual([left, text], [[name], main]);
  });
});
