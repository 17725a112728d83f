import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neverCancelled } from '../../core/ports/cancellation';
import { runGit } from './run-git';
import { unmergedFiles } from './unmerged-files';

describe('what git is asked of a repository', () => {
  let folder: string;
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const file = 'a.preuves.yaml';
  const commit = (text: string) => {
    writeFileSync(join(folder, file), text);
    git('add', '-A');
    git('commit', '-q', '-m', 'état');
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
    git('init', '-q', '-b', 'nous');
    commit('version: 1\n');
    git('checkout', '-q', '-b', 'eux');
    commit('version: 2\n');
    git('checkout', '-q', 'nous');
    commit('version: 3\n');
    assert.throws(() => git('merge', 'eux'));
  });
  afterEach(() => {
    delete process.env['GIT_DIR'];
    delete process.env['GIT_INDEX_FILE'];
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const trap = (): string => `touch "${join(folder, 'lance')}"; false`;
  /** The settings of a repository that name what git is to run. */
  const lay = (): void => {
    const keys = ['core.fsmonitor', 'diff.external', 'filter.piege.smudge', 'filter.piege.clean', 'gpg.program'];
    for (const key of [...keys, 'core.pager', 'core.sshCommand', 'alias.ls-files', 'diff.piege.textconv'])
      git('config', key, key.startsWith('alias') ? `!${trap()}` : trap());
    writeFileSync(join(folder, '.git', 'info', 'attributes'), '* diff=piege filter=piege\n');
  };

  it('runs nothing that the settings of the repository name', async () => {
    lay();
    const [one] = await unmergedFiles(folder, () => true, neverCancelled);
    assert.equal(one?.versions?.ours.toString(), 'version: 3\n');
    assert.equal(one.versions.theirs.toString(), 'version: 2\n');
    // It looks at every file, for which git asks a monitor first.
    await runGit(folder, ['status', '--porcelain'], neverCancelled);
    assert.equal(existsSync(join(folder, 'lance')), false);
  });

  it('fetches nothing that the repository says lies elsewhere', async () => {
    const touch = `touch '${join(folder, 'lance')}'`;
    git('config', 'remote.loin.url', `ext::sh -c ${touch.replaceAll(' ', '% ')}`);
    git('config', 'remote.loin.promisor', 'true');
    git('config', 'extensions.partialClone', 'loin');
    git('config', 'core.repositoryFormatVersion', '1');
    git('config', 'protocol.ext.allow', 'always');
    await assert.rejects(runGit(folder, ['cat-file', 'blob', '1'.repeat(40)], neverCancelled));
    assert.equal(existsSync(join(folder, 'lance')), false);
  });

  it('is of that folder, whatever the environment says', async () => {
    Object.assign(process.env, { GIT_DIR: join(folder, 'ailleurs'), GIT_INDEX_FILE: join(folder, 'nulle part') });
    assert.equal((await unmergedFiles(folder, () => true, neverCancelled)).length, 1);
    assert.equal(existsSync(join(folder, 'lance')), false);
  });
});
