import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { formerContents, formerRevisions } from './former-texts';

describe('the former texts of a file, as git has them', () => {
  let folder: string;
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const commit = (day: string) => {
    git('add', '-A');
    process.env['GIT_COMMITTER_DATE'] = `${day}T12:00:00Z`;
    git('commit', '-q', '-m', 'état');
  };
  /** Makes the last commit one with a signature, which nobody can check. */
  const sign = () => {
    const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n aaaa\n -----END PGP SIGNATURE-----\n';
    const commit = git('cat-file', 'commit', 'HEAD').replace(/^(committer .*\n)/m, `$1${signature}`);
    const input = join(folder, '.git', 'signe');
    writeFileSync(input, commit);
    git('update-ref', 'HEAD', git('hash-object', '-t', 'commit', '-w', input).trim());
  };

  before(function () {
    try {
      execFileSync('git', ['--version'], { stdio: 'ignore' });
    } catch {
      this.skip();
    }
  });
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'segur git é ')));
    mkdirSync(join(folder, 'dossier été'));
    git('init', '-q');
  });
  afterEach(() => {
    delete process.env['GIT_COMMITTER_DATE'];
    delete process.env['GIT_DIR'];
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('are those of its commits, the newest first, whatever the name of the folder', async () => {
    const inner = join(folder, 'dossier été');
    for (const [day, text] of [
      ['2026-10-01', 'un\n'],
      ['2026-10-02', 'deux\r\n'],
    ] as const) {
      writeFileSync(join(inner, 'à [b].preuves.yaml'), text);
      writeFileSync(join(inner, 'autre.txt'), `${text}autre`);
      commit(day);
    }
    const revisions = await formerRevisions(inner, ['à [b].preuves.yaml'], neverCancelled);
    assert.deepEqual(
      revisions.map(({ on, blobs }) => [on, blobs.length]),
      [
        ['2026-10-02', 1],
        ['2026-10-01', 1],
      ],
    );
    const blobs = revisions.flatMap((one) => one.blobs);
    const contents = await formerContents(inner, blobs, neverCancelled);
    assert.deepEqual(
      blobs.map((blob) => contents.get(blob)?.toString()),
      ['deux\r\n', 'un\n'],
    );
    assert.equal((await formerContents(inner, ['0'.repeat(40)], neverCancelled)).size, 0);
  });

  it('are none outside of a work tree, before the first commit, and where the path is no path of git', async () => {
    writeFileSync(join(folder, 'a.yaml'), 'a');
    assert.deepEqual(await formerRevisions(folder, ['a.yaml'], neverCancelled), []);
    commit('2026-10-01');
    assert.deepEqual(await formerRevisions(folder, ['--output=pris', ':(top)*'], neverCancelled), []);
    assert.equal(existsSync(join(folder, 'pris')), false);
    rmSync(join(folder, '.git'), { recursive: true });
    assert.deepEqual(await formerRevisions(folder, ['a.yaml'], neverCancelled), []);
    assert.deepEqual(await formerRevisions(join(folder, 'absent'), ['a.yaml'], neverCancelled), []);
  });

  it('are asked for without running what the settings of the folder name', async () => {
    writeFileSync(join(folder, 'a.yaml'), 'a');
    writeFileSync(join(folder, '.gitattributes'), '*.yaml diff=piege filter=piege\n');
    commit('2026-10-01');
    const trap = `touch "${join(folder, 'lance')}"`;
    for (const key of ['core.fsmonitor', 'diff.external', 'diff.piege.textconv', 'filter.piege.smudge'])
      git('config', key, trap);
    // Of these git is told the file, not a line for a shell.
    const program = join(folder, '.git', 'verifie.sh');
    writeFileSync(program, `#!/bin/sh\n${trap}\n`, { mode: 0o755 });
    git('config', 'gpg.program', program);
    git('config', 'log.showSignature', 'true');
    sign();
    process.env['GIT_DIR'] = join(folder, 'ailleurs');
    const [revision] = await formerRevisions(folder, ['a.yaml'], neverCancelled);
    const contents = await formerContents(folder, revision?.blobs ?? [], neverCancelled);
    assert.deepEqual([...contents.values()].map(String), ['a']);
    assert.equal(existsSync(join(folder, 'lance')), false);
  });

  it('stop when nobody waits any more', async () => {
    await assert.rejects(formerRevisions(folder, ['a.yaml'], { isCancellationRequested: true }), CancelledError);
    let looks = 0;
    const soon = {
      get isCancellationRequested() {
        looks += 1;
        return looks > 1;
      },
    };
    await assert.rejects(formerRevisions(folder, ['a.yaml'], soon), CancelledError);
  });
});
